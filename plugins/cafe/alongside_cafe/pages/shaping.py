"""The forms by which a manager shapes the week: a week to start with, and one shift with its places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Self

from alongside.api.display import Said as _
from alongside.api.values import BadInput
from alongside.api.web import Fields, Line, ManyOf, Number, Read, TimeOfDay, Visit, Yes

from ..missing import hours
from ..pattern import LONGEST_BREAK, WEEKDAYS, ShiftTemplate
from ..rota import PatternLine
from ..usual_break import UsualBreak

MOST = 20
LONGEST_JOB = 40
USUAL_BREAK = _("Leave it empty: then a shift of more than {long} has a break of {minutes} minutes.")

_ONE_DAY = _("Choose one day or more.")
_WEEK = [(str(number), _(name)) for number, name in enumerate(WEEKDAYS)]


def facts_of(usual: UsualBreak) -> dict[str, object]:
    """Return what a form of a shift says of its break."""
    return {"long": hours(usual.after), "minutes": usual.length}


class StartForm(Fields):
    """When the café is open, and with how many people: enough to suggest a week."""

    days = ManyOf(_("On which days is the café open?"), _WEEK, missing=_ONE_DAY)
    opens = TimeOfDay(_("From when?"))
    closes = TimeOfDay(_("Until when?"))
    kitchen = Number(_("People in the kitchen"), most=MOST)
    front = Number(_("People at the front"), most=MOST)

    @classmethod
    def as_usual(cls, visit: Visit) -> Self:
        """Return the form with what is usual."""
        usual = {"days": "12345", "opens": time(10), "closes": time(15), "kitchen": 2, "front": 2}
        return cls(visit, usual)

    def check(self) -> None:
        """See that it closes after it opens, with somebody in it."""
        if self.closes.value <= self.opens.value:
            self.refuse(self.closes, _("Give an end that is later than the start, such as 15:00."))
        if not self.kitchen.value + self.front.value:
            self.refuse(self.kitchen, _("Say how many people you want."))


class ShiftForm(Fields):
    """One shift of every week, or the same on several days."""

    job = Line(
        _("What is the work?"),
        longest=LONGEST_JOB,
        hint=_("Such as Kitchen, Front or Till."),
        missing=_("Write what the work is, such as Kitchen."),
    )
    days = ManyOf(_("On which days?"), _WEEK, missing=_ONE_DAY)
    starts = TimeOfDay(_("From when?"))
    ends = TimeOfDay(_("Until when?"))
    key = Yes(_("One of them needs the key"))
    learning = ManyOf(
        _("What can somebody learn on it?"),
        hint=_("One more person each, beside the team. They are not counted as cover."),
        needed=False,
        depends=True,
    )
    rest = Number(_("Minutes of break in it"), hint=USUAL_BREAK, most=LONGEST_BREAK, needed=False)

    @classmethod
    def of(cls, visit: Visit, old: PatternLine | None, usual: UsualBreak) -> Self:
        """Return the form of a shift that is there, or of a new one."""
        if old is None:
            return cls(visit, {"starts": time(9), "ends": time(14)}, facts=facts_of(usual))
        return cls(
            visit,
            {
                "job": old.job,
                "days": [old.weekday],
                "starts": old.starts,
                "ends": old.ends,
                "key": old.key_holder,
                "learning": old.learning,
                "rest": old.break_minutes,
            },
            facts=facts_of(usual),
        )

    def check(self) -> None:
        """See that it takes some time."""
        if self.starts.value == self.ends.value:
            self.refuse(self.ends, _("Give two times, such as 9:00 and 14:00."))

    def templates(self, places: Sequence[frozenset[str]], usual: UsualBreak) -> list[ShiftTemplate]:
        """Return the shift on each of its days, with these places."""
        return [usual.into(self._on(day, places), self.rest.data) for day in self.days.value]

    def _on(self, day: str, places: Sequence[frozenset[str]]) -> ShiftTemplate:
        return ShiftTemplate(
            weekday=int(day),
            starts=self.starts.value,
            ends=self.ends.value,
            job=self.job.value,
            places=tuple(places),
            key_holder=self.key.value,
            learning=tuple(self.learning.value),
        )


def skill_key(words: str) -> str:
    """Return the key of a skill that is written in words.

    Raises:
        BadInput: where it cannot be one.
    """
    key = "_".join(words.casefold().split())
    if not (key.isascii() and key[:1].isalpha() and key.replace("_", "").isalnum()) or key == "key_holder":
        raise BadInput(f"“{words}” is no skill that a rota can ask for", remedy="Write it in letters.")
    return key


class Places(Fields):
    """So many places that ask for the same skills."""

    people = Number(_("How many people?"), most=MOST, needed=False)
    skills = ManyOf(
        _("What must they be able to do?"),
        hint=_("Tick nothing where anybody can do it."),
        needed=False,
        depends=True,
    )
    other = Read(
        _("Another skill"), skill_key, wrong=_("Write a skill in letters, such as barista."), needed=False
    )

    def check(self) -> None:
        """See that skills that are asked for are asked of somebody."""
        if (self.skills.value or self.other.data) and not self.people.data:
            self.refuse(self.people, _("Say how many people you want, from 1 to 20."))

    def kinds(self) -> list[frozenset[str]]:
        """What each of these places asks for."""
        other = [self.other.data] if self.other.data else []
        return [frozenset((*self.skills.value, *other))] * (self.people.data or 0)


def first_mistake(places: Sequence[Places]) -> bool:
    """Say beside the first kind of places that none was asked for; True if so."""
    if any(one.people.data for one in places):
        return False
    places[0].refuse(places[0].people, _("Say how many people you want, from 1 to 20."))
    return True
