"""``alongside serve``: shows the pages on this computer, and says plainly who can see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from alongside.house.hosting import Hosting
from alongside.web.application import build
from alongside.web.serve import serve as listen

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House


def serve(desk: Desk, port: int) -> None:
    """Listen on this computer alone until Ctrl-C."""
    house = cast("House", desk.opened)

    def ready(address: str) -> None:
        desk.say(f"Open {address} in a browser on this computer. Ctrl-C ends it.")
        desk.say(
            "There is no sign-in yet: whoever sits here can choose to be anyone. No other computer can connect."
        )

    listen(build(Hosting(house)), port, ready)
