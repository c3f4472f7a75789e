"""A vote on a budget: projects with their costs, what there is to spend, and who ticked what.

Money is whole numbers throughout. Where costs have decimals, everything is counted in the smallest part that
occurs, and ``parts`` of them make one unit of the currency.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.decisions.counting.ballots import Contest, Kind, Pile, check_pile
from alongside.refusal import BadInput


@attrs.frozen(order=True)
class Pointed:
    """Ballots that say the same: the projects on them, the points of each, and how many ballots there are."""

    projects: tuple[int, ...]
    points: tuple[int, ...]
    ballots: int


@attrs.frozen(kw_only=True)
class Spending(Contest):
    """What is asked of everybody: which of these projects should the money go to?

    Candidates are the projects' ids; ``titles`` say what they are, where that is known. ``costs`` are in the
    order of the projects. A pile's preferences are the projects ticked; an empty pile is people who ticked none,
    and who have a share of the money all the same. ``repeated`` is how many ballots named a project twice, which
    is one vote. Where ballots held points, ``points`` are their sums for each project, ``pointed`` the ballots.

    Raises:
        BadInput: where a cost or the budget is below zero, a project has no cost, or a ballot names one twice or
            one that is unknown.
    """

    titles: tuple[str, ...] = ()
    costs: tuple[int, ...]
    budget: int
    piles: tuple[Pile, ...]
    parts: int = 1
    repeated: int = 0
    points: tuple[int, ...] | None = None
    pointed: tuple[Pointed, ...] = ()
    kind: Kind = Kind.PROJECTS

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        super().__attrs_post_init__()
        if len(self.costs) != len(self.candidates):
            raise BadInput(f"{len(self.candidates)} projects have {len(self.costs)} costs", where=self.source)
        if min((*self.costs, self.budget)) < 0:
            raise BadInput("a sum of money is below zero", where=self.source, remedy="Give costs from 0.")
        for pile in set(self.piles):
            check_pile(pile, len(self.candidates), self.source)

    @property
    def ballots(self) -> int:
        """How many people voted, those who ticked nothing too."""
        return sum(pile.ballots for pile in self.piles)

    @property
    def empty_ballots(self) -> int:
        """How many people ticked nothing."""
        return sum(pile.ballots for pile in self.piles if not pile.preferences)

    @property
    def votes(self) -> dict[int, int]:
        """How many people ticked each project."""
        found = dict.fromkeys(self.standing, 0)
        for pile in self.piles:
            for number in pile.preferences:
                found[number] += pile.ballots
        return found

    @property
    def strength(self) -> dict[int, int]:
        """What a greedy count goes by: the points of each project, where ballots held points, else its votes."""
        return self.votes if self.points is None else dict(zip(self.standing, self.points, strict=True))

    def label(self, number: int) -> str:
        """A project as a person knows it: its id and what it is."""
        title = self.titles[number - 1] if self.titles else ""
        return f"{self.name(number)} {title}".rstrip()

    def known_as(self, number: int) -> str:
        """A project as a sentence calls it: what it is, and its id."""
        title = self.titles[number - 1] if self.titles else ""
        return f"{title} ({self.name(number)})" if title else self.name(number)

    def cost(self, number: int) -> int:
        """What a project costs."""
        return self.costs[number - 1]

    def together(self, numbers: Iterable[int]) -> int:
        """What these projects cost together."""
        return sum(self.costs[number - 1] for number in numbers)
