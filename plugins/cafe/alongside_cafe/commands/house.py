"""The command that shows and sets what a café has decided for itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import click

from alongside.api.commands import Desk

from ..actions import house
from ..house_rules import BOUNDS, USUAL, WEIGHED, Counts, HouseRules
from ..pattern import WEEKDAYS
from ..sharing import Shared
from ..wish import Part


def _number(name: str, field: str, said: str) -> Callable[..., Any]:
    least, most = BOUNDS[field]
    each = 60 if field == "margin_minutes" else 1
    return click.option(name, field, type=click.IntRange(least // each, most // each), help=said)


def _weight(name: str, field: str, said: str) -> Callable[..., Any]:
    return click.option(name, field, type=click.Choice([one.value for one in Counts]), help=said)


@_number("--margin", "margin_minutes", "Hours a week over what was agreed, at the most.")
@_number("--coached", "coached_at_once", "People one job coach looks after at once, at the most.")
@_number("--weeks", "fairness_weeks", "Weeks over which is looked at what is fair.")
@_number("--stays", "days_that_stay", "Days after today that stay as they were told.")
@_weight("--wishes", "wishes", "How much people's wishes count.")
@_weight("--usual-times", "usual_times", "How much usual times and coaches count.")
@_weight("--fairness", "fairness", "How much it counts that what is shared out is shared fairly.")
@_weight("--learning", "learning", "How much a fair share of chances to learn counts.")
@click.option("--usual", is_flag=True, help="Go back to the usual rules first.")
def house_rules(desk: Desk, *, usual: bool, **said: Any) -> None:
    """Show the rules of the house; what is named is set first, within its bounds."""
    business = desk.business()
    with desk.unit() as unit:
        before = house.look(unit, business.id)
        rules = attrs.evolve(USUAL if usual else before, **_read(said))
        if rules != before:
            house.set_rules(unit, business.id, rules)
    rows = [(one.name.replace("_", " "), _shown(rules, one.name)) for one in attrs.fields(HouseRules)]
    desk.table(f"Rules of {business.name}", ["Rule", "Set to"], rows)


def _read(said: dict[str, Any]) -> dict[str, Any]:
    named = {field: value for field, value in said.items() if value is not None}
    if "margin_minutes" in named:
        named["margin_minutes"] *= 60
    return {field: Counts(value) if field in WEIGHED else value for field, value in named.items()}


def _shown(rules: HouseRules, field: str) -> str:
    value = getattr(rules, field)
    if field == "shared":
        value = ", ".join(one.key for one in rules.shared) or "nothing"
    return f"{value.value if isinstance(value, Counts) else value}{'' if field in rules.unusual else ' (usual)'}"


_SHORT = [name[:3].lower() for name in WEEKDAYS]


@click.option("--day", type=click.Choice(_SHORT), help="A day of every week; every day if not said.")
@click.option(
    "--part",
    type=click.Choice([one.value for one in Part]),
    default="all",
    show_default=True,
    help="When it begins.",
)
@click.option("--job", default="", help="One job; every job if not said.")
@click.option("--stop", is_flag=True, help="Share this out no more.")
def share(desk: Desk, *, day: str | None, part: str, job: str, stop: bool) -> None:
    """Share out a kind of shifts fairly, by agreed hours, such as --day sat, or --day fri --part afternoon."""
    kind = Shared(weekday=_SHORT.index(day) if day else None, part=Part(part), job=job)
    business = desk.business()
    with desk.unit() as unit:
        if stop:
            house.stop_sharing(unit, business.id, kind.key)
        else:
            house.share(unit, business.id, kind)
        there = [one.key for one in house.look(unit, business.id).shared]
    desk.answer({"shared": there}, f"{business.name} shares out: {', '.join(there) or 'nothing'}.")
