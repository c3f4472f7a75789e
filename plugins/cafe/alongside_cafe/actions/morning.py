"""This morning: one day as who plans it sees it, with who is off, what is open, and who could come instead."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time, timedelta

import attrs

from alongside.api import enterprise, messages, people
from alongside.api.store import Unit
from alongside.api.values import Period, local, monday_of

from ..cannot_come import AT_ONCE
from ..change import Change, Why
from ..rota import KeptAssignment, KeptGap, KeptShift, Rota, ids_in, with_names
from ..tables import rota_of
from ..tables.changes import off_in, said_why
from . import (
    change_wanted,
    changing,
    coming_back,
    keeping_the_key,
    lacking,
    near_days,
    putting_back,
    shortening,
    standing_in,
)


@attrs.frozen(kw_only=True)
class Off:
    """Somebody who does not come to a shift of the day, and who has her place now (None: nobody has).

    ``later`` are shifts of the next two weeks that she left with it, and that nobody else has.
    """

    change: Change
    shift: KeptShift
    name: str
    why: Why | None
    instead: str | None
    later: tuple[KeptShift, ...] = ()

    @property
    def first(self) -> KeptShift:
        """The first shift that she could have again."""
        return self.later[0] if self.instead and self.later else self.shift

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the later shifts."""
        return tuple(sorted({one.day for one in self.later}))


@attrs.frozen(kw_only=True)
class Reached:
    """Somebody who could come, and how she is reached: ``number`` where she agreed, ``quiet`` until then if so."""

    who: standing_in.CanStandIn
    number: str = ""
    quiet: time | None = None


@attrs.frozen(kw_only=True)
class OpenPlace:
    """A place of the day that nobody has: why, who could come, and shorter times with which somebody could."""

    gap: KeptGap
    shift: KeptShift
    why: str
    people: tuple[Reached, ...]
    shorter: tuple[tuple[shortening.Shorter, tuple[str, ...]], ...]


@attrs.frozen(kw_only=True)
class Lacks:
    """A shift without the key or without somebody's coach, and who could bring it, each as she is reached."""

    lack: lacking.Lack
    people: tuple[tuple[lacking.CanBring, Reached], ...]


@attrs.frozen(kw_only=True)
class Comes:
    """A shift of the day and who comes, each with the row of her place; ``keys`` are those who bring the key."""

    shift: KeptShift
    people: tuple[KeptAssignment, ...]
    keys: frozenset[str]


@attrs.frozen(kw_only=True)
class Morning:
    """One day: who comes, who does not, which places are open, and what is missing on a shift beside people.

    ``later`` are the days of the two weeks from this one on which those who come are on the rota as well.
    ``as_planned`` is what the shifts that are shorter or called off would be again, by their ids.
    When the week is filled again, the days to ``stays_until`` stay as people were told.
    """

    day: date
    stays_until: date
    shifts: tuple[Comes, ...]
    off: tuple[Off, ...]
    open: tuple[OpenPlace, ...]
    lacks: tuple[Lacks, ...]
    later: dict[str, tuple[date, ...]]
    called_off: tuple[KeptShift, ...]
    as_planned: dict[str, KeptShift]
    names: dict[str, str]
    faces: dict[str, people.Face]

    @property
    def no_key(self) -> list[KeptShift]:
        """The shifts on which nobody has the key that is needed."""
        return [one.lack.shift for one in self.lacks if not one.lack.person]


def morning(unit: Unit, business: str, day: date) -> Morning:
    """Look at one day; shifts that are over are left out."""
    unit.need("cafe.plan", business)
    monday = monday_of(day)
    there = changing.standing_in(unit, business, Period(monday, monday + timedelta(days=6)))
    shifts = [one for one in there.rota.shifts if one.day == day and one.ends > unit.now]
    after = Period(day + timedelta(days=1), day + AT_ONCE)
    rota_after = rota_of(unit, business, after)
    left_after = coming_back.left_open(rota_after, off_in(unit, business, after))
    off = _off(unit, business, day, there, shifts, left_after)
    open_ = _open(unit, there, shifts)
    lacks = _lacks(unit, there, shifts)
    ids = {*there.rota.people, *(one.change.person for one in off if one.change.person)}
    ids |= {one.who.person for place in open_ for one in place.people}
    ids |= {one.who.person for lack in lacks for one, _ in lack.people}
    return Morning(
        day=day,
        stays_until=near_days.last_near_day(unit, business),
        shifts=tuple(_comes(there, one) for one in shifts if one.places),
        off=tuple(off),
        open=tuple(open_),
        lacks=tuple(lacks),
        later=_days_on(rota_after),
        called_off=tuple(one for one in shifts if not one.places),
        as_planned=putting_back.can_be_put_back(unit, business, shifts),
        names=people.names_of(unit, ids),
        faces=people.faces_of(unit, ids),
    )


