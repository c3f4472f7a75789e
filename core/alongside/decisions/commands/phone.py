"""Commands of tellers for one voter: a vote by telephone, and a name that is missing on the roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.decisions.commands.letters import ask_for_letters

if TYPE_CHECKING:
    from alongside.cli import Desk

_CHECKS = ("rang-back", "voice", "beside")


@click.argument("person")
@click.argument("proposal")
@click.option("--checked", type=click.Choice(_CHECKS), required=True, help="How you know who rings.")
@click.option("--listener", default=None, metavar="NAME", help="Who else listens.")
def phone(desk: Desk, proposal: str, person: str, checked: str, listener: str | None) -> None:
    """Note a vote by telephone; its letters are asked for, as a command’s own words stand in histories."""
    note(desk, proposal, person, checked, listener)


def note(desk: Desk, proposal: str, person: str, checked: str, listener: str | None) -> None:
    """Ask for the letters of one call, and seal them."""
    from alongside.decisions import offers
    from alongside.decisions.actions import telephone
    from alongside.decisions.paper_ballot import read_letters
    from alongside.decisions.roll import Checked
    from alongside.people import offers as people

    with desk.unit(writing=False) as unit:
        shown = offers.proposal(unit, offers.find_proposal(unit, proposal).id)
    letters = ask_for_letters(shown)
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        beside = people.find_person(unit, listener).id if listener else None
        call = telephone.Call(person=who.id, checked=Checked(checked.replace("-", "_")), listener=beside)
        telephone.note_vote(unit, shown.id, call, read_letters(letters, shown))
    desk.answer({"noted": who.name}, f"Sealed: the vote of {who.name}. Nobody can read it now.")


@click.argument("person")
@click.argument("proposal")
@click.option("--why", default="", help="How that came; everybody can read it.")
def put_on_roll(desk: Desk, proposal: str, person: str, why: str) -> None:
    """Put a member on the roll of an open vote who was left off it by mistake; the member is told."""
    from alongside.decisions import offers
    from alongside.decisions.actions import roll_mending
    from alongside.people import offers as people

    with desk.unit() as unit:
        who = people.find_person(unit, person)
        roll_mending.put_on_roll(unit, offers.find_proposal(unit, proposal).id, who.id, why)
    desk.answer({"name": who.name}, f"{who.name} is on the roll, and is told when to vote.")
