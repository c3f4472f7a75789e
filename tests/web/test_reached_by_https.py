"""The guard over HTTPS: other names, another scheme, a proxy between, and what a browser is told to remember."""

import asyncio

import pytest

from alongside.web.arrival import Arrival, arrived
from alongside.web.door import Door
from alongside.web.guard import guarded
from alongside.web.objections import objection
from alongside.web.reached import Reached

NETWORK = Reached.on_the_network(["cafe.local", "192.168.1.20"], 8443)
PROXY = Reached.through_a_proxy(["alongside.example.org"])
FROM_THE_PROXY = {
    "host": "alongside.example.org",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.9",
}


def read(client, headers=None):
    """Ask for something small; 200 where the guard lets it pass."""
    return client.get("/static/mark.svg", headers=headers)


def post(client, **headers):
    """Send a form to an address that does not exist; 404 where the guard lets it pass."""
    return client.post("/nowhere", data={"name": "x"}, headers=headers).status_code


@pytest.mark.parametrize("name", ["cafe.local:8443", "192.168.1.20:8443", "localhost:8443", "127.0.0.1:8443"])
def test_named_addresses_are_ours_on_the_network_and_their_forms_are_taken(asking, name):
    client = asking(NETWORK, "https://cafe.local:8443", sender="192.168.1.77")
    assert read(client, {"host": name}).status_code == 200
    assert post(client, host=name, origin=f"https://{name}") == 404


@pytest.mark.parametrize(
    "origin",
    [
        "http://cafe.local:8443",
        "https://cafe.local",
        "https://192.168.1.20:8443",
        "https://elsewhere.example",
        "null",
    ],
)
def test_form_with_another_scheme_name_or_port_is_refused(asking, origin):
    client = asking(NETWORK, "https://cafe.local:8443")
    assert post(client, origin=origin) == 403
    assert post(client, origin="https://cafe.local:8443") == 404  # the control


@pytest.mark.parametrize("name", ["192.168.1.21:8443", "evil.cafe.local:8443", "cafe.local.:8443", "router.local"])
def test_name_that_nobody_gave_is_turned_away_with_those_that_are_ours(asking, name):
    answer = read(asking(NETWORK, "https://cafe.local:8443"), {"host": name})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert "cafe.local, localhost, 127.0.0.1, 192.168.1.20" in answer.text


def test_key_of_the_door_is_kept_for_https_where_there_is_https(house, asking):
    house.door = Door.new()
    for reached, address in (
        (NETWORK, "https://cafe.local:8443"),
        (Reached.on_this_computer(), "http://127.0.0.1:1"),
    ):
        client = asking(reached, address)
        assert read(client).status_code == 403
        kept = client.get(house.door.path, follow_redirects=False).headers["set-cookie"]
        assert ("; Secure" in kept) == reached.secure
        assert read(client).status_code == 200


# --- what a browser is told to remember


def test_browser_is_told_for_a_week_to_come_to_the_name_by_https_alone(asking):
    answer = read(asking(NETWORK, "https://cafe.local:8443"))
    assert answer.headers["strict-transport-security"] == "max-age=604800"


@pytest.mark.parametrize("name", ["192.168.1.20:8443", "localhost:8443", "127.0.0.1:8443", "elsewhere.example"])
def test_no_promise_is_made_for_numbers_for_localhost_or_for_names_of_others(asking, name):
    assert (
        "strict-transport-security" not in read(asking(NETWORK, "https://cafe.local:8443"), {"host": name}).headers
    )


def test_no_promise_is_made_over_plain_http(browser):
    assert "strict-transport-security" not in browser.get("/who").headers


# --- a reverse proxy


def test_what_the_proxy_hands_on_is_welcome(asking):
    client = asking(PROXY, "http://127.0.0.1:8080")
    answer = read(client, FROM_THE_PROXY)
    assert (answer.status_code, "strict-transport-security" in answer.headers) == (200, True)
    assert post(client, **FROM_THE_PROXY, origin="https://alongside.example.org") == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"x-forwarded-proto": None},
        {"x-forwarded-proto": "http"},
        {"x-forwarded-proto": "HTTPS"},
        {"x-forwarded-proto": "https, http"},
        {"x-forwarded-proto": "https,https"},
        {"x-forwarded-for": None},
        {"x-forwarded-for": "unknown"},
        {"x-forwarded-for": "203.0.113.9, "},
        {"host": "127.0.0.1:8080"},
        {"host": "localhost"},
        {"host": "elsewhere.example", "x-forwarded-host": "alongside.example.org"},
    ],
)
def test_what_the_proxy_hands_on_by_halves_is_refused_with_what_is_missing(asking, changed):
    headers = {name: value for name, value in {**FROM_THE_PROXY, **changed}.items() if value is not None}
    answer = read(asking(PROXY, "http://127.0.0.1:8080"), headers)
    assert (answer.status_code, "alongside.example.org" in answer.text) == (400, True)


