"""Following a decision up: what was decided and what happens next, and later whether it did happen."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.decisions.remark import check_words


class Happened(Enum):
    """Whether what was decided has happened."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    WILL_NOT = "will_not"  # and why not stands beside it


ALL_SAID = frozenset({Happened.YES, Happened.WILL_NOT})
"""After these nothing is left to look at again."""


@attrs.frozen(kw_only=True)
class Statement:
    """What was decided and what happens next, in the words of whoever wrote it down, and in Easy Read."""

    id: str
    proposal: str
    person: str | None
    decided: str
    next: str
    easy_decided: str
    easy_next: str
    day: date
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse a statement that says nothing."""
        for words in (self.decided, self.next):
            check_words(words)


@attrs.frozen(kw_only=True)
class Review:
    """One look back at a decision: did it happen? ``again`` is the day of the next look, if there is one."""

    id: str
    proposal: str
    person: str | None
    happened: Happened
    words: str
    day: date
    again: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse a look back that says nothing."""
        check_words(self.words)
