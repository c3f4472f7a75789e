"""Choosing for oneself which numbers to see, and taking that away at once.

There is no way to anybody else's choices: every function here is about the one who acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from alongside.benefits import offers
from alongside.benefits.own_choice import OwnChoice, Question
from alongside.benefits.tables import CHOICES
from alongside.refusal import OnlyAlone
from alongside.store import ActorKind, Unit


def need_alone_unless_agreed(unit: Unit) -> None:
    """Refuse with ``OnlyAlone`` while somebody helps, unless she has said that a helper may see it."""
    if unit.actor.helper is None:
        return
    chosen = offers.choice_of(unit, unit.actor.id)
    if chosen is None or not chosen.with_helper:
        raise OnlyAlone


def look_at_choice(unit: Unit) -> OwnChoice | None:
    """Return what the one who acts has chosen, None for nothing.

    Raises:
        OnlyAlone: while somebody helps her, unless she has agreed to that.
    """
    need_alone_unless_agreed(unit)
    return offers.choice_of(unit, unit.actor.id) if unit.actor.kind is ActorKind.PERSON else None


def choose(
    unit: Unit, asks: Sequence[Question], most_minutes: int | None = None, *, with_helper: bool = False
) -> OwnChoice | None:
    """Keep what the one who acts has chosen; nothing chosen is nothing kept.

    Raises:
        OnlyAlone: while somebody helps her: what a helper may see, she says by herself.
        BadInput: for answers that do not fit together.
    """
    _need_alone(unit)
    if not asks and most_minutes is None:
        take_away(unit)
        return None
    facts = {"asks": tuple(asks), "most_minutes": most_minutes, "with_helper": with_helper}
    there = offers.choice_of(unit, unit.actor.id)
    if there is None:
        return unit.add(CHOICES, OwnChoice(id=unit.new_id(), person=unit.actor.id, **facts))  # type: ignore[arg-type] # as above
    return unit.change(CHOICES, there, **facts)


def take_away(unit: Unit) -> None:
    """Take out all that the one who acts has chosen, at once and without a trace."""
    _need_alone(unit)
    offers.forget_choice(unit, unit.actor.id)


def _need_alone(unit: Unit) -> None:
    if unit.actor.helper is not None:
        raise OnlyAlone
