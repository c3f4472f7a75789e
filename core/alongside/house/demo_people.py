"""The invented people of the demo: read from plain files, then put in place by the core parts' own offers."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from alongside.cli.demo import Demo
from alongside.enterprise import offers as enterprise
from alongside.money import parse_pounds
from alongside.people import offers as people
from alongside.people.person import Format, Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Unit

Row = Mapping[str, str]


def rows(folder: Path) -> tuple[Row, ...]:
    """Return the lines of ``people.csv``."""
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def fill(demo: Demo) -> None:
    """Put the enterprise, its businesses, its people and their placements in place."""
    facts = tomllib.loads((demo.examples / "enterprise.toml").read_text(encoding="utf-8"))
    with demo.unit(demo.day(7 * 180)) as unit:
        enterprise.set_up(unit, facts["name"], facts["zone"])
        for term, word in facts["words"].items():
            enterprise.set_word(unit, term, word)
        for line in facts["business"]:
            opened = demo.day(7 * line["weeks_open"])
            demo.businesses[line["short"]] = enterprise.add_business(
                unit, line["name"], line["kind"], picture=line["picture"], opened=opened
            )
    for row in demo.rows:
        with demo.unit(demo.day(7 * int(row["weeks_here"]))) as unit:
            demo.people[row["name"]] = _person(unit, demo, row, facts["skills"])
    with demo.unit(demo.day(7 * 4)) as unit:
        for row in demo.rows:
            _work(unit, demo, row)
            _support(unit, demo, row)
    demo.did(f"{len(demo.rows)} people, {len(demo.businesses)} businesses.", "People, in the menu")


def look_as(demo: Demo) -> dict[str, str]:
    """Return the four to look around as, role -> id, as the plain file names them."""
    facts = tomllib.loads((demo.examples / "enterprise.toml").read_text(encoding="utf-8"))
    return {role: demo.people[name] for role, name in facts["look_as"].items()}


def _person(unit: Unit, demo: Demo, row: Row, strengths: Mapping[str, str]) -> str:
    person = people.add_person(
        unit,
        Person(
            id=unit.new_id(),
            name=row["name"],
            date_of_birth=date.fromisoformat(row["date_of_birth"]),
            email=row["email"] or None,
            phone=row["phone"],
            # Whoever wants letters was not asked whether she may be rung.
            rung_for_shifts=row["format"] != Format.LETTER.value,
            preferred_format=Format(row["format"]),
            edition=row["edition"],
            picture=row["picture"] or None,
            joined=demo.day(7 * int(row["weeks_here"])),
        ),
    )
    for key in filter(None, row["skills"].split(";")):
        people.add_skill(unit, person.id, key, strengths[key])
    for kind, weeks in _certificates(row):
        first = demo.today + timedelta(weeks=weeks) - timedelta(days=3 * 365)
        people.award(unit, person.id, kind, first, demo.today + timedelta(weeks=weeks), "Tideline Learning")
    for role, slug in _roles(row):
        business = demo.businesses[slug].id if slug else None
        enterprise.give_role(unit, person.id, role, business)
    return person.id


def _certificates(row: Row) -> Iterator[tuple[str, int]]:
    for item in filter(None, row["certificates"].split(";")):
        kind, weeks = item.split(":")
        yield kind, int(weeks)


def _roles(row: Row) -> Iterator[tuple[str, str]]:
    for item in filter(None, row["roles"].split(";")):
        role, _, slug = item.partition(":")
        yield role, slug


def _work(unit: Unit, demo: Demo, row: Row) -> None:
    if not row["kind"]:
        return
    placements.add_placement(
        unit,
        Placement(
            id=unit.new_id(),
            person=demo.people[row["name"]],
            business=demo.businesses[row["business"]].id,
            kind=PlacementType(row["kind"]),
            first_day=demo.day(7 * int(row["weeks_here"])),
            agreed_minutes=60 * int(row["hours_per_week"]),
            rate=parse_pounds(row["rate"]) if row["rate"] else None,
            supporter=demo.people.get(row["supporter"]),
        ),
    )


def _support(unit: Unit, demo: Demo, row: Row) -> None:
    if row["supporter"]:
        person, supporter = demo.people[row["name"]], demo.people[row["supporter"]]
        people.choose_supporter(
            unit, person, supporter, demo.day(7 * 4), demo.today + timedelta(weeks=40), herself=True
        )
