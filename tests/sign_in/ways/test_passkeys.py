"""A passkey in a real browser, with a key that the browser itself plays; and what is not one."""

import shutil
import socket
import threading

import pytest
import uvicorn
from playwright.sync_api import sync_playwright
from toy_harbour import is_in

from alongside.sign_in import offers
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.web.application import build
from alongside.web.reached import Reached


@pytest.fixture
def served(host):
    """The pages at an address with a name, as keys are made for names."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = build(host, reached=Reached.on_this_computer(port))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://localhost:{port}", f"alongside_session_{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(served):
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("not run: there is no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(base_url=served[0])
        page.set_default_timeout(15_000)
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        devtools.send(
            "WebAuthn.addVirtualAuthenticator",
            {"options": {**key, "isUserVerified": True, "automaticPresenceSimulation": True}},
        )
        yield page
        browser.close()


def signed_in(page, house, cookie):
    with house.store.unit(Actor.keyboard()) as unit:
        token = offers.begin(unit, "nia", Way.SCREEN)
    page.context.add_cookies([{"name": cookie, "value": token, "domain": "localhost", "path": "/"}])


@pytest.mark.browser
def test_passkey_is_added_lets_her_in_and_is_taken_away(page, served, house):
    signed_in(page, house, served[1])
    page.goto("/ways-in")
    page.get_by_label("What do you call this device?").fill("My phone")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("The passkey is kept.").wait_for()
    page.context.clear_cookies()
    page.goto("/who")
    page.get_by_role("link", name="Come in with a passkey").click()
    page.get_by_role("button", name="Come in with a passkey").click()
    page.wait_for_url(lambda url: "/come-in" not in url)
    page.goto("/ways-in")
    page.get_by_role("button", name="Remove My phone").click()
    page.get_by_text("The passkey is gone.").wait_for()
    page.context.clear_cookies()
    page.goto("/come-in/passkey")
    page.get_by_role("button", name="Come in with a passkey").click()
    page.get_by_text("This passkey does not fit.").first.wait_for()


@pytest.mark.browser
def test_answer_of_a_key_cannot_be_sent_again(page, served, house):
    signed_in(page, house, served[1])
    page.goto("/ways-in")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("The passkey is kept.").wait_for()
    page.context.clear_cookies()
    page.goto("/come-in/passkey")
    with page.expect_request(lambda one: one.method == "POST") as sent:
        page.get_by_role("button", name="Come in with a passkey").click()
    page.wait_for_url(lambda url: "/come-in" not in url)
    session = next(one for one in page.context.cookies() if "session" in one["name"])
    page.context.clear_cookies(name=session["name"])
    headers = {"content-type": "application/x-www-form-urlencoded", "origin": served[0]}
    again = page.request.post("/come-in/passkey", data=sent.value.post_data, headers=headers, max_redirects=0)
    assert again.status in {303, 403}
    assert "session" not in (again.headers.get("set-cookie") or "")


@pytest.mark.parametrize("answer", ["", "{", "[]", '{"id": 1}', '{"id": "x"}', "null", "[" * 5000])
def test_what_is_no_answer_of_a_key_is_told_in_words(browse, house, answer):
    browser = browse(address="https://cafe.local:8443", reached=Reached.on_the_network(["cafe.local"], 8443))
    sent = browser.post("/come-in/passkey", data={"answer": answer})
    assert sent.status_code == 422
    assert not is_in(browser, "Nia Castell")
    browser.come_in_as(house.store, "nia")
    added = browser.post("/ways-in", data={"do": "passkey", "answer": answer})
    assert "does not fit" in added.text


def test_under_a_bare_address_no_passkey_is_offered(browse, house):
    browser = browse()
    assert "passkey" not in browser.get("/who").text
    browser.come_in_as(house.store, "nia")
    assert "works only under a name" in browser.get("/ways-in").text
