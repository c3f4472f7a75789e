"""The rules of a rota as data: what each is called, how much it weighs, and what is said about it to whom.

Legal numbers are not written here: they come in as ``Limits``, read by the caller from the dated rule pack.
Age, benefits and health are named to nobody here: what follows from them is said as "the agreed limit".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import attrs


@attrs.frozen(kw_only=True)
class WorkingTime:
    """Limits on the working time of one age group, in minutes; ``None`` where there is no such limit.

    ``rest`` lies between work that begins on different days, ``days_off`` counts days in any seven, of which so
    many lie in a row in each week from Monday on. A stretch of work of more than ``break_after`` has a rest of
    ``break_length`` in it. ``average`` is a week's, taken over ``average_weeks``. ``night`` is wall time, from
    and until, at which nobody of the group works.
    """

    rest: int = attrs.field(validator=attrs.validators.ge(0))
    days_off: int = attrs.field(validator=[attrs.validators.ge(0), attrs.validators.le(7)])
    day: int | None = None
    week: int | None = None
    break_after: int | None = None
    break_length: int = 0
    average: int | None = None
    average_weeks: int = attrs.field(default=17, validator=attrs.validators.ge(1))
    night: tuple[time, time] | None = None


@attrs.frozen(kw_only=True)
class Limits:
    """The limits of the law on the days of this rota."""

    adults: WorkingTime
    under_18: WorkingTime

    def of(self, *, under_18: bool) -> WorkingTime:
        """Return the limits of a person's age group."""
        return self.under_18 if under_18 else self.adults


@attrs.frozen(kw_only=True)
class Rule:
    """One rule: hard ones are never broken; a soft one costs its ``weight`` for each ``unit`` it is broken by.

    ``one`` and ``many`` go to the manager, after a name or names; ``person`` to the person it is about. Colleagues
    hear ``COLLEAGUES`` whatever the rule. One that is ``waivable`` is the house's own: whoever plans may let it be
    broken, with a reason. The law, skills and what somebody is owed are not.
    """

    id: str
    hard: bool = True
    weight: int = 0
    unit: str = ""
    waivable: bool = False
    one: str
    many: str
    person: str


COLLEAGUES = "This shift is not possible for {who}."
_LIMIT = ("would go over the agreed limit", "would go over the agreed limit")

_HARD = (
    ("place", "is on a place that is not there or is taken", "are on a place that is not there or is taken",
     "That place is not there, or somebody has it."),
    ("skill", "is still learning a skill it needs", "are still learning a skill it needs",
     "You are still learning a skill that this place needs."),
    ("certificate", "needs a certificate renewed", "need a certificate renewed",
     "Your certificate for this work has run out. Ask how to renew it."),
    ("held", "is held back until something is answered", "are held back until something is answered",
     "We must first find something out. Ask who runs the café."),
    ("away", "is away", "are away", "You have this day off."),
    ("available", "has other hours", "have other hours", "This is outside the hours you said you can work."),
    ("busy", "is busy elsewhere", "are busy elsewhere", "You are already doing something else then."),
    ("one_place", "is on another shift then", "are on another shift then", "You are on another shift then."),
    ("rest", "needs {rest} hours' rest", "need {rest} hours' rest",
     "You need {rest} hours' rest between two working days."),
    ("days_off", "needs a day off that week", "need a day off that week", "You need a day off in seven days."),
    ("longer_rest", *_LIMIT, "You need a longer rest between two working days."),
    ("more_days_off", *_LIMIT, "You need more days off in seven days."),
    ("day_limit", *_LIMIT, "You would work more hours in a day than you may."),
    ("week_limit", *_LIMIT, "You would work more hours in the week than your limit."),
)  # fmt: skip

WAIVABLE = frozenset({"available"})

LAWS = {"rest": "uk.daily-rest", "days_off": "uk.weekly-rest"}
"""The dated rule behind a rule of the rota, where naming it tells nobody's age: one for everybody from 16 on."""

# Layers: what was planned for somebody who is held back stays; then a place outweighs a hundred keys (a month asks
# for about fifty), a key the minutes of fifty long shifts.
_SOFT = (
    ("cover", 10_000_000, "place", "leaves a place open", "leave a place open", "A place stays open."),
    ("stays", 20_000_000, "shift", "gives up a shift that was planned", "give up a shift that was planned",
     "A shift of yours stays as it was planned."),
    ("key_holder", 100_000, "shift", "has no key", "have no key", "Nobody on this shift has the key."),
    ("agreed_over", 2, "minute", "has more than the agreed hours", "have more than the agreed hours",
     "You have more hours than agreed."),
    ("agreed_under", 1, "minute", "has fewer than the agreed hours", "have fewer than the agreed hours",
     "You have fewer hours than agreed."),
    ("routine", 30, "shift", "leaves a routine", "leave a routine", "This is not one of your usual times."),
    ("saturdays", 120, "Saturday", "has more than a fair share of Saturdays",
     "have more than a fair share of Saturdays", "You have more Saturdays than others."),
)  # fmt: skip

RULES: dict[str, Rule] = {
    **{
        name: Rule(id=name, one=one, many=many, person=person, waivable=name in WAIVABLE)
        for name, one, many, person in _HARD
    },
    **{
        name: Rule(id=name, hard=False, weight=weight, unit=unit, one=one, many=many, person=person)
        for name, weight, unit, one, many, person in _SOFT
    },
}


def said(rule: str, who: Sequence[str], limits: Limits) -> str:
    """Return what a manager reads of one rule and the people it keeps away: “Rosa and Ben are away”."""
    names = who[0] if len(who) == 1 else f"{', '.join(who[:-1])} and {who[-1]}"
    words = RULES[rule].one if len(who) == 1 else RULES[rule].many
    return f"{names} {words.format(rest=f'{limits.adults.rest / 60:g}')}"
