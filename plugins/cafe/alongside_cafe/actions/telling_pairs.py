"""What who plans is told of pairs that somebody left behind: that there are some, and never who."""

from __future__ import annotations

from typing import Any

from alongside.api import enterprise, messages
from alongside.api.store import Unit

from ..offers import brought


def _(key: str, **more: Any) -> messages.Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return messages.Sentence(key=key, **more)


def from_before(unit: Unit) -> None:
    """Tell those who plan, once for each, of pairs for which nobody answers who plans here now."""
    for cafe in enterprise.businesses(unit, "cafe"):
        path = f"/cafe/{cafe.slug}/pairs"
        for pair in brought.left_behind(unit, cafe.id):
            for manager in enterprise.people_with(unit, "manager", cafe.id):
                _tell(unit, manager, f"cafe:pair-from-before:{pair.id}", path)


def _tell(unit: Unit, manager: str, key: str, path: str) -> None:
    title = _("Somebody who planned the rota has left")
    lines = [
        _("The rota keeps two people apart, and nobody here answers for that now.", picture="people"),
        _("Look whether it still helps them.", picture="question"),
    ]
    # Private: that there is a pair at all is not for whoever prints letters.
    messages.write_to(unit, manager, key, "cafe", title, lines, path=path, private=True)
