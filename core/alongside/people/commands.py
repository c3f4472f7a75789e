"""The commands about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY
from alongside.display.wording import day as day_words
from alongside.people import actions, offers
from alongside.people.person import EDITIONS, Format

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from alongside.cli import Desk
    from alongside.people.certificate import Certificate
    from alongside.people.erasure import Erasure
    from alongside.people.kept import Kept


def list_people(desk: Desk) -> None:
    """List everybody."""
    with desk.unit(writing=False) as unit:
        seen = actions.look_at_everybody(unit)
    rows = [
        (
            one.name,
            one.preferred_format.value.replace("_", " "),
            one.edition,
            ", ".join(skill.key for skill in skills),
        )
        for one, skills in seen
    ]
    desk.table(f"{len(rows)} people", ("Name", "Told by", "Edition", "Can do"), rows)


@click.argument("person")
def show(desk: Desk, person: str) -> None:
    """Show a person."""
    with desk.unit(writing=False) as unit:
        seen = actions.look_at_person(unit, offers.find_person(unit, person).id)
    roles = [f"{held.role} of {held.business}" if held.business else held.role for held in seen.roles]
    skills = [f"{skill.words} ({skill.key})" for skill in seen.skills]
    given = [_in_a_line(one) for one in seen.certificates]
    facts = {
        "id": seen.person.id,
        "name": seen.person.name,
        "format": seen.person.preferred_format.value,
        "edition": seen.person.edition,
        "roles": roles,
        "skills": [{"key": skill.key, "words": skill.words} for skill in seen.skills],
        "certificates": [_certificate_facts(one) for one in seen.certificates],
    }
    titled = (("Roles", roles), ("Can do", skills), ("Certificates", given))
    listed = [
        line for title, lines in titled for line in (title, *(f"  {line}" for line in lines or ["none noted"]))
    ]
    desk.answer(facts, "\n".join([f"{seen.person.name} ({seen.person.id})", *listed]))


def _in_a_line(one: Certificate) -> str:
    ends = f"until {day_words(one.last_day, year=True)}" if one.last_day else "without an end"
    refresh = f", refresh from {day_words(one.refresh_due, year=True)}" if one.refresh_due else ""
    revoked = f", revoked on {day_words(one.revoked_on, year=True)}" if one.revoked_on else ""
    return f"{one.title} ({one.serial}), {ends}{refresh}{revoked}"


def _certificate_facts(one: Certificate) -> dict[str, object]:
    return {
        "serial": one.serial,
        "kind": one.kind,
        "title": one.title,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "refresh_due": one.refresh_due,
        "revoked_on": one.revoked_on,
    }


@click.argument("name")
@click.option("--born", type=DAY, help="Date of birth.")
@click.option("--email", help="E-mail address.")
@click.option("--phone", help="Telephone number.")
@click.option(
    "--format",
    "preferred",
    type=click.Choice([one.value for one in Format]),
    default=Format.SCREEN.value,
    show_default=True,
    help="How they want to be told things.",
)
@click.option("--edition", type=click.Choice(EDITIONS), default="en", show_default=True, help="Which wording.")
def add(
    desk: Desk,
    name: str,
    born: date | None,
    email: str | None,
    phone: str | None,
    preferred: str,
    edition: str,
) -> None:
    """Put a person on record."""
    with desk.unit() as unit:
        new = actions.add_person(
            unit,
            name,
            date_of_birth=born,
            email=email,
            phone=phone,
            preferred_format=Format(preferred),
            edition=edition,
        )
    desk.answer({"id": new.id, "name": new.name}, f"{new.name} is on record, as {new.id}.")


@click.argument("person")
@click.argument("key")
@click.argument("words")
def skill(desk: Desk, person: str, key: str, words: str) -> None:
    """Note what a person does well: the KEY that rotas ask for, and the WORDS that people read."""
    with desk.unit() as unit:
        who = offers.find_person(unit, person)
        noted = actions.add_skill(unit, who.id, key, words)
    desk.answer(
        {"person": who.id, "key": noted.key, "words": noted.words}, f"{who.name}: {noted.words} ({noted.key})."
    )


@click.argument("person")
@click.argument("key")
def skill_remove(desk: Desk, person: str, key: str) -> None:
    """Take out a skill by the KEY that rotas ask for."""
    with desk.unit() as unit:
        who = offers.find_person(unit, person)
        actions.remove_skill(unit, who.id, key)
    desk.answer({"person": who.id, "removed": key}, f"{who.name}: {key} is taken out.")


@click.argument("person")
@click.argument("kind")
@click.option("--title", default="", help="What stands on it; made from KIND if left out.")
@click.option("--last-day", type=DAY, help="The last day it holds; without an end if left out.")
@click.option("--refresh-due", type=DAY, help="The day from which a refresher is advised.")
@click.option("--by", default="", help="Who gives it.")
def award(
    desk: Desk, person: str, kind: str, title: str, last_day: date | None, refresh_due: date | None, by: str
) -> None:
    """Give a person a certificate."""
    with desk.unit() as unit:
        who = offers.find_person(unit, person)
        given = actions.award(unit, who.id, kind, last_day=last_day, by=by, title=title, refresh_due=refresh_due)
    facts = {"person": who.id, "certificate": given.id, **_certificate_facts(given)}
    desk.answer(facts, f"{who.name} has been given {given.title}, with the serial {given.serial}.")


@click.argument("serial")
@click.option("--because", required=True, help="Why; it stays on record.")
def revoke(desk: Desk, serial: str, because: str) -> None:
    """Take back the certificate with this SERIAL, from today on."""
    with desk.unit() as unit:
        taken = actions.revoke(unit, serial, because)
        name = offers.names_of(unit, [taken.person])[taken.person]
    facts = {"person": taken.person, "certificate": taken.id, **_certificate_facts(taken)}
    desk.answer(facts, f"{name} does not hold {taken.title} ({taken.serial}) any more, from today on.")


@click.argument("person")
@click.option("--yes", is_flag=True, help="Erase; without it you see what would be kept.")
def erase(desk: Desk, person: str, yes: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Erase a person; what the law makes us keep is listed before and after."""
    with desk.unit(writing=False) as unit:
        who = offers.find_person(unit, person)
        kept = actions.what_is_kept(unit, who.id)
    if not yes:
        ask = "Nothing has been erased yet. To erase, say the same again with --yes; it cannot be undone."
        desk.answer(_facts(who.id, kept, erased=False), "\n".join([*_kept_lines(kept), ask]))
        return
    desk.say("\n".join(_kept_lines(kept)))
    with desk.erasing() as unit:
        done = actions.erase(unit, who.id)
        if done.photo:
            # Inside the unit: a photo whose name nobody knows any more would stay for ever.
            (desk.home / "photos" / done.photo).unlink(missing_ok=True)
    desk.answer(_facts(who.id, done.kept, erased=True, done=done), "\n".join(_done_lines(done)))


