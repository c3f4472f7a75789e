"""Who has said yes to longer weeks: read by rotas, and by whoever keeps the record that the law asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.placements.opt_out import AGE, OptOut
from alongside.placements.tables.opt_out import OPT_OUT, OPT_OUTS
from alongside.rulepacks.offers import RuleValue
from alongside.store import Unit

NOTICE = "uk.opt-out-notice"


def opt_outs_of(unit: Unit, person: str) -> Sequence[OptOut]:
    """Return all that a person has signed, the newest first."""
    return unit.find(OPT_OUTS, OPT_OUT.c.person == person, order=(OPT_OUT.c.signed_on.desc(), OPT_OUT.c.id))


def opt_out_of(unit: Unit, person: str, day: date) -> OptOut | None:
    """Return what of it counts on a day, what she has not taken back first; None for nothing."""
    there = (one for one in opt_outs_of(unit, person) if one.counts_on(day))
    return min(there, key=lambda one: not one.stands, default=None)


def opted_out(unit: Unit, people: Collection[str], days: Period) -> frozenset[str]:
    """Return which of these people the law's average binds on none of the days, as they have said."""
    found = unit.find(OPT_OUTS, OPT_OUT.c.person.in_(sorted(people)))
    return frozenset(one.person for one in found if one.counts_in(days))


def notice_to_end(unit: Unit, day: date) -> RuleValue:
    """Return how many days pass between taking it back on a day and its end, as the dated rule says."""
    return enterprise.rule(unit, NOTICE, day, AGE)


def forget_opt_outs(unit: Unit, person: str) -> None:
    """Take out what a person has signed."""
    for one in opt_outs_of(unit, person):
        unit.remove(OPT_OUTS, one)
