"""``alongside serve``: shows the pages on this computer, and says plainly who can see them."""

from __future__ import annotations

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


def serve(desk: Desk, port: int) -> None:
    """Listen on this computer alone until Ctrl-C; beside the pages the daily round is done."""
    house = cast("House", desk.opened)
    door = None if house.settings.demo_today else Door.new()

    def ready(address: str) -> None:
        desk.say(f"Open {address}{door.path if door else ''} in a browser on this computer. Ctrl-C ends it.")
        desk.say(_WITH_KEY if door else _OPEN)

    with Background(partial(beside_the_pages, house), soon=first_round(house)):
        listen(pages(house, door), port, ready)


def first_round(house: House) -> float:
    """Seconds until the first round; in a demo long enough to see what waits before it goes."""
    return EVERY if house.settings.demo_today else SOON
