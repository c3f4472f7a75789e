"""What tellers do with a vote beside counting it: on record, with the reason, for everybody to read."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs


class Done(Enum):
    """What was done."""

    CARDS_MADE = "cards_made"
    CARDS_TRIED = "cards_tried"
    CARD_HANDED_ON = "card_handed_on"
    KEY_LOST = "key_lost"  # a teller says so; another one begins the vote again
    BEGUN_AGAIN = "begun_again"
    CANNOT_OPEN = "cannot_open"  # so many ballots are damaged, as ``words`` say
    COUNTED_WITHOUT = "counted_without"  # without those that are damaged
    ENDED_EARLY = "ended_early"  # before its last day
    BATCH_TAKEN_AWAY = "batch_taken_away"  # its papers are entered anew
    WITHDRAWN = "withdrawn"  # the whole proposal, before its count
    PUT_ON_ROLL = "put_on_roll"  # somebody who was left off it by mistake
    STANDS = "stands"  # a teller notes that somebody has told her so
    WITHDREW = "withdrew"  # somebody who stood, while the vote was open
    STANDS_NO_MORE = "stands_no_more"  # the same, of somebody who is not on the ballot any more


@attrs.frozen(kw_only=True)
class OnRecord:
    """One thing that was done: to whom, where it was about a ``person``, by whom, and why in ``words``.

    ``person`` and ``by`` are None after they were erased; ``by`` also where it was done at the keyboard.
    """

    id: str
    proposal: str
    what: Done
    person: str | None
    by: str | None
    words: str
    at: datetime
    version: int = 1
