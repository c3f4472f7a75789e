"""What the program has counted, as it stands on the sheets: to be opened afterwards, and compared."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any

import attrs

from alongside.decisions.by_hand.choosing import Mark
from alongside.decisions.counting import approval, lots, scottish_stv
from alongside.decisions.counting.ballots import Election, fingerprint
from alongside.decisions.counting.rule import Result


@attrs.frozen(kw_only=True)
class Column:
    """One column of figures: what each name has, what marks it got then, and whose cards moved before.

    ``nobody`` is what has no next choice, ``left_out`` what cutting has taken away; neither outside of stages.
    """

    figures: Mapping[str, str]
    marks: Mapping[str, Mark]
    moved: str = ""
    nobody: str = ""
    left_out: str = ""


@attrs.frozen(kw_only=True)
class Totals:
    """The figures of a whole count; ``tied`` are names that may have a place or not: a lot tells."""

    boxes: Mapping[str, str]
    columns: tuple[Column, ...]
    tied: tuple[str, ...] = ()


@attrs.frozen
class Lot:
    """The order of a lot: the text that makes it, and the names in their order. ``thrown`` where it was dice."""

    text: str
    order: tuple[str, ...]
    thrown: bool

    @property
    def command(self) -> str:
        """What to type to check the place of the first name, whatever signs stand in it."""
        return f"printf %s {shlex.quote(f'{self.text}/{self.order[0]}')} | sha256sum"


def lot_of(result: Result, thrown: str) -> Lot | None:
    """Return the order by which the program parts a tie; none where it leaves the tie."""
    contest = result.contest
    if not isinstance(contest, Election) or not (thrown or _parts_ties(result)):
        return None
    text = thrown or fingerprint(contest)
    return Lot(text, tuple(contest.named(lots.in_order(text, contest.standing, contest.name))), bool(thrown))


def _parts_ties(result: Result) -> bool:
    """True if the count goes on whatever a lot says, because it leads to the same names."""
    return result.rule == scottish_stv.NAME and not result.tied()


def totals(result: Result) -> Totals:
    """Return the figures of a count of a file."""
    if result.rule == scottish_stv.NAME:
        return _staged(result)
    return _ticked(result) if result.rule == approval.NAME else _answered(result)


def _answered(result: Result) -> Totals:
    figures: Mapping[str, Any] = result.figures
    votes = {name.casefold(): n for name, n in figures["votes"].items()}
    cast = sum(n for name, n in votes.items() if name != "abstain")
    names = result.contest.candidates
    winners = result.contest.named(result.winners) if figures["carried"] else []
    return Totals(
        boxes=_said({"Cards": result.contest.ballots, "Votes": cast, "Enough": figures["needed"]}),
        columns=(
            Column(
                figures=_said({name: votes[name.casefold()] for name in names}),
                marks=dict.fromkeys(winners, Mark.IN),
                nobody=f"{figures['blank']:,}",
            ),
        ),
    )


def _ticked(result: Result) -> Totals:
    figures: Mapping[str, Any] = result.figures
    winners = result.contest.named(result.winners)
    return Totals(
        boxes=_said({"Cards": result.contest.ballots}),
        columns=(Column(figures=_said(figures["approvals"]), marks=dict.fromkeys(winners, Mark.IN)),),
        tied=_level(result),
    )


def _staged(result: Result) -> Totals:
    figures: Mapping[str, Any] = result.figures
    told = zip(figures["stages"], figures["transfers"], strict=True)
    columns = tuple(_stage(stage, moved) for stage, moved in told)
    return Totals(
        boxes=_said(
            {"Cards": result.contest.ballots, "Votes": figures["valid_votes"], "Enough": figures["quota"]}
        ),
        columns=columns,
        tied=_level(result),
    )


def _stage(stage: Mapping[str, Any], moved: Mapping[str, Any]) -> Column:
    return Column(
        figures={name: _short(votes) for name, votes in stage["votes"].items()},
        marks={**dict.fromkeys(stage["elected"], Mark.IN), **dict.fromkeys(stage["excluded"], Mark.OUT)},
        moved=moved["from"] or "",
        nobody=_short(moved["non_transferable"]),
        left_out=_short(moved["rounding_loss"]),
    )


def _short(votes: str) -> str:
    """A figure as it is written at the table: ``11``, ``7.5``, ``2.66665``."""
    return votes.rstrip("0").rstrip(".")


def _level(result: Result) -> tuple[str, ...]:
    """Who may have a place or not, as a lot falls that was not thrown."""
    possible = {number for one in result.tied() for number in one}
    return tuple(result.contest.named(sorted(possible.difference(result.winners))))


def _said(figures: Mapping[str, int]) -> dict[str, str]:
    return {name: f"{number:,}" for name, number in figures.items()}
