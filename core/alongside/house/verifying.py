"""``alongside verify``: walks the audit trail and says whether it holds."""

from __future__ import annotations

from alongside.cli import Desk
from alongside.cli.ending import DONE, NOT_RIGHT


def verify(desk: Desk, noted: str) -> int:
    """Verify the chain, and that a head noted earlier is still in it; the exit code says whether it holds."""
    store = desk.opened.store
    store.seal()
    verdict = store.verify(noted)
    facts = {"entries": verdict.sealed, "holds": verdict.holds, "head": verdict.head, "faults": verdict.faults}
    if verdict.holds:
        text = f"The audit trail holds: {verdict.sealed} entries, none changed, lost or swapped.\n"
        text += f"Note its head outside, so that a cut end would show:  alongside verify --head {verdict.head}"
    else:
        text = "The audit trail does not hold.\n" + "\n".join(verdict.faults)
    desk.answer(facts, text)
    return DONE if verdict.holds else NOT_RIGHT