def _comes(there: change_wanted.Standing, shift: KeptShift) -> Comes:
    on = [one for one in there.rota.assignments if one.shift == shift.id]
    keys = keeping_the_key.with_the_key(there, shift)
    return Comes(shift=shift, people=tuple(sorted(on, key=lambda one: one.place)), keys=keys)


def _days_on(rota: Rota) -> dict[str, tuple[date, ...]]:
    found: dict[str, set[date]] = defaultdict(set)
    for one in rota.assignments:
        found[one.person].add(rota.by_id[one.shift].day)
    return {person: tuple(sorted(days)) for person, days in found.items()}


def _gaps(there: change_wanted.Standing, shifts: list[KeptShift]) -> list[KeptGap]:
    ids = [one.id for one in shifts]
    found = [one for one in there.rota.gaps if one.shift in ids]
    return sorted(found, key=lambda one: (ids.index(one.shift), one.place is None, one.place or 0))


# --- who is off


def _off(
    unit: Unit,
    business: str,
    day: date,
    there: change_wanted.Standing,
    shifts: list[KeptShift],
    after: list[tuple[Change, KeptShift]],
) -> list[Off]:
    """Whoever left a place of the day and has not come back, each with what she left with it ``after`` the day."""
    gone = off_in(unit, business, Period(day, day))
    why = said_why(unit, [one.id for one in (*gone, *(other for other, _ in after))])
    names = people.names_of(unit, _ids(gone))
    called = {one.called: one for one in shifts}
    return [
        Off(
            change=one,
            shift=called[one.called],
            name=names[one.person or ""],
            why=why[one.id].why if one.id in why else None,
            instead=_instead(there, called[one.called], one.place),
            later=tuple(shift for other, shift in after if coming_back.of_one_absence(one, other, why)),
        )
        for one in gone
        if one.called in called
    ]


def _ids(changes: list[Change]) -> set[str]:
    return {one.person for one in changes if one.person}


def _instead(there: change_wanted.Standing, shift: KeptShift, place: int | None) -> str | None:
    on = (one.person for one in there.rota.assignments if (one.shift, one.place) == (shift.id, place))
    return next(on, None)


# --- what is open


def _open(unit: Unit, there: change_wanted.Standing, shifts: list[KeptShift]) -> list[OpenPlace]:
    return [
        _place(unit, there, gap, there.rota.by_id[gap.shift], gap.place)
        for gap in _gaps(there, shifts)
        if gap.place is not None
    ]


def _place(unit: Unit, there: change_wanted.Standing, gap: KeptGap, shift: KeptShift, place: int) -> OpenPlace:
    able = standing_in.who_can(unit, there, shift, place)
    shorter = () if able else tuple(shortening.ways(unit, there, shift, place))
    names = people.names_of(unit, {who for one in shorter for who in one.people} | _named(gap))
    return OpenPlace(
        gap=gap,
        shift=shift,
        why=with_names(gap.manager, names),
        people=tuple(_reached(unit, able)),
        shorter=tuple((one, tuple(sorted(names[who] for who in one.people))) for one in shorter),
    )


def _named(gap: KeptGap) -> set[str]:
    return ids_in([gap.manager])


def _reached(unit: Unit, able: list[standing_in.CanStandIn]) -> list[Reached]:
    """Numbers stand there of those alone who agreed; hours in which somebody chose not to be rung are kept to."""
    ids = [one.person for one in able]
    numbers, quiet = people.numbers_of(unit, ids), messages.quiet_of(unit, ids)
    clock = local(unit.now, enterprise.the_enterprise(unit).zone).time()
    return [
        Reached(
            who=one,
            number=numbers.get(one.person, ""),
            quiet=hours.until if (hours := quiet[one.person]).chosen and hours.hold(clock) else None,
        )
        for one in able
    ]


def _lacks(unit: Unit, there: change_wanted.Standing, shifts: list[KeptShift]) -> list[Lacks]:
    found = []
    for lack in lacking.lacks(unit, there, shifts):
        reached = _reached(unit, [one.who for one in lack.people])
        found.append(Lacks(lack=lack, people=tuple(zip(lack.people, reached, strict=True))))
    return found
