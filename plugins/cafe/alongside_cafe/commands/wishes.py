"""The commands for wishes about times.

Whose they are is the one who acts: alongside --as NAME cafe wish …
"""

from __future__ import annotations

from datetime import date

import click

from alongside.api import people
from alongside.api.commands import DAY, Desk

from ..actions import wishing
from ..pattern import WEEKDAYS
from ..wish import Part, Wish, WishKind

_SHORT = [name[:3].lower() for name in WEEKDAYS]


@click.option("--person", metavar="NAME", help="Somebody else, for who plans.")
def wishes(desk: Desk, person: str | None) -> None:
    """Show what somebody wishes about times, with the id of each wish."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        who = people.find_person(unit, person).id if person else unit.actor.id
        kept = wishing.wishes(unit, business.id, who)
    rows = [(_when(one), one.part.value, one.kind.value.replace("_", " "), one.id) for one in kept]
    desk.table(f"Wishes about times at {business.name}", ["When", "Part", "What", "Wish"], rows)


def _when(one: Wish) -> str:
    return str(one.day) if one.weekday is None else f"every {WEEKDAYS[one.weekday]}"


@click.argument("kind", type=click.Choice([one.value.replace("_", "-") for one in WishKind]))
@click.option("--day", "weekdays", multiple=True, type=click.Choice(_SHORT), help="A day of every week.")
@click.option("--on", "day", type=DAY, help="One date, as YYYY-MM-DD.")
@click.option(
    "--part",
    type=click.Choice([one.value for one in Part]),
    default="all",
    show_default=True,
    help="When it begins.",
)
def wish(desk: Desk, kind: str, weekdays: tuple[str, ...], day: date | None, part: str) -> None:
    """Wish to work on some days, or rather not; what you wished of them before goes.

    The rota heeds it where it can.
    """
    business = desk.business()
    numbers = [_SHORT.index(one) for one in weekdays]
    with desk.unit() as unit:
        new = wishing.wish(
            unit, business.id, WishKind(kind.replace("-", "_")), Part(part), weekdays=numbers, day=day
        )
    said = ", ".join(_when(one) for one in new)
    desk.answer({"wishes": [one.id for one in new]}, f"That is noted: {said}.")


@click.argument("wish")
def wish_back(desk: Desk, wish: str) -> None:
    """Take a wish of yours back, by its id."""
    business = desk.business()
    with desk.unit() as unit:
        wishing.take_wish_back(unit, business.id, wish)
    desk.answer({"wish": wish}, "The wish is taken back.")
