"""Meek: the single transferable vote in which whoever is elected keeps only what she needs of each ballot.

Source: the Reference Meek Rule of the Proportional Representation Foundation: nine decimals, convergence 0.000001.
All votes are whole thousand-millionths.

Each candidate has a keep factor, 1 at first. A ballot gives its first candidate that share of itself (rounded up),
the next that share of what remains, and so on. The quota is the sum of all votes over seats + 1, cut, plus
0.000000001; whoever has it is elected, and the factor of everybody elected is set to factor * quota / votes, each
step rounded up, until the surplus of them together is below 0.000001 or no longer falls. If nobody is elected by
then the one with fewest goes: everybody who has at most the fewest and that surplus is tied. Such a tie goes to
the first stage at which one was ahead, else by lot.

A ballot ends before a rank that two share; where a rank was left empty, later preferences move up.
"""

from __future__ import annotations

from alongside.decisions.counting import telling_rounds
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.every_lot import Played, play
from alongside.decisions.counting.meek_table import ONE, Table
from alongside.decisions.counting.record import lot_facts
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote

NAME = "meek"


def said(votes: int) -> str:
    """Thousand-millionths as votes with nine decimals: ``18.800000001``."""
    return f"{votes // ONE}.{votes % ONE:09d}"


def count(election: Election, lot: str = "") -> Played[Table]:
    """Count by the rule; without a lot a tie that matters to who is elected stays.

    Raises:
        BadInput: where no ballot ranks anybody who stands.
    """
    if not election.counted:
        raise no_vote(election)
    return play(Table, election, lot)


def _result(election: Election, asking: Asking) -> Result:
    played = count(election, asking.lot)
    return Result(
        rule=NAME,
        contest=election,
        winners=played.winners,
        tied=lambda: played.sets,
        figures=_figures(election, played),
        told=lambda width: telling_rounds.meek(election, played, width),
    )


def _figures(election: Election, played: Played[Table]) -> dict[str, object]:
    name = election.name
    return {
        "valid_votes": played.table.together // ONE,
        "stages": [
            {
                "stage": number,
                "votes": {name(who): said(votes) for who, votes in one.votes.items()},
                "keep_factors": {name(who): said(factor) for who, factor in one.factors.items()},
                "quota": said(one.quota),
                "exhausted": said(one.exhausted),
                "elected": election.named(one.elected),
                "excluded": election.named(one.excluded),
            }
            for number, one in enumerate(played.table.rounds, 1)
        ],
        "lots": [lot_facts(election, lot) for lot in played.lots],
        "seed": played.seed,
        "withdrawn": election.named(sorted(election.withdrawn)),
        "empty_ballots": election.empty_ballots,
        "ballots_with_gaps": election.gaps,
        "ballots_with_shared_ranks": election.shared_ranks,
    }


RULE = Rule(NAME, (Kind.RANKS,), _result)
