"""The rota as it is kept: what the café's tables hold, and the way to the values that it is planned with.

Reasons are kept with ids where names will stand, so that no name is copied and an erased person is in none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property

import attrs

from alongside.api.values import BadInput, Interval

from .availability import Availability, DayHours, FreeHours
from .pattern import OpeningPattern, ShiftTemplate
from .shift import Assignment, Shift

_ID = re.compile(r"\{([^{}]+)\}")
A_MEMBER = "a member"
"""What stands in the place of the name of somebody who was taken off the records."""


@attrs.frozen(kw_only=True)
class PatternLine:
    """One shift template of a business, as kept."""

    id: str
    business: str
    weekday: int
    starts: time
    ends: time
    job: str
    places: tuple[frozenset[str], ...]
    key_holder: bool
    learning: tuple[str, ...] = ()
    break_minutes: int = 0
    version: int = 1

    @property
    def template(self) -> ShiftTemplate:
        """The template that is planned with."""
        return ShiftTemplate(
            weekday=self.weekday,
            starts=self.starts,
            ends=self.ends,
            job=self.job,
            places=self.places,
            key_holder=self.key_holder,
            learning=self.learning,
            break_minutes=self.break_minutes,
        )


@attrs.frozen(kw_only=True)
class KeptAvailability:
    """When one person can work for one business: hours of every week, days away, and dates with other hours."""

    id: str
    business: str
    person: str
    hours: tuple[FreeHours, ...]
    away: frozenset[date] = frozenset()
    on_days: tuple[DayHours, ...] = ()
    version: int = 1

    @property
    def availability(self) -> Availability:
        """The availability that is planned with."""
        return Availability(self.hours, self.away, on_days=self.on_days)


@attrs.frozen(kw_only=True)
class KeptShift:
    """A shift of a business; ``called`` is its id in planning, which no other shift of the business has."""

    id: str
    business: str
    called: str
    day: date
    job: str
    starts: datetime
    ends: datetime
    places: tuple[frozenset[str], ...]
    key_holder: bool
    zone: str
    learning: tuple[str, ...] = ()
    break_minutes: int = 0
    version: int = 1

    @property
    def shift(self) -> Shift:
        """The shift that is planned with."""
        return Shift(
            id=self.called,
            day=self.day,
            job=self.job,
            during=Interval(self.starts, self.ends),
            places=self.places,
            key_holder=self.key_holder,
            learning=self.learning,
            break_minutes=self.break_minutes,
        )


@attrs.frozen(kw_only=True)
class KeptAssignment:
    """A person on a place of a shift, and the ``claim`` on her time that goes with it.

    ``pinned`` says that she was put there by hand and stays when the rota is filled again.
    """

    id: str
    business: str
    shift: str
    place: int
    person: str
    claim: str
    pinned: bool = False
    version: int = 1


@attrs.frozen(kw_only=True)
class KeptGap:
    """An open place (``place`` None: the key is missing) and the reasons; people stand in them as ``{id}``.

    ``rule`` is what keeps most people from it, empty where nothing does.
    """

    id: str
    business: str
    shift: str
    place: int | None
    manager: str
    colleagues: str
    rule: str = ""
    version: int = 1


@attrs.frozen(kw_only=True)
class Rota:
    """Shifts of some days with who has their places and what is open, in order of time."""

    shifts: tuple[KeptShift, ...]
    assignments: tuple[KeptAssignment, ...]
    gaps: tuple[KeptGap, ...]

    @property
    def places(self) -> int:
        """How many places there are to fill."""
        return sum(len(shift.places) for shift in self.shifts)

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of everybody who is on it."""
        return tuple(sorted({one.person for one in self.assignments}))

    @cached_property
    def by_id(self) -> Mapping[str, KeptShift]:
        """Its shifts by the ids they are kept under."""
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def people_on(self) -> Mapping[str, frozenset[str]]:
        """Who is on each of its shifts, learners among them, by the ids they are kept under."""
        found: dict[str, set[str]] = {shift.id: set() for shift in self.shifts}
        for one in self.assignments:
            found[one.shift].add(one.person)
        return {shift: frozenset(people) for shift, people in found.items()}

    @property
    def filled(self) -> int:
        """How many of the places somebody has; who learns beside the team fills none."""
        return sum(one.place < len(self.by_id[one.shift].places) for one in self.assignments)

    def open_on(self, shift: KeptShift) -> int:
        """Return how many places of a shift nobody has."""
        there = sum(one.shift == shift.id and one.place < len(shift.places) for one in self.assignments)
        return len(shift.places) - there

    def on(self, shift: KeptShift) -> list[str]:
        """Return who is on a shift, in the order of its places: the team, then the learners."""
        return [who for who, _ in self.learning_on(shift)]

    def learning_on(self, shift: KeptShift) -> list[tuple[str, str]]:
        """Return the same, each with the skill that she learns there; empty for the team."""
        there = [one for one in self.assignments if one.shift == shift.id]
        planned = shift.shift
        return [(one.person, planned.learnt_on(one.place)) for one in sorted(there, key=lambda one: one.place)]

    @cached_property
    def learnt(self) -> Mapping[tuple[str, str], str]:
        """What each who learns beside a team learns there, by the id of the shift and her own."""
        by_id = {shift.id: shift.shift for shift in self.shifts}
        found = {(one.shift, one.person): by_id[one.shift].learnt_on(one.place) for one in self.assignments}
        return {place: skill for place, skill in found.items() if skill}

    @property
    def claims(self) -> frozenset[str]:
        """The claims on people's time that go with its assignments."""
        return frozenset(one.claim for one in self.assignments)

    @cached_property
    def planned(self) -> tuple[Assignment, ...]:
        """Its assignments as they are planned with."""
        return self._as_planned(self.assignments)

    @property
    def pinned(self) -> tuple[Assignment, ...]:
        """Those of them that were made by hand and stay."""
        return self._as_planned(one for one in self.assignments if one.pinned)

    def _as_planned(self, some: Iterable[KeptAssignment]) -> tuple[Assignment, ...]:
        called = {shift.id: shift.called for shift in self.shifts}
        return tuple(Assignment(shift=called[one.shift], place=one.place, person=one.person) for one in some)


