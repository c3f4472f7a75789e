"""The check of a file: every row understood or its faults named, all at once. Nothing here touches a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

import attrs

from alongside.enterprise.business import Business
from alongside.house.people_file import cells
from alongside.house.people_file.joining import Fault, HeldRole, Joining, Plan, Work
from alongside.house.people_file.sheet import Line, Sheet
from alongside.money import Pence
from alongside.people.person import Format, Person
from alongside.placements.hours import pay_periods
from alongside.placements.pay_floor import held_to_floor
from alongside.placements.placement import Placement, PlacementType
from alongside.refusal import BadInput, Refusal
from alongside.rulepacks.offers import AgainstRule, Promise

T = TypeVar("T")

_WORK = ("start_date", "rate", "hours_per_week")
_SCREEN = (Format.SCREEN, "en")
_AN_HOUR = 60


@attrs.frozen(kw_only=True)
class Known:
    """What a file is held against: the day it is, the businesses there are, and who is on record already.

    ``bare`` are the ids of those on record by name alone, such as the first steward: a row may fill them in.
    ``promises`` says by business what was promised beyond the law.
    """

    today: date
    businesses: tuple[Business, ...]
    promises: Mapping[str, tuple[Promise, ...]] = attrs.field(factory=dict)
    people: tuple[Person, ...] = ()
    bare: frozenset[str] = frozenset()


def check(sheet: Sheet, known: Known) -> Plan:
    """Return who would join, and every fault in the order of rows."""
    rows = [_Row(line, sheet, known) for line in sheet.lines]
    people = list(_completing([one for row in rows if (one := row.joining()) is not None], known))
    faults = [*sheet.faults, *(fault for row in rows for fault in row.faults), *_twice(people, sheet, known)]
    order = list(sheet.theirs.values())
    return Plan(tuple(people), tuple(sorted(faults, key=lambda fault: (fault.row, _place(fault.column, order)))))


def _place(column: str, order: Sequence[str]) -> int:
    """Where a column stands in the file; one that it lacks comes last."""
    return order.index(column) if column in order else len(order)


class _Row:
    """One row while it is read; what is wrong in it is gathered."""

    def __init__(self, line: Line, sheet: Sheet, known: Known) -> None:
        self.faults: list[Fault] = []
        self._line, self._sheet, self._known = line, sheet, known

    def joining(self) -> Joining | None:
        """Return the person the row tells of; None without a name that can be."""
        first_day = self._read("start_date", cells.day)
        joined = min(first_day, self._known.today) if first_day else self._known.today
        self._missing("name", "the name they use")
        name = self._read("name", partial(_name, joined=joined))
        born = self._read("date_of_birth", partial(_born, joined=joined))
        told, edition = self._read("format", cells.told_by) or _SCREEN
        business = self._read("business", partial(cells.place, businesses=self._known.businesses))
        roles = self._roles(business)
        work = self._work(business, first_day)
        if name and work is not None and work.rate is not None:
            self._check_pay(name, born, work, work.rate)
        if name is None:
            return None
        return Joining(
            row=self._line.row,
            name=name,
            joined=joined,
            date_of_birth=born,
            email=self._read("email", cells.email),
            phone=self._read("phone", cells.phone),
            preferred_format=told,
            edition=edition,
            roles=roles,
            work=work,
        )

    def _text(self, column: str) -> str:
        return self._line.cells.get(column, "")

    def _read(self, column: str, reader: Callable[[str], T]) -> T | None:
        text = self._text(column)
        if not text:
            return None
        if not text.isprintable():
            self._fault(column, "it holds a character that cannot be shown. Write it again by hand.")
            return None
        try:
            return reader(text)
        except BadInput as wrong:
            self._fault(column, str(wrong))
            return None

    def _fault(self, column: str, sentence: str, against: AgainstRule | None = None) -> None:
        """Note what is wrong with a cell, by what the file itself calls its column."""
        self.faults.append(Fault(self._line.row, self._sheet.theirs.get(column, column), sentence, against))

    def _missing(self, column: str, what: str) -> None:
        if not self._text(column):
            self._fault(column, f"nothing stands here. Give {what}.")

    def _roles(self, own: Business | None) -> tuple[HeldRole, ...]:
        def read(text: str) -> tuple[HeldRole, ...]:
            named = [part.strip() for part in text.split(";") if part.strip()]
            return tuple(dict.fromkeys(cells.role(one, own, self._known.businesses) for one in named))

        return self._read("roles", read) or ()

    def _work(self, business: Business | None, first_day: date | None) -> Work | None:
        given = [column for column in _WORK if self._text(column)]
        minutes = self._read("hours_per_week", _weekly)
        rate = self._read("rate", _hourly)
        if not given and not self._text("business"):
            return None
        if not given and "manager" in self._text("roles"):
            return None  # the business says what she manages; no work was agreed
        self._missing("business", "the business she works in, or leave out what was agreed")
        self._missing("start_date", "the first day of the work")
        self._missing("hours_per_week", "the hours agreed for a week")
        if business is None or first_day is None or minutes is None or (rate is None and self._text("rate")):
            return None
        return Work(business=business, first_day=first_day, minutes=minutes, rate=rate)

    def _check_pay(self, name: str, born: date | None, work: Work, rate: Pence) -> None:
        if born is None and self._text("date_of_birth"):
            return  # it stands there and is wrong, which has been said
        column = "date_of_birth" if born is None else "rate"
        try:
            for starts in pay_periods(work.first_day, None, self._known.today):
                held_to_floor(name, born, rate, starts, promises=self._known.promises.get(work.business.id, ()))
        except Refusal as refused:
            self._fault(column, str(refused), refused if isinstance(refused, AgainstRule) else None)


def _name(text: str, joined: date) -> str:
    return Person(id="new", name=" ".join(text.split()), joined=joined).name


def _born(text: str, joined: date) -> date | None:
    return Person(id="new", name="New", date_of_birth=cells.day(text), joined=joined).date_of_birth


def _agreed(minutes: int, rate: Pence | None) -> Placement:
    """What placements themselves refuse, they refuse here too."""
    return Placement(
        id="new",
        person="new",
        business="new",
        kind=PlacementType.VOLUNTEERING if rate is None else PlacementType.PAID,
        first_day=date(2000, 1, 1),
        agreed_minutes=minutes,
        rate=rate,
    )


def _weekly(text: str) -> int:
    return _agreed(cells.minutes(text), None).agreed_minutes


def _hourly(text: str) -> Pence | None:
    return _agreed(_AN_HOUR, cells.pay(text)).rate


def _twice(people: Sequence[Joining], sheet: Sheet, known: Known) -> Iterator[Fault]:
    """Name those who stand in the file twice, or are on record already."""
    column = sheet.theirs["name"]
    seen: dict[str, list[Joining | Person]] = {}
    for one in known.people:
        seen.setdefault(one.name.casefold(), []).append(one)
    for new in people:
        before = seen.setdefault(new.name.casefold(), [])
        for other in (one for one in before if _same(one, new) and not _fills_in(new, one)):
            place = f"stands in row {other.row} too" if isinstance(other, Joining) else "is on record already"
            yield Fault(new.row, column, f"{new.name} {place}{_by(other, new)}. Take one of them out.")
            break
        before.append(new)


def _fills_in(new: Joining, one: Joining | Person) -> bool:
    return isinstance(one, Person) and one.id == new.completes


def _completing(people: Sequence[Joining], known: Known) -> Iterator[Joining]:
    """Join each row to somebody on record by that name alone, where there is one such person and one such row."""
    bare: dict[str, list[Person]] = {}
    for one in known.people:
        bare.setdefault(one.name.casefold(), []).append(one)
    rows = Counter(new.name.casefold() for new in people)
    for new in people:
        named = bare.get(new.name.casefold(), [])
        alone = len(named) == 1 and rows[new.name.casefold()] == 1 and named[0].id in known.bare
        same = alone and (not new.email or _folded(named[0].email) in {None, _folded(new.email)})
        yield attrs.evolve(new, completes=named[0].id) if same else new


def _same(one: Joining | Person, other: Joining | Person) -> bool:
    """True for one name with nothing to tell two people apart by: another day of birth and another address do."""
    born = None in {one.date_of_birth, other.date_of_birth} or one.date_of_birth == other.date_of_birth
    return born or (one.email is not None and _folded(one.email) == _folded(other.email))


def _folded(text: str | None) -> str | None:
    return text.casefold() if text else text


def _by(one: Joining | Person, other: Joining | Person) -> str:
    if one.date_of_birth is not None and one.date_of_birth == other.date_of_birth:
        return ", with the same date of birth"
    if one.email and _folded(one.email) == _folded(other.email):
        return ", with the same e-mail address"
    return ", and no date of birth tells them apart"


def words_of(faults: Iterable[Fault]) -> list[str]:
    """Return every fault as a line."""
    return [fault.words for fault in faults]
