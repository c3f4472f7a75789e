"""The commands about links, and about a password that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.people import offers as people
from alongside.sign_in.actions.links import print_link
from alongside.sign_in.actions.passwords import give_up_password

if TYPE_CHECKING:
    from alongside.cli import Desk


@click.argument("person")
def link(desk: Desk, person: str) -> None:
    """Make a link by which somebody comes in once, within twelve hours."""
    with desk.unit() as unit:
        found = people.find_person(unit, person)
        path = f"/come-in/link/{print_link(unit, found.id)}"
    text = (
        f"{found.name} comes in by this, once, within twelve hours:\n{path}\n"
        "Write it behind the address at which the pages are served. Give it to nobody else."
    )
    desk.answer({"person": found.id, "path": path}, text)


@click.argument("person")
def reset(desk: Desk, person: str) -> None:
    """Take somebody's password and second step away, for one who has lost her phone; she chooses new ones."""
    with desk.unit() as unit:
        found = people.find_person(unit, person)
        give_up_password(unit, found.id)
    desk.answer(
        {"person": found.id}, f"{found.name} has no password any more. Make a link: alongside sign_in link"
    )
