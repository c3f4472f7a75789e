"""Looking at the rota: a week of it as people read it, and what of it needs somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

import attrs

from alongside.api import diary, enterprise, people, placements
from alongside.api.store import Unit
from alongside.api.values import Audience, Period, Worded, local

from ..flag import YOURS
from ..publication import Publication
from ..rota import KeptGap, KeptShift, Rota, ids_in, with_names
from ..rules import LAWS
from ..swap import Stand
from ..tables import flags_of, rota_of
from ..tables.changes import swaps_waiting
from ..tables.drafts import publications_of
from ..tables.needs import closures_in
from .closed_since import closed_since
from .keyless import without_a_key
from .left_work import left_work
from .publishing import Standing, as_rota


@attrs.frozen(kw_only=True)
class Week:
    """A week's rota as it is read: names by id, agreed minutes by id, leave by person and day.

    ``why`` holds the sentence of each gap that this reader may read, ``faces`` how people are shown. ``waits``
    says of each place (shift and person) that waits for a certificate what this reader may know: all for who
    plans, her own for anybody who has come in by herself, nothing of others. ``laws`` names the dated rule behind
    a gap, for who plans, ``most`` the minutes that people want at the most, for who plans and for nobody else.
    ``versions`` are the newest publications of the days, ``closed`` the days on which nobody works, with why.
    ``held`` says the same of who is held back: each with the sentence, and the page where who plans finds more.
    """

    days: tuple[date, ...]
    rota: Rota
    names: Mapping[str, str]
    agreed: Mapping[str, int]
    leave: frozenset[tuple[str, date]]
    why: Mapping[str, str]
    faces: Mapping[str, people.Face]
    waits: Mapping[tuple[str, str], str]
    laws: Mapping[str, str] = attrs.field(factory=dict)
    most: Mapping[str, int] = attrs.field(factory=dict)
    held: tuple[tuple[str, Worded, str], ...] = ()
    versions: Mapping[date, Publication] = attrs.field(factory=dict)
    closed: Mapping[date, str] = attrs.field(factory=dict)

    @property
    def photos(self) -> tuple[str, ...]:
        """The addresses of the photos of those who agreed to be shown."""
        return tuple(one.photo for one in self.faces.values() if one.photo)

    def shifts_of(self, person: str, day: date) -> list[KeptShift]:
        """Return what somebody works on a day."""
        return self._worked.get((person, day), [])

    @cached_property
    def _worked(self) -> Mapping[tuple[str, date], list[KeptShift]]:
        """The shifts of everybody by person and day, in order of time."""
        found: dict[tuple[str, date], list[KeptShift]] = defaultdict(list)
        by_id = self.rota.by_id
        there = [(one.person, by_id[one.shift]) for one in self.rota.assignments]
        for person, shift in sorted(there, key=lambda one: one[1].starts):
            found[person, shift.day].append(shift)
        return dict(found)

    def minutes(self, person: str) -> int:
        """Return how long somebody works in the week."""
        return sum(one.shift.minutes for day in self.days for one in self.shifts_of(person, day))

    def waiting_on(self, day: date) -> list[tuple[KeptShift, str]]:
        """Return the places of a day that wait for a certificate, in order of time, with the sentence."""
        by_id = self.rota.by_id
        found = [(by_id[shift], said) for (shift, _), said in self.waits.items() if by_id[shift].day == day]
        return sorted(found, key=lambda one: (one[0].starts, one[0].job, one[1]))

    def gaps_on(self, day: date) -> list[tuple[KeptGap, KeptShift]]:
        """Return what is open on a day, with its shift, in order of time."""
        by_id = self.rota.by_id
        found = [(gap, by_id[gap.shift]) for gap in self.rota.gaps if by_id[gap.shift].day == day]
        return sorted(found, key=lambda one: (one[1].starts, one[1].job, one[0].id))


def week(unit: Unit, business: str, monday: date, days: int = 7) -> Week:
    """Return the published rota of some days for whoever looks: who plans reads the manager's reasons."""
    unit.need("cafe.see", business)
    period = Period(monday, monday + timedelta(days=days - 1))
    return _week(unit, business, period, rota_of(unit, business, period))


def drafted_week(unit: Unit, standing: Standing, monday: date, days: int = 7) -> Week:
    """Return the same of a draft, for who plans."""
    unit.need("cafe.plan", standing.draft.business)
    period = Period(monday, monday + timedelta(days=days - 1))
    return _week(unit, standing.draft.business, period, as_rota(unit, standing, period))


