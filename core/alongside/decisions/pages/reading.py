"""Reading a proposal in Easy Read: on one page where it is short, else one idea a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from alongside.decisions.pages.facts import Choice

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen

MOST_WORDS = 24
"""Words of a reason and its choices that stand on one page together with how to vote."""

CHOICES_AT_ONCE = 3
"""Choices on a page of their own."""


@attrs.frozen(kw_only=True)
class Sheet:
    """One page of what is read: the reason, some of the choices, or how to vote."""

    why: bool
    choices: Sequence[Choice]
    how: bool
    number: int
    of: int

    @property
    def next(self) -> int:
        """The number of the page that follows; 0 where none does."""
        return self.number + 1 if self.number < self.of else 0

    @property
    def back(self) -> int:
        """The number of the page before; 0 where there is none."""
        return self.number - 1


def sheet(seen: Seen, why: str, paper: Sequence[Choice], number: str) -> Sheet:
    """Return the page of that number; the first where there is none of it."""
    if seen.outcome or _words(why, paper) <= MOST_WORDS:
        return Sheet(why=True, choices=paper, how=True, number=1, of=1)
    parts = [paper[first : first + CHOICES_AT_ONCE] for first in range(0, len(paper), CHOICES_AT_ONCE)] or [()]
    of = len(parts) + 1
    which = int(number) if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= of else 1
    choices = parts[which - 2] if which > 1 else ()
    return Sheet(why=which == 1, choices=choices, how=which == of, number=which, of=of)


def _words(why: str, paper: Sequence[Choice]) -> int:
    return len(" ".join((why, *(f"{one.words} {one.says}" for one in paper))).split())
