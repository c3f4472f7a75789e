"""The command that puts on record what was found of an objection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alongside.cli import Desk

_FOUND = ("holds", "does-not-hold")


@click.argument("number", type=int)
@click.argument("proposal")
@click.option("--found", type=click.Choice(_FOUND), required=True, help="Whether it holds.")
@click.option("--answer", default="", help="Why; everybody can read it.")
@click.option("--with", "beside", required=True, metavar="NAME", help="Who else looked at it.")
def look_at(desk: Desk, proposal: str, number: int, found: str, answer: str, beside: str) -> None:
    """Put on record whether an objection to a proposal holds, and why; two people look at it."""
    from alongside.decisions import offers
    from alongside.decisions.actions import looking, objecting
    from alongside.decisions.actions.objecting import Finding
    from alongside.decisions.commands.showing import facts, outcome_words
    from alongside.people import offers as people

    with desk.unit() as unit:
        asked = offers.find_proposal(unit, proposal)
        finding = Finding(holds=found == _FOUND[0], answer=answer, beside=people.find_person(unit, beside).id)
        objecting.look_at(unit, asked.id, number, finding)
        seen = looking.look(unit, asked.id)
    desk.answer(facts(seen), f"{asked.title}\n{outcome_words(seen)}")
