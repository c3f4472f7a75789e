"""The paper for counting by hand: the script, sheets to write on, names and cards to cut out, the totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import Any, TypeVar

import attrs

from alongside.decisions.by_hand.compared import Column, Lot, Totals
from alongside.decisions.by_hand.scripts import script
from alongside.decisions.by_hand.vote import Vote
from alongside.decisions.counting import approval
from alongside.decisions.pages.facts import Choice
from alongside.decisions.saying import Sentence
from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.reports.pdf import make_pdf

PART = "decisions"
ROWS = {1: 8, 4: 6, 6: 5, 8: 4, 12: 3}
"""Rows of cards on a sheet, two in each, by the lines of the longest card: few sheets, in large letters."""

SIDE_BY_SIDE = {Edition.STANDARD: 6, Edition.EASY: 3}
"""Stages of the totals that one table has room for."""

LETTERS = {7: 12, 12: 20}
"""Rows for what letters are worth, by how many names there are: of many, surplus after surplus makes letters."""

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class HandPaper:
    """A paper before it is set. ``faces`` are how names look on the ballot, by name; a file of ballots has none.

    Without ``totals`` it is the script alone, for a vote that is not counted yet.
    """

    title: str
    vote: Vote
    lot: Lot | None = None
    totals: Totals | None = None
    faces: Mapping[str, Choice] = attrs.field(factory=dict)

    def html(self, edition: Edition, **frame: Any) -> str:
        """Return it as a whole document; ``frame`` is what stands round it, such as ``enterprise``."""
        view = View("by_hand.html", Said("Count it by hand"), self._facts(edition))
        return Display({PART: "alongside.decisions"}).render(PART, view, frame="paper", edition=edition, **frame)

    def pdf(self, edition: Edition, files: Mapping[str, bytes] | None = None, **frame: Any) -> bytes:
        """Return it as an accessible PDF. ``files`` are its photos, by address."""
        return make_pdf(self.html(edition, **frame), files=files)

    def _facts(self, edition: Edition) -> dict[str, Any]:
        found, rows = script(self.vote), self._rows()
        cut = [*self._plates(found.sheet), *self.vote.cards]
        return {
            "paper": self,
            "vote": self.vote,
            "script": found,
            "chapters": [
                (_said(heading), [(number, step, _said(words)) for number, step, words in told])
                for heading, told in found.numbered()
            ],
            "staged": found.sheet == "stages",
            "rows": rows,
            "sheets": list(_in_lots(cut, 2 * rows)),
            "letters": ascii_uppercase[: _fitting(LETTERS, len(self.vote.names))],
            "columns": list(_in_lots(self.totals.columns if self.totals else (), SIDE_BY_SIDE[edition])),
            "mark": _mark,
        }

    def _rows(self) -> int:
        """How many rows of cards a sheet has room for."""
        ticked = self.vote.rule == approval.NAME
        lines = len(self.vote.names) if ticked else max((len(card.names) for card in self.vote.cards), default=4)
        return _fitting(ROWS, lines)

    def _plates(self, sheet: str) -> Iterator[str]:
        """The names to lay in a row, and one for cards that name nobody else; ticks are counted without."""
        if sheet != "ticks":
            yield from (*self.vote.names, "")


def _fitting(rows: Mapping[int, int], size: int) -> int:
    return next(number for most, number in rows.items() if size <= most)


def _in_lots(many: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (many[start : start + size] for start in range(0, len(many), size))


def _mark(column: Column, name: str) -> str:
    return column.marks[name].value if name in column.marks else ""


def _said(sentence: Sentence) -> Said:
    return Said(sentence.key, **sentence.facts)
