"""Whom a sheet means, which shift and which place: each entry as somebody on a place, or a fault at its cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import time

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import local

from ..checker import alone
from ..problem import Problem
from ..sheet import Entry, Fault
from ..sheet_cells import short
from ..sheet_reading import Reading
from ..shift import Assignment, Shift
from .publishing import Standing


def placed(unit: Unit, standing: Standing, told: Reading) -> tuple[dict[Assignment, Entry], list[Fault]]:
    """Return each entry as somebody on a place, and what is wrong with those that cannot be."""
    problem = standing.problem
    names = people.names_of(unit, [one.id for one in problem.workers])
    hers: dict[Shift, list[tuple[str, Entry]]] = {}
    faults: list[Fault] = []
    for entry in told.entries:
        who, shift = _person(entry, names), _shift(entry, problem)
        faults += [Fault(entry.row, entry.column, one) for one in (who, shift) if isinstance(one, Unknown)]
        if isinstance(who, str) and not isinstance(who, Unknown) and isinstance(shift, Shift):
            hers.setdefault(shift, []).append((who, entry))
    given: dict[Assignment, Entry] = {}
    for shift, there in hers.items():
        found, wrong = _on_places(standing, shift, there)
        given |= found
        faults += wrong
    return given, faults


class Unknown(str):
    """What a sheet says and we do not know, as a sentence."""

    __slots__ = ()


def _person(entry: Entry, names: Mapping[str, str]) -> str:
    wanted = entry.person.casefold()
    plain = {who: " ".join(unicodedata.normalize("NFC", name).split()).casefold() for who, name in names.items()}
    whole = [who for who, name in plain.items() if name == wanted]
    first = [who for who, name in plain.items() if name.split()[0] == wanted]
    if len(whole) == 1 or (not whole and len(first) == 1):
        return (whole or first)[0]
    if whole:
        return Unknown(
            f"Two people here are called {entry.person}. Leave both out, and put them on the rota by hand."
        )
    if first:
        return Unknown(f"There is more than one {entry.person}. Write the whole name.")
    return Unknown(f"Nobody called {short(entry.person)} has paid work here in these weeks.")


def _shift(entry: Entry, problem: Problem) -> Shift | Unknown:
    on_day = [one for one in problem.shifts if one.day == entry.day]
    called = entry.job.casefold()
    alike = {_clock(one, problem): one for one in on_day if " ".join(one.job.split()).casefold() == called}
    if (entry.starts, entry.ends) in alike:
        return alike[entry.starts, entry.ends]
    for (starts, ends), one in alike.items():
        if starts == entry.starts:
            return Unknown(
                f"{one.job} at {starts:%H:%M} ends at {ends:%H:%M} on {entry.day}, not {entry.ends:%H:%M}."
            )
    there = ", ".join(f"{local(one.during.starts, problem.zone):%H:%M} {one.job}" for one in on_day)
    asked = f"There is no {short(entry.job)} at {entry.starts:%H:%M} on {entry.day}."
    return Unknown(f"{asked} That day has: {there}." if there else f"{asked} That day has no shift to come.")


def _clock(shift: Shift, problem: Problem) -> tuple[time, time]:
    return local(shift.during.starts, problem.zone).time(), local(shift.during.ends, problem.zone).time()


def _on_places(
    standing: Standing, shift: Shift, there: Sequence[tuple[str, Entry]]
) -> tuple[dict[Assignment, Entry], list[Fault]]:
    """Give everybody on a shift a place that she has the skills for, as far as there are such places.

    Whoever learns is given a learner's place and no other: beside the team she is no cover.
    """
    faults, hers = [], dict[str, Entry]()
    for who, entry in there:
        if who in hers:
            faults.append(Fault(entry.row, entry.column, f"{entry.person} is on this shift twice."))
        else:
            hers[who] = entry
    may = {who: _may_have(standing, shift, who, entry) for who, entry in hers.items()}
    given = _matched({who: [one for one in may[who] if _fits(standing.problem, shift, who, one)] for who in hers})
    for who in (who for who in hers if who not in given):
        left = [place for place in may[who] if place not in given.values()]
        if left:
            given[who] = left[0]
        else:
            faults.append(Fault(hers[who].row, hers[who].column, _full(shift, hers[who], len(may[who]))))
    return {Assignment(shift=shift.id, place=place, person=who): hers[who] for who, place in given.items()}, faults


def _may_have(standing: Standing, shift: Shift, who: str, entry: Entry) -> list[int]:
    """The places that a sheet can mean: a learner's where it says so, or where she is one as the draft stands."""
    team, beside = len(shift.places), len(shift.learning)
    now = next((one.place for one in standing.wanted if (one.shift, one.person) == (shift.id, who)), None)
    learns = entry.learning or (shift.learnt_on(now) if now is not None else "")
    if learns:
        called = _skill(learns)
        return [place for place in range(team, team + beside) if _skill(shift.learnt_on(place)) == called]
    return list(range(team + beside))


def _skill(said: str) -> str:
    return " ".join(said.replace("_", " ").split()).casefold()


def _full(shift: Shift, entry: Entry, places: int) -> str:
    if entry.learning and not places:
        return f"{shift.job} has no place to learn {short(entry.learning)} on {shift.day}."
    if entry.learning:
        return f"The places to learn {short(entry.learning)} on {shift.job} are taken on {shift.day}."
    return f"{shift.job} has {places} places on {shift.day}, and they are taken."


def _fits(problem: Problem, shift: Shift, who: str, place: int) -> bool:
    worker = next(one for one in problem.workers if one.id == who)
    return not {"skill", "certificate", "learner"} & set(alone(problem, worker, shift, place))


def _matched(fit: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Give as many as can be a place that fits, each place once, by trying to move those who have one."""
    holder: dict[int, str] = {}

    def give(who: str, tried: set[int]) -> bool:
        for place in fit[who]:
            if place not in tried:
                tried.add(place)
                if place not in holder or give(holder[place], tried):
                    holder[place] = who
                    return True
        return False

    for who in fit:
        give(who, set())
    return {who: place for place, who in holder.items()}
