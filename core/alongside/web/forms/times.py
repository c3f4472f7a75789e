"""Days and times of day, as clocks on the wall show them; the part's zone gives them their meaning."""

from __future__ import annotations

import re
from datetime import date, time

from alongside.instants import near
from alongside.refusal import BadInput
from alongside.web.forms.field import Field, Wrong, short
from alongside.web.forms.field import kit as _

# A browser that knows seconds sends them; more than whole minutes nobody means.
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(:00(\.0+)?)?")


class Day(Field[date]):
    """A day that people can mean."""

    takes = "date"
    empty = _("Please choose a day.")

    def read(self, text: str) -> date:
        """Read the day."""
        try:
            return near(date.fromisoformat(text.strip()))
        except ValueError as wrong:
            said = _("“{text}” is not a day. Write it as year-month-day: 2026-11-23.", text=short(text.strip()))
            raise Wrong(said) from wrong
        except BadInput as far:
            raise Wrong(far) from far

    def write(self, data: date) -> str:
        """Say the day as browsers write it."""
        return data.isoformat()


class TimeOfDay(Field[time]):
    """A time on a clock, in whole minutes."""

    takes = "time"
    empty = _("Please choose a time.")

    def read(self, text: str) -> time:
        """Read the time."""
        found = _CLOCK.fullmatch(text.strip())
        if not found:
            raise Wrong(_("“{text}” is not a time. Write it as 16:30.", text=short(text.strip())))
        return time(int(found[1]), int(found[2]))

    def write(self, data: time) -> str:
        """Say the time as browsers write it."""
        return f"{data:%H:%M}"
