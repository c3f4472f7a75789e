"""Which way a message goes to a person: the one she chose, or the nearest that can reach her.

A letter is printed and a call is made by somebody else, who reads what it says.
"""

from __future__ import annotations

from collections.abc import Mapping

from alongside.messages.address import is_address
from alongside.messages.message import Channel
from alongside.people.person import Format, Person

WANTED: Mapping[Format, Channel] = {
    Format.SCREEN: Channel.SCREEN,
    Format.EMAIL: Channel.EMAIL,
    Format.LETTER: Channel.LETTER,
    Format.PHONE_CALL: Channel.RING,
    Format.AUDIO: Channel.RING,  # there are no recordings yet: somebody reads it out to her
}


BY_HAND = frozenset({Channel.LETTER, Channel.RING})
"""What passes through somebody's hands on its way."""


def channel_of(person: Person, way: Channel | None = None) -> Channel:
    """Return the channel she chose; a letter where her address or number is missing, as it needs neither.

    Args:
        person: who is to be told.
        way: the channel that a message has to take; on a screen where that cannot be.
    """
    if way is Channel.EMAIL:
        return Channel.EMAIL if has_address(person) else Channel.SCREEN
    wanted = WANTED[person.preferred_format]
    if wanted is Channel.EMAIL and not has_address(person):
        return Channel.LETTER
    if wanted is Channel.RING and not (person.phone or "").strip():
        return Channel.LETTER
    return wanted


def by_hand(person: Person) -> bool:
    """True if what is written to her passes through somebody's hands."""
    return channel_of(person) in BY_HAND


def has_address(person: Person) -> bool:
    """True if mail could be sent to her."""
    return bool(person.email and is_address(person.email))
