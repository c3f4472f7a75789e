"""Remarks: what members say about a proposal before they vote, kept word for word with the answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

MOST_WORDS = 2_000


class RemarkKind(Enum):
    """What a remark is."""

    QUESTION = "question"
    NOT_CLEAR = "not_clear"  # the paper is not clear enough yet; it has to be answered before the vote opens
    ANSWER = "answer"


@attrs.frozen(kw_only=True)
class Remark:
    """One thing said about a proposal. ``person`` is None at the keyboard; ``to`` is what an answer answers.

    Raises:
        BadInput: without words, with too many, or for an answer to nothing.
    """

    id: str
    proposal: str
    person: str | None
    kind: RemarkKind
    to: str | None = None
    words: str
    said_at: datetime
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check that something is said, and to what."""
        check_words(self.words)
        if (self.kind is RemarkKind.ANSWER) != (self.to is not None):
            raise ValueError("an answer is to a remark, and nothing else is")


def check_words(words: str) -> None:
    """Refuse words that say nothing, or more than anybody would read."""
    if not words.strip():
        raise BadInput(worded("decisions", "Nothing is written yet. Write it in a sentence or two."))
    if len(words) > MOST_WORDS:
        raise too_long(words)


def too_long(words: str) -> BadInput:
    """Say that more was written than anybody would read."""
    return BadInput(
        worded(
            "decisions",
            "This is {long} characters long; the most is {most}. Write less.",
            long=f"{len(words):,}",
            most=f"{MOST_WORDS:,}",
        )
    )


def unanswered(remarks: Iterable[Remark]) -> list[Remark]:
    """Return the remarks that nobody has answered, the oldest first."""
    every = list(remarks)
    answered = {one.to for one in every if one.to}
    waiting = [one for one in every if one.kind is not RemarkKind.ANSWER and one.id not in answered]
    return sorted(waiting, key=lambda one: (one.said_at, one.id))
