"""Where is kept who has said yes to longer weeks, since when, and until when: what was over stays on record."""

from __future__ import annotations

from alongside.placements.opt_out import OptOut
from alongside.store import Rows, table
from alongside.store import columns as c

OPT_OUT = table(
    "placements_opt_out",
    c.key(),
    c.person("person"),
    c.day("signed_on"),
    c.day("taken_back_on", nullable=True),
    c.day("ends_on", nullable=True),
    c.version(),
)
OPT_OUTS = Rows(OptOut, OPT_OUT, called="yes to longer weeks", about="person")
