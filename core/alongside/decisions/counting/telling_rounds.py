"""Telling counts in rounds, instant run-off and Meek's, in plain lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from alongside.decisions.counting.ballots import Election, names_of
from alongside.decisions.counting.meek_table import ONE
from alongside.decisions.counting.sheets import many, sheet, titled
from alongside.decisions.counting.telling import not_counted, possible

if TYPE_CHECKING:
    from alongside.decisions.counting import irv as run_off
    from alongside.decisions.counting import meek_table as keeping
    from alongside.decisions.counting.every_lot import Played

_ELECTED, _OUT, _NO_MORE = "✓", "×", "–"


def irv(election: Election, played: Played[run_off.Table], width: int = 80) -> str:
    """An instant run-off as text: who wins, a column for each round, and what ended ballots early."""
    rounds = played.table.rounds
    last = len(rounds) - 1
    rows = [
        (
            election.name(number),
            [
                _NO_MORE if number not in one.votes else f"{one.votes[number]:,} {_mark(number, one.gone, won)}"
                for one, won in (
                    (one, played.winners if place == last else ()) for place, one in enumerate(rounds)
                )
            ],
        )
        for number in election.standing
    ]
    foot = [
        ("Count for nobody", [f"{one.exhausted:,}  " for one in rounds]),
        ("More than half", [f"{sum(one.votes.values()) // 2 + 1:,}  " for one in rounds]),
    ]
    sizes = (many(len(election.standing), "candidate"), many(election.ballots, "ballot"))
    lines = [
        *titled(election.title, width),
        *_who("Wins", election, played.winners, played.sets, width),
        "",
        " · ".join(("IRV", *sizes)),
        "",
        *sheet([f"Round {number}  " for number in range(1, len(rounds) + 1)], rows, foot, width),
        f"{_ELECTED} wins    {_OUT} goes: these ballots move in the next round",
    ]
    if played.table.overvotes:
        lines.append(f"Ended at a rank that two shared: {many(played.table.overvotes, 'ballot')}.")
    if election.unmarked:
        lines.append(f"Not counted, because nobody is ranked: {many(election.unmarked, 'ballot')}.")
    return "\n".join([*lines, *_lots(election, played, "Round")])


def meek(election: Election, played: Played[keeping.Table], width: int = 80) -> str:
    """A count by Meek's rule as text: who is elected, a column for each stage, and what each of them keeps."""
    from alongside.decisions.counting.meek import said  # which imports this

    rounds = played.table.rounds
    rows = [
        (
            election.name(number),
            [
                f"{said(one.votes[number])} {_mark(number, one.excluded, one.elected)}"
                if one.votes[number] or one.factors[number]
                else _NO_MORE
                for one in rounds
            ],
        )
        for number in election.standing
    ]
    foot = [
        ("Quota", [f"{said(one.quota)}  " for one in rounds]),
        ("Count for nobody", [f"{said(one.exhausted)}  " for one in rounds]),
    ]
    sizes = (
        many(election.seats, "seat"),
        many(len(election.standing), "candidate"),
        many(played.table.together // ONE, "valid ballot"),
    )
    lines = [
        *titled(election.title, width),
        *_who("Elected", election, played.winners, played.sets, width),
        "",
        " · ".join(("Meek", *sizes)),
        "",
        *sheet([f"Stage {number}  " for number in range(1, len(rounds) + 1)], rows, foot, width),
        f"{_ELECTED} elected    {_OUT} excluded",
    ]
    lines += not_counted(election)
    if election.shared_ranks:
        lines.append(
            f"With a rank that two share, read up to there alone: {many(election.shared_ranks, 'ballot')}."
        )
    return "\n".join([*lines, *_lots(election, played, "Stage")])


def _mark(number: int, out: Sequence[int], elected: Sequence[int]) -> str:
    return _ELECTED if number in elected else _OUT if number in out else " "


def _who(
    word: str, election: Election, winners: Sequence[int], sets: Sequence[Sequence[int]], width: int
) -> Iterator[str]:
    yield f"{word}: {names_of(election, winners)}." if winners else "Nobody is chosen yet."
    yield from possible(election, sets, width)


def _lots(election: Election, played: Played[Any], word: str) -> Iterator[str]:
    for lot in played.lots:
        between, drawn = names_of(election, lot.tied), election.name(lot.drawn)
        decided = f"A lot decides {lot.purpose}: {drawn} (seed {played.seed})."
        if not played.thrown:
            decided = f"Whoever goes first, the same are chosen; here it is {drawn}."
        yield f"{word} {lot.stage}: {between} are tied and nothing earlier parts them. {decided}"
