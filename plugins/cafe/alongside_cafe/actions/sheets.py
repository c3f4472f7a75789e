"""The rota out into spreadsheets, and from a spreadsheet into a draft: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, local, monday_of, worded

from ..checker import alone
from ..draft import Draft, weeks_from
from ..problem import Problem
from ..rota import with_names
from ..sheet import Entry, Fault, Reading, grid, long_form, read
from ..sheet_files import as_csv, as_xlsx
from ..shift import Assignment, Shift
from . import looking, placing
from .drafting import draft_for
from .publishing import Standing, stand

MOST_WEEKS = 13


@attrs.frozen(kw_only=True)
class Out:
    """A file of the published rota, and the people whose names stand in it."""

    content: bytes
    name: str


def as_file(unit: Unit, business: str, slug: str, first_day: date, weeks: int, *, kind: str) -> Out:
    """Return the published rota of some weeks as ``csv``, a line a place, or ``xlsx``, with people by days too."""
    unit.need("cafe.plan", business)
    days = weeks_from(first_day, weeks)
    week = looking.week(unit, business, first_day, len(days.days()))
    lines = list(long_form(week.rota, week.names))
    name = f"rota-{slug}-{first_day}.{kind}"
    if kind == "csv":
        return Out(content=as_csv(lines), name=name)
    people_by_days = list(grid(week.rota, week.days, week.names))
    return Out(content=as_xlsx({"Rota": people_by_days, "List": lines}), name=name)


@attrs.frozen(kw_only=True)
class Brought:
    """What came of a spreadsheet: a draft and how many places it gave, or every fault and nothing else."""

    draft: Draft | None
    places: int = 0
    faults: tuple[Fault, ...] = ()


def bring_in(unit: Unit, business: str, rows: Sequence[Sequence[object]]) -> Brought:
    """Read a rota into a draft: on the days that a sheet names, who is where is what it says and no more.

    Where there is any fault, nothing is written.

    Raises:
        BadInput: where the sheet has no shift at all, tells of more than thirteen weeks, or is over.
    """
    unit.need("cafe.plan", business)
    told = read(rows)
    if not told.entries:
        if told.faults:
            return Brought(draft=None, faults=tuple(told.faults))
        raise BadInput(worded("cafe", "There is no shift in this sheet. Write cells like “09:00-14:00 Till”."))
    standing = stand(unit, _draft(unit, business, told.days))
    placed, faults = _placed(unit, standing.problem, told)
    faults = [*told.faults, *faults]
    shifts = {one.id: one for one in standing.problem.shifts}
    rota = [one for one in standing.wanted if shifts[one.shift].day not in told.days]
    new = [*rota, *placed]
    faults += _against_rules(unit, standing, new, placed)
    if faults:
        return Brought(draft=None, faults=tuple(sorted(faults, key=lambda one: (one.row, one.column))))
    draft = placing.keep(unit, standing, new, [one for one in standing.draft.pinned if one in rota])
    return Brought(draft=draft, places=len(placed))


def _draft(unit: Unit, business: str, days: frozenset[date]) -> Draft:
    """The draft that a sheet goes into: the one that is there, or a new one that is not kept yet."""
    first = monday_of(min(days))
    weeks = (max(days) - first).days // 7 + 1
    if weeks > MOST_WEEKS:
        raise BadInput(worded("cafe", "This sheet tells of more than thirteen weeks. Bring in fewer at once."))
    there = draft_for(unit, business, weeks_from(first, weeks))
    if there is None:
        return placing.begun(unit, business, first, weeks)
    if there.period.first <= min(days) and max(days) <= there.period.last:
        return there
    raise BadInput(
        worded(
            "cafe",
            "There is a draft from {first} to {last} already. "
            "Publish it, throw it away, or fill all of its weeks.",
            first=there.period.first,
            last=there.period.last,
        )
    )


# --- who and where


def _placed(unit: Unit, problem: Problem, told: Reading) -> tuple[dict[Assignment, Entry], list[Fault]]:
    """Each entry as somebody on a place, and what is wrong with those that cannot be."""
    names = people.names_of(unit, [one.id for one in problem.workers])
    hers: dict[Shift, list[tuple[str, Entry]]] = {}
    faults: list[Fault] = []
    for entry in told.entries:
        who, shift = _person(entry, names), _shift(entry, problem)
        faults += [Fault(entry.row, entry.column, one) for one in (who, shift) if isinstance(one, Unknown)]
        if isinstance(who, str) and not isinstance(who, Unknown) and isinstance(shift, Shift):
            hers.setdefault(shift, []).append((who, entry))
    placed: dict[Assignment, Entry] = {}
    for shift, there in hers.items():
        found, wrong = _on_places(problem, shift, there)
        placed |= found
        faults += wrong
    return placed, faults


class Unknown(str):
    """What a sheet says and we do not know, as a sentence."""

    __slots__ = ()


def _person(entry: Entry, names: Mapping[str, str]) -> str:
    wanted = entry.person.casefold()
    whole = [who for who, name in names.items() if name.casefold() == wanted]
    first = [who for who, name in names.items() if name.split()[0].casefold() == wanted]
    if len(whole) == 1 or (not whole and len(first) == 1):
        return (whole or first)[0]
    if whole or first:
        return Unknown(f"There is more than one {entry.person}. Write the whole name.")
    return Unknown(f"Nobody called {entry.person} has paid work here in these weeks.")


def _shift(entry: Entry, problem: Problem) -> Shift | Unknown:
    on_day = [one for one in problem.shifts if one.day == entry.day]
    for one in on_day:
        starts, ends = (local(at, problem.zone).time() for at in (one.during.starts, one.during.ends))
        if one.job.casefold() == entry.job.casefold() and starts == entry.starts:
            if ends == entry.ends:
                return one
            return Unknown(
                f"{one.job} at {starts:%H:%M} ends at {ends:%H:%M} on {entry.day}, not {entry.ends:%H:%M}."
            )
    there = ", ".join(f"{local(one.during.starts, problem.zone):%H:%M} {one.job}" for one in on_day)
    asked = f"There is no {entry.job} at {entry.starts:%H:%M} on {entry.day}."
    return Unknown(f"{asked} That day has: {there}." if there else f"{asked} That day has no shift to come.")


def _on_places(
    problem: Problem, shift: Shift, there: Sequence[tuple[str, Entry]]
) -> tuple[dict[Assignment, Entry], list[Fault]]:
    """Give everybody on a shift a place that she has the skills for, as far as there are such places."""
    faults, hers = [], dict[str, Entry]()
    for who, entry in there:
        if who in hers:
            faults.append(Fault(entry.row, entry.column, f"{entry.person} is on this shift twice."))
        else:
            hers[who] = entry
    places = range(len(shift.places) + len(shift.learning))
    fit = {who: [place for place in places if _fits(problem, shift, who, place)] for who in hers}
    given = _matched(fit)
    left = [place for place in places if place not in given.values()]
    for who in (who for who in hers if who not in given):
        if left:
            given[who] = left.pop(0)
        else:
            said = f"{shift.job} has {len(places)} places on {shift.day}, and they are taken."
            faults.append(Fault(hers[who].row, hers[who].column, said))
    return {Assignment(shift=shift.id, place=place, person=who): hers[who] for who, place in given.items()}, faults


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


def _against_rules(
    unit: Unit, standing: Standing, rota: Sequence[Assignment], placed: Mapping[Assignment, Entry]
) -> list[Fault]:
    """What of a sheet breaks a rule, each at the cell of whoever it is about."""
    cells = {(one.shift, one.person): entry for one, entry in placed.items()}
    by_person = {one.person: entry for one, entry in placed.items()}
    broken = placing.newly_broken(standing, rota)
    names = people.names_of(unit, {one.person for one in broken})
    faults = []
    for one in broken:
        at = cells.get((one.shift, one.person)) or by_person.get(one.person) or next(iter(placed.values()))
        faults.append(Fault(at.row, at.column, with_names(one.sentence.partition(": ")[2], names)))
    return list(dict.fromkeys(faults))
