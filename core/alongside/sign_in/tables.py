"""The tables of signing in, beside the values kept in them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.sign_in.card import Card
from alongside.sign_in.device import Device
from alongside.sign_in.session import Session
from alongside.store import Rows, table
from alongside.store import columns as c

_OPENS = sa.text("revoked_on IS NULL")

card = table(
    "sign_in_card",
    c.key(),
    c.person("person"),
    c.text("seal"),
    c.text("serial"),
    c.day("printed_on"),
    c.day("revoked_on", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "serial"),
    # One card of each person opens anything, whoever prints at the same time.
    sa.Index(None, "person", unique=True, sqlite_where=_OPENS, postgresql_where=_OPENS),
)
device = table(
    "sign_in_device",
    c.key(),
    c.text("name"),
    c.business("business", nullable=True),
    c.person("person", nullable=True),
    c.text("seal"),
    c.day("enrolled_on"),
    c.day("revoked_on", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
)
session = table(
    "sign_in_session",
    c.key(),
    c.text("seal"),
    c.person("person"),
    c.person("helper", nullable=True),
    c.text("way"),
    c.instant("begun"),
    c.instant("ended", nullable=True),
    c.yes("shared"),
    c.reference("card", "sign_in_card", nullable=True),
    c.reference("device", "sign_in_device", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
    sa.Index(None, "helper"),
    sa.Index(None, "card"),
    sa.Index(None, "device"),
)

CARDS = Rows(Card, card, called="card", about="person")
DEVICES = Rows(Device, device, called="device", about="person")
SESSIONS = Rows(Session, session, called="session", about="person")
