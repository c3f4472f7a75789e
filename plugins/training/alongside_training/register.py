"""The register: who was at a session. A mark is never changed; a new one stands above it, so its history stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum

import attrs

from .run import Session


class Mark(Enum):
    """How somebody was at a session."""

    PRESENT = "present"
    LATE = "late"  # was there, and came later
    APOLOGIES = "apologies"  # said before that she could not come
    ABSENT = "absent"

    @property
    def there(self) -> bool:
        """True if she was at the session."""
        return self in {Mark.PRESENT, Mark.LATE}


@attrs.frozen(kw_only=True)
class RegisterMark:
    """One mark of one person at one session, the ``number``-th of them; ``marked_by`` made it."""

    id: str
    business: str
    session: str
    person: str
    number: int
    mark: Mark
    marked_by: str | None
    marked_at: datetime
    version: int = 1


def latest(marks: Iterable[RegisterMark]) -> dict[tuple[str, str], RegisterMark]:
    """Return the mark that counts, by session and person."""
    return {(one.session, one.person): one for one in sorted(marks, key=lambda one: one.number)}


@attrs.frozen(kw_only=True)
class Attendance:
    """How often somebody was there: at ``there`` of ``sessions``, of which ``unmarked`` have no mark yet."""

    there: int
    sessions: int
    unmarked: int

    def enough(self, may_miss: int) -> bool:
        """True if nothing is unmarked and no more was missed than may be; of no session, nobody has had enough."""
        return self.sessions > 0 and self.unmarked == 0 and self.sessions - self.there <= may_miss


def attendance(
    person: str, sessions: Sequence[Session], marks: Mapping[tuple[str, str], RegisterMark]
) -> Attendance:
    """Return how often somebody was at the sessions of a run."""
    hers = [marks.get((one.id, person)) for one in sessions]
    return Attendance(
        there=sum(one is not None and one.mark.there for one in hers),
        sessions=len(sessions),
        unmarked=sum(one is None for one in hers),
    )
