"""The quorum: the least number that must take part, said by whoever proposes, or more than half of the roll."""

from __future__ import annotations

from alongside.refusal import BadInput

MOST_PEOPLE = 1_000_000

OVER_HALF = 0
"""The quorum of a vote that is not open yet, where nothing was said: its roll is to come."""


def check_quorum(quorum: int) -> None:
    """Refuse a quorum of nobody, and one that no roll could meet."""
    if not 1 <= quorum <= MOST_PEOPLE:
        found = f"the quorum {quorum} is not a number from 1 to {MOST_PEOPLE:,}"
        raise BadInput(found, remedy="Say how many must take part.")


def least(quorum: int, on_roll: int) -> int:
    """Return how many of so many on the roll must take part."""
    return on_roll // 2 + 1 if quorum == OVER_HALF else quorum
