"""Choices of an open vote, which stand on record with the name of whoever made them."""

from __future__ import annotations

import attrs

from alongside.decisions.ballot import Ballot


@attrs.frozen(kw_only=True)
class OpenChoice:
    """What one person chose in an open vote. ``person`` is None after she was erased; ``ballot`` is its text.

    It is written at the count and not before: until then an open vote is sealed like any other, so that nobody
    is swayed by what others chose, and she can change it.
    """

    id: str
    proposal: str
    person: str | None
    ballot: str
    version: int = 1

    @property
    def chosen(self) -> Ballot:
        """What she chose."""
        return Ballot.of(self.ballot)
