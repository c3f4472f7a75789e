"""Wrong guesses: each is counted, and too many have to wait. The caller was checked."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.refusal import Refusal, worded
from alongside.sign_in.guess import WINDOW, Guess, about
from alongside.sign_in.tables import GUESSES, guess
from alongside.store import Unit


class TooManyGuesses(Refusal):
    """There were too many wrong guesses; nothing more is tried for a while, right or wrong."""

    status = 429

    def __init__(self) -> None:
        super().__init__(
            worded("sign_in", "There were too many tries. Wait a quarter of an hour, or come in another way.")
        )


def refuse_too_many(unit: Unit, kind: str, name: str, sender: str) -> None:
    """Refuse where there were too many wrong guesses of a ``kind`` about a name, or from a network address.

    Raises:
        TooManyGuesses: until enough of them are older than the window.
    """
    limits = about(kind, name, sender)
    counted = sa.select(guess.c.about, sa.func.count()).where(
        guess.c.about.in_(sorted(limits)), guess.c.at > unit.now - WINDOW
    )
    found = dict(tuple(row) for row in unit.question(counted.group_by(guess.c.about)))
    if any(found.get(digest, 0) >= most for digest, most in limits.items()):
        raise TooManyGuesses


def guessed_wrong(unit: Unit, kind: str, name: str, sender: str) -> None:
    """Count a wrong guess. The unit has to stay, although the form is shown again (``Noted``)."""
    for digest in about(kind, name, sender):
        unit.add(GUESSES, Guess(id=unit.new_id(), about=digest, at=unit.now))
