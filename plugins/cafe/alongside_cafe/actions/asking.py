"""Reading what the rota's question is made of: who could work when, and within which limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import attrs

from alongside.api import enterprise, people, placements
from alongside.api.rules import RuleValue, strictest
from alongside.api.store import Unit
from alongside.api.values import Period

from ..availability import Availability
from ..house_rules import HouseRules
from ..own_limit import minutes_for
from ..problem import Problem
from ..rules import Limits, WorkingTime
from ..shift import Shift
from ..tables import availabilities, places_of
from ..tables.house import house_rules_of
from ..tables.own_limits import own_limits
from ..worker import Worker
from .bringing import Brought
from .can_do import can_do
from .their_time import looked_at, with_their_time
from .weighing import paid_here, weighed

ADULT, UNDER_18 = 18, 17
DAY = 24 * 60


def problem_of(
    unit: Unit, business: str, period: Period, shifts: Sequence[Shift], own: Collection[str]
) -> Problem:
    """Return the question of a period; ``own`` are the claims of the assignments that it asks about."""
    problem = problem_to_check(unit, business, period, shifts, own)
    return weighed(unit, business, period, house_rules_of(unit, business), problem)


def problem_to_check(
    unit: Unit,
    business: str,
    period: Period,
    shifts: Sequence[Shift],
    own: Collection[str],
    at_work: Collection[str] | None = None,
) -> Problem:
    """Return the question of a period as far as rules forbid something: enough to check a rota, not to search one.

    Where it is said who is ``at_work``, nobody else's time is read: the others seem to be free.
    """
    limits, rules = limits_in(unit, business, period), house_rules_of(unit, business)
    # Asked first of the longest time that any of this looks at: the answers of shorter ones are among it.
    placements.placements_in(unit, looked_at(period, limits))
    there = paid_here(unit, business, period)
    reading = _Reading(unit, business, period, sorted(there), rules)
    problem = Problem(
        zone=enterprise.the_enterprise(unit).zone,
        shifts=tuple(shifts),
        workers=tuple(reading.worker(there[who]) for who in sorted(there)),
        limits=limits,
        coached_at_once=rules.coached_at_once,
        apart=reading.brought.apart,
        today=enterprise.today(unit),
    )
    whose = there.keys() if at_work is None else there.keys() & set(at_work)
    return with_their_time(unit, business, problem, period, own, whose)


def limits_in(unit: Unit, business: str, period: Period) -> Limits:
    """Return the limits on the days of a period: the law's, or what was promised beyond it."""

    def held(name: str, age: int) -> RuleValue:
        return held_to(unit, business, period, name, age)

    def for_all(age: int) -> WorkingTime:
        return WorkingTime(
            rest=held("uk.daily-rest", age).minutes,
            # Rounded up: who was promised 36 hours has two days off in seven, not one.
            days_off=-(-held("uk.weekly-rest", age).minutes // DAY),
            break_after=held("uk.break-after", age).minutes,
            break_length=held("uk.break-length", age).minutes,
        )

    return Limits(
        adults=attrs.evolve(
            for_all(ADULT),
            week=held("uk.average-week", ADULT).minutes,
            average=held("uk.average-week", ADULT).minutes,
            average_weeks=int(held("uk.average-week-span", ADULT).value),
        ),
        under_18=attrs.evolve(
            for_all(UNDER_18),
            day=held("uk.longest-day", UNDER_18).minutes,
            week=held("uk.longest-week", UNDER_18).minutes,
            night=(held("uk.night-starts", UNDER_18).clock, held("uk.night-ends", UNDER_18).clock),
        ),
    )


def held_to(unit: Unit, business: str, period: Period, name: str, age: int) -> RuleValue:
    """Return what a rule is worth in a period: the stricter of its first and its last day."""
    days = (period.first, period.last)
    return strictest(enterprise.rule(unit, name, day, age, business=business) for day in days)


class _Reading:
    """What is known of the people of a business in a period but for their time, each kind of row read once."""

    def __init__(self, unit: Unit, business: str, period: Period, ids: Sequence[str], rules: HouseRules) -> None:
        self.period, self._rules = period, rules
        self._born = {one.id: one.date_of_birth for one in people.everybody(unit)}
        self._can_do = can_do(unit, ids)
        self._agreed = placements.agreed_minutes(unit, ids, period.first)
        self._wished = placements.most_minutes(unit, ids)
        self._limits = own_limits(unit)
        self._rates = _highest_rates(unit, period)
        self._opted_out = placements.opted_out(unit, ids, period)
        self._said = availabilities(unit, business)
        self._held_back = placements.held_back(unit, business, period)
        self.brought = Brought(unit, business, period, ids)
        self._held = {who: days for who in ids if (days := self._held_days(who))}
        self._keeps = _on_the_rota(unit, business, self._held, period)

    def worker(self, hers: Sequence[placements.Placement]) -> Worker:
        """Return what the rota needs to know of one person, by her placements, the oldest first."""
        who = hers[0].person
        agreed = max(self._agreed[who], hers[0].minutes_on(self.period.first))
        skills = self._can_do[who]
        # The most that is agreed for a week bounds all: which week has how much, the steps of her hours say.
        most = max(agreed, self.brought.most_agreed(hers)) + self._rules.margin_minutes
        return Worker(
            id=who,
            skills=skills,
            availability=self._availability(hers),
            agreed_minutes=agreed,
            most_minutes=most,
            own_most=self._own_most(who),
            opted_out=who in self._opted_out,
            under_18=_under_18(self._born.get(who), self.period.first),
            held=self._held.get(who, frozenset()),
            keeps=frozenset(self._keeps.get(who, ())),
            **self.brought.of(hers, skills),
        )

    def _own_most(self, who: str) -> int | None:
        """The fewer of the hours she wants at the most and those that pay what she wants at the most."""
        limit, rate = self._limits.get(who), self._rates.get(who)
        paid = [minutes_for(limit, rate)] if limit is not None and rate else []
        wished = [self._wished[who]] if who in self._wished else []
        return min(wished + paid, default=None)

    def _held_days(self, who: str) -> frozenset[date]:
        held = self._held_back.get(who, ())
        back = frozenset(day for day in self.period.days() if any(one.on(day) for one in held))
        return back | self.brought.without_a_coach(who)

    def _availability(self, hers: Sequence[placements.Placement]) -> Availability:
        """What she has said, without days on which no placement of hers runs; nothing said is never."""
        said = self._said.get(hers[0].person)
        outside = {day for day in self.period.days() if not any(one.runs_on(day) for one in hers)}
        away = outside | (said.away if said else frozenset())
        if said is None:
            return Availability((), frozenset(away))
        return Availability(said.hours, frozenset(away), on_days=said.on_days)


def _highest_rates(unit: Unit, period: Period) -> Mapping[str, int]:
    """The highest rate of each person on any day of a period, in all businesses: no hour of hers pays more."""
    found: dict[str, int] = {}
    for one in placements.placements_in(unit, period):
        found[one.person] = max(found.get(one.person, 0), one.rate or 0)
    return found


def _on_the_rota(
    unit: Unit, business: str, people: Collection[str], period: Period
) -> Mapping[str, Collection[str]]:
    """What the shifts are called that some people were planned for."""
    found: dict[str, set[str]] = defaultdict(set)
    for person, _shift, called in places_of(unit, business, people, period):
        found[person].add(called)
    return found


def _under_18(born: date | None, day: date) -> bool:
    return born is not None and (day.year - born.year - ((day.month, day.day) < (born.month, born.day))) < ADULT
