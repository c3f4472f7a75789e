"""Which run is meant on the command line: by its course, and by its first day where that is not enough."""

from __future__ import annotations

from datetime import date

import click

from alongside.api.commands import DAY
from alongside.api.store import Unit
from alongside.api.values import NotFound

from .. import offers
from ..run import Run

ON = click.option("--on", "first", type=DAY, help="The day on which the run begins; the next one if not said.")


def run_meant(unit: Unit, business: str, text: str, first: date | None) -> Run:
    """Return the run meant: the one of a course that begins on a day, else is on or comes next, else the last."""
    wanted = offers.course_named(unit, business, text)
    runs = [one for one in offers.runs(unit, business) if one.course == wanted.id]
    sessions = offers.sessions_of(unit, [one.id for one in runs])
    known = sorted((one for one in runs if sessions[one.id]), key=lambda one: sessions[one.id][0].starts)
    days = ", ".join(str(sessions[one.id][0].day) for one in known)
    if first is not None:
        known = [one for one in known if sessions[one.id][0].day == first]
    ahead = [one for one in known if one.live and sessions[one.id][-1].ends > unit.now]
    for one in [*ahead, *(one for one in reversed(known) if one.live), *reversed(known)]:
        return one
    hint = f"Runs begin on: {days}." if days else "None is planned: alongside training plan"
    raise NotFound("run of", f"{wanted.title}{f' on {first}' if first else ''}", hint)