def test_header_that_comes_twice_is_refused(asking):
    for name, value in FROM_THE_PROXY.items():
        twice = [*FROM_THE_PROXY.items(), (name, value)]
        found = read(asking(PROXY, "http://127.0.0.1:8080"), twice).status_code
        assert found == (200 if name == "x-forwarded-for" else 400)  # addresses are a list, whose last one counts


def test_another_computer_is_no_proxy_of_ours_whatever_it_says(asking):
    for sender in ("192.168.1.77", "::ffff:192.168.1.77", "fd00::7"):
        assert read(asking(PROXY, "http://127.0.0.1:8080", sender), FROM_THE_PROXY).status_code == 400
    for sender in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        assert read(asking(PROXY, "http://127.0.0.1:8080", sender), FROM_THE_PROXY).status_code == 200


def test_form_from_another_site_is_refused_behind_a_proxy_too(asking):
    client = asking(PROXY, "http://127.0.0.1:8080")
    for origin in ("http://alongside.example.org", "https://elsewhere.example", "http://127.0.0.1:8080"):
        assert post(client, **FROM_THE_PROXY, origin=origin) == 403


def test_without_the_setting_a_proxys_words_change_nothing(asking):
    forged = {**FROM_THE_PROXY, "x-forwarded-host": "127.0.0.1:8765", "forwarded": "for=1.2.3.4;proto=https"}
    client = asking(Reached.on_this_computer(8765), "http://127.0.0.1:8765")
    assert read(client, forged).status_code == 400  # the name is not ours
    answer = read(client, {**forged, "host": "127.0.0.1:8765"})
    assert (answer.status_code, "strict-transport-security" in answer.headers) == (200, False)
    assert post(client, **{**forged, "host": "127.0.0.1:8765"}, origin="https://127.0.0.1:8765") == 403


def address_of(reached, *pairs, sender="127.0.0.1"):
    headers = [(name.encode(), value.encode()) for name, value in pairs]
    return arrived({"method": "GET", "path": "/", "headers": headers, "client": (sender, 1)}, reached).address


def test_address_that_counts_is_the_one_our_own_proxy_put_last():
    made_up = ("x-forwarded-for", "10.0.0.1, 203.0.113.9")
    assert address_of(PROXY, made_up) == "203.0.113.9"
    assert address_of(PROXY, ("x-forwarded-for", "10.0.0.1"), ("x-forwarded-for", "203.0.113.9")) == "203.0.113.9"
    assert address_of(PROXY, ("x-forwarded-for", "::ffff:203.0.113.9")) == "203.0.113.9"
    assert address_of(NETWORK, made_up, sender="192.168.1.77") == "192.168.1.77"
    assert address_of(NETWORK, made_up, sender="fe80::1%eth0") == "fe80::1"


def test_pages_see_the_request_as_the_browser_sent_it_to_the_proxy():
    seen = []

    async def app(scope, *_):
        seen.append((scope["scheme"], scope["client"][0]))

    headers = [(name.encode(), value.encode()) for name, value in FROM_THE_PROXY.items()]
    scope = {"type": "http", "method": "GET", "path": "/", "scheme": "http", "client": ("127.0.0.1", 1)}
    asyncio.run(guarded(app, None, PROXY)({**scope, "headers": headers}, None, None))
    assert seen == [("https", "203.0.113.9")]


def test_objections_are_sentences_without_anything_that_was_sent():
    canary = "canary-7f3a"
    for reached in (NETWORK, PROXY):
        headers = {"host": canary, "origin": canary, "x-forwarded-for": canary, "cookie": canary}
        found = objection(Arrival(method="POST", path=f"/{canary}", headers=headers), reached)
        assert canary not in found.sentence
        assert found.sentence.endswith(".")
