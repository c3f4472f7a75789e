"""Consent: a proposal passes if nobody has an objection that was looked at and found to hold.

Source of the rule: sociocracy (G. Endenburg, “Sociocracy: The Organization of Decision-Making”, 1998). Answers
are yes, stand-aside (“not for me, but I will not stop it”), abstain, no and objection. An objection gives a
reason, and people other than the proposer test it; those that they uphold are counted as upheld-objection. A
plain no gives no reason, so it stops nothing, and it is told. Somebody has to say yes: silence is not consent. A
blank ballot counts as taking part and says nothing.

Whether enough people took part is not in the file: a quorum is looked at by whoever keeps the roll.
"""

from __future__ import annotations

import attrs

from alongside.decisions.counting.ballots import Kind
from alongside.decisions.counting.choices import ABSTAIN, NO, OBJECTION, STAND_ASIDE, UPHELD, YES, Choices
from alongside.decisions.counting.rule import Asking, Result, Rule

NAME = "consent"
ANSWERS = (YES, STAND_ASIDE, ABSTAIN, NO, OBJECTION, UPHELD)


@attrs.frozen(kw_only=True)
class Consent:
    """How many gave each answer. ``objections`` are those that were not upheld."""

    yes: int
    stand_aside: int = 0
    abstain: int = 0
    no: int = 0
    objections: int = 0
    upheld: int = 0

    @property
    def passed(self) -> bool:
        """Whether the proposal passes."""
        return self.yes > 0 and self.upheld == 0


def decide(contest: Choices) -> Consent:
    """Read the answers.

    Raises:
        BadInput: where there is one that consent does not know.
    """
    contest.only(ANSWERS, NAME)
    return Consent(
        yes=contest.gave(YES),
        stand_aside=contest.gave(STAND_ASIDE),
        abstain=contest.gave(ABSTAIN),
        no=contest.gave(NO),
        objections=contest.gave(OBJECTION),
        upheld=contest.gave(UPHELD),
    )


def count(contest: Choices, _asking: Asking) -> Result:
    """Say whether a proposal passes by consent."""
    found = decide(contest)
    return Result(
        rule=NAME,
        contest=contest,
        winners=contest.numbers(YES) if found.passed else contest.numbers(NO),
        figures={
            "votes": {answer: contest.gave(answer) for answer in ANSWERS},
            "blank": contest.blank,
            "carried": found.passed,
        },
        told=lambda _width: "\n".join(_told(contest, found)),
    )


def _told(contest: Choices, found: Consent) -> list[str]:
    if found.passed:
        outcome = "Consent is given: no objection is upheld."
    elif found.upheld:
        outcome = f"No consent: {found.upheld:,} objection{' is' if found.upheld == 1 else 's are'} upheld."
    else:
        outcome = "No consent: nobody says yes."
    answers = ", ".join(f"{answer} {contest.gave(answer):,}" for answer in ANSWERS)
    return [*([contest.title] if contest.title else []), outcome, f"{answers.capitalize()}."]


RULE = Rule(NAME, (Kind.CHOICES,), count)
