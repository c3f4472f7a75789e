"""Single days on which somebody cannot work, or has other hours: written down beside the week, and taken back."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import attrs

from alongside.api.display import Said as _
from alongside.api.values import BadInput, worded
from alongside.api.web import Day, Fields, GoTo, TimeOfDay, Visit, Yes

from ..actions import planning
from ..availability import DayHours
from ..rota import KeptAvailability

TAKE_BACK = "day-free"
LATER = _("Give an end that is later than the start, such as 15:00.")


class _OneDay(Fields):
    """A form that is about one day to come."""

    def check(self) -> None:
        """See that the day lies before us."""
        today = self.facts["today"]
        if isinstance(today, date) and self.day.value < today:
            self.refuse(self.day, _("This day is over. Choose a later one."))


class SingleDay(_OneDay):
    """One day on which a person cannot work."""

    do = "day"
    day = Day(_("On which day can you not work?"), missing=_("Choose the day."))


class OtherHours(_OneDay):
    """One day on which a person can work at other hours than on that day of every week, or can at all."""

    do = "hours"
    day = Day(_("On which day do you have other hours?"), missing=_("Choose the day."))
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"))

    def check(self) -> None:
        """See that the end is later than the start as well."""
        super().check()
        if self.hours() is None:
            self.refuse(self.until, LATER)

    def hours(self) -> DayHours | None:
        """What was said; None where it cannot be."""
        try:
            return DayHours(self.day.value, self.since.value, self.until.value)
        except BadInput:
            return None

    @property
    def beside(self) -> bool:
        """True if they count beside what was said of the day before, and not in its place."""
        return False


class HoursBeside(OtherHours):
    """The same for somebody who has said such hours of days to come: she may mean one of these."""

    add = Yes(_("Keep the other hours of this day as well"))

    @property
    def beside(self) -> bool:
        """True where she ticked it."""
        return bool(self.add.value)


@attrs.frozen
class Forms:
    """What single days are written down with: a day that is none, and a day with other hours."""

    none: SingleDay
    other: OtherHours


def forms(visit: Visit, name: str, said: KeptAvailability | None) -> Forms:
    """Return the forms for herself, or (with her ``name``) for whoever writes it down for her.

    ``said`` is what she has said so far.
    """
    facts = {"name": name, "today": visit.today}
    hours = HoursBeside if any(one.hours for one in days_to_come(visit, said)) else OtherHours
    found = Forms(
        SingleDay(visit, facts=facts),
        hours(visit, {"since": time(9), "until": time(17)}, facts=facts),
    )
    if name:
        found.none.day.ask(_("On which day can {name} not work?"))
        found.other.day.ask(_("On which day does {name} have other hours?"))
    return found


@attrs.frozen(order=True)
class OfADay:
    """What somebody has said of a date: the hours, or that she cannot work."""

    day: date
    hours: tuple[DayHours, ...] = ()


def days_to_come(visit: Visit, said: KeptAvailability | None) -> list[OfADay]:
    """Return what somebody has said of days that are not over; a day away has no hours, whatever was said."""
    if said is None:
        return []
    on = {one.day: [other for other in said.on_days if other.day == one.day] for one in said.on_days}
    days = [day for day in said.away | on.keys() if day >= visit.today]
    return sorted(OfADay(day, () if day in said.away else tuple(on[day])) for day in days)


def add(visit: Visit, person: str, sent: Forms, following: str) -> GoTo | None:
    """Note what was sent of a day, None where something of it is wrong: it stands beside its field.

    What is published stays, as shifts that somebody has are called off by themselves.
    """
    business: Any = visit.business
    if sent.none.sent:
        if not sent.none.valid():
            return None
        planning.set_away(visit.unit, business.id, person, sent.none.day.value)
        return GoTo(following, _("The rota asks nobody for this day who cannot work then."))
    hours = sent.other.hours() if sent.other.valid() else None
    if hours is None:
        return None
    planning.set_day(visit.unit, business.id, person, hours, add=sent.other.beside)
    return GoTo(following, _("The rota knows the hours of this day."))


def take_back(visit: Visit, person: str, text: str, following: str) -> GoTo:
    """Take out what was said of a day.

    Raises:
        BadInput: for what is no day.
    """
    business: Any = visit.business
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again.")) from wrong
    planning.free_day(visit.unit, business.id, person, day)
    return GoTo(following, _("On this day the usual hours count again."))
