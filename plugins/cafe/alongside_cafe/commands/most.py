"""The command for the most that one wants to earn in a week; whose it is is the one who acts (``--as NAME``)."""

from __future__ import annotations

import click

from alongside.api.commands import Desk
from alongside.api.values import BadInput, parse_pounds, pounds

from ..actions import limiting


@click.argument("pay", required=False)
@click.option("--nothing", is_flag=True, help="Take the limit away.")
def most(desk: Desk, pay: str | None, nothing: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Show the most that you want to earn in a week, or set it; nobody else is shown it."""
    if pay is not None and nothing:
        raise BadInput("An amount and --nothing do not go together", remedy="Give one of the two.")
    business = desk.business()
    with desk.unit(writing=pay is not None or nothing) as unit:
        if nothing:
            limiting.take_away(unit, business.id)
        elif pay is not None:
            limiting.set_limit(unit, business.id, _read(pay))
        mine = limiting.look(unit, business.id)
    said = f"At most {pounds(mine.pence)} a week." if mine.pence else "You have set no limit."
    desk.answer({"pence": mine.pence, "minutes": mine.minutes}, said)


def _read(text: str) -> int:
    try:
        return parse_pounds(text)
    except ValueError as wrong:
        raise BadInput(f"“{text}” is not an amount of money", remedy="Write it as 183.50.") from wrong
