"""Looking: what waits, what went, what is stuck, and what lies in somebody's hands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.delivery import of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.people import offers as people
from alongside.people.reached import channel_of
from alongside.store import Unit

WEEK = timedelta(days=7)


@attrs.frozen(kw_only=True)
class Stuck:
    """A message that a person has to look at."""

    message: Message
    name: str


@attrs.frozen(kw_only=True)
class ToPrint:
    """A letter to print, and who it is for."""

    file: str
    name: str


@attrs.frozen(kw_only=True)
class Board:
    """What stewards see of messages: counts first, names only where somebody has to do something."""

    waiting: Mapping[Channel, int]
    going: int
    gone: Mapping[Channel, int]  # in the last week
    unread: int  # shown on screens more than a week ago, and nobody has said that she has read them
    stuck: tuple[Stuck, ...]
    letters: tuple[ToPrint, ...]
    together: tuple[str, ...]  # files that hold several of the letters
    to_ring: int

    @property
    def waits(self) -> int:
        """How many wait for their way."""
        return sum(self.waiting.values())


def look(unit: Unit) -> Board:
    """Look at what waits, what went and what is stuck."""
    unit.need("messages.see")
    open_ = of_standing(unit, Standing.WAITING, Standing.GOING, Standing.HANDED, Standing.STUCK)
    known = people.by_ids(unit, [one.person for one in open_])
    by = {standing: [one for one in open_ if one.standing is standing] for standing in Standing}
    letters = {one.file: known[one.person].name for one in by[Standing.HANDED] if one.file and one.person in known}
    gone = unit.find(MESSAGES, MESSAGE.c.standing == Standing.GONE.value, MESSAGE.c.sent_at >= unit.now - WEEK)
    return Board(
        waiting=Counter(
            channel_of(known[one.person], one.way) for one in by[Standing.WAITING] if one.person in known
        ),
        going=len(by[Standing.GOING]),
        gone=Counter(one.channel for one in gone if one.channel),
        unread=len(_unread_for_long(unit)),
        stuck=tuple(
            Stuck(message=one, name=known[one.person].name) for one in by[Standing.STUCK] if one.person in known
        ),
        letters=tuple(
            ToPrint(file=file, name=name) for file, name in sorted(letters.items(), key=lambda pair: pair[1])
        ),
        together=_together(unit, list(letters)),
        to_ring=len({one.person for one in by[Standing.HANDED] if one.channel is Channel.RING}),
    )


def _unread_for_long(unit: Unit) -> list[Message]:
    shown = (MESSAGE.c.channel == Channel.SCREEN.value, MESSAGE.c.standing == Standing.GONE.value)
    return unit.find(MESSAGES, *shown, MESSAGE.c.seen_at.is_(None), MESSAGE.c.sent_at < unit.now - WEEK)


def _together(unit: Unit, letters: Sequence[str]) -> tuple[str, ...]:
    """The files in which the letters stand together with others."""
    names = {file.replace("letter-", "letters-", 1) for file in letters}
    return tuple(sorted(paper.file for paper in enterprise.papers_called(unit, names)))


def letter_is_there(unit: Unit, file: str) -> bool:
    """True if a letter, or several together, are kept under that name."""
    unit.need("messages.see")
    return bool(enterprise.papers_called(unit, [file]))
