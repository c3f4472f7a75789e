"""A flag: somebody has a place on a shift to come, and needs a certificate renewed before it.

She is not taken off: the place is hers until the manager fills the rota again. What she needs is told to her and
to the manager; colleagues read nothing of it.
"""

from __future__ import annotations

from datetime import datetime

import attrs

NEEDS = "{who} needs a {kind} certificate renewed"
YOURS = "Your place waits for your new certificate."


@attrs.frozen(kw_only=True)
class Flag:
    """A place that waits for a certificate of a ``kind``, since that ``certificate`` (its id) does not hold."""

    id: str
    business: str
    assignment: str
    person: str
    kind: str
    certificate: str
    since: datetime
    version: int = 1

    @property
    def for_the_manager(self) -> str:
        """The clause that a manager reads; the person stands in it as ``{id}``."""
        return NEEDS.format(who=f"{{{self.person}}}", kind=self.kind.replace("_", " "))
