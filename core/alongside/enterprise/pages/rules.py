"""The pages of rules, open to everybody: what the law asks for, what we promise beyond it, and where it stands."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import actions
from alongside.refusal import BadInput, worded

if TYPE_CHECKING:
    from alongside.web import Visit

PICTURES = {
    "pay": "money",
    "working_time": "clock",
    "holiday": "sun",
    "sick_pay": "sofa",
    "benefits": "wallet",
    "checks": "shield",
    "volunteers": "raised-hand",
    "retention": "safe",
}
"""What stands beside each topic, in the order in which people read them."""


def rules(visit: Visit) -> View:
    """Show which rules there are, by topic."""
    every = sorted(actions.look_at_rules(visit.unit, visit.today), key=lambda one: (_place(one.topic), one.id))
    topics = [(topic, list(found)) for topic, found in groupby(every, key=lambda one: one.topic)]
    facts = {"topics": topics, "pictures": PICTURES, "may_promise": visit.unit.may("enterprise.change")}
    return View("rules.html", "The rules of work", facts)


def _place(topic: str) -> int:
    known = list(PICTURES)
    return known.index(topic) if topic in known else len(known)


def one(visit: Visit) -> View:
    """Show one rule as it is on the day that the address names, today where it names none."""
    seen = actions.look_at_rule(visit.unit, visit.path["rule"], _day(visit))
    read = {(value.source, value.place): value for value in seen.now}
    facts = {"seen": seen, "picture": PICTURES.get(seen.topic, "book"), "sources": list(read.values())}
    return View("rule.html", _("{rule}", rule=_(seen.title).of("rules")), facts)


def _day(visit: Visit) -> date:
    text = visit.query.get("on", "")
    try:
        return date.fromisoformat(text) if text else visit.today
    except ValueError as wrong:
        said = worded("enterprise", "“{text}” is no day. Write it as 2026-11-30.", text=text[:20])
        raise BadInput(said) from wrong
