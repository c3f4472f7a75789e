"""The draft: what was answered so far, in a file of the enterprise's folder until all of it is put in place.

A file and not rows: nothing of a group that changes its mind half way stays in its database and its audit trail.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from alongside.house.beginning import Beginning
from alongside.refusal import BadInput
from alongside.store.arrival import Arrival

STEPS = ("name", "place", "words", "businesses", "steward")
"""The questions in the order in which they are asked."""

_converter = make_converter(forbid_extra_keys=True)


@attrs.frozen
class Draft:
    """What was answered, and which questions were: some have an answer before they are asked."""

    answers: Beginning = attrs.field(factory=Beginning)
    answered: frozenset[str] = frozenset()

    def with_answer(self, step: str, **changes: Any) -> Draft:
        """Return the draft with one more question answered."""
        return Draft(attrs.evolve(self.answers, **changes), self.answered | {step})

    def with_changes(self, **changes: Any) -> Draft:
        """Return the draft with other answers, while their question is still open."""
        return Draft(attrs.evolve(self.answers, **changes), self.answered)

    @property
    def next_step(self) -> str:
        """The first question that waits for its answer; ``check`` where none does."""
        return next((step for step in STEPS if step not in self.answered), "check")


class DraftFile:
    """The draft in its file, written whole or not at all, by one browser at a time."""

    def __init__(self, home: Path) -> None:
        self._path = home / "first-answers.json"
        self._unfinished = home / ".first-answers.json.part"
        self._arrival = Arrival(home / "first-answers.lock")

    def read(self) -> Draft:
        """Return what was answered so far.

        Raises:
            BadInput: where the file is damaged.
        """
        try:
            return _converter.structure(json.loads(self._path.read_text(encoding="utf-8")), Draft)
        except FileNotFoundError:
            return Draft()
        except (ValueError, AttributeError, TypeError, BaseValidationError) as wrong:
            remedy = "Take the file away, and answer the first questions again."
            raise BadInput("the first answers cannot be read", where=str(self._path), remedy=remedy) from wrong

    def change(self, change: Callable[[Draft], Draft]) -> Draft:
        """Change the draft as it is now: what another browser has answered meanwhile stays."""
        with self._arrival.turn():
            changed = change(self.read())
            self._write(json.dumps(_converter.unstructure(changed), ensure_ascii=False, indent=1))
        return changed

    def _write(self, text: str) -> None:
        # For its owner alone: it holds a name and an address.
        with os.fdopen(
            os.open(self._unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(text)
        self._unfinished.replace(self._path)

    def take_away(self) -> None:
        """Forget the draft, after all of it was put in place, and what a killed program has left of it."""
        self._path.unlink(missing_ok=True)
        self._unfinished.unlink(missing_ok=True)
        self._path.with_name("first-answers.lock").unlink(missing_ok=True)
