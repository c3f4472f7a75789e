"""The rota out into spreadsheets, and from a spreadsheet into a draft: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, monday_of, worded

from ..draft import Draft, weeks_from
from ..rota import with_names
from ..sheet import Entry, Fault, grid, long_form
from ..sheet_files import as_csv, as_xlsx
from ..sheet_reading import read
from ..shift import Assignment
from . import begun_by_hand, looking, placing
from .drafting import draft_for
from .publishing import Standing, stand
from .sheet_places import placed

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
        BadInput: where the sheet tells of no day at all, tells of more than thirteen weeks, or is over.
    """
    unit.need("cafe.plan", business)
    told = read(rows)
    if not told.days:
        if told.faults:
            return Brought(draft=None, faults=tuple(told.faults))
        raise BadInput(worded("cafe", "There is no shift in this sheet. Write cells like “09:00-14:00 Till”."))
    standing = stand(unit, _draft(unit, business, told.days))
    there, faults = placed(unit, standing, told)
    faults = [*told.faults, *faults]
    shifts = {one.id: one for one in standing.problem.shifts}
    rota = [one for one in standing.wanted if shifts[one.shift].day not in told.days]
    new = [*rota, *there]
    faults += _against_rules(unit, standing, new, there)
    if faults:
        return Brought(draft=None, faults=tuple(sorted(faults, key=lambda one: (one.row, one.column))))
    # On the days of the sheet it says who is where, as if each was put there by hand: filling again keeps them.
    pinned = [*(one for one in standing.draft.pinned if one in rota), *there]
    draft = placing.keep(unit, standing, new, pinned, standing.draft.overrides)
    return Brought(draft=draft, places=len(there))


def _draft(unit: Unit, business: str, days: frozenset[date]) -> Draft:
    """The draft that a sheet goes into: the one that is there, or a new one that is not kept yet."""
    first = monday_of(min(days))
    weeks = (max(days) - first).days // 7 + 1
    if weeks > MOST_WEEKS:
        raise BadInput(worded("cafe", "This sheet tells of more than thirteen weeks. Bring in fewer at once."))
    there = draft_for(unit, business, weeks_from(first, weeks))
    if there is None:
        return begun_by_hand.begun(unit, business, first, weeks)
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


def _against_rules(
    unit: Unit, standing: Standing, rota: Sequence[Assignment], there: Mapping[Assignment, Entry]
) -> list[Fault]:
    """What of a sheet breaks a rule, each at the cell of whoever it is about."""
    cells = {(one.shift, one.person): entry for one, entry in there.items()}
    # What nobody in the sheet is about, such as a coach who is taken off, stands at its beginning.
    first = next(((one.row, one.column) for one in there.values()), (1, "A"))
    by_person = {one.person: entry for one, entry in there.items()}
    broken = placing.newly_broken(standing, rota)
    names = people.names_of(unit, {one.person for one in broken})
    faults = []
    for one in broken:
        at = cells.get((one.shift, one.person)) or by_person.get(one.person)
        row, column = (at.row, at.column) if at else first
        faults.append(Fault(row, column, with_names(one.sentence.partition(": ")[2], names)))
    return list(dict.fromkeys(faults))
