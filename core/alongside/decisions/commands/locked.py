"""Commands of a locked box: make and print its cards, try them, hand one on, say that the key is lost."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY
from alongside.decisions.commands.proposing import closing as closing_day

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.actions.key_cards import Planned
    from alongside.store import Unit

WHAT_TO_DO = "Print it, give each holder a sheet, then delete the file. Nobody can print it again."
"""What is said wherever cards were written to a file."""

_HOLDERS = click.option(
    "--holder", "holders", multiple=True, metavar="NAME", help="Who holds a card; say it three times."
)
_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@_FILE
@click.argument("proposal")
@_HOLDERS
def cards(desk: Desk, proposal: str, file: Path, holders: tuple[str, ...]) -> None:
    """Make the key of a locked box and write its three cards to a new file (PDF), to print once."""
    from alongside.decisions import offers
    from alongside.decisions.actions import key_cards

    with desk.unit() as unit:
        found = offers.find_proposal(unit, proposal)
        planned = key_cards.plan_cards(unit, found.id, _people(unit, holders))
        html = _paper(desk, unit, found.id, planned)
    _write(file, html)
    with desk.unit() as unit:
        key_cards.issue_cards(unit, found.id, planned)
    desk.answer({"cards": str(file)}, f"The key cards are in {file}.\n{WHAT_TO_DO}")


def _people(unit: Unit, names: tuple[str, ...]) -> list[str]:
    from alongside.people import offers as people

    return [people.find_person(unit, name).id for name in names]


def _paper(desk: Desk, unit: Unit, proposal: str, planned: Planned) -> str:
    from alongside.decisions import offers
    from alongside.decisions.pages import card_paper
    from alongside.people import offers as people

    names = people.names_of(unit, planned.holders)
    asked = offers.proposal(unit, proposal)
    return card_paper.compose(unit, asked, planned.shares, [names[one] for one in planned.holders], desk.today)


def _write(file: Path, html: str) -> None:
    """Write the cards for nobody else to read; never over another file, which might be cards in use."""
    import os

    from alongside.decisions.pages import card_paper
    from alongside.refusal import BadInput

    content = card_paper.pdf(html)
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as there:
        raise BadInput(f"{file} is there already", remedy="Name a file that does not exist yet.") from there
    with os.fdopen(opened, "wb") as written:
        written.write(content)


@click.argument("proposal")
def try_cards(desk: Desk, proposal: str) -> None:
    """Rehearse the opening with two cards, which are asked for; nothing but a rehearsal is opened."""
    from alongside.decisions import offers
    from alongside.decisions.actions import key_cards

    with desk.unit(writing=False) as unit:
        found = offers.find_proposal(unit, proposal)
    typed = ask_for_cards()
    with desk.unit() as unit:
        made = key_cards.try_cards(unit, found.id, typed)
    untried = [str(card.number) for card in made if not card.tried]
    said = f"Not tried yet: card {', '.join(untried)}." if untried else "Every card has worked once."
    desk.answer({"untried": untried}, f"These two cards open the box. {said}")


def ask_for_cards() -> tuple[str, str]:
    """Ask for two cards, or read a line for each where nobody sits at a terminal.

    They are no arguments of a command: those stand in histories, and in the list of what runs.
    """
    return _typed("Type the first card (15 groups)"), _typed("Type the second card (15 groups)")


def _typed(ask: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    return str(click.prompt(ask, err=True))


@click.argument("proposal")
@click.option("--card", type=int, required=True, help="Which card, from 1 to 3.")
@click.option("--to", "name", required=True, metavar="NAME", help="Who holds it from now on.")
@click.option("--why", default="", help="Why; everybody can read it.")
def hand_on(desk: Desk, proposal: str, card: int, name: str, why: str) -> None:
    """Note that a key card goes to another holder."""
    from alongside.decisions import offers
    from alongside.decisions.actions import key_cards
    from alongside.people import offers as people

    with desk.unit() as unit:
        to = people.find_person(unit, name)
        key_cards.hand_on(unit, offers.find_proposal(unit, proposal).id, card, to.id, why)
    desk.answer({"card": card, "holder": to.name}, f"{to.name} holds card {card} from now on.")


@click.argument("proposal")
@click.option("--why", default="", help="What happened; everybody can read it.")
def lost(desk: Desk, proposal: str, why: str) -> None:
    """Say that two cards are lost, so that another teller can begin the vote again."""
    from alongside.decisions import offers
    from alongside.decisions.actions import lost_key

    with desk.unit() as unit:
        found = offers.find_proposal(unit, proposal)
        lost_key.say_lost(unit, found.id, why)
    desk.answer({"id": found.id}, f"On record: the key of “{found.title}” is lost.")


@_FILE
@click.argument("proposal")
@_HOLDERS
@click.option("--closes", type=DAY, default=None, help="The last day to vote; a week from now if not said.")
def begin_again(desk: Desk, proposal: str, file: Path, holders: tuple[str, ...], closes: date | None) -> None:
    """Begin a vote again whose key is lost: new cards, its ballots are cleared, and members vote again."""
    from alongside.decisions import offers
    from alongside.decisions.actions import lost_key

    last = closing_day(desk, closes)
    with desk.unit() as unit:
        found = offers.find_proposal(unit, proposal)
        planned = lost_key.plan_again(unit, found.id, _people(unit, holders))
        html = _paper(desk, unit, found.id, planned)
    _write(file, html)
    with desk.erasing() as unit:
        lost_key.begin_again(unit, found.id, planned, last)
    said = f"Begun again: {found.title}. Everybody on the roll is told. The new key cards are in {file}."
    desk.answer({"id": found.id, "cards": str(file)}, f"{said}\n{WHAT_TO_DO}")
