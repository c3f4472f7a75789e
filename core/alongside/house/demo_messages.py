"""The demo's messages: what was written in past weeks was told long ago; what its own morning brought waits."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from alongside.house.daily import tell_parts
from alongside.house.messages.sending import send
from alongside.instants import at
from alongside.messages.message import Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.people import offers as people
from alongside.people.reached import channel_of
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.cli.demo import Demo
    from alongside.house.opening import House

ROUND = time(9)
"""When a demo's round is done: after what its parts do in the morning."""

NEW = 4  # days: over a weekend nobody had sent them yet
_WHERE = "Messages, under Our enterprise"


def fill(house: House, demo: Demo) -> None:
    """Let old messages be told and read, then do the round of the demo's day: what it brings still waits."""
    _remember(demo)
    demo.clock.moment = at(demo.today, ROUND, demo.zone)
    midnight = at(demo.today, time(), demo.zone)
    told = [*tell_parts(house, demo.today), *send(house, demo.today, Actor.daily_round(), before=midnight)]
    parts = sum(came.right and came.words == "done" for came in told)
    demo.did(f"{parts} parts have noticed what time has changed.", _WHERE)
    for came in told:
        if came.words != "done":
            demo.did(f"{came.words[:1].upper()}{came.words[1:]}.", _WHERE)


def _remember(demo: Demo) -> None:
    before = at(demo.day(NEW), time(), demo.zone)
    with demo.unit() as unit:
        old = unit.find(MESSAGES, MESSAGE.c.standing == Standing.WAITING.value, MESSAGE.c.written_at < before)
        known = people.by_ids(unit, [one.person for one in old])
        for one in old:
            when, channel = one.written_at, channel_of(known[one.person])
            unit.change(MESSAGES, one, standing=Standing.GONE, channel=channel, sent_at=when, seen_at=when)
