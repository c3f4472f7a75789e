"""The café's chapter of the report: places and hours, open places and why, learning, how early people knew."""

from __future__ import annotations

from calendar import month_name

from alongside.api import enterprise, placements
from alongside.api.display import View, duration
from alongside.api.reports import Figure
from alongside.api.store import Unit
from alongside.api.values import Period

from .offers import rotas
from .offers.shared_out import shared_out
from .pattern import WEEKDAYS
from .rules import PLAIN, RULES
from .summary import Summary, by_month, summary

PAST = {"are": "were", "have": "had"}


def write(unit: Unit, period: Period) -> View:
    """Tell how the rotas of all cafés went."""
    now = rotas(unit, period)
    told = summary(now, unit.now, placements.minutes_noted(unit, period))
    before = summary(rotas(unit, period.before), unit.now)
    months = by_month(now, unit.now)
    facts = {
        "now": told,
        "before": before,
        "why": said_why(told),
        "reasons": reasons_told(told),
        "shared": shared_out(unit, now, period),
        "weekdays": WEEKDAYS,
        "notice": placements.notice_figures(unit, _cafes(unit), period),
        "months": [month_name[month] for (_, month), _ in months],
        "filled": [one.of_a_hundred for _, one in months],
    }
    return View("chapter.html", "The café", facts)


def _cafes(unit: Unit) -> list[str]:
    return [one.id for one in enterprise.all_businesses(unit) if one.kind == "cafe"]


def reasons_told(told: Summary) -> list[tuple[str, int]]:
    """Return how many places each reason kept open, the most first; what is not told apart is one, at the end."""
    known = [(rule, count) for rule, count in told.reasons if rule in PLAIN]
    others = sum(count for _, count in told.reasons) - sum(count for _, count in known)
    return [*known, ("", others)] if others else known


def said_why(told: Summary) -> str:
    """Return the most frequent reason in the words of its rule, as of the past: “were away”.

    Nothing where it is none that a report tells apart: what people may be told of one, they may not be told here.
    """
    rule = RULES.get(told.chief_reason)
    if rule is None or rule.id not in PLAIN or "{" in rule.many:
        return ""
    verb, _, rest = rule.many.partition(" ")
    return f"{PAST.get(verb, verb)} {rest}"


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Hand the first page how many of every hundred places were filled; nothing where there was no rota."""
    now, before = (summary(rotas(unit, one), unit.now) for one in (period, period.before))
    if not now.places:
        return ()
    known = before.places > 0
    return (
        Figure(
            now=now.of_a_hundred,
            before=before.of_a_hundred if known else None,
            said=f"{now.of_a_hundred} in 100",
            sentence=f"The café filled {now.of_a_hundred} of every 100 places, {duration(now.minutes)} of work.",
            easy=f"In the café we filled **{now.of_a_hundred}** of every **100** places.",
            easy_change=_change(now.of_a_hundred - before.of_a_hundred) if known else "",
            picture="cup",
            rank=20,
        ),
    )


def _change(more: int) -> str:
    if more == 0:
        return "That is **the same** as before."
    return f"That is **{abs(more)} {'more' if more > 0 else 'fewer'}** than before."
