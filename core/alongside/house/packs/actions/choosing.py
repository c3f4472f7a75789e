"""Choosing: who gets which pack by mail each evening. Everybody chooses for herself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from alongside.house.packs.actions.looking import Shown
from alongside.house.packs.pack import topic
from alongside.messages.choosing import choose
from alongside.store import Unit


def want_by_mail(unit: Unit, offered: Sequence[Shown], ticked: Collection[str]) -> None:
    """Note which of the packs that she may have the one who acts wants to get by mail."""
    for one in offered:
        unit.need("pack.see", one.business)
        what = topic(one.business)
        if one.mailed != (what in ticked):
            choose(unit, unit.actor.id, what, wanted=what in ticked)
