"""Where is kept what a rota needs beside its week: days that are closed, and shifts of one date."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c
from alongside.api.values import Period

from ..closure import Closure
from ..one_off import OneOff

CLOSURE = table(
    "cafe_closure",
    c.key(),
    c.business(),
    c.day("day"),
    c.text("words"),
    c.version(),
    UniqueConstraint("business", "day", name="cafe_closure_business_day_key"),
)
CLOSURES = Rows(Closure, CLOSURE, called="closed day")

ONE_OFF = table(
    "cafe_one_off",
    c.key(),
    c.business(),
    c.day("day"),
    c.clock("starts"),
    c.clock("ends"),
    c.text("job"),
    c.json("places"),
    c.yes("key_holder"),
    c.json("learning"),
    c.whole("break_minutes"),
    c.version(),
    UniqueConstraint("business", "day", "starts", "job", name="cafe_one_off_business_day_starts_job_key"),
)
ONE_OFFS = Rows(OneOff, ONE_OFF, called="one-off shift")


def closures_in(unit: Unit, business: str, days: Period) -> Sequence[Closure]:
    """Return the closed days of a period, in order."""
    return unit.find(
        CLOSURES,
        CLOSURE.c.business == business,
        CLOSURE.c.day.between(days.first, days.last),
        order=(CLOSURE.c.day,),
    )


def one_offs_in(unit: Unit, business: str, days: Period) -> Sequence[OneOff]:
    """Return the one-off shifts of a period, in order."""
    return unit.find(
        ONE_OFFS,
        ONE_OFF.c.business == business,
        ONE_OFF.c.day.between(days.first, days.last),
        order=(ONE_OFF.c.day, ONE_OFF.c.starts, ONE_OFF.c.job),
    )
