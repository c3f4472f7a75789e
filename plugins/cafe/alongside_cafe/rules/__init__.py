"""The rules of a rota as data: what each is called, how much it weighs, and what is said about it to whom.

Legal numbers are not written here: they come in as ``Limits``, read by the caller from the dated rule pack.
Age, benefits, health and who keeps apart from whom are named to nobody here but the person: what follows from
them is said as “the agreed limit”, or as a shift that is not possible.
"""

from __future__ import annotations

from collections.abc import Sequence

from .hard import HARD, WAIVABLE
from .limits import Limits, WorkingTime
from .rule import GENTLE, LAYERS, Rule
from .soft import SOFT

__all__ = ["COLLEAGUES", "GENTLE", "LAWS", "LAYERS", "RULES", "WAIVABLE", "Limits", "Rule", "WorkingTime", "said"]

COLLEAGUES = "This shift is not possible for {who}."

LAWS = {"rest": "uk.daily-rest", "days_off": "uk.weekly-rest", "break": "uk.break-length"}
"""The dated rule behind a rule of the rota, where naming it tells nobody's age: one for everybody from 16 on."""

RULES: dict[str, Rule] = {**HARD, **SOFT}


def said(rule: str, who: Sequence[str], limits: Limits) -> str:
    """Return what a manager reads of one rule and the people it keeps away: “Rosa and Ben are away”."""
    names = who[0] if len(who) == 1 else f"{', '.join(who[:-1])} and {who[-1]}"
    words = RULES[rule].one if len(who) == 1 else RULES[rule].many
    return f"{names} {words.format(rest=f'{limits.adults.rest / 60:g}')}"
