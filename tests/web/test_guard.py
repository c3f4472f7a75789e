import pytest

from alongside.display import stylesheet
from alongside.testing.browsing import Browser
from alongside.web import application
from alongside.web.addresses import addresses_of
from alongside.web.arrival import Arrival
from alongside.web.objections import objection
from alongside.web.reached import Reached

HERE = "http://127.0.0.1:8765"
HOST = "127.0.0.1:8765"
REACHED = Reached.on_this_computer(8765)


def refused(method, headers, reached=REACHED):
    """The status a request is turned away with; None for a welcome one."""
    found = objection(Arrival(method=method, path="/who", headers=headers), reached)
    return found and found.status


def test_form_from_another_site_is_refused_at_every_address_there_is(browser, house):
    paths = ["/who", "/finished", "/", "/nowhere", "/static/page.css"]
    paths += [address.at("crumb") for address in addresses_of(house.parts)]
    for path in paths:
        for headers in (
            {"origin": "http://elsewhere.example"},
            {"origin": "http://127.0.0.1:9999"},
            {"origin": "null"},
            {"origin": HERE, "sec-fetch-site": "cross-site"},
            {"origin": HERE, "sec-fetch-site": "same-site"},
        ):
            answer = browser.post(path, data={"person": "p1", "name": "x"}, headers=headers)
            assert (answer.status_code, "set-cookie" in answer.headers) == (403, False), (path, headers)


def test_without_the_guard_a_form_from_another_site_would_be_taken(house, monkeypatch):
    monkeypatch.setattr(application, "guarded", lambda app, *_, **__: app)
    with Browser(application.build(house), address=HERE) as client:
        answer = client.post(
            "/who", data={"person": "p1"}, headers={"origin": "http://elsewhere.example"}, follow_redirects=False
        )
    assert answer.status_code == 303
    assert "alongside_session_8080=p1" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": HOST, "origin": HERE, "sec-fetch-site": "same-origin"}, None),
        ({"host": HOST, "origin": HERE}, None),
        ({"host": HOST, "origin": "null", "sec-fetch-site": "same-origin"}, None),
        ({"host": HOST, "sec-fetch-site": "same-origin"}, None),
        ({"host": HOST}, 403),
        ({"host": HOST, "sec-fetch-site": "none"}, 403),
        ({"host": "localhost", "origin": "http://127.0.0.1"}, 403),
    ],
)
def test_form_is_taken_if_the_browser_says_it_stood_here(headers, status):
    assert refused("POST", headers) == status


@pytest.mark.parametrize("host", ["alongside.example", "127.0.0.1.example", "localhost:1\n", "", "[::1]:8765"])
def test_other_names_that_lead_here_are_turned_away(browser, host):
    assert refused("GET", {"host": host}) == 400
    if host.isprintable() and host:
        assert browser.get("/who", headers={"host": host}).status_code == 400


def test_localhost_is_ours_too(browser):
    assert browser.get("/who", headers={"host": "localhost:8765"}).status_code == 200


@pytest.mark.parametrize("path", ["/who", "/nowhere", "/static/page.css", "/static/nothing"])
def test_every_answer_carries_the_headers(browser, path):
    headers = browser.get(path).headers
    assert "script-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["content-type"].count("charset") == headers["content-type"].startswith("text/")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == ("public, max-age=2592000" if path.endswith(".css") else "no-store")


def test_cookie_of_who_is_here_is_kept_from_scripts_and_other_sites(browser):
    cookie = browser.post("/who", data={"person": "p1"}, follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


def test_page_asks_for_exactly_this_stylesheet(browser):
    assert f'href="/static/page.css?{stylesheet.mark()}"' in browser.get("/who").text


@pytest.mark.parametrize("path", ["pictures/bread.svg", "fonts/lexend.woff2", "mark.svg"])
def test_pictures_and_fonts_are_kept_for_long(browser, path):
    answer = browser.get(f"/static/{path}")
    assert answer.status_code == 200
    assert "max-age=2592000" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["pictures/bread", "pictures/..%2f..%2fpage.css", "fonts/%2e%2e%2fpage.css", "fonts/..%5cx", "view.py"]
)
def test_no_name_leads_out_of_the_lists(browser, path):
    assert browser.get(f"/static/{path}").status_code == 404


def test_pages_answer_while_the_database_does_not(browser, house, monkeypatch, caplog):
    browser.post("/who", data={"person": "p1"})

    def broken(*_, **__):
        raise OSError("the disk of Rosa Fenn is full")

    monkeypatch.setattr(house.store, "unit", broken)
    for path in ("/desks", "/who", "/"):
        answer = browser.get(path)
        assert answer.status_code == 500
        assert caplog.records[-1].args[0] in answer.text
        assert "Rosa" not in answer.text
