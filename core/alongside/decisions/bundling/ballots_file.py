"""The ballots of a bundle as a file: alike ones together, in an order that tells nothing of how they came in."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

import attrs

from alongside.decisions.counting import writers
from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.readers import blt, choices, pabulib, scores, ticks
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.counting.spending import Spending

NAMES: Mapping[Kind, str] = {
    Kind.RANKS: "ballots.blt",
    Kind.TICKS: "ballots.csv",
    Kind.SCORES: "ballots.csv",
    Kind.CHOICES: "ballots.csv",
    Kind.PROJECTS: "ballots.pb",
}


def text_of(contest: Contest) -> str:
    """Return the ballots as the text of a file in an open format.

    Raises:
        BadInput: where a name cannot stand in such a file.
    """
    if isinstance(contest, Spending):
        return _budget(contest)
    return writers.TEXTS[contest.kind](_grouped(contest))


def read(text: str, kind: Kind, asking: Asking) -> Contest:
    """Read such a file again.

    Raises:
        BadInput: where it is not as its format asks.
    """
    name = NAMES[kind]
    if kind is Kind.SCORES:
        return scores.parse(text, name, asking.max_score)
    return READERS[kind](text, name)


READERS: Mapping[Kind, Callable[[str, str], Contest]] = {
    Kind.RANKS: blt.parse,
    Kind.TICKS: ticks.parse,
    Kind.CHOICES: choices.parse,
    Kind.PROJECTS: pabulib.parse,
}


def digest(text: str, kind: Kind) -> str:
    """Return the SHA-256 of the sorted ballots: of the file's lines of ballots, without names, costs or titles."""
    return digest_of(_lines(text, kind))


def digest_of(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines of ballots, sorted."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _lines(text: str, kind: Kind) -> list[str]:
    if kind is Kind.RANKS:
        lines = text.splitlines()[1:]
        return [line for line in lines[: lines.index("0")] if not line.startswith("-")]
    between = ";" if kind is Kind.PROJECTS else ","
    rows = list(csv.reader(text.splitlines(), delimiter=between))
    first = rows.index(["VOTES"]) + 2 if kind is Kind.PROJECTS else 1
    return [between.join(row) for row in rows[first:]]


def _grouped(contest: Contest) -> Contest:
    if isinstance(contest, Scores):
        alike: Counter[tuple[int | None, ...]] = Counter()
        for pile in contest.piles:
            alike[pile.scores] += pile.ballots
        # A blank cell comes before any score.
        order = sorted(alike, key=lambda said: [-1 if score is None else score for score in said])
        return attrs.evolve(contest, piles=tuple(Scored(said, alike[said]) for said in order))
    return attrs.evolve(contest, piles=_piles(contest)) if isinstance(contest, Election) else contest


def _piles(contest: Election | Spending) -> tuple[Pile, ...]:
    alike: Counter[tuple[Any, ...]] = Counter()
    for pile in contest.piles:
        alike[pile.preferences, pile.ranks] += pile.ballots
    return tuple(Pile(said, alike[said, ranks], ranks) for said, ranks in sorted(alike))


def _budget(spending: Spending) -> str:
    """The vote in the format of Pabulib, which has a line for each person: they are numbered in sorted order."""
    titles = spending.titles or ("",) * len(spending.candidates)
    rows: list[list[object]] = [["META"], ["key", "value"], ["description", spending.title]]
    rows += [["num_projects", len(spending.candidates)], ["num_votes", spending.ballots]]
    kind, beside = ("approval", []) if spending.points is None else ("scoring", ["points"])
    rows += [["budget", _sum(spending, spending.budget)], ["vote_type", kind]]
    rows += [["PROJECTS"], ["project_id", "cost", "name"]]
    for number, title in zip(spending.standing, titles, strict=True):
        rows.append([spending.name(number), _sum(spending, spending.cost(number)), title])
    rows += [["VOTES"], ["voter_id", "vote", *beside]]
    rows += [[at, *cells] for at, cells in enumerate(_people(spending), 1)]
    written = StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(rows)
    return written.getvalue()


def _people(spending: Spending) -> Iterator[tuple[str, ...]]:
    """What each person said: the projects, and the points of each where ballots hold points."""
    if spending.points is None:
        for pile in _piles(spending):
            yield from [(",".join(spending.named(pile.preferences)),)] * pile.ballots
    for one in sorted(spending.pointed):
        yield from [(",".join(spending.named(one.projects)), ",".join(map(str, one.points)))] * one.ballots


def _sum(spending: Spending, parts: int) -> str:
    return f"{Decimal(parts) / Decimal(spending.parts):f}"
