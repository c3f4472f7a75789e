"""Who decides: all members, the people of one business, or a panel whom the proposer chooses among members."""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

LEAST = 2
"""People who may vote, at the least: one alone would be told by the outcome."""

FEW = 5
"""So many have to be on a roll, or its page says that others may guess (see what is shown of small groups)."""


class Who(Enum):
    """Which members decide."""

    MEMBERS = "members"
    BUSINESS = "business"
    PANEL = "panel"


@attrs.frozen(kw_only=True)
class Electorate:
    """Those who decide: of a ``business`` its people, of a panel those named. Each of them has to be a member.

    Raises:
        BadInput: for a business that is not named, and for a panel of nobody, or of one.
    """

    who: Who = Who.MEMBERS
    business: str | None = None
    panel: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check that somebody decides."""
        if (self.who is Who.BUSINESS) != (self.business is not None):
            raise BadInput("it was not said which business decides", remedy="Name one business.")
        if self.who is Who.PANEL and len(set(self.panel)) < LEAST:
            raise BadInput(worded("decisions", "A panel needs at least 2 people. Choose who is on it."))


ALL_MEMBERS = Electorate()


@attrs.frozen(kw_only=True)
class Panellist:
    """One member on the panel of a proposal."""

    id: str
    proposal: str
    person: str
    version: int = 1
