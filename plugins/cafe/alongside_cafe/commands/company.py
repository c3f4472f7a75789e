"""The commands for with whom people work: whom one likes to work with, and who is never with whom.

Who says it is the one who acts: alongside --as NAME cafe with-whom … What she enters, nobody else is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from alongside.api import people
from alongside.api.commands import Desk
from alongside.api.store import Unit
from alongside.api.values import BadInput

from ..actions import pairing


@click.argument("names", nargs=-1)
@click.option("--nobody", is_flag=True, help="Like to work with nobody in particular.")
def with_whom(desk: Desk, names: tuple[str, ...], nobody: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Show with whom you like to work, or say all of them: what you said before goes. Nobody else reads it."""
    if names and nobody:
        raise BadInput("Names and --nobody do not go together", remedy="Give one of the two.")
    business = desk.business()
    with desk.unit(writing=bool(names) or nobody) as unit:
        if names or nobody:
            others = [people.find_person(unit, name).id for name in names]
            pairing.say_whom_i_like(unit, business.id, others)
        liked = people.names_of(unit, pairing.whom_i_like(unit, business.id))
    said = ", ".join(sorted(liked.values())) or "nobody in particular"
    desk.answer({"people": sorted(liked)}, f"You like to work with: {said}.")


def never_with(desk: Desk) -> None:
    """Show the pairs that you have entered, with the id of each; others' are shown to nobody but them."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        pairs = pairing.kept_apart(unit, business.id)
        names = people.names_of(unit, {who for one in pairs for who in one.pair})
    rows = [(names[one.person], names[one.other], one.id) for one in pairs]
    desk.table(f"Never together at {business.name}", ["Who", "Never with", "Pair"], rows)


@click.argument("names", nargs=-1, required=True)
def keep_apart(desk: Desk, names: tuple[str, ...]) -> None:
    """Never work with somebody; who plans names two. Nobody is asked why, and nobody else reads it."""
    if len(names) > 2:
        raise BadInput("A pair is two people", remedy="Name one, or two where you plan the rota.")
    business = desk.business()
    with desk.unit() as unit:
        person, other = _two(unit, names)
        pair = pairing.keep_apart(unit, business.id, person, other)
    desk.answer({"pair": pair.id}, "That is kept. The rota goes by it when it is filled next.")


def _two(unit: Unit, names: Sequence[str]) -> tuple[str, str]:
    first, *second = (people.find_person(unit, name).id for name in names)
    return (first, second[0]) if second else (unit.actor.id, first)


@click.argument("pair")
def together_again(desk: Desk, pair: str) -> None:
    """Take out a pair that you have entered, by its id."""
    business = desk.business()
    with desk.unit() as unit:
        pairing.together_again(unit, business.id, pair)
    desk.answer({"pair": pair}, "The pair is taken out.")
