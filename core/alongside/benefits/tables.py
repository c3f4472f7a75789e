"""Where a person's own choices about benefits are kept, and the adviser of the enterprise."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.benefits.adviser import Adviser
from alongside.benefits.own_choice import OwnChoice
from alongside.store import Rows, table
from alongside.store import columns as c

CHOICE = table(
    "benefits_own_choice",
    c.key(),
    c.person("person"),
    c.json("asks"),
    c.whole("most_minutes", nullable=True),
    c.yes("with_helper"),
    c.version(),
    sa.UniqueConstraint("person"),
)
# Unsaid: that somebody has looked at benefits at all is for nobody who reads the trail.
CHOICES = Rows(OwnChoice, CHOICE, called="own choice", about="person", unsaid=True)

ADVISER = table("benefits_adviser", c.key(), c.text("name"), c.text("phone"), c.version())
ADVISERS = Rows(Adviser, ADVISER, called="benefits adviser")
