"""Emptying a roll of its votes: where a proposal is withdrawn, and where a key is lost."""

from __future__ import annotations

from alongside.decisions.roll import NO_HELP, NOTHING_SENT
from alongside.decisions.tables import BATCHES, ROLL
from alongside.store import Unit


def empty_roll(unit: Unit, proposal: str) -> None:
    """Take every mark, ballot and paper off the roll, and every batch of papers away."""
    table = ROLL.table
    for line in unit.find(ROLL, table.c.proposal == proposal, table.c.voted | table.c.paper):
        unit.change(ROLL, line, **NOTHING_SENT, **NO_HELP, paper=False)
    for batch in unit.find(BATCHES, BATCHES.table.c.proposal == proposal):
        unit.remove(BATCHES, batch)
