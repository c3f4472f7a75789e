"""Batches of paper ballots: as many papers as lie together, entered by one person and again by another."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Batch:
    """Papers that are entered together. The batch has a number; a paper has none, so nobody can tell whose it is.

    ``papers`` is how many lie in it, counted by hand. ``sealed`` are its ballots, each sealed like any other, in
    the order of the pile, as ``entered_by`` read them; ``again`` as ``checked_by`` did. Both are emptied at the
    count. None where that has not been done; people are None after they were erased.
    """

    id: str
    proposal: str
    number: int
    papers: int
    entered_by: str | None
    checked_by: str | None = None
    sealed: tuple[str, ...] | None = None
    again: tuple[str, ...] | None = None
    version: int = 1
