"""What was found, for who plans in Easy Read: one short sentence a row, each with its picture.

It says what ``saying_why`` says and nothing more: the same rules are left out, and told under the same names.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from alongside.api.display import Said, day, weekday
from alongside.api.display import Said as _

from ..rules import PRIVATE
from ..sentences import by_rule, hours, short
from ..why.conflict import KEPT, OF_PLAN, OF_SHIFTS, ONE_MORE, Bar, Change
from .saying_why import Teller

OF_PEOPLE = {
    "skill": ("graduation", _("They still learn this: **{who}**."), _("Some people still learn this.")),
    "certificate": (
        "certificate",
        _("They need a new certificate: **{who}**."),
        _("Some people need a new certificate."),
    ),
    "learner": ("graduation", _("They learn something else: **{who}**."), _("Some people learn something else.")),
    "teacher": ("graduation", _("Nobody is there to teach them: **{who}**."), _("Nobody is there to teach them.")),
    "held": (
        "wait",
        _("We wait for an answer about them: **{who}**."),
        _("We wait for an answer about some people."),
    ),
    "pay_floor": ("money", _("Their pay is too low: **{who}**."), _("The pay of some people is too low.")),
    "away": ("door", _("They are away: **{who}**."), _("Some people are away.")),
    "available": ("clock", _("They have other hours: **{who}**."), _("Some people have other hours.")),
    "busy": ("calendar", _("They are busy then: **{who}**."), _("Some people are busy then.")),
    "one_place": ("calendar", _("They are on another shift: **{who}**."), _("Some people are on another shift.")),
    "coach": (
        "people",
        _("No job coach is there for them: **{who}**."),
        _("For some people no job coach is there."),
    ),
    "coached_at_once": (
        "people",
        _("Their job coach is busy: **{who}**."),
        _("The job coach is busy with others."),
    ),
    "rest": ("sofa", _("They need more rest: **{who}**."), _("Some people need more rest.")),
    "break": ("sofa", _("They need a break: **{who}**."), _("Some people need a break.")),
    "days_off": ("sofa", _("They need a day off: **{who}**."), _("Some people need a day off.")),
    PRIVATE: ("no", _("They cannot have this shift: **{who}**."), _("Some people cannot have this shift.")),
}
"""A rule's picture, what is said of people by name, and what is said where nobody is named."""

MENDS = {
    "pinned": ("pin", _("**{name}** could move to another shift.")),
    "certificate": ("certificate", _("**{name}** could get a new certificate.")),
    "held": ("wait", _("We could find the answer about **{name}**.")),
    "pay_floor": ("money", _("We could put the pay of **{name}** right.")),
    KEPT: ("handshake", _("Somebody else could work for **{name}** on **{day}**.")),
    "available": ("clock", _("**{name}** could say more hours.")),
    "skill": ("graduation", _("**{name}** could learn what the place needs.")),
    "coach": ("people", _("**{name}** could have one more job coach.")),
    "margin": ("clock", _("**{name}** could agree to work **{hours}** more.")),
}


@attrs.frozen
class Easily:
    """Tells who plans what a ``Teller`` tells, row by row."""

    teller: Teller

    def rules(self) -> list[tuple[str, Said]]:
        """Return a picture and a sentence for each rule of the conflict, people of one rule together."""
        bars = self.teller.shown()
        rows = [*self._of_people(bars), *(self._other(bar) for bar in bars if not _is_of_people(bar))]
        return list({str(said): (picture, said) for picture, said in rows}.values())

    def repairs(self) -> list[tuple[str, Said]]:
        """Return what would mend it, where something is offered."""
        return [self._mend(one) for one in self.teller.changes()]

    def _of_people(self, bars: list[Bar]) -> Iterator[tuple[str, Said]]:
        there = filter(_is_of_people, bars)
        groups = by_rule(
            (bar.rule, self.teller.name(self.teller.whom(bar)) if bar.person else "") for bar in there
        )
        for rule, names in groups.items():
            picture, named, some = OF_PEOPLE.get(rule, OF_PEOPLE[PRIVATE])
            known = sorted({one for one in names if one}, key=str.casefold)
            yield picture, Said(named.key, who=", ".join(short(known))) if known else some

    def _other(self, bar: Bar) -> tuple[str, Said]:
        if bar.day is not None:
            return "calendar", _("Other people keep their shifts on **{day}**.", day=weekday(bar.day))
        if bar.rule == "skill":
            return "graduation", _("Not many people can do this.")
        if bar.rule in OF_SHIFTS:
            keys = bar.rule == "key_holder"
            return (
                ("key", _("Somebody must have the **key**.")) if keys else ("people", _("The team stays whole."))
            )
        if bar.rule == "frozen":
            return "lock", _("This shift stays as it is.")
        when = day(self.teller.shift(bar.shift).day)
        return "calendar", _("**{name}** has a shift on **{day}**.", name=self.teller.name(bar.person), day=when)

    def _mend(self, one: Change) -> tuple[str, Said]:
        if one.rule == ONE_MORE:
            asked = self.teller.question
            return "more", _(
                "We could look for **one more** person for **{day}**.",
                day=weekday(self.teller.shift(asked.shift).day),
            )
        picture, said = MENDS[one.rule]
        when = day(self.teller.shift(one.shift).day) if one.shift else ""
        return picture, Said(said.key, name=self.teller.name(one.person), day=when, hours=hours(one.minutes))


def _is_of_people(bar: Bar) -> bool:
    return bar.day is None and bar.rule not in OF_PLAN | OF_SHIFTS and (bool(bar.person) or bar.rule != "skill")
