"""Ballots on paper as tellers read them: a line of letters for each paper, in the order of the pile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from alongside.decisions.ballot import ABSTAIN, LONGEST_REASON, Ballot, BallotKind
from alongside.decisions.proposal import Proposal
from alongside.refusal import BadInput, worded

NONE = "-"
"""A line for a paper on which nothing is chosen, or that nobody can read."""

MOST_PAPERS = 100
"""Papers of one batch: as many as two people read without tiring."""


def letters_of(asked: Proposal) -> dict[str, str]:
    """Return the letter that stands beside each choice on paper, by its key; it does not change with the order."""
    return dict(zip(asked.keys, ascii_uppercase, strict=False))


def read_papers(text: str, papers: int, asked: Proposal) -> tuple[Ballot, ...]:
    """Return the ballots of a batch, a line each: letters in the order of choice, or ``-`` for none.

    Raises:
        BadInput: where there are not as many lines as papers, or a line says what no ballot can.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != papers:
        raise BadInput(
            worded(
                "decisions",
                "There are {papers} papers, and {lines} lines were typed. Write one line for each paper.",
                papers=papers,
                lines=len(lines),
            )
        )
    return tuple(_ballot(line, number, asked) for number, line in enumerate(lines, 1))


def _ballot(line: str, number: int, asked: Proposal) -> Ballot:
    ballot = read_letters(line, asked)
    if not ballot.fits(asked.how.ballot, asked.keys):
        raise BadInput(
            worded(
                "decisions",
                "Line {n} says “{line}”: that is no ballot of this vote. Look at the paper, or write “-”.",
                n=number,
                line=line[:20],
            )
        )
    return ballot if asked.how.ballot is BallotKind.RANKS else ballot.in_order_of(asked.keys)


def read_letters(line: str, asked: Proposal) -> Ballot:
    """Return the ballot that letters say; one that does not fit where they say what none can.

    Where members agree or object, the words after the letter are the reason.
    """
    if line.strip() == NONE:
        return Ballot((ABSTAIN,))
    keys = {letter: key for key, letter in letters_of(asked).items()}
    if asked.how.ballot is BallotKind.SCORES:
        return _points(line, keys)
    if asked.how.ballot is BallotKind.CONSENT:
        letter, _blank, reason = line.strip().partition(" ")
        return Ballot((keys.get(letter.upper().rstrip(".:,"), ""),), reason[:LONGEST_REASON])
    return Ballot(tuple(keys.get(sign, "") for sign in "".join(line.upper().replace(",", " ").split())))


def _points(line: str, keys: Mapping[str, str]) -> Ballot:
    """Letters with their points behind them; no ballot where a letter has none, or comes twice."""
    signs = "".join(line.upper().replace(",", " ").split())
    pairs = [(keys.get(letter, ""), given) for letter, given in zip(signs[::2], signs[1::2], strict=False)]
    whole = len(signs) % 2 == 0 and len(dict(pairs)) == len(pairs)
    return Ballot.giving(dict(pairs)) if whole else Ballot(("",))


def orders(asked: Proposal, drawn: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the orders in which a batch is printed, from one that was drawn: each choice stands first once.

    So few, and each on many papers, because an order of its own would be a number on a ballot.
    """
    if asked.how.ballot is not BallotKind.RANKS and not any(one.person for one in asked.options):
        return [asked.keys]
    return [tuple(drawn[turn:]) + tuple(drawn[:turn]) for turn in range(len(drawn))]


def differing(first: Sequence[object], second: Sequence[object]) -> list[int]:
    """Return the lines, from 1 on, in which two entries of one batch are not the same."""
    longer = max(len(first), len(second))
    return [line + 1 for line in range(longer) if first[line : line + 1] != second[line : line + 1]]