def _week(unit: Unit, business: str, period: Period, rota: Rota) -> Week:
    monday = period.first
    agreed = {
        one.person: one.minutes_on(monday) for one in placements.placements_in(unit, period, business) if one.paid
    }
    ids = {*agreed, *rota.people}
    plans = unit.may("cafe.plan", business)
    sentences = {gap.id: gap.manager if plans else gap.colleagues for gap in rota.gaps}
    held = _held_back(unit, business, period, plans=plans)
    names = people.names_of(unit, ids | ids_in(sentences.values()) | {who for who, _, _ in held})
    return Week(
        days=tuple(period.days()),
        rota=rota,
        names=dict(sorted(((one, names[one]) for one in ids), key=lambda item: (item[1].casefold(), item[0]))),
        agreed=agreed,
        leave=_leave(unit, sorted(ids), period) if plans else frozenset(),
        faces=people.faces_of(unit, ids),
        why={gap: with_names(sentence, names) for gap, sentence in sentences.items()},
        waits=waits(unit, business, rota, names, plans=plans),
        laws={gap.id: LAWS[gap.rule] for gap in rota.gaps if plans and gap.rule in LAWS},
        most=placements.most_minutes(unit, ids) if plans else {},
        held=tuple((names[who], said, path) for who, said, path in held),
        versions=_versions(unit, business, period),
        closed={one.day: one.words for one in closures_in(unit, business, period)},
    )


def _versions(unit: Unit, business: str, period: Period) -> dict[date, Publication]:
    # The oldest first, so that the newest of a day is the one that stays.
    found = reversed(publications_of(unit, business, period))
    return {day: one for one in found for day in period.days() if one.first <= day <= one.last}


def _held_back(unit: Unit, business: str, period: Period, *, plans: bool) -> list[tuple[str, Worded, str]]:
    """Who is held back, as this reader may know it: all for who plans, her own for anybody, nothing of others.

    Whoever has come in with a helper reads what colleagues read.
    """
    held = placements.held_back(unit, business, period)
    if plans:
        return [(who, one.said.manager, one.path) for who in sorted(held) for one in held[who]]
    if unit.audience(unit.actor.id, "cafe.plan", business) is not Audience.PERSON:
        return []
    return [(unit.actor.id, one.said.person, "") for one in held.get(unit.actor.id, ())]


def waits(
    unit: Unit, business: str, rota: Rota, names: Mapping[str, str], *, plans: bool
) -> dict[tuple[str, str], str]:
    """Return which places wait for a certificate, as this reader may know it; with a helper, as colleagues do."""
    place = {one.id: (one.shift, one.person) for one in rota.assignments}
    said = {}
    for flag in flags_of(unit, rota):
        if plans:
            said[place[flag.assignment]] = f"{with_names(flag.for_the_manager, names)}."
        elif unit.audience(flag.person, "cafe.plan", business) is Audience.PERSON:
            said[place[flag.assignment]] = YOURS
    return said


def _leave(unit: Unit, ids: Sequence[str], period: Period) -> frozenset[tuple[str, date]]:
    zone = enterprise.the_enterprise(unit).zone
    held = diary.holds(unit, ids, period.interval(zone))
    return frozenset(
        (one.resource, local(one.starts, zone).date()) for one in held if one.purpose is diary.Purpose.LEAVE
    )


def whom_to_ask(unit: Unit, business: str) -> str:
    """Return the name of somebody who manages the business, else of the steward; empty where there is neither."""
    chosen = [*enterprise.people_with(unit, "manager", business), enterprise.steward(unit)]
    return people.names_of(unit, [chosen[0]])[chosen[0]] if chosen[0] else ""


@attrs.frozen(kw_only=True)
class Need:
    """What of a rota needs its manager: places that are open today and later, and those that wait for something.

    ``left`` counts places of people who have no work here any more then, ``keys`` shifts on which nobody has the
    key, ``swaps`` those that wait for a yes of who plans. ``closed`` is the first closed day with people on it.
    ``first`` is the first day on which there is any of it; ``planned`` whether the last week has shifts.
    """

    today: int
    later: int
    waiting: int
    first: date | None
    planned: bool
    left: int = 0
    closed: date | None = None
    keys: int = 0
    swaps: int = 0


def needs_somebody(unit: Unit, business: str, days: Period) -> Need:
    """Look at what is open and what waits from the first of some days on."""
    unit.need("cafe.plan", business)
    rota = rota_of(unit, business, days)
    by_id, places = rota.by_id, {one.id: one.shift for one in rota.assignments}
    closed = [one.day for one in closed_since(unit, business, rota)]
    open_ = [by_id[gap.shift].day for gap in rota.gaps if gap.place is not None]
    keys = [by_id[gap.shift].day for gap in rota.gaps if gap.place is None]
    keys += [one.day for one in without_a_key(unit, business, rota)]
    waiting = [by_id[places[flag.assignment]].day for flag in flags_of(unit, rota)]
    left = [shift.day for shift, _ in left_work(unit, business, rota)]
    return Need(
        today=open_.count(days.first),
        later=len(open_) - open_.count(days.first),
        waiting=len(waiting),
        left=len(left),
        closed=closed[0] if closed else None,
        keys=len(keys),
        swaps=sum(one.stand is Stand.AGREED for one in swaps_waiting(unit, business)),
        first=min([*open_, *keys, *waiting, *left, *closed], default=None),
        planned=any(shift.day > days.last - timedelta(days=7) for shift in rota.shifts),
    )
