"""The levels of a vote: who can learn what somebody chose. The proposal chooses one, each ballot tells it."""

from __future__ import annotations

from enum import Enum

from alongside.refusal import BadInput


class Level(Enum):
    """Who can learn what somebody chose."""

    OPEN = "open"  # a show of hands: names and choices are on record once it is counted
    PRIVATE = "private"  # the usual one: sealed for a key that the server keeps until the count
    LOCKED = "locked"  # sealed for a key that stands on three cards of paper, and nowhere else


def level_named(name: str) -> Level:
    """Return the level of that name.

    Raises:
        BadInput: where there is none; the sentence names all of them.
    """
    if name not in {level.value for level in Level}:
        names = ", ".join(level.value for level in Level)
        raise BadInput(f"there is no level “{name}” for a vote", remedy=f"The levels are {names}.")
    return Level(name)
