"""Looking at the published rota again: which rules it breaks by what is true today, on shifts that are to come.

What was so when it was published may have changed: somebody has other hours now, or works elsewhere as well. What
the page tells already is not told twice: who waits for a certificate, and who has left.
"""

from __future__ import annotations

import attrs

from alongside.api import diary, people, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..checker import adds_to, alone, together
from ..draft import in_force, meets
from ..problem import Problem
from ..publication import digest_of
from ..rota import A_MEMBER, KeptShift, Rota
from ..rules import said
from ..tables import availability_of, flags_of, rota_of
from ..tables.drafts import publications_of
from .asking import problem_to_check
from .drafting import still_set_aside
from .giving_way import broken_since
from .left_work import left_work
from .looking import waits


@attrs.frozen
class Broken:
    """Somebody's place that breaks a rule, and the sentence for who plans."""

    shift: KeptShift
    person: str
    said: str


def broken_now(unit: Unit, business: str, rota: Rota) -> list[Broken]:
    """Return what the rota of some days breaks now, in order of time; the caller was checked."""
    coming = {one.called: one for one in rota.shifts if one.starts > unit.now}
    if not coming:
        return []
    problem, there = as_it_stands(unit, business, _days(rota))
    names, waiting = people.names_of(unit, there.people), _waiting(unit, there)
    gone = {(shift.called, person) for shift, person in left_work(unit, business, there)}
    found = [
        Broken(
            coming[one.shift], one.person, f"{said(one.rule, [names.get(one.person, A_MEMBER)], problem.limits)}."
        )
        for one in broken_since(as_who_plans_knows(unit, problem), there.planned, names)
        if one.shift in coming and (one.shift, one.person) not in gone
        if one.rule != "certificate" or (one.shift, one.person) not in waiting
    ]
    return sorted(found, key=lambda one: (one.shift.starts, one.shift.job, one.person, one.said))


def faults(unit: Unit, business: str, period: Period) -> list[str]:
    """Return a sentence for each rule that the kept rota breaks now, and for each claim that is not there.

    Of what somebody asked for in private nothing is said.
    """
    unit.need("cafe.plan", business)
    problem, rota = as_it_stands(unit, business, period)
    names = people.names_of(unit, rota.people)
    flags = waits(unit, business, rota, names, plans=True)
    # What waits for a certificate is told as such: it is known, and somebody is at it.
    flagged = {(rota.by_id[shift].called, person): words for (shift, person), words in flags.items()}
    broken = [
        f"{one.shift}: {flagged[one.shift, one.person]}"
        if one.rule == "certificate" and (one.shift, one.person) in flagged
        else one.sentence
        for one in broken_since(as_who_plans_knows(unit, problem), rota.planned, names)
    ]
    held = {one.id for one in diary.holds(unit, rota.people, period.interval(problem.zone))}
    lost = [one for one in rota.assignments if one.claim not in held]
    broken += _not_as_published(unit, business, period)
    return sorted(broken) + [
        f"{rota.by_id[one.shift].called}: the diary holds no time of {names[one.person]}." for one in lost
    ]


def _not_as_published(unit: Unit, business: str, period: Period) -> list[str]:
    """A sentence for each publication that nothing newer follows and whose rota is not what was published."""
    newest_first = publications_of(unit, business, period)
    last = [
        one
        for n, one in enumerate(newest_first)
        if not any(meets(one.period, newer.period) for newer in newest_first[:n])
    ]
    return [
        f"The rota from {one.first} to {one.last} is not what was published as version {one.number}."
        for one in last
        if digest_of(rota_of(unit, business, one.period)) != one.digest
    ]


def objection(unit: Unit, business: str, person: str, wished: KeptShift) -> str | None:
    """Return why a person should not work at the time of a shift, None for no objection.

    Whether her time is taken is the diary's to say, and is not asked here.
    """
    problem, rota = as_it_stands(unit, business, Period(wished.day, wished.day))
    worker = next((one for one in problem.workers if one.id == person), None)
    if worker is None or availability_of(unit, business, person) is None:
        return None
    hers = [rota.by_id[one.shift].shift for one in rota.assignments if one.person == person]
    before = {rule for rule, _ in together(problem, worker, hers)} | {"busy", "one_place"}
    shifts = {one.id: one for one in (*hers, wished.shift)}
    after = [
        rule
        for rule, where in together(problem, worker, [*hers, wished.shift])
        if rule not in before or adds_to(rule, shifts[where], wished.shift)
    ]
    found = alone(problem, worker, wished.shift, 0)
    broken = [*(rule for rule in found if rule not in before), *after]
    name = people.names_of(unit, [person])[person]
    return f"{said(broken[0], [name], problem.limits)}." if broken else None


def as_it_stands(unit: Unit, business: str, period: Period) -> tuple[Problem, Rota]:
    """Return the question of a period to check, as it is now, and the rota kept of it; the caller was checked."""
    rota = rota_of(unit, business, period)
    own = {one.claim for one in rota.assignments}
    shifts = [one.shift for one in rota.shifts]
    problem = problem_to_check(unit, business, period, shifts, own)
    waived = {one.waiver for one in in_force(still_set_aside(unit, business, period), shifts)}
    return attrs.evolve(problem, waived=frozenset(waived)), rota


def as_who_plans_knows(unit: Unit, problem: Problem) -> Problem:
    """Return a question without what pays the most that somebody wants to earn, which is hers alone.

    The most hours that she wants are known to who plans, and stay.
    """
    most = placements.most_minutes(unit, [one.id for one in problem.workers])
    workers = tuple(attrs.evolve(one, own_most=most.get(one.id)) for one in problem.workers)
    return attrs.evolve(problem, workers=workers)


def _days(rota: Rota) -> Period:
    days = [one.day for one in rota.shifts]
    return Period(min(days), max(days))


def _waiting(unit: Unit, rota: Rota) -> set[tuple[str, str]]:
    places = {one.id: (rota.by_id[one.shift].called, one.person) for one in rota.assignments}
    return {places[flag.assignment] for flag in flags_of(unit, rota)}
