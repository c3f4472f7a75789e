"""A one-off shift: work that is needed on one date and in no other week, such as a party or a market."""

from __future__ import annotations

from datetime import date, time

import attrs

from .pattern import ShiftTemplate


@attrs.frozen(kw_only=True)
class OneOff:
    """A shift on one date, as kept; the rest is what a shift of the week is.

    It counts on a day on which the café is closed, and stands in the place of a shift of the week that has the
    same job and start on that day.
    """

    id: str
    business: str
    day: date
    starts: time
    ends: time
    job: str
    places: tuple[frozenset[str], ...]
    key_holder: bool
    learning: tuple[str, ...] = ()
    break_minutes: int = 0
    version: int = 1

    @property
    def template(self) -> ShiftTemplate:
        """What is planned with.

        Raises:
            BadInput: for what no week could hold either: no places, or a break longer than the shift.
        """
        return ShiftTemplate(
            weekday=self.day.weekday(),
            starts=self.starts,
            ends=self.ends,
            job=self.job,
            places=self.places,
            key_holder=self.key_holder,
            learning=self.learning,
            break_minutes=self.break_minutes,
        )


def one_off_of(template: ShiftTemplate, day: date, row: str, business: str) -> OneOff:
    """Return a template as it is kept for one date, under an id."""
    same = attrs.asdict(template, recurse=False, filter=lambda field, _: field.name != "weekday")
    return OneOff(id=row, business=business, day=day, **same)