def line_of(template: ShiftTemplate, line: str, business: str) -> PatternLine:
    """Return a template as it is kept, under an id."""
    return PatternLine(id=line, business=business, **attrs.asdict(template, recurse=False))


def pattern_of(lines: Iterable[PatternLine]) -> OpeningPattern:
    """Return the pattern that lines make.

    Raises:
        BadInput: where there is none yet.
    """
    templates = tuple(line.template for line in lines)
    if not templates:
        raise BadInput("This café has no opening pattern yet", remedy="Set which shifts each week needs first.")
    return OpeningPattern(templates)


def kept_shift(shift: Shift, row: str, business: str, zone: str) -> KeptShift:
    """Return a planned shift as it is kept, under an id."""
    return KeptShift(
        id=row,
        business=business,
        called=shift.id,
        day=shift.day,
        job=shift.job,
        starts=shift.during.starts,
        ends=shift.during.ends,
        places=shift.places,
        key_holder=shift.key_holder,
        zone=zone,
        learning=shift.learning,
        break_minutes=shift.break_minutes,
    )


def wanted(skills: Iterable[str]) -> str:
    """Return skills as people read them: “food hygiene and kitchen”."""
    return " and ".join(sorted(skill.replace("_", " ") for skill in skills))


def ids_in(sentences: Iterable[str]) -> set[str]:
    """Return the ids that stand in sentences in the place of names."""
    return {found for sentence in sentences for found in _ID.findall(sentence)}


def with_names(sentence: str, names: Mapping[str, str]) -> str:
    """Put names in the place of ids; somebody who is in no record any more is “a member”."""
    return _ID.sub(lambda found: names.get(found[1], A_MEMBER), sentence)


def first_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return first names by id, and whole names for people who share one."""
    firsts = {who: first_name(name) for who, name in names.items()}
    often = Counter(firsts.values())
    return {who: first if often[first] == 1 else names[who] for who, first in firsts.items()}


def first_name(name: str) -> str:
    """Return the first of somebody's names; who is in no record any more has none, and stays “a member”."""
    return name if name == A_MEMBER else name.split()[0]


def changed(before: Sequence[Assignment], after: Sequence[Assignment]) -> int:
    """Return how many times somebody no longer has a shift that she had; another place of it is no change."""
    still = {(one.shift, one.person) for one in after}
    return sum((one.shift, one.person) not in still for one in before)
