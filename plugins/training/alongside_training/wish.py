"""A learning wish: what somebody would like to learn. Where three wish for the same, a course suggests itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from alongside.api.values import BadInput, worded

ENOUGH = 3
"""So many wishes for one thing suggest a course."""

LONGEST = 80


def _stripped(words: str) -> str:
    return words.strip()


@attrs.frozen(kw_only=True)
class Wish:
    """What a person would like to learn: a ``course`` there is, or ``words`` of her own.

    ``met_on`` is the day on which she had learnt it.

    Raises:
        BadInput: where nothing is wished for, or in too many words.
    """

    id: str
    business: str
    person: str
    course: str | None = None
    words: str = attrs.field(default="", converter=_stripped)
    since: date
    met_on: date | None = None
    version: int = 1

    @words.validator
    def _short(self, _: object, words: str) -> None:
        if len(words) > LONGEST:
            raise BadInput(
                worded(
                    "training",
                    "The wish has {long} letters; the most is {most}. Say it in fewer.",
                    long=len(words),
                    most=LONGEST,
                )
            )

    def __attrs_post_init__(self) -> None:
        """Check that it is a wish for something."""
        if self.course is None and not self.words:
            raise BadInput(
                worded("training", "Nothing was wished for. Choose a course, or say it in your own words.")
            )

    @property
    def topic(self) -> str:
        """What the wish is for, the same for all who mean the same."""
        return self.course or topic_of(self.words)


def topic_of(words: str) -> str:
    """Return own words as they are compared: “ Cook  Curry! ” and “cook curry” are one."""
    return " ".join("".join(one if one.isalnum() else " " for one in words.casefold()).split())


@attrs.frozen(kw_only=True)
class Suggestion:
    """Wishes for one thing that were not met, the earliest first; ``enough`` of them suggest a course."""

    topic: str
    course: str | None
    words: str
    wishes: tuple[Wish, ...]

    @property
    def enough(self) -> bool:
        """True if a course suggests itself."""
        return len(self.wishes) >= ENOUGH


def suggestions(wishes: Iterable[Wish]) -> list[Suggestion]:
    """Return open wishes by what they are for: what most people wish for first, then what was wished first."""
    by_topic: dict[str, list[Wish]] = {}
    for one in sorted(wishes, key=lambda one: (one.since, one.id)):
        if one.met_on is None:
            by_topic.setdefault(one.topic, []).append(one)
    found = [
        Suggestion(topic=topic, course=open_[0].course, words=open_[0].words, wishes=tuple(open_))
        for topic, open_ in by_topic.items()
    ]
    return sorted(found, key=lambda one: (-len(one.wishes), one.wishes[0].since, one.topic))