def _facts(
    person: str, kept: Sequence[tuple[str, Kept]], *, erased: bool, done: Erasure | None = None
) -> dict[str, object]:
    return {
        "person": person,
        "erased": erased,
        "kept": [
            {"by": part, "what": one.what, "why": one.why, "until": one.until, "source": one.source}
            for part, one in kept
        ],
        "papers_removed": list(done.papers) if done else [],
        "waiting": list(done.waiting) if done else [],
        "mentioned": done.mentioned if done else {},
    }


def _kept_lines(kept: Sequence[tuple[str, Kept]]) -> list[str]:
    if not kept:
        return ["The law makes us keep nothing."]
    lines = [f"  {one.what}, {_until(one)}. {one.why} ({one.source})" for _, one in kept]
    return ["The law makes us keep this:", *lines]


def _until(kept: Kept) -> str:
    return f"until {day_words(kept.until, year=True)}" if kept.until else "for as long as the reason lasts"


def _done_lines(done: Erasure) -> list[str]:
    papers = (
        [f"Papers taken away: {', '.join(done.papers)}. Make them again if they are needed."]
        if done.papers
        else []
    )
    waiting = [f"“{name}” is not here and does its share when it comes back." for name in done.waiting]
    parts = ", ".join(f"{part} ({rows})" for part, rows in sorted(done.mentioned.items()))
    mentioned = (
        [f"Sentences that others wrote still say the name, in: {parts}. Look through them."] if parts else []
    )
    return ["The person has been erased.", *_kept_lines(done.kept), *papers, *waiting, *mentioned]
