"""Words for a sentence of a message: its facts, days and moments as the edition of the reader says them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from alongside.display import Edition, Said
from alongside.display.wording import clock, day
from alongside.instants import local
from alongside.messages.message import Sentence


def said(sentence: Sentence, edition: Edition, zone: str, today: date) -> Said:
    """Return the sentence with all its facts in words; a day of another year is told with its year."""
    facts = dict(sentence.facts)
    for name, when in sentence.days.items():
        facts[name] = _day(when, edition, today)
    for name, moment in sentence.moments.items():
        facts |= dict(_moment(name, local(moment, zone), edition, today))
    return Said(sentence.key, **facts)


def _moment(name: str, wall: datetime, edition: Edition, today: date) -> Iterator[tuple[str, str]]:
    when, time = _day(wall.date(), edition, today), clock(wall, edition)
    yield name, f"{when}, {time}" if edition is Edition.EASY else f"{when} at {time}"
    yield f"{name}_day", when
    yield f"{name}_time", time


def _day(when: date, edition: Edition, today: date) -> str:
    return day(when, edition, year=when.year != today.year)
