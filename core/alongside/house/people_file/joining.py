"""What a file says: who joins, as what, for which work, and what is wrong with it."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.display.wording import duration
from alongside.enterprise.business import Business
from alongside.enterprise.roles import Role
from alongside.money import Pence, pounds
from alongside.people.person import Format
from alongside.placements.placement import PlacementType
from alongside.rulepacks.offers import AgainstRule

COLUMNS = (
    *("name", "date_of_birth", "email", "phone", "format", "roles"),
    *("business", "start_date", "rate", "hours_per_week"),
)
"""What a file may say of a person; the name alone must stand there."""


@attrs.frozen
class Fault:
    """One thing that is wrong: in which row, counted as a spreadsheet does, in which column, and in words.

    ``against`` is the refusal, where it rests on a rule: pages then say its sentence and fold the rule away.
    """

    row: int
    column: str
    sentence: str
    against: AgainstRule | None = attrs.field(default=None, eq=False)

    @property
    def words(self) -> str:
        """The fault as one line."""
        return f"row {self.row}, column {self.column}: {self.sentence}"


@attrs.frozen(kw_only=True)
class Work:
    """Work that was agreed: paid where there is a rate, else volunteering."""

    business: Business
    first_day: date
    minutes: int
    rate: Pence | None = None

    @property
    def kind(self) -> PlacementType:
        """What a placement of it is called."""
        return PlacementType.VOLUNTEERING if self.rate is None else PlacementType.PAID

    def __str__(self) -> str:
        """Say it in a line."""
        pay = "volunteering" if self.rate is None else f"{pounds(self.rate)} an hour"
        return f"{self.business.name} from {self.first_day}, {duration(self.minutes)} a week, {pay}"


@attrs.frozen
class HeldRole:
    """A role that somebody is to hold, for one business or (None) for the whole enterprise."""

    role: Role
    business: Business | None = None

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{self.role.value} of {self.business.name}" if self.business else self.role.value


@attrs.frozen(kw_only=True)
class Joining:
    """One person as a row of the file tells of her; ``joined`` is the day since which she is part of it.

    ``completes`` is the id of somebody on record by her name alone, whose record the row fills in.
    """

    row: int
    name: str
    joined: date
    date_of_birth: date | None = None
    email: str | None = None
    phone: str | None = None
    preferred_format: Format = Format.SCREEN
    edition: str = "en"
    roles: tuple[HeldRole, ...] = ()
    work: Work | None = None
    completes: str | None = None


@attrs.frozen
class Plan:
    """What an import would do, and everything that keeps it from being done."""

    people: tuple[Joining, ...]
    faults: tuple[Fault, ...]
