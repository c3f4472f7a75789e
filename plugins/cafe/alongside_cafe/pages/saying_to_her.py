"""What a person reads of a shift that she cannot have: her own rules and her own shifts, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from alongside.api.display import Said
from alongside.api.display import Said as _
from alongside.api.values import local

from ..rules import RULES
from ..shift import Shift
from ..why.conflict import KEPT, Change, Finding, Question


@attrs.frozen
class ToHer:
    """Tells somebody what was found about her and a shift."""

    question: Question
    finding: Finding

    def reasons(self) -> list[tuple[str, Said]]:
        """Return a picture and a sentence for each rule of hers; one sentence where it is only about others.

        That somebody keeps apart from her is about others too: a sentence of its own would tell her of it.
        """
        if not self.finding.conflict:
            if not self.finding.known:
                return [("question", _("We did not find out in time."))]
            return [("done", _("Nothing stands against it. You could have this shift."))]
        hers = list(
            dict.fromkeys(bar.rule for bar in self.finding.conflict if self._is_hers(bar.person, bar.other))
        )
        rules = [("wait", self._rule(rule)) for rule in hers if rule in RULES and rule != "apart"]
        return rules or [("people", _("Other people have the shifts around it. Theirs stay as they are."))]

    def shifts(self) -> list[Shift]:
        """Return shifts of hers that stand against it, in order."""
        ids = {
            bar.shift for bar in self.finding.conflict if bar.rule == KEPT and bar.person == self.question.person
        }
        return [shift for shift in self.question.problem.shifts if shift.id in ids]

    def repairs(self) -> list[tuple[str, Said]]:
        """Return what she could do herself, where nothing else is needed."""
        changes = self.finding.repair
        if not all(one.person == self.question.person for one in changes):
            return []
        return list(self._repairs(changes))

    def _is_hers(self, person: str, other: str) -> bool:
        return self.question.person in (person, other)

    def _rule(self, rule: str) -> Said:
        rest = f"{self.question.problem.limits.adults.rest / 60:g}"
        return Said(RULES[rule].person, rest=rest).of("cafe")

    def _repairs(self, changes: tuple[Change, ...]) -> Iterator[tuple[str, Said]]:
        shifts = {shift.id: shift for shift in self.question.problem.shifts}
        for one in changes:
            if one.rule == "available":
                yield "clock", _("You could say that you can work at this time.")
            elif one.rule == "margin":
                yield (
                    "handshake",
                    _(
                        "You could agree to work **{hours}** hours more than agreed that week.",
                        hours=f"{one.minutes / 60:g}",
                    ),
                )
            elif one.rule == KEPT:
                when = local(shifts[one.shift].during.starts, self.question.problem.zone)
                yield "calendar", _("You could give away your shift on **{when_day}**.", when=when)
