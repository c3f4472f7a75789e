"""The rules of a rota as data: what each is called, how much it weighs, and what is said about it to whom.

Legal numbers are not written here: they come in as ``Limits``, read by the caller from the dated rule pack.
Age, benefits, health and who keeps apart from whom are named to nobody here but the person: what follows from
them is one sentence, “would go beyond what is agreed”, and for colleagues that the shift is not possible.
"""

from __future__ import annotations

from collections.abc import Sequence

from .hard import HARD, HER_YES, ON_TOP, WAIVABLE
from .limits import Limits, WorkingTime
from .rule import GENTLE, LAYERS, Rule
from .soft import SOFT

__all__ = [
    "COLLEAGUES",
    "GENTLE",
    "HER_YES",
    "LAWS",
    "LAYERS",
    "ON_TOP",
    "PLAIN",
    "PRIVATE",
    "RULES",
    "WAIVABLE",
    "Limits",
    "Rule",
    "WorkingTime",
    "public",
    "said",
]

COLLEAGUES = "This shift is not possible for {who}."

LAWS = {"rest": "uk.daily-rest", "days_off": "uk.weekly-rest", "break": "uk.break-length"}
"""The dated rule behind a rule of the rota, where naming it tells nobody's age: one for everybody from 16 on."""

PLAIN = frozenset({"away", "available", "busy", "one_place", "skill", "certificate", "rest", "days_off"})
"""Rules that may be told apart where others read along: in a report, in a letter, beside a helper.

What is left out would tell of age, health, benefits, support or a quarrel, or that somebody is held back.
"""

PRIVATE = "week_limit"
"""Which of the rules that read alike stands for all of them."""

RULES: dict[str, Rule] = {**HARD, **SOFT}


def public(rule: str) -> str:
    """Return the rule as it is told: those that would tell age, benefits or a quarrel apart are one."""
    return PRIVATE if RULES[rule].one == RULES[PRIVATE].one else rule


def said(rule: str, who: Sequence[str], limits: Limits) -> str:
    """Return what a manager reads of one rule and the people it keeps away: “Rosa and Ben are away”."""
    names = who[0] if len(who) == 1 else f"{', '.join(who[:-1])} and {who[-1]}"
    words = RULES[rule].one if len(who) == 1 else RULES[rule].many
    return f"{names} {words.format(rest=f'{limits.adults.rest / 60:g}')}"
