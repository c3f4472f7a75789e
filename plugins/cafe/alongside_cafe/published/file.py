"""Reading the file of a published problem, and reading and writing a roster for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from alongside.api.values import BadInput

from .problem import Cover, Kind, Limits, Published, Request, Roster

T = TypeVar("T")

SECTIONS = (
    "SECTION_HORIZON",
    "SECTION_SHIFTS",
    "SECTION_STAFF",
    "SECTION_DAYS_OFF",
    "SECTION_SHIFT_ON_REQUESTS",
    "SECTION_SHIFT_OFF_REQUESTS",
    "SECTION_COVER",
)
_MAY_BE_EMPTY = {"SECTION_DAYS_OFF", "SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS"}

Lines = list[tuple[int, list[str]]]
"""Number and fields of each line of a section."""


def read_problem(text: str, name: str) -> Published:
    """Return the problem that a file called ``name`` holds.

    Raises:
        BadInput: naming the file and the line that cannot be read, or the section that is missing.
    """
    sections = _sections(text, name)
    ((number, fields),) = sections["SECTION_HORIZON"][:1]
    (days,) = _line(name, number, fields, lambda days: (int(days),))
    off = dict(_read(sections["SECTION_DAYS_OFF"], name, _days_off))
    problem = Published(
        days=days,
        kinds=tuple(_read(sections["SECTION_SHIFTS"], name, _kind)),
        staff=tuple(_read(sections["SECTION_STAFF"], name, partial(_limits, off))),
        requests=(
            *_read(sections["SECTION_SHIFT_ON_REQUESTS"], name, partial(_request, on=True)),
            *_read(sections["SECTION_SHIFT_OFF_REQUESTS"], name, partial(_request, on=False)),
        ),
        cover=tuple(_read(sections["SECTION_COVER"], name, _cover)),
    )
    _check(problem, off, name)
    return problem


def _sections(text: str, name: str) -> Mapping[str, Lines]:
    found: dict[str, Lines] = {}
    lines: Lines = []
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if said.startswith("SECTION_"):
            if said not in SECTIONS:
                raise BadInput(f"“{said}” is no section", where=f"{name}, line {number}", remedy=_remedy())
            lines = found.setdefault(said, [])
        elif said and not said.startswith("#"):
            lines.append((number, [field.strip() for field in said.split(",")]))
    for section in SECTIONS:
        if not found.setdefault(section, []) and section not in _MAY_BE_EMPTY:
            raise BadInput(f"there is nothing under {section}", where=name, remedy=_remedy())
    return found


def _remedy() -> str:
    return "Look whether it is a file of the published problems, whole and unchanged."


def _read(lines: Lines, name: str, make: Callable[..., T]) -> list[T]:
    return [_line(name, number, fields, make) for number, fields in lines]


def _line(name: str, number: int, fields: list[str], make: Callable[..., T]) -> T:
    try:
        return make(*fields)
    except (TypeError, ValueError):
        found = f"“{','.join(fields)[:80]}” cannot be read"
        raise BadInput(found, where=f"{name}, line {number}", remedy=_remedy()) from None


def _kind(kind: str, minutes: str, not_before: str = "") -> Kind:
    return Kind(id=kind, minutes=int(minutes), not_before=frozenset({*not_before.split("|")} - {""}))


def _limits(off: Mapping[str, tuple[int, ...]], person: str, most_of: str, *numbers: str) -> Limits:
    pairs = (one.split("=") for one in most_of.split("|"))
    most, least, longest, shortest, rest, weekends = (int(one) for one in numbers)
    return Limits(
        id=person,
        most_of=tuple((kind, int(count)) for kind, count in pairs),
        most_minutes=most,
        least_minutes=least,
        longest_run=longest,
        shortest_run=shortest,
        shortest_rest=rest,
        most_weekends=weekends,
        days_off=frozenset(off.get(person, ())),
    )


def _days_off(person: str, *days: str) -> tuple[str, tuple[int, ...]]:
    return person, tuple(int(day) for day in days)


def _request(person: str, day: str, kind: str, weight: str, *, on: bool) -> Request:
    return Request(person=person, day=int(day), kind=kind, weight=int(weight), on=on)


def _cover(day: str, kind: str, wanted: str, under: str, over: str) -> Cover:
    return Cover(day=int(day), kind=kind, wanted=int(wanted), under=int(under), over=int(over))


def _check(problem: Published, off: Mapping[str, Any], name: str) -> None:
    """Refuse what names a day, a kind of shift or a person that the file does not have."""
    kinds, staff = {one.id for one in problem.kinds}, {one.id for one in problem.staff}
    asked = [(one.day, one.kind) for one in problem.requests] + [(one.day, one.kind) for one in problem.cover]
    named_kinds = {kind for _, kind in asked} | {kind for one in problem.staff for kind, _ in one.most_of}
    named_kinds |= {kind for one in problem.kinds for kind in one.not_before}
    days = {day for day, _ in asked} | {day for one in off.values() for day in one}
    unknown = sorted(named_kinds - kinds) + sorted({*off, *(one.person for one in problem.requests)} - staff)
    unknown += [f"day {day}" for day in sorted(days) if not 0 <= day < problem.days]
    if unknown or problem.days < 1:
        found = f"“{unknown[0]}” stands nowhere else in the file" if unknown else "it has no days"
        raise BadInput(found, where=name, remedy=_remedy())


def written(problem: Published, roster: Roster) -> str:
    """Return a roster as text: a line a person, her id and then a shift or nothing for each day."""
    lines = (
        ",".join([one.id, *(roster.get((one.id, day), "") for day in range(problem.days))])
        for one in problem.staff
    )
    return "".join(f"{line}\n" for line in lines)


def read_roster(problem: Published, text: str, name: str) -> Roster:
    """Return the roster that such a text holds.

    Raises:
        BadInput: naming file and line, where a person, a kind of shift or a day is not the problem's.
    """
    found: dict[tuple[str, int], str] = {}
    staff, kinds = {one.id for one in problem.staff}, {one.id for one in problem.kinds}
    for number, line in enumerate(text.splitlines(), 1):
        person, *shifts = (field.strip() for field in line.split(","))
        if person not in staff or len(shifts) != problem.days or not {*shifts} <= kinds | {""}:
            remedy = f"Write an id and {problem.days} fields, each a kind of shift or nothing."
            raise BadInput("this is no line of a roster", where=f"{name}, line {number}", remedy=remedy)
        found |= {(person, day): kind for day, kind in enumerate(shifts) if kind}
    return found
