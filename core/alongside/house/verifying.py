"""``alongside verify``: walks the audit trail and says whether it holds."""

from __future__ import annotations

from alongside.cli import Desk
from alongside.cli.ending import DONE, NOT_RIGHT


def verify(desk: Desk) -> int:
    """Verify the chain; the exit code says whether it holds."""
    store = desk.opened.store
    store.seal()
    verdict = store.verify()
    facts = {"entries": verdict.sealed, "holds": verdict.holds, "head": verdict.head, "faults": verdict.faults}
    if verdict.holds:
        text = f"The audit trail holds: {verdict.sealed} entries, none changed, lost or swapped."
    else:
        text = "The audit trail does not hold.\n" + "\n".join(verdict.faults)
    desk.answer(facts, text)
    return DONE if verdict.holds else NOT_RIGHT
