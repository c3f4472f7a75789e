"""What a period's work comes to: accounts of placements added up by business, by kind and by month."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from typing import TypeVar

import attrs

from alongside.instants import Period
from alongside.money import Pence
from alongside.placements.placement import PlacementType
from alongside.placements.wages import Account

Group = TypeVar("Group", bound=Hashable)


@attrs.frozen(kw_only=True)
class Line:
    """How many people, and minutes: agreed for a week, worked in the period and in the one before."""

    people: int
    agreed: int
    worked: int
    before: int


@attrs.frozen(kw_only=True)
class Summary:
    """Work in a period beside the period before; ``days`` are those of both that have come."""

    now: tuple[Account, ...]
    before: tuple[Account, ...]
    days: Period

    @property
    def day(self) -> date:
        """The last day of the period that has come."""
        return self.days.last

    @property
    def people(self) -> int:
        """People who had a placement at any time in the period."""
        return len({one.placement.person for one in self.now})

    @property
    def worked(self) -> tuple[int, int]:
        """Minutes worked, now and before."""
        return _minutes(self.now), _minutes(self.before)

    @property
    def paid(self) -> tuple[int, int]:
        """Minutes worked for pay, now and before."""
        return _minutes(_paid(self.now)), _minutes(_paid(self.before))

    @property
    def earned(self) -> tuple[Pence, Pence]:
        """Wages earned, now and before."""
        return _earned(self.now), _earned(self.before)

    @property
    def in_paid_work(self) -> int:
        """People with a paid placement in the period."""
        return len({one.placement.person for one in _paid(self.now)})

    @property
    def in_paid_work_before(self) -> int:
        """People with a paid placement in the period before."""
        return len({one.placement.person for one in _paid(self.before)})

    def by_business(self) -> dict[str, Line]:
        """A line for each business, by id."""
        return self._lines(lambda one: one.placement.business)

    def by_kind(self, apart: Collection[PlacementType] = tuple(PlacementType)) -> dict[PlacementType | None, Line]:
        """A line for each kind that is to be told ``apart``, in their usual order; under None the others."""
        lines = self._lines(lambda one: one.placement.kind if one.placement.kind in apart else None)
        return {kind: lines[kind] for kind in (*PlacementType, None) if kind in lines}

    def _lines(self, group_of: Callable[[Account], Group]) -> dict[Group, Line]:
        found = {}
        for group in dict.fromkeys(group_of(one) for one in (*self.now, *self.before)):
            now = [one for one in self.now if group_of(one) == group]
            before = [one for one in self.before if group_of(one) == group]
            people = len({one.placement.person for one in now})
            agreed = sum(one.placement.minutes_on(self.day) for one in now if one.placement.runs_on(self.day))
            found[group] = Line(people=people, agreed=agreed, worked=_minutes(now), before=_minutes(before))
        return found

    def months(self) -> dict[Period, tuple[int, int]]:
        """Minutes worked for pay and without, by calendar month; a part of a month would look like a bad one."""
        found: dict[Period, tuple[int, int]] = {}
        for one in (*self.before, *self.now):
            for month, minutes in one.months.items():
                paid, unpaid = found.get(month, (0, 0))
                more = (minutes, 0) if one.placement.paid else (0, minutes)
                found[month] = paid + more[0], unpaid + more[1]
        whole = (month for month in found if self.days.first <= month.first and month.last <= self.days.last)
        return {month: found[month] for month in sorted(whole, key=lambda month: month.first)}


def _paid(accounts: Iterable[Account]) -> list[Account]:
    return [one for one in accounts if one.placement.paid]


def _minutes(accounts: Iterable[Account]) -> int:
    return sum(one.minutes for one in accounts)


def _earned(accounts: Iterable[Account]) -> Pence:
    return Pence(sum(one.earned for one in accounts))
