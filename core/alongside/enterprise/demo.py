"""The demo's promise: the real Living Wage, from a day to come, so that what is under it can be seen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from alongside.enterprise import actions

if TYPE_CHECKING:
    from alongside.cli.demo import Demo


def fill(demo: Demo) -> None:
    """Promise the wage from the first day of the month after next."""
    first = (demo.today.replace(day=1) + timedelta(days=64)).replace(day=1)
    with demo.unit(demo.day(12)) as unit:
        actions.make_promise(
            unit,
            "uk.minimum-wage",
            "13.45",
            first_day=first,
            age_from=18,
            by="The members' meeting",
            source="the minutes of our last meeting",
        )
    demo.did(f"A promise beyond the law: at least £13.45 an hour from {first}.", "What we promise")
