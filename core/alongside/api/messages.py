"""Messages: telling a person what has happened, in the unit in which it happens."""

from alongside.messages.message import Changed, Message, Sentence
from alongside.messages.outbox import remind, replaced, take_back, write_to
from alongside.messages.quiet_hours import QuietHours
from alongside.messages.resting import quiet_of

__all__ = [
    "Changed",
    "Message",
    "QuietHours",
    "Sentence",
    "quiet_of",
    "remind",
    "replaced",
    "take_back",
    "write_to",
]
