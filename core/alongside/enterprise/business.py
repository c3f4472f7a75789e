"""A business: one trading activity of the enterprise, run by a plugin or by none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date

import attrs

from alongside.refusal import BadInput

LONGEST_NAME = 100
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@attrs.frozen(kw_only=True)
class Business:
    """One business of the enterprise.

    ``slug`` is its name in addresses, ``kind`` the plugin that runs it (empty where none does), ``picture``
    what stands beside its name. It is open from ``opened`` until ``closed``, both days included.

    Raises:
        BadInput: without a name, with a slug that no address could hold, or closed before it opened.
    """

    id: str
    slug: str = attrs.field()
    name: str = attrs.field()
    kind: str = ""
    picture: str = "shop"
    opened: date
    closed: date | None = attrs.field(default=None)
    version: int = 1

    @slug.validator
    def _fits_an_address(self, _: object, slug: str) -> None:
        if not _SLUG.match(slug):
            remedy = "Use lower-case letters, digits and single dashes, such as tideline-cafe."
            raise BadInput(f"“{slug}” cannot stand in an address", remedy=remedy)

    @name.validator
    def _has_a_name(self, _: object, name: str) -> None:
        if not name.strip() or not name.isprintable():
            raise BadInput("the business has no name", remedy="Give the name people know it by.")
        if len(name) > LONGEST_NAME:
            found = f"the name of the business has {len(name):,} characters; the most is {LONGEST_NAME}"
            raise BadInput(found, remedy="Give the name people know it by.")

    @closed.validator
    def _not_before_it_opened(self, _: object, closed: date | None) -> None:
        if closed is not None and closed < self.opened:
            raise BadInput(
                f"the business closes on {closed}, before it opened on {self.opened}", remedy="Give a later day."
            )

    def is_open(self, day: date) -> bool:
        """True if the business is there on the day."""
        return self.opened <= day and (self.closed is None or day <= self.closed)


def slug_of(name: str, taken: Collection[str] = ()) -> str:
    """Return a name for addresses, not among those ``taken``: “Tideline Café” becomes ``tideline-cafe``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "business"
    further = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (slug, *further) if one not in taken)
