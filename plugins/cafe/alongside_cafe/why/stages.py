"""Which rules are looked at first: a reason near at hand is told before one that takes the whole week to see.

Each stage has the rules of those before it and some more, so that the first one in which the place cannot be had
holds the plainest reason. Where other shifts come into it, rules are told less finely: sixty would be no reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from ..rules import RULES
from .conflict import KEPT, OF_PLAN, OF_SHIFTS, Bar, Question

WHOSE = frozenset({"week_limit", "long_week", "own_most", "margin", "day_limit", "average", "gradual"})
"""Rules that are told of each person by herself even where the whole week is looked at: how long she may work."""

NOT_ASKED = 9
_PLAIN = {rule: n for n, rule in enumerate(RULES)}


@attrs.frozen
class Stage:
    """Rules that are looked at together, the least plain first, and the finer rules that each stands for."""

    bars: tuple[Bar, ...]
    finer: Mapping[Bar, frozenset[Bar]]


def stages(question: Question, there: Iterable[Bar]) -> Iterator[Stage]:
    """Yield growing sets of rules; ``there`` are all rules of the model, as fine as it has them."""
    days = {shift.id: shift.day for shift in question.problem.shifts}
    known, seen = list(there), 0
    for n in range(4):
        counts = [one for one in known if _stage(question, one, days) <= n]
        if n == 0 or len(counts) > seen:
            seen = len(counts)
            yield _told(question, counts, days, wide=n > 1)


def _told(question: Question, counts: list[Bar], days: Mapping[str, date], *, wide: bool) -> Stage:
    finer: dict[Bar, set[Bar]] = {}
    for one in counts:
        finer.setdefault(_wide(question, one, days) if wide else _fine(one), set()).add(one)
    in_order = sorted(finer, key=_order, reverse=True)
    return Stage(tuple(in_order), {bar: frozenset(ones) for bar, ones in finer.items()})


def _fine(one: Bar) -> Bar:
    """What a place needs to be known is one for everybody: that most people do not know it is no news."""
    return Bar(rule=one.rule) if one.rule == "skill" else one


def _wide(question: Question, one: Bar, days: Mapping[str, date]) -> Bar:
    if question.person and question.person in (one.person, one.other):
        return one
    if one.rule in OF_SHIFTS and one.shift == question.shift:
        return one
    if one.rule in OF_SHIFTS or one.rule == KEPT:
        return Bar(rule=one.rule, day=days[one.shift])
    return one if one.rule in WHOSE or one.rule in OF_PLAN else Bar(rule=one.rule)


def _stage(question: Question, bar: Bar, days: Mapping[str, date]) -> int:
    """Return from which stage on a rule counts: the place, what is planned, the rest of the day, the week."""
    if question.person:
        if bar.rule in OF_SHIFTS:
            return NOT_ASKED
        if bar.rule in OF_PLAN:
            return 1 if bar.person == question.person else 2
        return 0
    if bar.rule in OF_SHIFTS and bar.shift != question.shift:
        return 2 if days[bar.shift] == days[question.shift] else 3
    return 1 if bar.rule in OF_PLAN else 0


def _order(bar: Bar) -> tuple[int, int, str, str, str, str]:
    """Shifts of the week and the plan are told last, and of rules the plainest first."""
    far = 2 if bar.rule in OF_SHIFTS else 1 if bar.rule in OF_PLAN else 0
    plain = _PLAIN.get(bar.rule, len(_PLAIN))
    return far, plain, bar.person, bar.other, bar.shift, str(bar.day or "")
