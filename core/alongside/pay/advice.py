"""A pay advice: what one person is paid in one run, with all its numbers as values; and the run itself."""

from __future__ import annotations

from datetime import date, datetime

import attrs

from alongside.instants import Period, aware
from alongside.money import Pence
from alongside.pay.line import Line, PaidTime, What
from alongside.pay.matter import Matter


@attrs.frozen(kw_only=True)
class Run:
    """A pay run for the days from ``first_day`` to ``last_day``.

    A draft can be worked out again; ``read_at`` is the instant at which its numbers were read. Once it is agreed
    by a named person it never changes.
    """

    id: str
    first_day: date
    last_day: date
    read_at: datetime = attrs.field(converter=aware)
    made_by: str | None = None
    agreed_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    agreed_by: str | None = None
    version: int = 1

    @property
    def period(self) -> Period:
        """Its days as a period."""
        return Period(self.first_day, self.last_day)

    @property
    def agreed(self) -> bool:
        """True once it is frozen."""
        return self.agreed_at is not None


@attrs.frozen(kw_only=True)
class OnDay:
    """Minutes that somebody worked on one day."""

    day: date
    minutes: int


@attrs.frozen(kw_only=True)
class Advice:
    """What one person is paid in a run. ``days`` are those of this period; ``times`` go into the ledger.

    ``earned`` and ``taken`` are minutes of holiday of the period, ``accrued`` those of ``earned`` that hours from
    week to week have brought. ``left`` is what is left of the leave year, None where nobody can tell.
    ``reference`` is the pay reference as it was.
    """

    id: str
    run: str
    person: str
    reference: str = ""
    pence: Pence
    minutes: int
    earned: int = 0
    accrued: int = 0
    taken: int = 0
    left: int | None = None
    lines: tuple[Line, ...] = ()
    days: tuple[OnDay, ...] = ()
    times: tuple[PaidTime, ...] = ()
    matters: tuple[Matter, ...] = ()
    version: int = 1

    @property
    def tells(self) -> bool:
        """True if it says anything to anybody: an amount, holiday, or what a human must look at."""
        return bool(self.lines or self.times or self.matters or self.earned)

    @property
    def pays(self) -> bool:
        """True if there is anything on it for her to read; one with matters alone is for those who run pay."""
        return bool(self.lines)

    @property
    def now(self) -> tuple[Line, ...]:
        """The lines about this pay period."""
        return tuple(one for one in self.lines if one.about is None)

    @property
    def earlier(self) -> tuple[Line, ...]:
        """The lines that put earlier pay periods right."""
        return tuple(one for one in self.lines if one.about is not None)

    def pence_for(self, *what: What) -> Pence:
        """What this period comes to for work, holiday or sickness."""
        return Pence(sum(one.pence for one in self.now if one.what in what))
