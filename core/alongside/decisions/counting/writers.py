"""Writing elections to files that other programs read: orders as ``.blt``, all else as ``.csv``."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.scores import Scores
from alongside.refusal import BadInput


def write(contest: Contest, path: Path) -> None:
    """Write a file in the format of its ending, whole or not at all.

    Raises:
        BadInput: where there is such a file already, or its format cannot hold these ballots.
    """
    text = _text(contest, path)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise BadInput("there is such a file already", where=str(path), remedy="Give another name.") from None
    except OSError as trouble:
        raise BadInput(f"this cannot be written ({trouble.strerror})", where=str(path)) from None


def _text(contest: Contest, path: Path) -> str:
    holds = HOLDS.get(path.suffix.casefold())
    if holds is None:
        raise BadInput(f"the ending “{path.suffix}” is not written", where=str(path), remedy="Write .blt or .csv.")
    if contest.kind not in holds:
        found = f"{contest.source} holds {contest.kind.value}"
        kinds = " or ".join(kind.value for kind in holds)
        raise BadInput(found, where=str(path), remedy=f"A {path.suffix} file is written of {kinds}.")
    return TEXTS[contest.kind](contest)


def blt(election: Election) -> str:
    """The election as text of a ``.blt`` file; reading it again gives the same election.

    Raises:
        BadInput: where a name cannot stand in such a file.
    """
    withdrawn = [" ".join(f"-{number}" for number in sorted(election.withdrawn))] if election.withdrawn else []
    names = [_quoted(name, election) for name in (*election.candidates, election.title) if name]
    head = f"{len(election.candidates)} {election.seats}"
    return "\n".join([head, *withdrawn, *map(_ballot, election.piles), "0", *names, ""])


def _quoted(name: str, election: Election) -> str:
    # Whoever reads the line takes what follows a quote and a number sign for a comment.
    if re.search(r'"\s*#', name):
        raise BadInput(f"the name {name} cannot stand in a .blt file", where=election.source, remedy="Change it.")
    return f'"{name}"'


def _ballot(pile: Pile) -> str:
    ranks = ("=".join(map(str, place)) or "-" for place in pile.by_rank)
    return " ".join([str(pile.ballots), *ranks, "0"])


def ticks(election: Election) -> str:
    """The election as text of a ``.csv`` file of ticks; seats and title have no place in it."""
    return _csv(_ticked(election))


def scores(contest: Scores) -> str:
    """The election as text of a ``.csv`` file of scores; a blank is an empty cell."""
    piles = ([pile.ballots, *("" if score is None else score for score in pile.scores)] for pile in contest.piles)
    return _csv([["count", *contest.candidates], *piles])


def choices(contest: Choices) -> str:
    """The answers as text of a ``.csv`` file; blank ballots are a line without an answer."""
    blank = [("", contest.blank)] if contest.blank else []
    return _csv([("choice", "count"), *zip(contest.candidates, contest.votes, strict=True), *blank])


def _csv(rows: Iterable[Iterable[str | int]]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _ticked(election: Election) -> Iterator[list[str | int]]:
    yield ["count", *election.candidates]
    for pile in election.piles:
        ticked = set(pile.preferences)
        yield [pile.ballots, *(int(number in ticked) for number in range(1, len(election.candidates) + 1))]


TEXTS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.RANKS: blt,
    Kind.TICKS: ticks,
    Kind.SCORES: scores,
    Kind.CHOICES: choices,
}
HOLDS: Mapping[str, tuple[Kind, ...]] = {".blt": (Kind.RANKS,), ".csv": (Kind.TICKS, Kind.SCORES, Kind.CHOICES)}
