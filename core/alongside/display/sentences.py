"""Sentences and their facts: days and moments as each edition says them, and a text sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from alongside.display.view import Edition
from alongside.display.wording import clock, day

_ENDS = re.compile(r"(?<=[.!?])\s+")
_Text = TypeVar("_Text", bound=str)


def each_sentence(text: _Text) -> list[_Text]:
    """Return the sentences of a text, for the rows of Easy Read; markup stays markup."""
    return [type(text)(one) for one in _ENDS.split(text.strip()) if one]


def in_words(facts: Mapping[str, Any], edition: Edition, *, this_year: int | None = None) -> dict[str, Any]:
    """Return the facts with days and moments in words; a moment is as the clocks of its place show it.

    A moment called ``closes`` is said by ``{closes}`` as day and time, by ``{closes_day}`` and ``{closes_time}``
    as one of them. Where ``this_year`` is known, a day of another year is told with its year.
    """
    said: dict[str, Any] = {}
    for name, fact in facts.items():
        said |= dict(_worded(name, fact, edition, this_year))
    return said


def _worded(name: str, fact: Any, edition: Edition, this_year: int | None) -> Iterator[tuple[str, Any]]:
    if not isinstance(fact, date):
        yield name, fact
        return
    when = day(fact, edition, year=this_year is not None and fact.year != this_year)
    if not isinstance(fact, datetime):
        yield name, when
        return
    time = clock(fact, edition)
    yield name, f"{when}, {time}" if edition is Edition.EASY else f"{when} at {time}"
    yield f"{name}_day", when
    yield f"{name}_time", time
