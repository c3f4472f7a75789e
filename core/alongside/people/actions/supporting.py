"""Choosing supporters: each person for herself, and for as long as she says."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers
from alongside.people.person import Person
from alongside.people.supporter import USUAL, ChosenSupporter
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def whom_to_choose(unit: Unit, person: str) -> tuple[Person, ...]:
    """Return those whom a person can choose as supporters and does not have yet, by name."""
    unit.need("people.change", own=person)
    there = {person, *offers.supporters_of(unit, person)}
    return tuple(one for one in offers.can_support(unit) if one.id not in there)


def choose_supporter(unit: Unit, person: str, supporter: str, last_day: date | None = None) -> ChosenSupporter:
    """Choose who supports a person from today on; for a year where she says no day.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        BadInput: for somebody who is no supporter, or an end that is over or more than three years off.
    """
    unit.need_alone()
    unit.need("people.change", own=person)
    offers.present(unit, person)
    if supporter not in {one.id for one in offers.can_support(unit)}:
        raise BadInput(worded("people", "This person is no supporter here. Choose one of those on the page."))
    today = enterprise.today(unit)
    last = last_day or today + USUAL
    if last < today:
        raise BadInput(worded("people", "The last day {last} is over. Give one that is still to come.", last=last))
    chosen = offers.choose_supporter(unit, person, supporter, today, last, herself=unit.actor.id == person)
    if unit.actor.id != supporter:
        _tell(unit, chosen)
    return chosen


def end_support(unit: Unit, person: str, supporter: str) -> None:
    """Say that somebody supports a person no longer: from today on. Either of the two may say so.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        NotFound: where she did not support her.
    """
    unit.need_alone()
    unit.need("people.change", own=supporter if unit.actor.id == supporter else person)
    standing = [one for one in offers.choices_of(unit, person) if one.supporter == supporter]
    if not standing:
        raise NotFound("supporter of this person", supporter)
    for one in standing:
        offers.end_support(unit, one, enterprise.today(unit) - timedelta(days=1))


def _tell(unit: Unit, chosen: ChosenSupporter) -> None:
    # No name: it would stay in this message when its owner is erased. Her page shows who.
    lines = [
        _("Somebody has chosen you as {supporter}.", picture="handshake"),
        _("Your page shows who it is, and until when.", picture="person"),
    ]
    title = _("You have been chosen as {supporter}", picture="handshake")
    write_to(
        unit,
        chosen.supporter,
        f"people:chosen:{chosen.id}",
        "people",
        title,
        lines,
        path=f"/people/{chosen.supporter}",
    )
