"""A lesson: why somebody left a course, in her words and without her name, so that the next run can be better."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.api.values import BadInput, worded

LONGEST = 300


def _stripped(words: str) -> str:
    return words.strip()


@attrs.frozen(kw_only=True)
class Lesson:
    """What was learnt from somebody's leaving. No person stands in it, and no run: nobody is to be found by it.

    Raises:
        BadInput: where it says nothing, or too much.
    """

    id: str
    business: str
    course: str
    words: str = attrs.field(converter=_stripped)
    day: date
    version: int = 1

    @words.validator
    def _says_something(self, _: object, words: str) -> None:
        if not 1 <= len(words) <= LONGEST:
            raise BadInput(
                worded(
                    "training",
                    "The reason has {long} letters. Give from 1 to {most}, or none.",
                    long=len(words),
                    most=LONGEST,
                )
            )
