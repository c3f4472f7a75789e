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
    **dict.fromkeys(majority.THRESHOLDS, by_answers),
    approval.NAME: by_ticks,
    scottish_stv.NAME: by_orders,
}


def script(vote: Vote) -> Script:
    """Return the script by which a vote is counted by hand."""
    return SCRIPTS[vote.rule](vote)
