"""Where messages are kept: the outbox, and what has gone."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.messages.message import Message
from alongside.store import Rows, table
from alongside.store import columns as c

MESSAGE = table(
    "messages_message",
    c.key(),
    c.person("person"),
    c.text("key"),
    c.text("part"),
    c.json("title"),
    c.json("lines"),
    c.text("path"),
    c.text("standing"),
    c.text("channel", nullable=True),
    c.instant("written_at"),
    c.instant("sent_at", nullable=True),
    c.text("trouble"),
    c.version(),
    sa.UniqueConstraint("key"),
    sa.Index(None, "person"),
    sa.Index(None, "standing"),
)
MESSAGES = Rows(Message, MESSAGE, called="message", about="person")
