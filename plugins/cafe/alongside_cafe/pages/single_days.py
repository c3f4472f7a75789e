"""Single days on which somebody cannot work, beside the times of every week: written down, and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.api.display import Said as _
from alongside.api.values import BadInput, worded
from alongside.api.web import Day, Fields, GoTo, Visit

from ..actions import planning
from ..rota import KeptAvailability

TAKE_BACK = "day-free"


class SingleDay(Fields):
    """One day on which a person cannot work."""

    do = "day"
    day = Day(_("On which day can you not work?"), missing=_("Choose the day."))


def right(visit: Visit, sent: SingleDay) -> bool:
    """True if a day was sent that lies before us; else what is wrong stands beside the field."""
    if not sent.valid():
        return False
    if sent.day.value < visit.today:
        sent.refuse(sent.day, _("This day is over. Choose a later one."))
        return False
    return True


def form(visit: Visit, name: str) -> SingleDay:
    """Return the form for herself, or (with her ``name``) for whoever writes it down for her."""
    asked = SingleDay(visit, facts={"name": name})
    if name:
        asked.day.ask(_("On which day can {name} not work?"))
    return asked


def days_to_come(visit: Visit, said: KeptAvailability | None) -> list[date]:
    """Return the days that somebody has named and that are not over."""
    return sorted(one for one in said.away if one >= visit.today) if said else []


def add(visit: Visit, person: str, said: KeptAvailability, day: date, following: str) -> GoTo:
    """Note a day; what is published stays, as shifts that somebody has are called off by themselves."""
    _keep(visit, person, said, said.away | {day})
    return GoTo(following, _("The rota asks nobody for this day who cannot work then."))


def take_back(visit: Visit, person: str, said: KeptAvailability | None, text: str, following: str) -> GoTo:
    """Take a day out again.

    Raises:
        BadInput: for what is no day.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again.")) from wrong
    if said is not None:
        _keep(visit, person, said, said.away - {day})
    return GoTo(following, _("The rota may ask for this day again."))


def _keep(visit: Visit, person: str, said: KeptAvailability, away: frozenset[date]) -> None:
    business: Any = visit.business
    planning.set_availability(visit.unit, business.id, person, said.hours, away)
