"""``alongside serve``: shows the pages on this computer, and says plainly who can see them."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, cast

from alongside.house.daily import beside_the_pages
from alongside.house.first_run.hosting import pages
from alongside.jobs.background import EVERY, SOON, Background
from alongside.web.door import Door
from alongside.web.serve import serve as listen

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House

_OPEN = "It is a demo: whoever sits here can look around as anyone. No other computer can connect."
_WITH_KEY = (
    "The address holds a key: the browser that opens it can choose any name, as there is no sign-in yet. "
    "Pass it on to nobody. No other computer can connect."
)

_NO_ROUND = "All plugins are left out, so the daily round waits, and so do messages."


def serve(desk: Desk, port: int, *, with_round: bool = True) -> None:
    """Listen on this computer alone until Ctrl-C; beside the pages the daily round is done.

    Not where plugins are left out to find a fault: whatever they wrote to people has no words then, and would
    be stuck.
    """
    house = cast("House", desk.opened)
    door = None if house.settings.demo_today else Door.new()

    def ready(address: str) -> None:
        desk.say(f"Open {address}{door.path if door else ''} in a browser on this computer. Ctrl-C ends it.")
        desk.say(_WITH_KEY if door else _OPEN)
        if not with_round:
            desk.say(_NO_ROUND)

    beside = Background(partial(beside_the_pages, house), soon=first_round(house)) if with_round else nullcontext()
    with beside:
        listen(pages(house, door), port, ready)


def first_round(house: House) -> float:
    """Seconds until the first round; in a demo long enough to see what waits before it goes."""
    return EVERY if house.settings.demo_today else SOON
