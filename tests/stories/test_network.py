"""The demo on a network, in a real browser: one that trusts the certificate comes in under a second name."""

import contextlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.testing.demo import copy_demo
from alongside.web.https.authority import Keyed, new_key, new_server
from alongside.web.https.keeping import certificate_in, key_in, key_text, text
from alongside.web.https.making import make

pytestmark = pytest.mark.browser

TRUSTING = Path(__file__).parents[1] / "web" / "trusting.py"
NAME, NUMBER, BANK = "cafe.test", "192.168.77.20", "bank.test"
HERE = f"MAP {NAME} 127.0.0.1, MAP *.{NAME} 127.0.0.1, MAP {NUMBER} 127.0.0.1, MAP {BANK} 127.0.0.1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("https") / "made"
    make(folder, [NAME, NUMBER], datetime.now(UTC))
    return folder


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def port(demo, folder, tmp_path_factory):
    """The demo as the command line serves it to the network."""
    home, port = tmp_path_factory.mktemp("home") / "demo", free_port()
    copy_demo(demo, home)
    program = [Path(sys.executable).with_name("alongside"), "--home", home, "serve", "--lan", "--port", str(port)]
    program += ["--certificate", folder / "server.crt", "--key", folder / "server.key"]
    with subprocess.Popen([str(word) for word in program], stderr=subprocess.PIPE, text=True) as process:
        try:
            assert f"Open https://{NAME}:{port}" in first_words(process)
            yield port
        finally:
            process.kill()


def first_words(process):
    """What is said until everything is."""
    said = ""
    while "The certificate runs until" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    return said


@pytest.fixture(scope="module")
def chromium_of():
    """A function: the browser of whoever lives in a folder."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, contextlib.ExitStack() as open_ones:

        def launch(home):
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", f"--host-resolver-rules={HERE}"],
                env={**os.environ, "HOME": str(home)},
            )
            open_ones.callback(browser.close)
            return browser

        yield launch


@pytest.fixture(scope="module")
def trusting(chromium_of, folder, tmp_path_factory):
    """A browser whose person trusts the authority."""
    home = tmp_path_factory.mktemp("trusting")
    done = subprocess.run(
        [sys.executable, TRUSTING, home, folder / "authority.crt"], capture_output=True, text=True
    )
    if "cannot open shared object" in done.stderr:
        pytest.skip("not run: this browser's store of authorities cannot be written to from here")
    assert done.returncode == 0, done.stderr
    return chromium_of(home)


@pytest.fixture
def page(trusting):
    with contextlib.closing(trusting.new_context()) as context:
        yield context.new_page()


def refusal(page, address):
    """Why the browser does not open an address, in a tab of its own; "" where it does."""
    from playwright.sync_api import Error

    # A tab that was refused shows so a moment later, which would break off where it goes next: so it is another.
    try:
        page.context.new_page().goto(address)
    except Error as refused:
        return re.search(r"net::(ERR_\w+)", refused.message)[1]
    return ""


@pytest.mark.parametrize("name", [NAME, NUMBER])
def test_browser_that_trusts_the_authority_comes_in_without_a_warning(page, port, name):
    assert refusal(page, f"https://{name}:{port}/who") == ""
    page.goto(f"https://{name}:{port}/who")
    page.get_by_role("button", name="Sam Whitlock").first.click()
    page.get_by_role("heading", level=1, name="My week").wait_for()
    assert page.evaluate("isSecureContext") is True


def test_control_browser_that_does_not_trust_it_is_kept_away(chromium_of, tmp_path, port):
    page = chromium_of(tmp_path).new_context().new_page()
    assert refusal(page, f"https://{NAME}:{port}/who") == "ERR_CERT_AUTHORITY_INVALID"


def test_under_a_name_that_is_not_in_the_certificate_the_browser_warns(page, port):
    assert refusal(page, f"https://www.{NAME}:{port}/who") == "ERR_CERT_COMMON_NAME_INVALID"
    assert refusal(page, f"https://localhost:{port}/who") == "ERR_CERT_COMMON_NAME_INVALID"


def test_cookies_are_held_for_this_name_alone_by_https_alone_and_from_scripts(page, port):
    page.goto(f"https://{NAME}:{port}/who")
    page.get_by_role("button", name="Sam Whitlock").first.click()
    page.get_by_role("heading", level=1, name="My week").wait_for()
    held = {one["name"]: one for one in page.context.cookies()}
    assert f"__Host-alongside_session_{port}" in held
    for name, one in held.items():
        assert name.startswith("__Host-")
        assert (one["domain"], one["path"]) == (NAME, "/")  # no dot before it: no name under it gets them
        assert (one["secure"], one["httpOnly"], one["sameSite"]) == (
            True,
            True,
            "Lax" if "session" in one["name"] or "browser" in one["name"] else "Strict",
        )
    assert page.evaluate("document.cookie") == ""


def planted(page, name, port):
    """Let a neighbour under the same name plant a cookie for all of it; return what the browser then holds."""
    kept = f"{name}=of-the-thief; Path=/; Domain={NAME}; Secure"
    page.route(
        f"https://evil.{NAME}:{port}/",
        lambda route: route.fulfill(body="hello", headers={"content-type": "text/html", "set-cookie": kept}),
    )
    page.goto(f"https://evil.{NAME}:{port}/")
    return [one["name"] for one in page.context.cookies(f"https://{NAME}:{port}/")]


def test_neighbour_under_the_same_name_can_plant_no_session(page, port):
    assert planted(page, f"__Host-alongside_session_{port}", port) == []
    assert planted(page, f"alongside_session_{port}", port) == [f"alongside_session_{port}"]  # the control


def test_name_that_was_opened_once_is_opened_by_https_even_where_somebody_writes_http(page, port):
    assert refusal(page, f"http://{NAME}:{port}/who") == "ERR_EMPTY_RESPONSE"  # the control, and: no plain HTTP
    page.goto(f"https://{NAME}:{port}/who")
    page.goto(f"http://{NAME}:{port}/who")
    assert page.url == f"https://{NAME}:{port}/who"


# --- whoever steals the authority's key


@contextlib.contextmanager
def pretending(folder, tmp_path, name):
    """A server with a certificate for a name, by the stolen authority."""
    authority = Keyed(certificate_in(folder / "authority.crt"), key_in(folder / "authority.key"))
    made = new_server(authority, [name], datetime.now(UTC), key=new_key())
    (tmp_path / "pair.pem").write_bytes(text(made.certificate) + key_text(made.key))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "pair.pem")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=answer_all, args=(listening, context))
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def answer_all(listening, context):
    with contextlib.suppress(OSError):
        while True:
            plain, _ = listening.accept()
            with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True) as client:
                client.recv(10_000)
                client.sendall(
                    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\nYour money"
                )


@pytest.mark.parametrize(("name", "found"), [(BANK, "ERR_CERT_"), (NAME, "")])
def test_stolen_authority_speaks_for_no_bank_though_it_could_for_the_cafe(page, folder, tmp_path, name, found):
    with pretending(folder, tmp_path, name) as port:
        why = refusal(page, f"https://{name}:{port}/")
        assert why.startswith(found)
        assert bool(why) == bool(found)
