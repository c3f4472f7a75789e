"""A publication: which rota people were told, by a number that counts on and a digest over its cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

import attrs

from alongside.api.values import Period

from .draft import Override
from .rota import Rota

SHOWN = 8
"""Letters of a digest that people compare by eye."""


@attrs.frozen(kw_only=True)
class Publication:
    """What was published for the days from ``first`` to ``last``: the ``number`` counts on in each business.

    ``digest`` is over the cells as they then stood. ``by`` is who published, None where it was no person.
    ``overrides`` are the rules of the house that were set aside for it.
    """

    id: str
    business: str
    first: date
    last: date
    number: int
    digest: str
    at: datetime
    by: str | None
    overrides: tuple[Override, ...] = ()
    version: int = 1

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.first, self.last)

    @property
    def mark(self) -> str:
        """The beginning of the digest, as it is printed."""
        return self.digest[:SHOWN]


def cells(rota: Rota) -> Iterator[str]:
    """Yield a line for each place of a rota and who has it, in an order that is always the same."""
    people = {(one.shift, one.place): one.person for one in rota.assignments}
    for shift in sorted(rota.shifts, key=lambda one: (one.starts, one.called)):
        when = f"{shift.day} {shift.starts.isoformat()} {shift.ends.isoformat()} {shift.job}"
        there = {place for row, place in people if row == shift.id} | set(range(len(shift.places)))
        for place in sorted(there):
            yield f"{when} {place} {people.get((shift.id, place), '-')}"


def digest_of(rota: Rota) -> str:
    """Return the digest over the cells of a rota."""
    return sha256("\n".join(cells(rota)).encode()).hexdigest()
