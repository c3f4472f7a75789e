"""A bookable: what a studio offers, such as “Rehearse in Room 1”, and what it needs."""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.api.values import BadInput

DAY = 24 * 60
GRIDS = (15, 30, 60)
LONGEST_NAME = 60


class Who(Enum):
    """Who may book it without asking a manager to do it."""

    MEMBERS = "members"
    MANAGERS = "managers"  # for members and for hirers, by whoever runs the studio


@attrs.frozen(kw_only=True)
class Need:
    """One thing that it needs: ``resource``, a certain room or thing, or ``count`` of the equal things of a pool.

    Raises:
        BadInput: where it names both or neither, or asks for none.
    """

    resource: str = ""
    pool: str = ""
    count: int = 1

    def __attrs_post_init__(self) -> None:
        """Check that it says one thing."""
        if bool(self.resource) == bool(self.pool):
            raise BadInput("a need is one room or thing, or a number of equal things", remedy="Choose one.")
        if self.count < 1 or (self.resource and self.count != 1):
            raise BadInput(f"{self.count} of it cannot be needed", remedy="Give 1 or more.")


@attrs.frozen(kw_only=True)
class Bookable:
    """What can be booked. Lengths and ``grid`` (starts at each quarter, half or whole hour) are minutes.

    ``approval`` says that a member's booking is a request until a manager says yes; ``members_free`` that the
    group pays for its members' hours.

    Raises:
        BadInput: without a name or a need, or for lengths that cannot be.
    """

    id: str
    business: str
    name: str = attrs.field()
    picture: str
    needs: tuple[Need, ...] = attrs.field()
    least: int
    most: int
    grid: int = attrs.field(default=30)
    who: Who = Who.MEMBERS
    approval: bool = False
    members_free: bool = True
    active: bool = True
    version: int = 1

    @name.validator
    def _named(self, _: object, name: str) -> None:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
            raise BadInput("what can be booked needs a name", remedy=f"Say it in 1 to {LONGEST_NAME} letters.")

    @needs.validator
    def _different(self, _: object, needs: tuple[Need, ...]) -> None:
        named = [need.resource or need.pool for need in needs]
        if not needs or len(set(named)) != len(named):
            raise BadInput("a booking needs a room or a thing, each named once", remedy="Choose what it needs.")

    @grid.validator
    def _on_the_clock(self, _: object, grid: int) -> None:
        if grid not in GRIDS:
            raise BadInput(f"starts every {grid} minutes cannot be offered", remedy="Give 15, 30 or 60.")

    def __attrs_post_init__(self) -> None:
        """Check the lengths against each other."""
        if not 0 < self.least <= self.most <= DAY:
            raise BadInput(
                f"a booking from {self.least} to {self.most} minutes cannot be", remedy="Give a day at the most."
            )

    def lengths(self) -> list[int]:
        """Return up to four lengths to choose from, each a whole step longer than the one before."""
        step = max(self.grid, 60 if self.most - self.least >= 60 else self.grid)
        return list(range(self.least, self.most + 1, step))[:4]

    def check(self, minutes: int) -> None:
        """Refuse a length that is not offered."""
        if not self.least <= minutes <= self.most or minutes % self.grid:
            remedy = f"Give from {self.least / 60:g} to {self.most / 60:g} hours, in steps of {self.grid} minutes."
            raise BadInput(f"“{self.name}” cannot be booked for {minutes / 60:g} hours", remedy=remedy)
