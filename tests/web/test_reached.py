"""How the application is reached: which names are ours, which origin our pages have, what cookies are called."""

import attrs
import pytest

from alongside.web.reached import Reached

PLAIN = Reached.on_this_computer(8765)
NETWORK = Reached.on_the_network(["cafe.local", "192.168.1.20", "fd00::20"], 8443)
PROXY = Reached.through_a_proxy(["alongside.example.org"])


@pytest.mark.parametrize(
    ("reached", "host", "origin"),
    [
        (PLAIN, "127.0.0.1:8765", "http://127.0.0.1:8765"),
        (PLAIN, "localhost", "http://localhost"),
        (PLAIN, "localhost:9000", "http://localhost:9000"),  # through a tunnel
        (PLAIN, "LocalHost:80", "http://localhost"),
        (NETWORK, "cafe.local:8443", "https://cafe.local:8443"),
        (NETWORK, "192.168.1.20:8443", "https://192.168.1.20:8443"),
        (NETWORK, "[fd00::20]:8443", "https://[fd00::20]:8443"),
        (NETWORK, "localhost:8443", "https://localhost:8443"),
        (PROXY, "alongside.example.org", "https://alongside.example.org"),
        (PROXY, "Alongside.example.org:443", "https://alongside.example.org"),
        (PROXY, "alongside.example.org:80", "https://alongside.example.org:80"),
    ],
)
def test_origin_of_our_own_names_is_written_as_a_browser_writes_it(reached, host, origin):
    assert (reached.knows(host), reached.origin_of(host)) == (True, origin)


@pytest.mark.parametrize("reached", [PLAIN, NETWORK, PROXY])
@pytest.mark.parametrize(
    "host",
    [
        "",
        "elsewhere.example",
        "127.0.0.1.elsewhere.example",
        "localhost:1\n",
        "localhost:",
        "localhost:999999",
        "x@localhost",
        "localhost/",
        "cafe.local.",
        "[::1]:8765",
        "fd00::20",
        "[127.0.0.1]",
        "cafe.local,cafe.local",
        "192.168.1.2",
    ],
)
def test_name_that_is_not_ours_has_no_origin(reached, host):
    assert (reached.knows(host), reached.origin_of(host)) == (False, None)


def test_through_a_proxy_this_computer_s_own_names_are_not_ours():
    assert not PROXY.knows("127.0.0.1:8080")


def test_over_https_cookies_are_bound_to_the_name_and_elsewhere_they_carry_the_port():
    assert PLAIN.cookie_name("session") == "alongside_session_8765"
    assert NETWORK.cookie_name("session") == "__Host-alongside_session_8443"
    assert PROXY.cookie_name("session") == "__Host-alongside_session"
    assert [one.secure for one in (PLAIN, NETWORK, PROXY)] == [False, True, True]


def test_two_enterprises_on_one_computer_keep_their_cookies_apart():
    names = {Reached.on_this_computer(port).cookie_name("session") for port in (8080, 8081)}
    names |= {Reached.on_the_network(["cafe.local"], port).cookie_name("session") for port in (443, 8443)}
    assert len(names) == 4


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("cafe.local", "https://cafe.local:8443"),
        ("192.168.1.20", "https://192.168.1.20:8443"),
        ("fd00::20", "https://[fd00::20]:8443"),
    ],
)
def test_address_to_open_is_one_that_we_know_ourselves(name, address):
    assert NETWORK.address_at(name) == address
    assert NETWORK.origin_of(address.removeprefix("https://")) == address


def test_port_of_the_scheme_itself_is_left_out_of_the_address():
    assert Reached.on_the_network(["cafe.local"], 443).address_at("cafe.local") == "https://cafe.local"
    assert PROXY.address_at("alongside.example.org") == "https://alongside.example.org"


def test_it_is_a_value_that_nothing_changes():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        PLAIN.scheme = "https"
