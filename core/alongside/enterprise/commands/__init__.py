"""The commands of the enterprise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY
from alongside.display.pictures import NAMES
from alongside.enterprise import actions
from alongside.enterprise.enterprise import TERMS
from alongside.enterprise.overview import Overview
from alongside.enterprise.roles import role_named
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from datetime import date

    from alongside.cli import Desk

_ROLE_BUSINESS = click.option("--business", "slug", metavar="NAME", help="For one business, by its short name.")


def show(desk: Desk) -> None:
    """Show businesses, plugins and roles."""
    with desk.unit(writing=False) as unit:
        seen = actions.look(unit)
    desk.answer(_facts(seen), "\n".join(_lines(seen)))


def _facts(seen: Overview) -> dict[str, object]:
    slugs = {business.id: business.slug for business in seen.businesses}
    return {
        "name": seen.enterprise.name,
        "zone": seen.enterprise.zone,
        "jurisdiction": seen.enterprise.jurisdiction,
        "businesses": [
            {"name": one.name, "slug": one.slug, "kind": one.kind, "opened": one.opened} for one in seen.businesses
        ],
        "plugins": [{"name": row.name, "switched_on": row.switched_on} for row in seen.plugins],
        "roles": [
            {"role": one.role.value, "business": slugs.get(one.business or ""), "people": one.people}
            for one in seen.roles
        ],
    }


def _lines(seen: Overview) -> list[str]:
    names = {business.id: business.name for business in seen.businesses}
    businesses = [
        f"  {one.name} ({one.slug}, {one.kind or 'no plugin'}), open since {one.opened}" for one in seen.businesses
    ]
    plugins = [f"  {row.name}: {'on' if row.switched_on else 'off'}" for row in seen.plugins]
    roles = [
        f"  {one.role.value}{f' of {names[one.business]}' if one.business in names else ''}: {one.people}"
        for one in seen.roles
    ]
    titled = (("Businesses", businesses), ("Plugins", plugins), ("Roles, and how many hold them", roles))
    listed = [line for title, lines in titled for line in ("", title, *(lines or ["  none yet"]))]
    return [f"{seen.enterprise.name} ({seen.enterprise.zone})", *listed]


def words(desk: Desk) -> None:
    """Show the words the enterprise has chosen."""
    with desk.unit(writing=False) as unit:
        chosen = actions.look(unit).enterprise.words
    desk.table("Our own words", ("Term", "We say"), [(term, chosen.get(term, "")) for term in TERMS])


@click.argument("term")
@click.argument("word")
def words_set(desk: Desk, term: str, word: str) -> None:
    """Choose a word; an empty one goes back to what Alongside says."""
    with desk.unit() as unit:
        chosen = dict(actions.choose_words(unit, {term: word}).words)
    said = f"We say “{chosen[term]}” for {term}." if term in chosen else f"{term} is said as Alongside says it."
    desk.answer({"words": chosen}, said)


@click.argument("name")
@click.option("--kind", default="", metavar="PLUGIN", help="The plugin that runs it; none if left out.")
@click.option("--picture", default="shop", show_default=True, help="The picture beside its name.")
@click.option("--opened", type=DAY, help="The day it opens; today if left out.")
def business_add(desk: Desk, name: str, kind: str, picture: str, opened: date | None) -> None:
    """Open a business."""
    if picture not in NAMES:
        raise BadInput(f"there is no picture “{picture}”", remedy=f"Pictures: {', '.join(NAMES)}.")
    with desk.unit() as unit:
        new = actions.open_business(unit, name, kind, picture=picture, opened=opened)
    desk.answer({"id": new.id, "slug": new.slug}, f"{new.name} is open, as “{new.slug}”.")


@click.argument("slug", metavar="BUSINESS")
@click.option("--last-day", type=DAY, help="Its last day; today if left out.")
def business_close(desk: Desk, slug: str, last_day: date | None) -> None:
    """Close a business."""
    day = last_day or desk.today
    with desk.unit() as unit:
        closed = actions.close_business(unit, slug, day)
    desk.answer({"slug": slug, "closed": closed.closed}, f"{closed.name} closes; its last day is {closed.closed}.")


@click.argument("name", metavar="PLUGIN")
def plugin_on(desk: Desk, name: str) -> None:
    """Switch a plugin on."""
    _switch(desk, name, on=True)


@click.argument("name", metavar="PLUGIN")
def plugin_off(desk: Desk, name: str) -> None:
    """Switch a plugin off; its data stays."""
    _switch(desk, name, on=False)


def _switch(desk: Desk, name: str, *, on: bool) -> None:
    with desk.unit() as unit:
        row = actions.switch_plugin(unit, name, on=on)
    desk.answer({"plugin": row.name, "switched_on": on}, f"{row.name} is switched {'on' if on else 'off'}.")


@click.argument("person")
@click.argument("role")
@_ROLE_BUSINESS
def role_give(desk: Desk, person: str, role: str, slug: str | None) -> None:
    """Give a person a role."""
    who, wanted = desk.opened.actor(person), role_named(role)
    with desk.unit() as unit:
        given = actions.give_role(unit, who.id, wanted, slug)
    facts = {"person": who.id, "role": wanted.value, "business": slug, "since": given.first_day}
    desk.answer(facts, f"{who.name} is {wanted.value}{f' of {slug}' if slug else ''} since {given.first_day}.")


@click.argument("person")
@click.argument("role")
@_ROLE_BUSINESS
def role_end(desk: Desk, person: str, role: str, slug: str | None) -> None:
    """End a person's role."""
    who, ending = desk.opened.actor(person), role_named(role)
    with desk.unit() as unit:
        actions.end_role(unit, who.id, ending, slug)
    facts = {"person": who.id, "role": ending.value, "business": slug, "ended": True}
    desk.answer(facts, f"{who.name} is {ending.value}{f' of {slug}' if slug else ''} no longer.")
