"""With whom people work: whom somebody likes to work with, who is never with whom, and a wish for the same times.

That two people are never together is private. There is no field for a reason. It is read by whoever entered it and
by the rota, which says of it no more than “is not possible”. What who plans has entered of two others, who plans
after her reads as well: it is kept for the two and not for her.
"""

from __future__ import annotations

import attrs

from alongside.api.values import BadInput, worded


def _two_people(one: Beside | Apart) -> None:
    if one.person == one.other:
        raise BadInput(worded("cafe", "These are one and the same. Choose somebody else."))


@attrs.frozen(kw_only=True)
class Beside:
    """That ``person`` likes to work with ``other``; it is hers to say and nobody else reads it.

    Raises:
        BadInput: for oneself.
    """

    id: str
    business: str
    person: str
    other: str
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        _two_people(self)


NOBODY = ""
"""Who has entered a pair whose own record is erased: the pair is about two others, and stays."""


@attrs.frozen(kw_only=True)
class Apart:
    """That ``person`` and ``other`` are never on a shift together; ``by`` entered it: one of them, or who plans.

    Raises:
        BadInput: for oneself.
    """

    id: str
    business: str
    person: str
    other: str
    by: str
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        _two_people(self)

    @property
    def pair(self) -> frozenset[str]:
        """The two people."""
        return frozenset({self.person, self.other})


@attrs.frozen(kw_only=True)
class Routine:
    """That the same days and times each week help ``person``: a change of them is dearer than others'."""

    id: str
    business: str
    person: str
    version: int = 1
