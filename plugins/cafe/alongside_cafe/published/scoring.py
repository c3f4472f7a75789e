"""Scoring a roster anew, from the rules alone: nothing here is shared with what searches for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from .problem import Limits, Published, Roster


def broken_rules(problem: Published, roster: Roster) -> list[str]:
    """Say every hard rule that a roster breaks; an empty list is a legal roster."""
    return [fault for person in problem.staff for fault in _of_person(problem, person, roster)]


def _of_person(problem: Published, person: Limits, roster: Roster) -> Iterator[str]:
    row = [roster.get((person.id, day), "") for day in range(problem.days)]
    yield from _counted(problem, person, row)
    yield from _in_a_row(person, row)
    follows = {kind.id: kind.not_before for kind in problem.kinds}
    for day, (one, next_one) in enumerate(pairwise(row)):
        if one and next_one in follows[one]:
            yield f"{person.id}: {next_one} after {one} on day {day + 1}"
    yield from (f"{person.id}: works on day {day}, a day off" for day in sorted(person.days_off) if row[day])


def _counted(problem: Published, person: Limits, row: list[str]) -> Iterator[str]:
    lengths = {kind.id: kind.minutes for kind in problem.kinds}
    minutes = sum(lengths[one] for one in row if one)
    if not person.least_minutes <= minutes <= person.most_minutes:
        yield f"{person.id}: {minutes} minutes"
    counts, most = Counter(one for one in row if one), dict(person.most_of)
    yield from (f"{person.id}: {count} of {kind}" for kind, count in counts.items() if count > most.get(kind, 0))
    weekends = sum(any(row[day] for day in days) for days in problem.weekends)
    if weekends > person.most_weekends:
        yield f"{person.id}: {weekends} weekends"


def _in_a_row(person: Limits, row: list[str]) -> Iterator[str]:
    day = 0
    for works, run in groupby(row, key=bool):
        length = len(list(run))
        inside = day > 0 and day + length < len(row)
        least = person.shortest_run if works else person.shortest_rest
        if works and length > person.longest_run:
            yield f"{person.id}: {length} shifts in a row from day {day}"
        if inside and length < least:
            yield f"{person.id}: only {length} {'shifts' if works else 'days off'} in a row from day {day}"
        day += length


def cost_of(problem: Published, roster: Roster) -> int:
    """Return what the soft rules charge for a roster: requests not met, and cover that is not as wanted."""
    missed = sum(
        one.weight for one in problem.requests if (roster.get((one.person, one.day)) == one.kind) != one.on
    )
    there = Counter((day, kind) for (_, day), kind in roster.items())
    cover = 0
    for one in problem.cover:
        more = there[one.day, one.kind] - one.wanted
        cover += one.over * more if more > 0 else one.under * -more
    return missed + cover
