"""What the searching process is asked, and what it answers."""

from __future__ import annotations

import attrs

from .problem import Published, Roster


@attrs.frozen(kw_only=True)
class Question:
    """A problem, and for how many seconds it may be searched."""

    problem: Published
    seconds: float


@attrs.frozen(kw_only=True)
class Solved:
    """What came of a search: shifts of people on days (None where no roster was found), its cost, and the bound.

    No roster can cost less than ``bound``; ``seconds`` are those of the search, the start of its process apart.
    """

    shifts: tuple[tuple[str, int, str], ...] | None
    cost: int
    bound: int
    seconds: float

    @property
    def roster(self) -> Roster:
        """Who works what on which day; empty where nothing was found."""
        return {(person, day): kind for person, day, kind in self.shifts or ()}

    @property
    def proven(self) -> bool:
        """True if no roster can be better."""
        return self.shifts is not None and self.cost <= self.bound
