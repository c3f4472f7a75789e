import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.refusal import BadInput
from alongside.web.listening import at_home, is_of_this_computer, on_every_network
from alongside.web.serve import serve

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
            at_home(port)


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
    for listening in (at_home(0), on_every_network(0, newer_too=False)):
        assert {one.proto for one in listening.sockets} == {socket.IPPROTO_TCP}  # TCP_NODELAY for no other
        listening.close()


def reaches(address, port):
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as client:
        return client.connect_ex((address, port)) == 0


def test_another_address_of_this_computer_reaches_what_is_for_the_network_alone():
    home, network = at_home(0), on_every_network(0, newer_too=False)
    for one in (*home.sockets, *network.sockets):
        one.listen()
    found = [reaches(address, one.port) for one in (home, network) for address in ("127.0.0.1", "127.0.0.2")]
    home.close()
    network.close()
    assert found == [True, False, True, True]


def test_plain_http_is_served_to_this_computer_alone_whoever_asks_for_more():
    listening = on_every_network(0, newer_too=False)
    with pytest.raises(ValueError, match="this computer alone"):
        serve(None, listening, lambda: None)
    listening.close()


@pytest.mark.skipif(not is_of_this_computer("::1"), reason="not run: no IPv6 on this computer")
def test_newer_addresses_are_served_where_one_is_named_and_else_not():
    for newer_too in (True, False):
        listening = on_every_network(0, newer_too=newer_too)
        for one in listening.sockets:
            one.listen()
        found = reaches("::1", listening.port), reaches("127.0.0.1", listening.port)
        listening.close()
        assert found == (newer_too, True)
