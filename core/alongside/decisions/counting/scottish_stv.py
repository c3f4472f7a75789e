"""Scottish STV: the single transferable vote as Scottish councils are elected, the default for committees.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46-52, and the Order
of 2011 (SSI 2011/399). All votes are whole numbers of hundred-thousandths: five decimals, cut, never rounded.

The quota is valid votes over seats + 1, cut, plus one. Each stage moves one surplus, the largest first, or else
the votes of the one with fewest. A paper moves at its surplus's share of the value it came with, cut; those
elected receive nothing more. Whoever has the quota at the end of a stage is elected; where as many are left as
places, so are they. A tie goes by the latest earlier stage that parts it, else by lot.

A ballot ends before a rank that two share; where a rank was left empty, later preferences move up.
"""

from __future__ import annotations

from alongside.decisions.counting import record, telling_stages
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.every_lot import Played, drawn, play
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote
from alongside.decisions.counting.scottish_table import Table, quota
from alongside.decisions.counting.stages import ONE_VOTE, Count

NAME = "scottish-stv"

__all__ = ["NAME", "RULE", "count", "quota"]


def count(election: Election, seed: str = "") -> Count:
    """Count an election by the rule; ``seed`` decides lots, the ballots' fingerprint where it is empty.

    Raises:
        BadInput: where no ballot ranks anybody who stands.
    """
    table = _laid_out(election)
    return _count(election, drawn(table, table.until_a_lot(), election, seed))


def _laid_out(election: Election) -> Table:
    if election.empty_ballots == election.ballots:
        raise no_vote(election)
    return Table(election)


def _count(election: Election, found: Played[Table]) -> Count:
    return Count(
        rule=NAME,
        election=election,
        valid_votes=found.table.valid_votes,
        quota=found.table.quota // ONE_VOTE,
        stages=tuple(found.table.stages),
        lots=found.lots,
        seed=found.seed,
    )


def played(election: Election, lot: str = "") -> tuple[Count, Played[Table]]:
    """The whole count; where lots lead to several committees, the count as far as no lot is needed.

    Raises:
        BadInput: where no ballot ranks anybody who stands, or there are too many ways in which lots may fall.
    """
    found = play(_laid_out, election, lot)
    return _count(election, found), found


def _result(election: Election, asking: Asking) -> Result:
    counted, found = played(election, asking.lot)
    return Result(
        rule=NAME,
        contest=election,
        winners=found.winners,
        tied=lambda: found.sets,
        figures=record.figures(counted),
        told=lambda width: telling_stages.count(counted, width, found.sets),
    )


RULE = Rule(NAME, (Kind.RANKS,), _result)
