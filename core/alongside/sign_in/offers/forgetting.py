"""Forgetting: what of signing in is taken out when somebody is erased, and when it is old."""

from __future__ import annotations

from datetime import timedelta

from alongside.sign_in.offers.cards import every_card
from alongside.sign_in.offers.devices import own_devices
from alongside.sign_in.offers.sessions import every_session
from alongside.sign_in.tables import CARDS, DEVICES, SESSIONS, session
from alongside.store import Unit

KEPT = timedelta(days=90)
"""How long it is known who was here when, after they left."""


def forget(unit: Unit, person: str) -> None:
    """Take out when a person was here, that she came in beside others, her cards and her own devices."""
    for one in every_session(unit, person):
        if one.person == person:
            unit.remove(SESSIONS, one)
        else:
            unit.change(SESSIONS, one, helper=None)
    for card in every_card(unit, person):
        unit.remove(CARDS, card)
    for ours in own_devices(unit, person):
        unit.remove(DEVICES, ours)


def forget_old(unit: Unit) -> None:
    """Take out sessions that ended long ago."""
    for one in unit.find(SESSIONS, session.c.ended < unit.now - KEPT):
        unit.remove(SESSIONS, one)
