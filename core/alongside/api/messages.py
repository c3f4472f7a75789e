"""Messages: telling a person what has happened, in the unit in which it happens."""

from alongside.messages.message import Message, Sentence
from alongside.messages.outbox import take_back, write_to

__all__ = ["Message", "Sentence", "take_back", "write_to"]
