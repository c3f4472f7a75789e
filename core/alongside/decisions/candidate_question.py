"""Questions to those who stand, and what each of them answers: once, in as many words as everybody, or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import attrs

from alongside.decisions.remark import check_words


@attrs.frozen(kw_only=True)
class CandidateQuestion:
    """A question to one who stands, by the key of her ``option``, or to all of them where that is None.

    ``person`` is None after whoever asked was erased, and at the keyboard.
    """

    id: str
    proposal: str
    person: str | None
    option: str | None
    words: str
    asked_at: datetime
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse a question that says nothing."""
        check_words(self.words)

    def is_to(self, option: str) -> bool:
        """True if it is asked of whoever stands under that key."""
        return self.option in {None, option}


@attrs.frozen(kw_only=True)
class CandidateAnswer:
    """What one who stands answers; ``words`` are empty where she would rather not."""

    id: str
    question: str
    person: str | None
    option: str
    words: str
    answered_at: datetime
    version: int = 1


def unanswered_by(
    option: str, questions: Iterable[CandidateQuestion], answers: Mapping[tuple[str, str], CandidateAnswer]
) -> list[CandidateQuestion]:
    """Return the questions that wait for whoever stands under a key; answers are by question and key."""
    return [one for one in questions if one.is_to(option) and (one.id, option) not in answers]
