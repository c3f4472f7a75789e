"""The limits of the law on working time: values that come in from the dated rule pack and are not written here."""

from __future__ import annotations

from datetime import time

import attrs


@attrs.frozen(kw_only=True)
class WorkingTime:
    """Limits on the working time of one age group, in minutes; ``None`` where there is no such limit.

    ``rest`` lies between work that begins on different days, ``days_off`` counts days in any seven that no work
    touches, of which so many lie in a row in each week from Monday on. ``week`` bounds each week by itself. For
    the young that is the law's; for adults the law has an ``average`` alone, and their ``week`` is the house's:
    none is longer unless somebody says why. Adults who opted out are held to neither. A stretch of work of more
    than ``break_after`` has a rest of ``break_length`` in it. ``average`` is a week's, taken over any
    ``average_weeks`` that follow each other, as far as somebody has been here, and without days of leave in them.
    ``night`` is wall time, from and until, at which nobody of the group works.
    """

    rest: int = attrs.field(validator=attrs.validators.ge(0))
    days_off: int = attrs.field(validator=[attrs.validators.ge(0), attrs.validators.le(7)])
    day: int | None = None
    week: int | None = None
    break_after: int | None = None
    break_length: int = 0
    average: int | None = None
    average_weeks: int = attrs.field(default=17, validator=attrs.validators.ge(1))
    night: tuple[time, time] | None = None


@attrs.frozen(kw_only=True)
class Limits:
    """The limits of the law on the days of this rota."""

    adults: WorkingTime
    under_18: WorkingTime

    def of(self, *, under_18: bool) -> WorkingTime:
        """Return the limits of a person's age group."""
        return self.under_18 if under_18 else self.adults
