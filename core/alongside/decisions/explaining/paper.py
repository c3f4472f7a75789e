"""The story of a count as a paper: in standard English with its figures beside it, in Easy Read with pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import attrs

from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.long_names import apart
from alongside.decisions.explaining.stories import Explained
from alongside.decisions.explaining.tables import Sheet, beside_stages, of_figures
from alongside.display.rendering import Display
from alongside.display.texts import Said, wording
from alongside.display.texts import Said as _
from alongside.display.view import Edition, View

PART = "decisions"
CAME_OUT = ("passed", "place", "drawn", "chosen", "nothing", "funded", "reached", "rest", "lot_needed", "sure")
"""The figures that say what came out: they stand first, and again where they were found."""

MOST_BESIDE, WIDEST_BESIDE = 18, 4
"""Sentences, and columns of a table, that have room beside each other on a page."""


@attrs.frozen
class Row:
    """One sentence with its picture."""

    picture: str
    said: Said


@attrs.frozen(kw_only=True)
class Block:
    """Sentences that belong together: under which heading, and the table beside them, if there is one."""

    heading: Said
    rows: Sequence[Row]
    sheet: Sheet | None = None

    @property
    def side_by_side(self) -> bool:
        """True if sentences and table are short enough to stand beside each other on one page."""
        columns = len(self.sheet.headers) if self.sheet else 0
        return 0 < columns <= WIDEST_BESIDE and len(self.rows) <= MOST_BESIDE


def of_file(rule: str, contest: Contest, asking: Asking, explained: Explained, edition: Edition) -> str:
    """The story of a file of ballots as a whole document, ready to be set."""
    return paper(contest, explained, edition, how=_HOW[rule], lot=asking.lot)


def paper(
    contest: Contest,
    explained: Explained,
    edition: Edition,
    *,
    how: Sequence[Row],
    lot: str = "",
    checked: bool = True,
    enterprise: str = "Alongside",
) -> str:
    """A story as a whole document: ``how`` says by which rule, ``lot`` what was thrown if anything was.

    ``checked`` is false where no checker has looked at it, and then it does not say so.
    """
    blocks = _blocks(contest, explained, edition)
    drawn = any(one.claim.figure in {"lot", "drawn"} for one in explained.told)
    facts: dict[str, Any] = {
        "title": contest.title,
        "came_out": [
            row for one in explained.told if one.claim.figure in CAME_OUT for row in _came_out(one, edition)
        ],
        "marks": any(block.sheet and block.sheet.marked for block in blocks),
        "how": how,
        "checked": checked,
        "blocks": blocks,
        "lot": lot if drawn else "",
    }
    return Display({PART: "alongside.decisions"}).render(
        PART,
        View("explained.html", "How we counted", facts),
        frame="paper",
        edition=edition,
        foot=contest.title,
        enterprise=enterprise,
    )


def _rows(one: Told, edition: Edition) -> Iterator[Row]:
    """A sentence, long names on rows of their own before it."""
    found = apart(one, partial(wording, "alongside.decisions", edition.value) if edition is Edition.EASY else None)
    yield from (Row(one.picture, _("{name}:", name=name)) for name in found.names)
    yield Row(one.picture, _(one.key, **found.facts))


def _came_out(one: Told, edition: Edition) -> Iterator[Row]:
    """What a sentence comes to: at the beginning it matters who has a place, not yet how."""
    if one.claim.figure in {"reached", "rest", "drawn"}:
        one = attrs.evolve(one, key=_("**{name}** has a place.").key, picture="done")
    yield from _rows(one, edition)


def _blocks(contest: Contest, explained: Explained, edition: Edition) -> list[Block]:
    """The story from what stands before the first stage to what stands after the last."""
    beside = beside_stages(contest, explained.told, explained.cells)
    whole = next(of_figures(explained.told), None)
    found: list[Block] = []
    for stage, some in groupby(explained.told, key=lambda one: one.claim.stage):
        heading = _("Stage {n}", n=stage) if stage else _("In the end") if found else _("The papers")
        if not beside:
            heading = _("The figures")
        rows = [row for one in some for row in _rows(one, edition)]
        found.append(Block(heading=heading, rows=rows, sheet=beside.get(stage) or whole))
    return found


_HOW = {
    "majority": (Row("scales", _("A proposal passes with more than half of the votes for or against.")),),
    "two-thirds": (Row("scales", _("A proposal passes with two thirds of the votes for or against.")),),
    "three-quarters": (Row("scales", _("A proposal passes with three quarters of the votes for or against.")),),
    "consent": (Row("raised-hand", _("A proposal passes if nobody has an objection that holds.")),),
    "approval": (Row("yes", _("Everybody ticks all they could live with. The most ticks win.")),),
    "score": (Row("chart", _("Everybody gives points. The most points win.")),),
    "scottish-stv": (
        Row("list", _("Everybody puts names in order. Places go by everybody’s order, counted in stages.")),
        Row(
            "done",
            _("Whoever has enough votes has a place. Votes that she can spare go to the next name on each paper."),
        ),
        Row(
            "arrow-down",
            _("If nobody has enough, the one with the fewest is out, and her votes go to the next names."),
        ),
    ),
    "equal-shares-budget": (
        Row("wallet", _("Everybody has the same share of the money, and pays for what she ticked.")),
    ),
}
