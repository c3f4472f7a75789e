"""Which rules are counted by hand: by the name of the rule, from a vote to its script."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alongside.decisions.by_hand.answers import by_answers
from alongside.decisions.by_hand.orders import by_orders
from alongside.decisions.by_hand.steps import Script
from alongside.decisions.by_hand.ticks import by_ticks
from alongside.decisions.by_hand.vote import Vote
from alongside.decisions.counting import approval, majority, scottish_stv

SCRIPTS: Mapping[str, Callable[[Vote], Script]] = {
    **{one.name: by_answers for one in (majority.SIMPLE, majority.TWO_THIRDS, majority.THREE_QUARTERS)},
    approval.NAME: by_ticks,
    scottish_stv.NAME: by_orders,
}


def script(vote: Vote) -> Script:
    """Return the script by which a vote is counted by hand."""
    return SCRIPTS[vote.rule](vote)
