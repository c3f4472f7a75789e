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

from alongside.decisions.counting import record, telling
from alongside.decisions.counting.ballots import Election, Kind, fingerprint
from alongside.decisions.counting.every_lot import possible_winners
from alongside.decisions.counting.lots import Lot, draw
from alongside.decisions.counting.rule import Asking, Result, Rule, over
from alongside.decisions.counting.scottish_table import Table, quota
from alongside.decisions.counting.stages import ONE_VOTE, Count
from alongside.refusal import BadInput

NAME = "scottish-stv"

__all__ = ["NAME", "RULE", "count", "quota"]


def count(election: Election, seed: str = "") -> Count:
    """Count an election by the rule; ``seed`` decides lots, the ballots' fingerprint where it is empty.

    Raises:
        BadInput: where no ballot ranks anybody who stands.
    """
    seed = seed or fingerprint(election)
    table, lots = _laid_out(election), list[Lot]()
    while tied := table.until_a_lot():
        lots.append(draw(seed, table.stage, tied, table.purpose, election.name, last=not table.surpluses))
        table.go_on(lots[-1].drawn)
    return _count(election, table, tuple(lots), seed)


def _laid_out(election: Election) -> Table:
    if not election.counted:
        raise BadInput(
            "there is no valid ballot to count",
            where=election.source,
            remedy="Look whether this is the file that you mean.",
        )
    return Table(election)


def _count(election: Election, table: Table, lots: tuple[Lot, ...], seed: str) -> Count:
    return Count(
        rule=NAME,
        election=election,
        valid_votes=table.valid_votes,
        quota=table.quota // ONE_VOTE,
        stages=tuple(table.stages),
        lots=lots,
        seed=seed,
    )


def _result(election: Election, asking: Asking) -> Result:
    """The whole count; where lots lead to several committees, the count as far as no lot is needed."""
    table = _laid_out(election)
    tied = table.until_a_lot()
    drawn = bool(asking.lot) or not tied
    possible = [] if drawn else possible_winners(table, tied, election.source)
    if len(possible) > 1:
        table.stop_at_the_tie()
        counted = _count(election, table, (), "")
        winners, sets = over(possible)
        return _told(counted, winners, sets)
    counted = count(election, asking.lot)
    return _told(counted, counted.winners, ())


def _told(counted: Count, winners: tuple[int, ...], sets: tuple[tuple[int, ...], ...]) -> Result:
    return Result(
        rule=NAME,
        contest=counted.election,
        winners=winners,
        tied=lambda: sets,
        figures=record.figures(counted),
        told=lambda width: telling.count(counted, width, sets),
    )


RULE = Rule(NAME, (Kind.RANKS,), _result)
