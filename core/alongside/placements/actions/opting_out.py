"""Saying yes to longer weeks, by oneself and alone, and taking it back: nobody else can say yes for anybody."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.age import age_on
from alongside.placements.opt_out import AGE, NotOldEnough, OptOut
from alongside.placements.tables.opt_out import OPT_OUTS
from alongside.store import Unit


def may_opt_out(unit: Unit) -> bool:
    """True if the one who acts is known to be of an age at which the law lets her."""
    her = people.find(unit, unit.actor.id)
    born = her.date_of_birth if her else None
    return born is not None and age_on(born, enterprise.today(unit)) >= AGE


def opt_out(unit: Unit) -> OptOut:
    """Keep that the one who acts says yes to longer weeks from today on; what stands already stays as it is.

    Raises:
        NotWithAHelper: where somebody has come in with her: nobody is to talk her into it.
        NotOldEnough: under 18, or where her age is not known.
    """
    unit.need_alone()
    if not may_opt_out(unit):
        raise NotOldEnough
    today = enterprise.today(unit)
    there = offers.opt_out_of(unit, unit.actor.id, today)
    if there is not None and there.stands:
        return there
    return unit.add(OPT_OUTS, OptOut(id=unit.new_id(), person=unit.actor.id, signed_on=today))


def take_opt_out_back(unit: Unit) -> OptOut | None:
    """Give notice for the one who acts, and return what ends and when; None where nothing stands.

    A helper beside her is no hindrance: it can only bring the law's limit back.
    """
    today = enterprise.today(unit)
    there = offers.opt_out_of(unit, unit.actor.id, today)
    if there is None or not there.stands:
        return there
    ends = there.taken_back(today, int(offers.notice_to_end(unit, today).value))
    return unit.change(OPT_OUTS, there, taken_back_on=ends.taken_back_on, ends_on=ends.ends_on)
