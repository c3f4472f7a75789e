"""Messages: telling a person what has happened, in the unit in which it happens."""

from alongside.messages.message import Changed, Message, Sentence
from alongside.messages.outbox import remind, replaced, take_back, write_to

__all__ = ["Changed", "Message", "Sentence", "remind", "replaced", "take_back", "write_to"]
