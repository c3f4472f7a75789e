"""``alongside pack``: makes tomorrow's papers now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from alongside.cli.ending import DONE, NOT_RIGHT

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House


def pack(desk: Desk, day: date | None) -> int:
    """Make the packs that the one who acts may have, of a day or of the one that is due; say where they are."""
    from alongside.display import Edition
    from alongside.house.packs.actions.looking import look
    from alongside.house.packs.making import make

    house = cast("House", desk.opened)
    with desk.unit(writing=False) as unit:
        if not unit.may_somewhere("pack.see"):
            unit.need("pack.see")
        wanted = [one.pack for one in look(unit, Edition.STANDARD, day)]
    came = [done for one in desk.progress(wanted, "Files") for done in make(house, one, desk.actor)]
    right = all(one.right for one in came)
    files = [str(house.home / "papers" / one.file) for one in wanted]
    troubles = [one.words for one in came if not one.right]
    desk.answer({"right": right, "files": files, "troubles": troubles}, "\n".join([*files, *troubles]))
    return DONE if right else NOT_RIGHT
