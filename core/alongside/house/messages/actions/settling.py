"""Settling: a person decides what becomes of a stuck message, and says that letters are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alongside.messages.message import Message, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.refusal import BadInput
from alongside.store import Unit


def send_again(unit: Unit, message: str) -> Message:
    """Let a stuck message wait again: a deliberate act, as it may go twice."""
    return _settle(unit, message, Standing.WAITING, sent_at=unit.now)


def close(unit: Unit, message: str) -> Message:
    """Note that a stuck message needs no more sending: it arrived, or she was told in another way."""
    return _settle(unit, message, Standing.GONE)


def _settle(unit: Unit, message: str, standing: Standing, **more: datetime) -> Message:
    unit.need("messages.send")
    found = unit.get(MESSAGES, message)
    if found.standing is not Standing.STUCK:
        raise BadInput("this message is not stuck any more", remedy="Look at the page again.")
    return unit.change(MESSAGES, found, standing=standing, trouble="", **more)


def printed(unit: Unit, files: Sequence[str]) -> int:
    """Note that letters were printed and handed out; return how many messages stood in them."""
    unit.need("messages.send")
    table = MESSAGE.c
    lying = unit.find(MESSAGES, table.file.in_(list(files)), table.standing == Standing.HANDED.value)
    for one in lying:
        unit.change(MESSAGES, one, standing=Standing.GONE)
    return len(lying)
