"""Coming in by a link that works once."""

from __future__ import annotations

import attrs

from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import Refusal, worded
from alongside.sign_in import offers
from alongside.sign_in.actions.coming_in import needs_more
from alongside.sign_in.guess import LINK
from alongside.sign_in.one_time import Purpose
from alongside.sign_in.session import Way
from alongside.store import Unit

MOST_LINKS = 3
"""How many links a person is mailed in the time that one lasts; a fourth is not, and nobody is told."""

_WAYS = {Purpose.MAIL: Way.MAIL, Purpose.SCREEN: Way.SCREEN}


class NotByMailAlone(Refusal):
    """Whoever runs a business or looks after everything has a stronger way in, and a mailbox is less."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            worded(
                "sign_in",
                "A mailed link is not enough for what you may do. Come in with your passkey, or your password and "
                "a code. Have you lost them? Whoever keeps this computer can make you a link.",
            )
        )


@attrs.frozen
class Letter:
    """A link that is to be mailed: to whom, and its secret."""

    person: Person
    token: str


def ask_for_link(unit: Unit, address: str, browser: str, sender: str) -> list[Letter]:
    """Make a link for everybody of this e-mail address, which works in this browser alone.

    Whether there is anybody is not told: the page says the same. Asking is counted like a guess.

    Raises:
        TooManyGuesses: where too many were asked for from this network address.
    """
    offers.refuse_too_many(unit, LINK, address, sender)
    offers.guessed_wrong(unit, LINK, address, sender)
    return [
        Letter(one, offers.make_one_time(unit, one.id, Purpose.MAIL, browser))
        for one in people.with_email(unit, address)
        if offers.made_lately(unit, one.id, Purpose.MAIL) < MOST_LINKS
    ]


def print_link(unit: Unit, person: str) -> str:
    """Make a link for somebody, to be shown to whoever holds the enterprise's folder. Returns its secret."""
    unit.need("sign_in.ways")
    return offers.make_one_time(unit, people.present(unit, person).id, Purpose.SCREEN)


def whose_link(unit: Unit, token: str, browser: str) -> str:
    """Return the name of the person whom a link lets in; it is not spent by looking.

    Raises:
        TooOld: where it works no more, or not in this browser.
    """
    found = offers.find_one_time(unit, token, browser, *_WAYS)
    return people.present(unit, found.person).name


def come_in_by_link(unit: Unit, token: str, browser: str) -> str:
    """Spend a link, and begin the session of the person it is for. Returns the session's secret.

    Raises:
        TooOld: where it works no more, or not in this browser.
        NotByMailAlone: for a manager or a steward who has a passkey, or a password with a second step.
    """
    found = offers.find_one_time(unit, token, browser, *_WAYS)
    if found.purpose is Purpose.MAIL and _has_more(unit, found.person):
        raise NotByMailAlone
    offers.spend(unit, found)
    return offers.begin(unit, people.present(unit, found.person).id, _WAYS[found.purpose])


def _has_more(unit: Unit, person: str) -> bool:
    """True if a role asks for more than a mailbox, and its holder has it: until then she comes in by a link."""
    if not needs_more(unit, person):
        return False
    has = offers.ways_of(unit, person)
    return bool(has.passkeys) or (has.password and has.second_step)
