"""Looking: what waits, what went, what is stuck, and what lies in somebody's hands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

import attrs
import sqlalchemy as sa

from alongside.enterprise import offers as enterprise
from alongside.messages.delivery import of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.messages.tables import MESSAGE
from alongside.people import offers as people
from alongside.people.reached import channel_of
from alongside.store import Unit

WEEK = timedelta(days=7)
_GONE = MESSAGE.c.standing == Standing.GONE.value


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
    return Board(
        waiting=Counter(
            channel_of(known[one.person], one.way) for one in by[Standing.WAITING] if one.person in known
        ),
        going=len(by[Standing.GOING]),
        gone=_gone_lately(unit),
        unread=_unread_for_long(unit),
        stuck=tuple(
            Stuck(message=one, name=known[one.person].name) for one in by[Standing.STUCK] if one.person in known
        ),
        letters=tuple(
            ToPrint(file=file, name=name) for file, name in sorted(letters.items(), key=lambda pair: pair[1])
        ),
        together=_together(unit, list(letters)),
        to_ring=len({one.person for one in by[Standing.HANDED] if one.channel is Channel.RING}),
    )


# Counted by the database: of what has gone there is more with every week.


def _gone_lately(unit: Unit) -> Mapping[Channel, int]:
    lately = (_GONE, MESSAGE.c.sent_at >= unit.now - WEEK, MESSAGE.c.channel.is_not(None))
    counted = sa.select(MESSAGE.c.channel, sa.func.count()).where(*lately).group_by(MESSAGE.c.channel)
    return Counter({Channel(channel): int(count) for channel, count in unit.question(counted)})


def _unread_for_long(unit: Unit) -> int:
    shown = (_GONE, MESSAGE.c.channel == Channel.SCREEN.value, MESSAGE.c.seen_at.is_(None))
    counted = sa.select(sa.func.count()).where(*shown, MESSAGE.c.sent_at < unit.now - WEEK)
    return int(unit.question(counted)[0][0])


def _together(unit: Unit, letters: Sequence[str]) -> tuple[str, ...]:
    """The files in which the letters stand together with others."""
    names = {file.replace("letter-", "letters-", 1) for file in letters}
    return tuple(sorted(paper.file for paper in enterprise.papers_called(unit, names)))


def letter_is_there(unit: Unit, file: str) -> bool:
    """True if a letter, or several together, are kept under that name."""
    unit.need("messages.see")
    return bool(enterprise.papers_called(unit, [file]))
