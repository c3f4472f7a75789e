import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.refusal import BadInput
from alongside.web.serve import bound

TOY = Path(__file__).parent / "toy_serve.py"


@pytest.fixture
def served(tmp_path):
    with subprocess.Popen(
        [sys.executable, TOY, tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_served_at_this_computer_alone_and_ctrl_c_or_a_shutdown_ends_it_quietly(served, end):
    address = served.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
    served.send_signal(end)
    out, err = served.communicate(timeout=20)
    assert (served.returncode, out, err) == (0, "", "")


def test_port_that_is_taken_is_refused_with_what_to_do():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port} .* Choose another: --port"):
            bound(port)


@pytest.fixture
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.browser
def test_browser_without_scripts_on_a_small_screen_walks_from_name_to_form(served, chromium):
    address = served.stdout.readline().strip()
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/bakery/crumb/loaves")
    assert page.get_by_role("heading", level=1).inner_text() == "Who are you?"
    page.get_by_role("button", name="Rosa Fenn").click()
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Loaves: Crumb (Street)").click()
    page.get_by_label("What do you bake?").fill("Rye")
    page.get_by_role("button", name="Bake it").click()
    page.get_by_text("Rye is in the oven.").wait_for()
    assert page.url == f"{address}/bakery/crumb/loaves"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius") == "18px"
    page.get_by_role("link", name=re.compile("Rosa Fenn")).click()
    page.get_by_role("button", name="I have finished").click()
    page.goto(f"{address}/desks")
    assert page.get_by_role("heading", level=1).inner_text() == "Who are you?"
    assert said == []  # the policy blocked nothing that a page needs


@pytest.mark.browser
@pytest.mark.parametrize(("without_policy", "said"), [(False, "nothing ran"), (True, "it ran")])
def test_script_that_slipped_into_a_page_runs_only_without_the_policy(served, chromium, without_policy, said):
    address = served.stdout.readline().strip()
    page = chromium.new_context(bypass_csp=without_policy).new_page()
    page.goto(f"{address}/who")
    page.get_by_role("button", name="Rosa Fenn").click()
    page.goto(f"{address}/careless")
    assert page.locator("#said").inner_text() == said


def test_port_held_names_its_protocol_so_that_answers_leave_at_once():
    with bound(0) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # asyncio sets TCP_NODELAY for no other
