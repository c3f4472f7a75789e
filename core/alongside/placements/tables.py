"""Where placements are kept, and what stays of them after somebody was erased."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.kept import KeptRecord
from alongside.placements.placement import Placement
from alongside.store import Rows, table
from alongside.store import columns as c

PLACEMENT = table(
    "placements_placement",
    c.key(),
    c.person("person"),
    c.business(),
    c.text("kind"),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.whole("agreed_minutes"),
    c.pence("rate", nullable=True),
    c.person("supporter", nullable=True),
    c.day("apprentice_since", nullable=True),
    c.version(),
    sa.Index("placements_placement_person_ix", "person"),
    sa.Index("placements_placement_business_ix", "business"),
)
PLACEMENTS = Rows(Placement, PLACEMENT, called="placement", about="person")

KEPT = table(
    "placements_kept",
    c.key(),
    c.person("person"),
    c.reference("placement", "placements_placement"),
    c.text("name"),
    c.day("born", nullable=True),
    c.text("what"),
    c.text("why"),
    c.day("until"),
    c.text("source"),
    c.version(),
)
KEPT_RECORDS = Rows(KeptRecord, KEPT, called="kept record", about="person")
