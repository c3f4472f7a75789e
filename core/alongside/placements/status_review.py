"""A status review: “is this person a worker?”, asked of a placement, and what a named human has answered.

It is never answered by a rule. One that was answered stays as it is; asking again begins another.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum

import attrs

from alongside.instants import aware
from alongside.placements.status_question import Reason
from alongside.refusal import BadInput, worded

LONGEST_WORDS = 300


class Verdict(Enum):
    """What a human has said."""

    WORKER = "worker"  # she is: paid work is to be agreed
    NO_WORKER = "no_worker"
    CHANGE = "change"  # the arrangement becomes another one


class Because(Enum):
    """Why somebody is no worker, as the law puts it. What fits none of these is no reason."""

    VOLUNTARY = "voluntary"  # for a charity, voluntary organisation, fund-raising or statutory body; real expenses
    COURSE = "course"  # a required part of a course in the UK, for a year at most
    SCHOOL = "school"  # under the age at which school may be left
    INTERNSHIP = "internship"  # a supported internship: 16 to 24, with an EHC plan, a study programme
    SCHEME = "scheme"  # one of the government's named schemes


class Change(Enum):
    """What becomes another one."""

    NO_SET_HOURS = "no_set_hours"  # she comes when she likes
    NO_REWARD = "no_reward"  # real expenses and nothing else
    NO_TRAINING = "no_training"  # what the task needs and no more
    ENDS = "ends"  # it ends


@attrs.frozen(kw_only=True)
class HouseDays:
    """Days that the house has chosen, and the law does not name: stewards may change them.

    Within ``answer_within`` days a question is to be answered. A “no” is looked at again after ``again_after``
    days, a changed arrangement after ``change_within``. An unpaid trial is asked about after ``longest_trial``.

    Raises:
        BadInput: for less than one day, or more than a year.
    """

    id: str = "house"
    answer_within: int = 14
    again_after: int = 182
    change_within: int = 14
    longest_trial: int = 7
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep each within what can be meant."""
        for days in (self.answer_within, self.again_after, self.change_within, self.longest_trial):
            if not 1 <= days <= 366:
                raise BadInput(worded("placements", "{n} days cannot be meant. Give from 1 to 366.", n=days))


@attrs.frozen(kw_only=True)
class StatusReview:
    """One question about one placement, raised for its ``reasons``, to be answered by ``answer_by`` (included).

    ``number`` counts the questions about one person in one business: the last one counts.

    An answer says who gave it and when; ``because``, ``changes`` and ``words`` say why. ``look_again`` is the day
    from which on the answer does not settle the same reasons any more.

    Raises:
        BadInput: for an answer without what it stands on, or with too many words.
    """

    id: str
    placement: str
    person: str
    business: str
    raised_on: date
    answer_by: date
    number: int = 1
    reasons: tuple[Reason, ...]
    verdict: Verdict | None = None
    because: Because | None = None
    changes: tuple[Change, ...] = ()
    words: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    look_again: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse an answer that stands on nothing."""
        if self.verdict is Verdict.NO_WORKER and self.because is None:
            raise BadInput(worded("placements", "A “no” needs its reason. Choose which one it is."))
        if self.verdict is Verdict.CHANGE and not self.changes:
            raise BadInput(worded("placements", "Say what becomes different. Choose at least one."))
        if len(self.words) > LONGEST_WORDS:
            raise BadInput(
                worded("placements", "This is too long. {most} letters are the most.", most=LONGEST_WORDS)
            )

    @property
    def waits(self) -> bool:
        """True until a human has answered it."""
        return self.verdict is None

    def overdue(self, today: date) -> bool:
        """True if it still waits after its day."""
        return self.waits and today > self.answer_by

    def settles(self, reason: Reason, today: date) -> bool:
        """True if this question or its answer stands for a reason, so that it need not be asked anew today."""
        if reason not in self.reasons:
            return False
        return self.waits or self.verdict is Verdict.WORKER or (self.look_again is None or today < self.look_again)

    def holds_back(self, today: date) -> bool:
        """True if nothing new may be planned: unanswered after its day, or answered that she is a worker."""
        return self.verdict is Verdict.WORKER or self.overdue(today)


def look_again_on(verdict: Verdict, today: date, days: HouseDays) -> date | None:
    """Return from which day on an answer is looked at again; None for one that stands."""
    if verdict is Verdict.WORKER:
        return None
    waits = days.again_after if verdict is Verdict.NO_WORKER else days.change_within
    return today + timedelta(days=waits)
