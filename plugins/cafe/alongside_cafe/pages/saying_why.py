"""What was found, in sentences: for who plans, for the person herself, and one for everybody else.

Whoever plans reads the plain rule of each person and nothing private: what follows from age, benefits, plans, or
from two people who keep apart is one sentence. Where one person is asked about, no other rule stands beside it, as
it would tell which it is; and of an open place nothing is told of the shifts of two who keep apart: it reads alike
whichever it is. A person reads her own rules and nobody else's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from alongside.api.display import day, span, weekday
from alongside.api.values import local

from ..rules import LAWS, PRIVATE, RULES, public, said
from ..sentences import by_rule, hours, kept_away, listed, nobody
from ..shift import Shift
from ..why.conflict import KEPT, OF_PLAN, OF_SHIFTS, ONE_MORE, Bar, Change, Finding, Question

NOBODYS = OF_PLAN | OF_SHIFTS | {"skill"}
"""Rules that keep nobody from a place by what she is or does at the time."""

_FOR_ALL = {
    "away": "Days off stay days off.",
    "available": "Nobody works outside the hours that they gave.",
    "busy": "Nobody works while they are busy elsewhere.",
    "one_place": "Nobody is on two shifts at one time.",
    "certificate": "Certificates must be valid.",
    "held": "Nothing new is planned for who is held back.",
    "pay_floor": "Nobody works for less than the law or our promise says.",
    "learner": "A learner's place is for who learns that.",
    "teacher": "Who learns has somebody to learn from.",
    "coach": "Who needs a job coach has one on the shift.",
    "coached_at_once": "A job coach looks after so many people at once.",
    "rest": "There are {rest} hours' rest between two working days.",
    "days_off": "Everybody has a day off in seven.",
    "break": "A long stretch of work has a break in it.",
}
_AGREED = "What is agreed is kept to."


@attrs.frozen
class Line:
    """One rule of a conflict in words, and the dated rule of the law behind it; empty where it is none."""

    words: str
    law: str = ""


@attrs.frozen(kw_only=True)
class Told:
    """A reason in a sentence or two, the rules behind it, and what would mend it where something is offered."""

    sentences: tuple[str, ...]
    rules: tuple[Line, ...] = ()
    repair: str = ""


@attrs.frozen
class Teller:
    """Tells who plans what was found; ``names`` says what ids of people and skills are called."""

    question: Question
    finding: Finding
    names: Mapping[str, str]

    def told(self) -> Told:
        """Return the reason, its rules and the repair."""
        if not self.finding.conflict:
            return Told(sentences=(self._no_conflict(),))
        return Told(
            sentences=tuple(self._sentences()),
            rules=tuple(dict.fromkeys(self._line(bar) for bar in self.shown())),
            repair=self._repair(),
        )

    def shown(self) -> list[Bar]:
        """Return the rules of the conflict that may be told beside each other."""
        if self._is_quiet():
            return [bar for bar in self.finding.conflict if _is_private(bar)]
        pairs = {who for bar in self.finding.conflict if bar.rule == "apart" for who in (bar.person, bar.other)}
        return [bar for bar in self.finding.conflict if not (bar.rule in OF_PLAN and bar.person in pairs)]

    def changes(self) -> tuple[Change, ...]:
        """Return what would mend it and may be told."""
        return () if self._is_quiet() else self.finding.repair

    def shift(self, called: str) -> Shift:
        """Return the shift of an id."""
        return next(one for one in self.question.problem.shifts if one.id == called)

    def name(self, who: str) -> str:
        """Return what somebody is called."""
        return self.names.get(who, who)

    def whom(self, bar: Bar) -> str:
        """Return who of a pair is told of: the one who is asked about, or who has not the shift now."""
        if bar.rule != "apart":
            return bar.person
        if self.question.person:
            return self.question.person
        there = {one.person for one in self.question.rota if one.shift == self.question.shift}
        return bar.other if bar.person in there else bar.person

    @property
    def _shift(self) -> Shift:
        return self.shift(self.question.shift)

    def _no_conflict(self) -> str:
        if not self.finding.known:
            return "No deeper reason was found in the time there was."
        if self.question.person:
            return f"Nothing stands against it: {self.name(self.question.person)} could have this shift."
        return "No rule stands against it. Fill the week again, and somebody gets this place."

    def _is_quiet(self) -> bool:
        """True where other rules beside a private one of the person asked about would tell which it is."""
        return bool(self.question.person) and any(_is_private(bar) for bar in self.finding.conflict)

    # --- the reason

    def _sentences(self) -> list[str]:
        bars = self.shown()
        of_people = [bar for bar in bars if bar.person and bar.rule not in OF_PLAN]
        wide = [bar for bar in bars if bar.day is not None]
        found = [self._of_people(of_people, wide=bool(wide))] if of_people or not wide else []
        if wide:
            found.insert(0, self._of_the_week(wide))
        if any(bar.rule == "key_holder" and bar.shift == self.question.shift for bar in bars):
            found.append("Somebody on this shift must have the key.")
        return found + [self._of_plan(bar) for bar in bars if bar.rule in OF_PLAN and bar.day is None]

    def _of_people(self, bars: Sequence[Bar], *, wide: bool) -> str:
        kept = by_rule((bar.rule, self.name(self.whom(bar))) for bar in bars)
        groups = {rule: sorted(names, key=str.casefold) for rule, names in kept.items()}
        words = kept_away(groups, self.question.problem.limits)
        if self.question.person or wide:
            return f"{words}." if words else f"{self.name(self.question.person)} cannot have it."
        return f"{self._nobody()} can: {words}." if words else self._of_all()

    def _of_all(self) -> str:
        """Return what keeps everybody away where nobody is told of by herself: each lacks one thing or another."""
        told = [bar.rule for bar in self.shown() if bar.rule in RULES and bar.rule not in NOBODYS]
        if not told:
            return f"{self._nobody()} is on the rota yet."
        rest = f"{self.question.problem.limits.adults.rest / 60:g}"
        lacks = [RULES[rule].one.format(rest=rest) for rule in dict.fromkeys(map(public, told))]
        return f"{self._nobody()} can: each {listed(lacks, 'or')}."

    def _nobody(self) -> str:
        return nobody(self._skills())

    def _skills(self) -> list[str]:
        """Return what the place asks for, by the names of its skills."""
        if self.question.place is None:
            return ["the key"]
        wanted = sorted(self._shift.places[self.question.place])
        return [self.names.get(one, one.replace("_", " ")) for one in wanted]

    def _of_the_week(self, wide: Sequence[Bar]) -> str:
        days = sorted({bar.day for bar in wide if bar.day is not None})
        when = "that day" if days == [self._shift.day] else f"on {listed([weekday(one) for one in days])}"
        if self.question.person:
            return f"Others keep their shifts {when}."
        return f"Whoever could do it is needed on other shifts {when}."

    def _of_plan(self, bar: Bar) -> str:
        if bar.rule == "frozen":
            return "A shift that may not change any more stays as it is."
        where = self._when(self.shift(bar.shift))
        if bar.rule == KEPT:
            return f"{self.name(bar.person)} has a shift on {where}."
        return f"{self.name(bar.person)} was put on {where} by hand, and stays there."

    # --- the rules behind it

    def _line(self, bar: Bar) -> Line:
        limits = self.question.problem.limits
        if bar.rule in OF_SHIFTS:
            return Line(self._of_shift(bar))
        if bar.day is not None:
            return Line(f"{weekday(bar.day)}: everybody keeps their shift.")
        if bar.rule in OF_PLAN:
            return Line(self._of_plan(bar))
        if bar.person:
            return Line(f"{said(bar.rule, [self.name(self.whom(bar))], limits)}.", LAWS.get(bar.rule, ""))
        if bar.rule == "skill":
            skills = " and ".join(self._skills())
            return Line(f"The place needs {skills}." if skills else "Each place needs somebody who can do it.")
        words = _FOR_ALL.get(bar.rule, _AGREED).format(rest=f"{limits.adults.rest / 60:g}")
        return Line(words, LAWS.get(bar.rule, ""))

    def _of_shift(self, bar: Bar) -> str:
        what = "the key is there" if bar.rule == "key_holder" else "all other places stay filled"
        if bar.day is not None:
            return f"{weekday(bar.day)}: {what}."
        return "Somebody on this shift must have the key." if bar.rule == "key_holder" else "The team stays whole."

    # --- the repair

    def _repair(self) -> str:
        changes = [self._change(one) for one in self.changes()]
        if not changes:
            return ""
        it = "would close it" if not self.question.person else "would make it possible"
        first = listed(changes)
        return f"{first[0].upper()}{first[1:]} {it}."

    def _change(self, one: Change) -> str:
        name = self.name(one.person)
        if one.rule == ONE_MORE:
            who = "key-holder" if self.question.place is None else "person"
            skills = self._skills() if self.question.place is not None else []
            with_ = f" with {' and '.join(skills)}" if skills else ""
            return f"one more {who}{with_} on {weekday(self._shift.day)}s"
        if one.rule == "margin":
            return f"{hours(one.minutes)} more than agreed for {name} that week, if {name} agrees,"
        where = self._when(self.shift(one.shift)) if one.shift else ""
        return {
            "pinned": f"moving {name} from {where}",
            "certificate": f"a new certificate for {name}",
            "held": f"an answer to what holds {name} back",
            "pay_floor": f"the right rate of pay for {name}",
            KEPT: f"somebody else for {name} on {where}",
            "available": f"more free hours of {name} on {weekday(self._shift.day)}",
            "skill": f"{name} learning what the place needs",
            "coach": f"one more job coach for {name}",
        }[one.rule]

    # --- words

    def _when(self, shift: Shift) -> str:
        zone = self.question.problem.zone
        times = span(local(shift.during.starts, zone), local(shift.during.ends, zone))
        return f"{day(shift.day)}, {times} ({shift.job})"


def _is_private(bar: Bar) -> bool:
    return bar.rule in RULES and public(bar.rule) == PRIVATE
