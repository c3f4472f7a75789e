"""Mending a roll: putting somebody on it who was left off by mistake, on record and told."""

from __future__ import annotations

from alongside.decisions import offers
from alongside.decisions.actions import key_cards, letters
from alongside.decisions.actions.holding import hold_as_teller, line_of
from alongside.decisions.actions.recording import must_say_why, record
from alongside.decisions.life import NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def put_on_roll(unit: Unit, id: str, person: str, why: str) -> RollLine:  # noqa: A002 - what the column is called
    """Put a member on the roll of an open vote who should have been on it from the beginning. She is told.

    Raises:
        NotNow: after the close, and where she is on it.
        BadInput: for whoever is no member today or not among those who decide, and without a reason.
    """
    found = hold_as_teller(unit, id)
    found.must_take_votes(unit.now)
    name = people.present(unit, person).name
    must_say_why(why)
    if line_of(unit, id, person) is not None:
        raise NotNow(worded("decisions", "{name} is on the roll already.", name=name))
    if person not in enterprise.people_with(unit, "member"):
        raise BadInput(
            worded(
                "decisions",
                "{name} is no member today. Give her the role first, if it was ended by mistake.",
                name=name,
            )
        )
    if person not in offers.entitled(unit, found):
        raise BadInput(
            worded(
                "decisions",
                "{name} is not among those who decide this. The page of the vote says who they are.",
                name=name,
            )
        )
    record(unit, id, Done.PUT_ON_ROLL, person=person, words=why)
    if not key_cards.has_untried(unit, found):  # else she hears it when everybody does: with the last card
        letters.vote_opened(unit, found, person)
    return unit.add(ROLL, RollLine(id=unit.new_id(), proposal=id, person=person))


def missing_on_roll(unit: Unit, proposal: str) -> list[str]:
    """Return those who would decide today and are not on the roll of a vote."""
    unit.need("decisions.count")
    on_it = {line.person for line in unit.find(ROLL, ROLL.table.c.proposal == proposal)}
    deciding = offers.entitled(unit, unit.get(PROPOSALS, proposal))
    return [person for person in deciding if person not in on_it]
