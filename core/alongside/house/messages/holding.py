"""Holding back: after a backup was put back, what waited in it may have gone since; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.house.messages import troubles
from alongside.messages.delivery import of_standing
from alongside.messages.message import Channel, Standing
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.reached import channel_of
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.house.opening import House


def hold_back(house: House) -> int:
    """Let everything that waits to leave the house be stuck; return how much. A screen may show it."""
    with house.reading() as unit:
        waiting = of_standing(unit, Standing.WAITING, Standing.GOING)
        known = people.by_ids(unit, [one.person for one in waiting])
    leaving = [
        one
        for one in waiting
        if one.person in known and channel_of(known[one.person], one.way) is not Channel.SCREEN
    ]
    if leaving:
        with house.store.unit(Actor.keyboard("the house")) as unit:
            for one in leaving:
                channel = channel_of(known[one.person], one.way)
                unit.change(MESSAGES, one, standing=Standing.STUCK, channel=channel, trouble=troubles.PUT_BACK.key)
    return len(leaving)
