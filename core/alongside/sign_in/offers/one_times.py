"""Ways in that work once: made, found by their secret, and spent. The caller was checked."""

from __future__ import annotations

from alongside.refusal import Refusal, worded
from alongside.sign_in.one_time import LASTS, OneTime, Purpose
from alongside.sign_in.session import new_token, seal_of
from alongside.sign_in.tables import ONE_TIMES, one_time
from alongside.store import Unit


class TooOld(Refusal):
    """A link or a step that works no more, or not in this browser; which of them, it does not tell."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            worded(
                "sign_in",
                "This works no more, or not in this browser. "
                "Ask for a new link in the browser that you want to use.",
            )
        )


def make_one_time(unit: Unit, person: str, purpose: Purpose, browser: str | None = None) -> str:
    """Make one for a person, and return its secret, which is kept nowhere."""
    token = new_token()
    unit.add(
        ONE_TIMES,
        OneTime(
            id=unit.new_id(), seal=seal_of(token), purpose=purpose, person=person, browser=browser, made=unit.now
        ),
    )
    return token


def find_one_time(unit: Unit, token: str, browser: str, *purposes: Purpose) -> OneTime:
    """Return the one with this secret, if it works now, in this browser.

    Raises:
        TooOld: where it does not, for whichever reason.
    """
    wanted = [one.value for one in purposes]
    found = unit.find(ONE_TIMES, one_time.c.seal == seal_of(token), one_time.c.purpose.in_(wanted))
    if not found or not found[0].works(unit.now) or not found[0].works_in(browser):
        raise TooOld
    return found[0]


def spend(unit: Unit, found: OneTime) -> None:
    """Spend it: it works no more."""
    unit.change(ONE_TIMES, found, spent=unit.now)


def made_lately(unit: Unit, person: str, purpose: Purpose) -> int:
    """Return how many were made for a person in the time that one lasts."""
    since = unit.now - LASTS[purpose]
    return len(
        unit.find(
            ONE_TIMES, one_time.c.person == person, one_time.c.purpose == purpose.value, one_time.c.made > since
        )
    )
