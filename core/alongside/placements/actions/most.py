"""Saying how many hours a week one wants at the most; whoever plans keeps to it and is told no reason."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.placements import offers
from alongside.placements.most_hours import MostHours
from alongside.placements.tables.most import MOSTS
from alongside.store import Unit


def say_most(unit: Unit, minutes: int) -> MostHours:
    """Keep how many minutes a week the one who acts wants at the most; it is her word to those who plan.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    there, today = offers.most_of(unit, unit.actor.id), enterprise.today(unit)
    if there is None:
        return unit.add(MOSTS, MostHours(id=unit.new_id(), person=unit.actor.id, minutes=minutes, said_on=today))
    return unit.change(MOSTS, there, minutes=minutes, said_on=today)


def take_most_back(unit: Unit) -> None:
    """Take back what the one who acts has said."""
    offers.forget_most(unit, unit.actor.id)
