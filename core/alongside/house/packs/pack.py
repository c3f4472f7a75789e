"""A pack: the papers of one day, of one business or of all, as one file in one edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import attrs

from alongside.display import Edition
from alongside.enterprise.business import Business
from alongside.instants import local

BEGINS = "tomorrow-"
KEPT = timedelta(days=7)
"""A pack is of use on its day; a week later somebody may still want to know what it said."""

_NAME = re.compile(rf"{BEGINS}(\d{{4}}-\d{{2}}-\d{{2}})(?:-([a-z0-9-]+))?(\.easy)?\.pdf\Z")


@attrs.frozen(kw_only=True)
class Pack:
    """The papers of ``day``: of the business with this ``slug``, or (empty) of all of them, for the stewards."""

    day: date
    slug: str = ""
    edition: Edition = Edition.STANDARD

    @property
    def file(self) -> str:
        """The name it is filed under; a slug holds no dot, so no business can be called as an edition is."""
        easy = ".easy" if self.edition is Edition.EASY else ""
        return f"{BEGINS}{self.day}{f'-{self.slug}' if self.slug else ''}{easy}.pdf"


def pack_called(file: str) -> Pack | None:
    """Return the pack that is filed under a name, None where none could be."""
    found = _NAME.match(file)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return None
    return Pack(day=day, slug=found[2] or "", edition=Edition.EASY if found[3] else Edition.STANDARD)


def due(now: datetime, zone: str, evening: time) -> date:
    """Return the day whose pack has to be there by now: tomorrow's from the evening on, before it today's.

    So a computer that was off in the evening makes up for it in the morning. What counts is what clocks on the
    wall show: an hour that is left out or comes twice changes nothing, as what is there is not made again.
    """
    wall = local(now, zone)
    return wall.date() + timedelta(days=1) if wall.time() >= evening else wall.date()


def packs_of(day: date, businesses: Sequence[Business], edition: Edition = Edition.STANDARD) -> tuple[Pack, ...]:
    """Return the packs of a day: one for each business, then that of all."""
    return tuple(Pack(day=day, slug=slug, edition=edition) for slug in (*(one.slug for one in businesses), ""))


def topic(business: str | None) -> str:
    """Return what a person has chosen who gets the pack of a business, or of all, by mail."""
    return f"pack:{business or 'all'}"
