"""The demo's ways in: cards, the tablets they open, and visits that supporters have started.

No card of the demo opens anything: what stands on it was made up with its id, and is no secret of a card.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.sign_in import offers
from alongside.sign_in.card import Card, seal_of
from alongside.sign_in.session import Session, Way
from alongside.sign_in.session import seal_of as seal_of_session
from alongside.sign_in.tables import CARDS, SESSIONS

if TYPE_CHECKING:
    from alongside.cli.demo import Demo
    from alongside.store import Unit

CARDS_FOR = 24
TABLETS = {"cafe": "The tablet in the café", "studio": "The tablet in the studio"}
VISITS = (
    ("Sam Whitlock", "Priya Raman", 16, 40),
    ("Sam Whitlock", "Priya Raman", 9, 25),
    ("Ada Nwosu", "Owen Blake", 5, 15),
)
"""Who came in with whom: so many days ago, for so many minutes."""

NOBODY_FOR = "Tobias Okafor"
NOT_BY_HER_SUPPORTER = "Jonah Price"
NAMES_ON_CARDS = {"Kwame Mensah": "Kwame M.", "Winston Clarke": "Win"}


def fill(demo: Demo) -> None:
    """Give people cards, and tablets that they open; let supporters have come in with some."""
    with demo.unit(demo.day(7 * 3), time(10)) as unit:
        devices = _tablets(unit)
        cards = _cards(unit, demo)
        _choices(unit, demo)
    for person, helper, days, minutes in VISITS:
        _visit(demo, demo.people[person], demo.people[helper], days, minutes)
    demo.did(f"{cards} people have a card; {devices} tablets are opened by them.", "Cards, in the menu")
    demo.did(f"Supporters have started {len(VISITS)} visits.", "How I come in, as Sam Whitlock")


def _tablets(unit: Unit) -> int:
    for business in enterprise.businesses(unit):
        if business.kind in TABLETS:
            offers.enrol(unit, TABLETS[business.kind], unit.new_id(), business=business.id)
    return len(offers.our_devices(unit))


def _cards(unit: Unit, demo: Demo) -> int:
    for name in NAMES_ON_CARDS:
        offers.set_name_on_card(unit, demo.people[name], NAMES_ON_CARDS[name])
    members = [
        one
        for one in demo.people.values()
        if {held.role.value for held in enterprise.roles_of(unit, one)} <= {"member"}
    ]
    for person in members[:CARDS_FOR]:
        number, today = unit.new_id(), enterprise.today(unit)
        seal, serial = seal_of(unit.new_id()), offers.serial_for(number)
        unit.add(CARDS, Card(id=number, person=person, seal=seal, serial=serial, printed_on=today))
    return len(members[:CARDS_FOR])


def _choices(unit: Unit, demo: Demo) -> None:
    offers.let_nobody_visit(unit, demo.people[NOBODY_FOR])
    for choice in people.choices_of(unit, demo.people[NOT_BY_HER_SUPPORTER]):
        people.let_start_visits(unit, choice, may=False)


def _visit(demo: Demo, person: str, helper: str, days: int, minutes: int) -> None:
    with demo.unit(demo.day(days), time(14, 30)) as unit:
        going = Session(
            id=unit.new_id(),
            seal=seal_of_session(unit.new_id()),
            person=person,
            helper=helper,
            way=Way.SUPPORTER,
            begun=unit.now,
            ended=unit.now + timedelta(minutes=minutes),
            shared=True,
        )
        unit.add(SESSIONS, going)
