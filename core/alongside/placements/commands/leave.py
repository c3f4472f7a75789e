"""Days off at the keyboard: who asks, asking for somebody, and answering."""

from __future__ import annotations

from datetime import date

import click

from alongside.cli import Desk
from alongside.cli.options import DAY
from alongside.people import offers as people
from alongside.placements import actions
from alongside.refusal import BadInput


def days_off(desk: Desk) -> None:
    """Show the days off that people have asked for and that are not over, with what was answered."""
    with desk.unit(writing=False) as unit:
        found = actions.leave_to_come(unit)
    rows = [(face.name, one.first_day, one.last_day, one.standing.value, one.id) for one, face in found]
    desk.table("Days off", ("person", "first day", "last day", "answer", "wish"), rows)


@click.argument("person")
@click.argument("first_day", type=DAY)
@click.argument("last_day", type=DAY, required=False)
def ask_days_off(desk: Desk, person: str, first_day: date, last_day: date | None) -> None:
    """Ask for days off for somebody, who said so; whoever runs where she works answers."""
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        wish = actions.ask_for_leave(unit, first_day, last_day, who.id)
    facts = {"wish": wish.id, "person": who.id, "first_day": wish.first_day, "last_day": wish.last_day}
    desk.answer(facts, f"{who.name} asks to be off from {wish.first_day} to {wish.last_day}: {wish.id}.")


@click.argument("wish")
@click.argument("answer", type=click.Choice(["yes", "no"]))
@click.option("--words", default="", help="A sentence that goes with it; a no needs one.")
def answer_days_off(desk: Desk, wish: str, answer: str, words: str) -> None:
    """Say yes or no to days off; after a yes every plan keeps them free."""
    if answer == "no" and not words.strip():
        raise BadInput("a no needs a sentence", remedy="Give it as --words.")
    with desk.unit() as unit:
        done = actions.answer_leave(unit, wish, yes=answer == "yes", words=words)
    facts = {"wish": done.id, "standing": done.standing.value}
    desk.answer(facts, f"{done.first_day} to {done.last_day}: {done.standing.value}.")
