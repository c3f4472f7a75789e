"""Wrong guesses: they stop whoever tries, and not everybody who stands behind the same address."""

import pytest

from alongside.addresses import household
from alongside.sign_in import offers
from alongside.sign_in.guess import BY_ADDRESS, BY_NAME, LINK

CAFE, ELSEWHERE = "192.0.2.7", "198.51.100.7"


def tries(unit, kind, name, sender, many):
    """So many wrong tries of which none has to wait."""
    for _ in range(many):
        offers.refuse_too_many(unit, kind, name, sender)
        offers.guessed_wrong(unit, kind, name, sender)


def test_wrong_passkeys_at_some_addresses_keep_nobody_out_at_another(place):
    with place.keyboard() as unit:
        for last in range(3):
            tries(unit, "passkey", "", f"203.0.113.{last}", BY_ADDRESS)
        offers.refuse_too_many(unit, "passkey", "", CAFE)
        with pytest.raises(offers.TooManyGuesses):  # the control: where the tries were made
            offers.refuse_too_many(unit, "passkey", "", "203.0.113.1")


def test_sixty_people_behind_one_address_may_each_ask_for_a_link_twice(place):
    with place.keyboard() as unit:
        for number in range(60):
            tries(unit, LINK, f"member{number}@harbour.example", CAFE, 2)
        tries(unit, "password", "nia", CAFE, BY_NAME)
        with pytest.raises(offers.TooManyGuesses):  # the control: guesses about one person
            offers.refuse_too_many(unit, "password", "nia", CAFE)


def test_computer_with_many_addresses_of_the_newer_kind_guesses_no_more_than_another(place):
    with place.keyboard() as unit:
        for number in range(BY_NAME):
            tries(unit, "password", "nia", f"2001:db8:0:1::{number:x}", 1)
        with pytest.raises(offers.TooManyGuesses):
            offers.refuse_too_many(unit, "password", "nia", "2001:db8:0:1:ffff::9")
        offers.refuse_too_many(unit, "password", "nia", ELSEWHERE)
        offers.refuse_too_many(unit, "password", "nia", "2001:db8:0:2::1")


def test_what_is_no_address_counts_as_itself():
    assert [household(one) for one in ("", "a browser", CAFE)] == ["", "a browser", CAFE]
