"""What a shift of the day lacks beside people: the key, or somebody's coach or teacher; and who could bring it.

Whoever could takes an open place of the shift. Or she is there already, on another shift of that time, and changes
places with somebody: then nobody has to come who is at home.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, worded

from ..change import Change, What
from ..coaching import matched, wished
from ..draft import in_force
from ..legal import may_at_all
from ..rota import KeptAssignment, KeptShift, wanted
from ..tables import ASSIGNMENT, ASSIGNMENTS, SHIFTS
from ..tables.drafts import publications_of
from ..worker import Worker
from . import change_wanted, changing, keeping_the_key, standing_in, swapping
from .teaching import teachers, without_a_teacher


@attrs.frozen(kw_only=True)
class CanBring:
    """Somebody who could bring what a shift lacks, by taking a ``place`` of it that is open.

    Where she has ``hers``, a place on ``works``, that ``place`` is the ``other``'s, who gets hers for it.
    """

    who: standing_in.CanStandIn
    place: int
    hers: KeptAssignment | None = None
    works: KeptShift | None = None
    other: str = ""


@attrs.frozen(kw_only=True)
class Lack:
    """A shift on which nobody has the key, or on which a ``person`` has no coach; and who could bring it.

    Where it is said what she ``learns``, it is somebody to learn that from whom she lacks. Where a coach of hers
    is there and ``busy``, that one is beside as many others as may be at once.
    First stands whoever is there already. Coaches are those alone whom she has chosen; her usual ones come first.
    """

    shift: KeptShift
    person: str = ""
    learns: str = ""
    busy: bool = False
    people: tuple[CanBring, ...] = ()


def lacks(unit: Unit, there: change_wanted.Standing, shifts: Sequence[KeptShift]) -> list[Lack]:
    """Return what some shifts lack, the key first, each with who could bring it and break nothing."""
    found, on_top = [], _looked_after_on_top(unit, there, shifts)
    for shift in shifts:
        if shift.key_holder and not keeping_the_key.with_the_key(there, shift):
            found.append(
                Lack(shift=shift, people=_who_could(unit, there, shift, keeping_the_key.keepers(there, shift)))
            )
        for one in without_a_coach(there, shift, on_top[shift.called]):
            could = _who_could(unit, there, shift, _coaches(one, shift.day), beside=one)
            busy = bool(one.coaches_on(shift.day) & there.rota.people_on[shift.id])
            found.append(Lack(shift=shift, person=one.id, busy=busy, people=could))
        found += _without_a_teacher(unit, there, shift)
    return sorted(found, key=lambda one: bool(one.person))


def _without_a_teacher(unit: Unit, there: change_wanted.Standing, shift: KeptShift) -> Iterator[Lack]:
    workers = {one.id: one for one in there.problem.workers}
    for who, skill in without_a_teacher(workers, there.rota, shift):
        showing = teachers(there.able.workers, skill, shift.day)
        could = _who_could(unit, there, shift, [one for one in showing if one != who])
        yield Lack(shift=shift, person=who, learns=wanted([skill]), people=could)


def without_a_coach(there: change_wanted.Standing, shift: KeptShift, on_top: Collection[str] = ()) -> list[Worker]:
    """Return who is on a shift and has no coach: none of hers is there, or each has as many others as may be.

    Some are looked after ``on_top``: they have a coach while one of theirs is there, and take nobody else's.
    """
    team = [one for one in there.problem.workers if one.id in there.rota.people_on[shift.id]]
    theirs = wished(team, shift.day)
    asking = {who: coaches for who, coaches in theirs.items() if not (coaches and who in on_top)}
    beside = matched(asking, there.problem.coached_at_once)
    return [one for one in team if one.coaches and one.id in asking.keys() - beside.keys()]


def _looked_after_on_top(
    unit: Unit, there: change_wanted.Standing, shifts: Sequence[KeptShift]
) -> Mapping[str, Collection[str]]:
    """Whom a coach may look after on each shift beyond as many as at once, as who planned it has set aside."""
    published = publications_of(unit, there.business, there.period)
    said = in_force([one for each in published for one in each.overrides], [one.shift for one in shifts])
    on_top: dict[str, set[str]] = {one.called: set() for one in shifts}
    for one in said:
        if one.rule == "coached_at_once":
            on_top[one.shift].add(one.person)
    return on_top


def _coaches(worker: Worker, day: date) -> list[str]:
    return sorted(worker.coaches_on(day), key=lambda one: (one not in worker.usual_coaches, one))


# --- who could


def _who_could(
    unit: Unit,
    there: change_wanted.Standing,
    shift: KeptShift,
    wanted: Sequence[str],
    beside: Worker | None = None,
) -> tuple[CanBring, ...]:
    """Who of some could bring it, each in one way: by changing places if she is there, else by an open place."""
    found: dict[str, CanBring] = {}
    for one in (
        *_exchanges(unit, there, shift, wanted, beside),
        *_open_places(unit, there, shift, wanted),
    ):
        found.setdefault(one.who.person, one)
    usual = beside.usual_coaches if beside else frozenset()
    # A stable order: whoever is there already stays first among those who are usual, and among the others.
    return tuple(sorted(found.values(), key=lambda one: one.who.person not in usual))


def _open_places(
    unit: Unit, there: change_wanted.Standing, shift: KeptShift, wanted: Sequence[str]
) -> Iterator[CanBring]:
    taken = {one.place for one in keeping_the_key.team(there, shift)}
    for place in range(len(shift.places)):
        if place not in taken:
            able = standing_in.who_can(unit, there, shift, place)
            yield from (CanBring(who=one, place=place) for one in able if one.person in wanted)


def _exchanges(
    unit: Unit, there: change_wanted.Standing, shift: KeptShift, wanted: Sequence[str], beside: Worker | None
) -> Iterator[CanBring]:
    names, by_id = people.names_of(unit, wanted), there.rota.by_id
    # Who begins at nearly the same time has the least to change.
    rows = sorted(there.rota.assignments, key=lambda row: abs(by_id[row.shift].starts - shift.starts))
    for hers in rows:
        theirs = by_id[hers.shift]
        if hers.person in wanted and _at_that_time(unit, shift, theirs):
            worker, other = _worker(there, hers.person), _gives_way(there, shift, theirs, hers, beside)
            if worker is not None and other is not None:
                who = standing_in.able_to(there, worker, shift, names[hers.person])
                yield CanBring(who=who, place=other.place, hers=hers, works=theirs, other=other.person)


def _at_that_time(unit: Unit, shift: KeptShift, theirs: KeptShift) -> bool:
    """True for another shift of the same hours, more or less: nobody is to come at another time for it."""
    together = theirs.starts < shift.ends and shift.starts < theirs.ends
    return together and theirs.id != shift.id and min(theirs.starts, shift.starts) > unit.now


def _gives_way(
    there: change_wanted.Standing,
    shift: KeptShift,
    theirs: KeptShift,
    hers: KeptAssignment,
    beside: Worker | None,
) -> KeptAssignment | None:
    """The first on a shift who could have her place for his own, so that nothing is broken and no key missing."""
    for row in keeping_the_key.team(there, shift):
        if beside is not None and row.person == beside.id:
            continue
        may = _both_may(there, shift, row, theirs, hers)
        if may and not changing.breaks(there, swapping.exchange(shift, row, theirs, hers)):
            return row
    return None


def _both_may(
    there: change_wanted.Standing, shift: KeptShift, row: KeptAssignment, theirs: KeptShift, hers: KeptAssignment
) -> bool:
    one, other = _worker(there, row.person), _worker(there, hers.person)
    if one is None or other is None:
        return False
    if not keeping_the_key.stays(there, shift, row, theirs, hers):
        return False
    return may_at_all(there.able, one, there.shift(theirs), hers.place) and may_at_all(
        there.able, other, there.shift(shift), row.place
    )


def _worker(there: change_wanted.Standing, person: str) -> Worker | None:
    return next((one for one in there.able.workers if one.id == person), None)


# --- doing it


def change_places(unit: Unit, business: str, shift: str, place: int, hers: str) -> list[Change]:
    """Let somebody who has said yes change places (``hers`` is the row of her own) with whoever has a place.

    Raises:
        BadInput: where one of the two places is another's by now, or a shift has begun.
        NotPossible: where it would break a rule, with the sentence for who plans.
    """
    unit.need("cafe.plan", business)
    changing.hold(unit, business, standing_in.open_shift(unit, business, shift))
    kept = standing_in.open_shift(unit, business, shift)
    own = unit.find(ASSIGNMENTS, ASSIGNMENT.c.id == hers, ASSIGNMENT.c.business == business)
    there = unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == kept.id, ASSIGNMENT.c.place == place)
    if not own or not there or not _at_that_time(unit, kept, unit.get(SHIFTS, own[0].shift)):
        raise BadInput(worded("cafe", "This place is another’s by now. Look at the page again."))
    theirs = unit.get(SHIFTS, own[0].shift)
    standing = changing.standing(unit, business, kept, theirs)
    if not keeping_the_key.stays(standing, kept, there[0], theirs, own[0]):
        raise keeping_the_key.NoKeyThen
    wanted = swapping.exchange(kept, there[0], theirs, own[0])
    standing_in.refuse(unit, standing, changing.breaks(standing, wanted))
    return changing.change(unit, standing, wanted, What.SWAPPED, herself={own[0].person})
