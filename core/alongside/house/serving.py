"""``alongside serve``: shows the pages, and says plainly who can see them."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from alongside.decisions.actions import keys
from alongside.house.daily import beside_the_pages
from alongside.house.entrance import entrance
from alongside.house.first_run.hosting import pages
from alongside.house.reaching import Asked, way
from alongside.house.telling_the_way import told
from alongside.house.warming import warming
from alongside.jobs.background import EVERY, SOON, Background
from alongside.web.https.context import context
from alongside.web.serve import serve as listen

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House

_NO_ROUND = "All plugins are left out, so the daily round waits, and so do messages."


def serve(desk: Desk, asked: Asked, *, with_round: bool = True) -> None:
    """Listen until Ctrl-C; beside the pages the daily round is done.

    Not where plugins are left out to find a fault: whatever they wrote to people has no words then, and would
    be stuck.
    """
    house = cast("House", desk.opened)
    keys.check_apart_from(house.home)
    inside = entrance(house, seen_by_a_person=sys.stderr.isatty())
    found = way(house.settings.serve, asked, datetime.now(UTC))
    https = context(found.certificate) if found.certificate else None

    def ready() -> None:
        for line in told(found, inside, datetime.now(UTC)):
            desk.say(line)
        if not with_round:
            desk.say(_NO_ROUND)

    beside = Background(partial(beside_the_pages, house), soon=first_round(house)) if with_round else nullcontext()
    with beside, warming(house):
        listen(pages(house, inside.door, found.reached), found.listening, ready, https=https)


def first_round(house: House) -> float:
    """Seconds until the first round; in a demo long enough to see what waits before it goes."""
    return EVERY if house.settings.demo_today else SOON
