"""Which way a message goes to a person: the one she chose, or the nearest that can reach her."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.messages.mail_settings import is_address
from alongside.messages.message import Channel
from alongside.people.person import Format, Person

WANTED: Mapping[Format, Channel] = {
    Format.SCREEN: Channel.SCREEN,
    Format.EMAIL: Channel.EMAIL,
    Format.LETTER: Channel.LETTER,
    Format.PHONE_CALL: Channel.RING,
    Format.AUDIO: Channel.RING,  # there are no recordings yet: somebody reads it out to her
}


def channel_of(person: Person) -> Channel:
    """Return the channel she chose; a letter where her address or number is missing, as it needs neither."""
    wanted = WANTED[person.preferred_format]
    if wanted is Channel.EMAIL and not (person.email and is_address(person.email)):
        return Channel.LETTER
    if wanted is Channel.RING and not (person.phone or "").strip():
        return Channel.LETTER
    return wanted
