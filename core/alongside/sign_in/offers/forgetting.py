"""Forgetting: what of signing in is taken out when somebody is erased, and when it is old."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from alongside.sign_in.guess import WINDOW
from alongside.sign_in.offers.cards import every_card
from alongside.sign_in.offers.devices import own_devices
from alongside.sign_in.offers.sessions import every_session
from alongside.sign_in.session import STAYS_BY_CARD, Session
from alongside.sign_in.tables import (
    CARD_NAMES,
    CARDS,
    DEVICES,
    EXTRAS,
    GUESSES,
    NO_VISITS,
    ONE_TIMES,
    PASSKEYS,
    PASSWORDS,
    PRESENCES,
    SECOND_STEPS,
    SESSIONS,
    guess,
    one_time,
    presence,
    session,
)
from alongside.store import Rows, Unit

KEPT = timedelta(days=90)
"""How long it is known who was here when, after they left."""

_WAYS: tuple[Rows[Any], ...] = (ONE_TIMES, PASSWORDS, SECOND_STEPS, PASSKEYS, NO_VISITS, CARD_NAMES, EXTRAS)


def forget(unit: Unit, person: str) -> None:
    """Take out when a person was here, that she came in beside others, and every way in that was hers."""
    for one in every_session(unit, person):
        if one.person == person:
            _remove(unit, one)
        else:
            # Without her it would be the other's alone: it ends.
            unit.change(SESSIONS, one, helper=None, ended=one.ended or unit.now)
    for rows in _WAYS:
        for way in unit.find(rows, rows.table.c.person == person):
            unit.remove(rows, way)
    for card in every_card(unit, person):
        unit.remove(CARDS, card)
    for ours in own_devices(unit, person):
        unit.remove(DEVICES, ours)


def forget_old(unit: Unit) -> None:
    """Take out what is of no use any more: sessions that ended long ago, links, and guesses."""
    long_ago = (session.c.ended < unit.now - KEPT) | (session.c.begun < unit.now - STAYS_BY_CARD - KEPT)
    for one in unit.find(SESSIONS, long_ago):
        _remove(unit, one)
    for made in unit.find(ONE_TIMES, one_time.c.made < unit.now - timedelta(days=1)):
        unit.remove(ONE_TIMES, made)
    for wrong in unit.find(GUESSES, guess.c.at < unit.now - WINDOW):
        unit.remove(GUESSES, wrong)


def _remove(unit: Unit, old: Session) -> None:
    for seen in unit.find(PRESENCES, presence.c.id == old.id):
        unit.remove(PRESENCES, seen)
    unit.remove(SESSIONS, old)
