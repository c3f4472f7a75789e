"""The command that shows what is missing before a rota is filled."""

from __future__ import annotations

from datetime import date

from alongside.api.commands import Desk

from ..actions import before_filling
from . import first_of, for_weeks, from_day


@from_day
@for_weeks(4)
def missing(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Name shifts that nobody can have, and people whose hours contradict."""
    business, start = desk.business(), first_of(desk, first_day)
    with desk.unit(writing=False) as unit:
        found = before_filling.look(unit, business.id, start, weeks)
    said = [str(one) for one in found]
    nothing = "Nothing is missing: each shift has somebody who could have it."
    desk.answer({"first_day": start, "weeks": weeks, "missing": said}, "\n".join(said) or nothing)
