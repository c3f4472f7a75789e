"""An expense: what a volunteer really paid for her volunteering, and gets back. Never more, and never a flat sum.

Whoever gets money beyond what volunteering really cost her can be a worker, whatever she is called: the exemption
for voluntary workers is for real expenses (National Minimum Wage Act 1998, section 44).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

import attrs

from alongside.instants import aware
from alongside.money import Pence
from alongside.refusal import BadInput, worded

MOST = Pence(50_000)
"""More for one thing than this is a slip of the keyboard."""

LONGEST = 200

REGULAR, LOOKS_BACK = 3, timedelta(weeks=8)
"""The same amount so often in so long a time raises the question whether it is a real cost."""


class Cost(Enum):
    """What the money was spent on."""

    TRAVEL = "travel"
    MEAL = "meal"
    OTHER = "other"  # said in words


class State(Enum):
    """How an expense stands."""

    WAITING = "waiting"
    AGREED = "agreed"
    DECLINED = "declined"
    PAID = "paid"


class FlatSum(BadInput):
    """Money without a real cost: it could be pay, and is refused."""

    def __init__(self) -> None:
        super().__init__(
            worded(
                "volunteering",
                "Volunteers get back what they really paid: by law, more could be pay. "
                "Ask for what it really cost you.",
            )
        )


@attrs.frozen(kw_only=True)
class Expense:
    """What somebody paid on a day, for volunteering under one placement.

    ``words`` say what it was, where that is no travel and no meal. ``receipt`` says if whoever agreed saw one.
    ``answer`` is why it was not agreed. ``paid_on`` is the day on which she got it back.

    Raises:
        BadInput: for an amount that is none or too much, words that are too many, or other things without words.
    """

    id: str
    person: str
    placement: str
    business: str
    day: date
    cost: Cost = attrs.field(converter=Cost)
    words: str = ""
    amount: Pence
    receipt: bool = False
    asked_at: datetime = attrs.field(converter=aware)
    state: State = attrs.field(default=State.WAITING, converter=State)
    answered_by: str | None = None
    answer: str = ""
    paid_on: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what can be told from the expense alone."""
        if not 0 < self.amount <= MOST:
            raise BadInput(worded("volunteering", "Write an amount from 1 penny to £500."))
        if self.cost is Cost.OTHER and not self.words.strip():
            raise BadInput(worded("volunteering", "Say what you paid for."))
        if max(len(self.words), len(self.answer)) > LONGEST:
            raise BadInput(worded("volunteering", "This is long. Write at most {most} letters.", most=LONGEST))


def same_before(expense: Expense, others: Iterable[Expense]) -> int:
    """Return how often the same person asked for the same amount before, within the last weeks."""
    return sum(
        one.person == expense.person
        and one.amount == expense.amount
        and one.id != expense.id
        and one.state is not State.DECLINED
        and expense.day - LOOKS_BACK <= one.day <= expense.day
        for one in others
    )


def looks_flat(expense: Expense, others: Iterable[Expense]) -> bool:
    """True where the same amount comes so regularly that somebody should ask whether it is a real cost."""
    return same_before(expense, others) + 1 >= REGULAR
