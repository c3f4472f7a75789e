"""Promises at the keyboard: what we hold to beyond the law, and what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY
from alongside.enterprise import actions

if TYPE_CHECKING:
    from datetime import date

    from alongside.cli import Desk
    from alongside.enterprise.actions import SeenPromise


def promises(desk: Desk) -> None:
    """Show each promise, the newest first, with what is under it."""
    with desk.unit(writing=False) as unit:
        seen = actions.look_at_promises(unit)
    lines = [line for one in seen for line in _lines(one)]
    desk.answer({"promises": [_facts(one) for one in seen]}, "\n".join(lines) or "Nothing is promised yet.")


def _lines(seen: SeenPromise) -> list[str]:
    made = seen.made
    until = f" to {made.last_day}" if made.last_day else ""
    ages = f", for people aged {made.age_from} and over" if made.age_from else ""
    said = f"{made.title}: {made.said}{ages}, from {made.first_day}{until} (promise {made.id})."
    alone = [] if made.worked_out else ["  Alongside does not work this one out; people keep to it."]
    return [said, f"  Promised by {made.by}, written down in {made.source}.", *alone, *_under(seen)]


def _under(seen: SeenPromise) -> list[str]:
    return [f"  {one.said}" for one in seen.under]


def _facts(seen: SeenPromise) -> dict[str, object]:
    made = seen.made
    return {
        "promise": made.id,
        "rule": made.rule,
        "value": made.said,
        "age_from": made.age_from,
        "from": made.first_day,
        "to": made.last_day,
        "by": made.by,
        "source": made.source,
        "under": [str(one.said) for one in seen.under],
    }


@click.argument("rule")
@click.argument("amount")
@click.option("--from", "first_day", type=DAY, help="The first day.  [default: today]")
@click.option("--to", "last_day", type=DAY, help="The last day, if one is known.")
@click.option(
    "--age-from", type=click.IntRange(0, 150), default=0, help="From which age on.  [default: everybody]"
)
@click.option("--by", required=True, metavar="WHO", help="Who promises it, such as “the members' meeting”.")
@click.option("--source", required=True, metavar="WHERE", help="Where it is written down.")
def make(
    desk: Desk,
    rule: str,
    amount: str,
    first_day: date | None,
    last_day: date | None,
    age_from: int,
    by: str,
    source: str,
) -> None:
    """Promise more than the law asks for; money is written in pounds. What is under it is listed, not changed."""
    with desk.unit() as unit:
        made = actions.make_promise(
            unit,
            rule,
            amount,
            first_day=first_day or desk.today,
            last_day=last_day,
            by=by,
            source=source,
            age_from=age_from,
        )
        seen = actions.look_at_promise(unit, made.id)
    desk.answer(_facts(seen), "\n".join(_lines(seen)))


@click.argument("promise")
@click.option("--on", "last_day", type=DAY, help="The last day, that day included.  [default: today]")
def end(desk: Desk, promise: str, last_day: date | None) -> None:
    """Give a promise its last day; it stays on record."""
    with desk.unit() as unit:
        ended = actions.end_promise(unit, promise, last_day or desk.today)
    said = f"The promise ({ended.title}, {ended.said}) ends on {ended.last_day}."
    desk.answer({"promise": ended.id, "last_day": ended.last_day}, said)


@click.argument("promise")
def take_back(desk: Desk, promise: str) -> None:
    """Take back a promise that has not begun."""
    with desk.unit() as unit:
        gone = actions.take_back_promise(unit, promise)
    desk.answer(
        {"promise": gone.id, "taken_back": True}, f"The promise ({gone.title}, {gone.said}) is taken back."
    )
