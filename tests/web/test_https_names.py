import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.refusal import BadInput
from alongside.web.https.names import (
    computer_name,
    in_letters,
    is_number,
    name_or_number,
    network_number,
    own_number,
)
from alongside.web.reached import Reached


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("cafe.local", "cafe.local"),
        (" Cafe.Local ", "cafe.local"),
        ("café.local", "xn--caf-dma.local"),
        ("a-1.b2.example.org", "a-1.b2.example.org"),
    ],
)
def test_name_is_read_as_browsers_send_it(typed, sent):
    assert computer_name(typed) == sent


def test_name_is_shown_with_the_letters_that_people_write():
    assert in_letters("https://xn--caf-dma.local:8443") == "https://café.local:8443"
    assert in_letters("https://cafe.local:8443") == "https://cafe.local:8443"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ".",
        "a..b",
        "cafe.local.",
        "-a.local",
        "a_b.local",
        "*.local",
        "a b.local",
        "a.local/x",
        "a.local:80",
        "x" * 64 + ".local",
        "x." * 127 + "local",
        "1.2.3",
        "192.168.1.999",
        "https://cafe.local",
        "a\0.local",
    ],
)
def test_what_is_no_name_is_refused_in_one_sentence_with_an_example(typed):
    with pytest.raises(BadInput, match=r"is no name of a computer\. Give one such as cafe\.local"):
        computer_name(typed)


@pytest.mark.parametrize("typed", ["cafe", "localhost", "com"])
def test_name_without_a_dot_would_stand_for_all_under_it_and_is_refused(typed):
    with pytest.raises(BadInput, match="has no dot"):
        computer_name(typed)


@pytest.mark.parametrize("typed", ["127.0.0.1", "::1", "0.0.0.0", "::", "224.0.0.1", "ff02::1", "fe80::1%eth0"])  # noqa: S104
def test_number_at_which_no_other_computer_could_open_it_is_refused(typed):
    with pytest.raises(BadInput, match="no other computer could open"):
        network_number(typed)


@pytest.mark.parametrize("typed", ["8.8.8.8", "2001:4860:4860::8888"])
def test_number_of_the_whole_internet_gets_no_certificate_of_ones_own(typed):
    assert str(network_number(typed)) == typed
    with pytest.raises(BadInput, match="whole internet"):
        own_number(typed)


def test_number_in_brackets_and_in_another_form_is_the_same_number():
    assert str(own_number("[FD00:0::0020]")) == "fd00::20"
    assert str(own_number(" 192.168.1.20 ")) == "192.168.1.20"
    with pytest.raises(BadInput, match="is no network address"):
        own_number("192.168.1")


@given(st.text(max_size=40) | st.ip_addresses().map(str))
def test_whatever_is_taken_as_a_name_is_one_that_the_guard_knows_again(text):
    try:
        name = name_or_number(text)
    except BadInput:
        return
    host = f"[{name}]" if ":" in name else name
    assert Reached.on_the_network([name], 8443).knows(f"{host}:8443")
    assert name_or_number(name) == name
    assert is_number(name) == is_number(text)
