"""The commands about cards and the devices they open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.sign_in.actions import cards as card_actions
from alongside.sign_in.actions import devices as device_actions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.cli import Desk
    from alongside.sign_in.actions.cards import Planned
    from alongside.store import Unit


def list_(desk: Desk) -> None:
    """Show who has a card, and which devices cards open."""
    with desk.unit(writing=False) as unit:
        holders, found = card_actions.look_at_cards(unit), device_actions.look_at_devices(unit)
    having = [(one.person, one.card) for one in holders if one.card]
    cards = [(who.name, card.serial, day_words(card.printed_on, year=True)) for who, card in having]
    devices = [(one.name, one.id, day_words(one.enrolled_on, year=True)) for one in found]
    if desk.as_json:
        facts = {"cards": [{"person": name, "card": serial} for name, serial, _ in cards]}
        desk.answer({**facts, "devices": [{"device": name, "id": which} for name, which, _ in devices]}, "")
        return
    desk.table("Cards open these devices", ("Device", "Id", "Since"), devices)
    desk.table(f"{len(cards)} of {len(holders)} people have a card", ("Name", "Card", "Printed on"), cards)


@click.argument("people_named", metavar="PERSON…", nargs=-1)
@click.option("--all", "every", is_flag=True, help="For everybody who has none.")
@click.option(
    "--address", required=True, metavar="URL", help="Where tablets open the pages: https://cafe.local:8443"
)
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The PDF to write; delete it once printed.",
)
def cards(desk: Desk, people_named: Sequence[str], every: bool, address: str, to: Path) -> None:  # noqa: FBT001 - click hands options over like this
    """Print cards for people, as a PDF; a new card stops the old one."""
    from alongside.sign_in.pages.card_paper import cards_pdf  # takes its time to load
    from alongside.sign_in.pages.cards import printed

    origin = _origin(address)
    with desk.unit(writing=False) as unit:
        planned = _planned(unit, people_named, every=every)
        owner, words = enterprise.the_enterprise(unit).name, enterprise.words(unit)
    made = [printed(one) for one in planned]
    photos = desk.photos.handed_over(one.face.photo for one in made)
    pdf = cards_pdf(made, origin=origin, owner=owner, made_on=desk.today, words=words, photos=photos)
    _write(to, pdf)
    with desk.unit() as unit:
        issued = card_actions.issue_cards(unit, planned)
    desk.answer(
        {"cards": [one.serial for one in issued], "file": str(to)},
        f"{len(issued)} card{'' if len(issued) == 1 else 's'} in {to}. Print it, then delete the file.",
    )


def _planned(unit: Unit, named: Sequence[str], *, every: bool) -> list[Planned]:
    if bool(named) == every:
        raise BadInput("nobody was named", remedy="Name people, or say --all for everybody who has no card.")
    if every:
        wanted = [one.person.id for one in card_actions.look_at_cards(unit) if one.may and not one.card]
    else:
        wanted = [people.find_person(unit, one).id for one in named]
    return card_actions.plan_cards(unit, wanted)


def _origin(address: str) -> str:
    if not address.startswith(("https://", "http://")) or not address.isascii() or " " in address:
        raise BadInput(f"“{address}” is no address of pages", remedy="Such as: https://cafe.local:8443")
    return address.rstrip("/")


def _write(to: Path, pdf: bytes) -> None:
    """Write the paper so that nobody else on this computer can read it, and over nothing that is there."""
    try:
        with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pdf)
    except FileExistsError as there:
        raise BadInput(f"{to} is there already", remedy="Name another file.") from there
    except OSError as wrong:
        raise BadInput(
            f"{to} could not be written", remedy="Name a file in a folder that you may write to."
        ) from wrong


@click.argument("person")
def revoke(desk: Desk, person: str) -> None:
    """Stop a person's card; whoever came in with it is signed out."""
    with desk.unit() as unit:
        found = people.find_person(unit, person)
        card = card_actions.revoke_card(unit, found.id)
    desk.answer(
        {"card": card.serial, "person": found.name}, f"{found.name}’s card {card.serial} opens nothing any more."
    )


@click.argument("device")
def give_up(desk: Desk, device: str) -> None:
    """Let cards open a device no more; whoever is there is signed out."""
    with desk.unit() as unit:
        meant = [one for one in device_actions.look_at_devices(unit) if device in {one.id, one.name}]
        if len(meant) != 1:
            raise BadInput(
                f"{'no device is' if not meant else 'several devices are'} called “{device}”",
                remedy="Say its id: alongside sign_in list",
            )
        given = device_actions.give_up(unit, meant[0].id)
    desk.answer({"device": given.name}, f"Cards do not open “{given.name}” any more.")
