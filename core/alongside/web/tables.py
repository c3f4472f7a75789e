"""Where it is kept which forms were done."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.store import Rows, table
from alongside.store import columns as c
from alongside.web.sent_form import SentForm

sent = table(
    "web_sent",
    c.key(),
    c.text("went_to"),
    c.instant("at"),
    c.version(),
    sa.Index(None, "at"),
)

SENT = Rows(SentForm, sent, called="sent form", unsaid=True)
