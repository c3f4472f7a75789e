"""Where messages are kept: the outbox, what has gone, who was rung, what people want to be told, and when not."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.messages.call import Call
from alongside.messages.choice import Choice
from alongside.messages.message import Message
from alongside.messages.quiet_hours import QuietHours
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
    c.text("file", nullable=True),
    c.instant("seen_at", nullable=True),
    c.instant("until", nullable=True),
    c.yes("private"),
    c.text("way", nullable=True),
    c.text("attached", nullable=True),
    c.version(),
    sa.UniqueConstraint("key"),
    sa.Index(None, "person"),
    sa.Index(None, "standing"),
)
CALL = table(
    "messages_call",
    c.key(),
    c.person("person"),
    c.person("rung_by", nullable=True),
    c.instant("at"),
    c.text("result"),
    c.version(),
    sa.Index(None, "person"),
)
CHOICE = table(
    "messages_choice",
    c.key(),
    c.person("person"),
    c.text("what"),
    c.yes("wanted"),
    c.version(),
    sa.UniqueConstraint("person", "what"),
    sa.Index(None, "what"),
)
MESSAGES = Rows(Message, MESSAGE, called="message", about="person")
CALLS = Rows(Call, CALL, called="call", about="person")
QUIET = table(
    "messages_quiet",
    c.key(),
    c.person("person"),
    c.clock("since"),
    c.clock("until"),
    c.version(),
    sa.UniqueConstraint("person"),
)
QUIETS = Rows(QuietHours, QUIET, called="quiet hours", about="person")
CHOICES = Rows(Choice, CHOICE, called="choice of what to be told", about="person")
