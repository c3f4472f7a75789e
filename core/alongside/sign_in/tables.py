"""The tables of signing in, beside the values kept in them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.sign_in.session import Session
from alongside.store import Rows, table
from alongside.store import columns as c

session = table(
    "sign_in_session",
    c.key(),
    c.text("seal"),
    c.person("person"),
    c.person("helper", nullable=True),
    c.text("way"),
    c.instant("begun"),
    c.instant("ended", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
    sa.Index(None, "helper"),
)

SESSIONS = Rows(Session, session, called="session", about="person")
