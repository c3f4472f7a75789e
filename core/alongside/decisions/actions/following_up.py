"""Following up: writing down what was decided and what happens next, and noting later whether it did happen."""

from __future__ import annotations

from datetime import date

from alongside.decisions.actions.holding import hold
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.following import ALL_SAID, Happened, Review, Statement
from alongside.decisions.life import VOTED_ON, NotNow, ProposalState, said_day
from alongside.decisions.outcome import Result
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import OUTCOMES, PROPOSALS, REVIEWS, STATEMENTS
from alongside.enterprise import offers as enterprise
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def state_outcome(
    unit: Unit,
    id: str,  # noqa: A002 - what the column is called
    decided: str,
    next: str,  # noqa: A002 - what the column is called
    *,
    easy_decided: str = "",
    easy_next: str = "",
    review: date | None = None,
) -> Statement:
    """Write down what was decided and what happens next: the one who proposed it, or a teller.

    Written again, it takes the place of what was there. ``review`` sets the day to look at it again.

    Raises:
        NotNow: before the count, while objections wait for an answer, or with a day to look again at what has
            happened already or was not decided.
    """
    found = _counted(unit, id)
    _must_be_known(unit, found)
    for old in unit.find(STATEMENTS, STATEMENTS.table.c.proposal == id):
        unit.remove(STATEMENTS, old)
    if found.state is ProposalState.CLOSED:
        found = unit.change(PROPOSALS, found, state=ProposalState.TOLD)
    if review is not None and review != found.review:
        _must_be_decided(unit, found)
        # Nobody could note a look back at what has happened: it would stay due for ever.
        found.must_move(ProposalState.KEPT)
        _check_later(review, enterprise.today(unit))
        unit.change(PROPOSALS, found, review=review)
    new = Statement(
        id=unit.new_id(),
        proposal=id,
        person=acting_person(unit),
        decided=decided.strip(),
        next=next.strip(),
        easy_decided=easy_decided.strip() or decided.strip(),
        easy_next=easy_next.strip() or next.strip(),
        day=enterprise.today(unit),
    )
    return unit.add(STATEMENTS, new)


def look_back(
    unit: Unit,
    id: str,  # noqa: A002 - what the column is called
    happened: Happened,
    words: str,
    *,
    again: date | None = None,
) -> Review:
    """Note whether what was decided has happened: the one who proposed it, or a teller.

    What has not happened, or only partly, is looked at again on the day ``again``. Of what will not happen
    ``words`` say why, and no day is set.

    Raises:
        NotNow: where nothing was decided, or it has happened already.
        BadInput: where it has not happened and there is no day to look again.
    """
    found = _counted(unit, id)
    _must_be_decided(unit, found)
    found.must_move(ProposalState.KEPT)
    day = enterprise.today(unit)
    if happened in ALL_SAID:
        state = ProposalState.KEPT if happened is Happened.YES else found.state
        unit.change(PROPOSALS, found, state=state, review=None)
        again = None
    else:
        if again is None:
            raise BadInput("there is no day to look at it again", remedy="Give one, as it has not all happened.")
        _check_later(again, day)
        unit.change(PROPOSALS, found, review=again)
    new = Review(
        id=unit.new_id(),
        proposal=id,
        person=acting_person(unit),
        happened=happened,
        words=words.strip(),
        day=day,
        again=again,
    )
    return unit.add(REVIEWS, new)


def _must_be_known(unit: Unit, found: Proposal) -> None:
    if any(one.waits for one in unit.find(OUTCOMES, OUTCOMES.table.c.proposal == found.id)):
        raise NotNow(
            worded(
                "decisions",
                "“{title}” is not decided yet: each objection is answered first, by others than who proposed it.",
                title=found.title,
            )
        )


def _must_be_decided(unit: Unit, found: Proposal) -> None:
    if unit.find(OUTCOMES, OUTCOMES.table.c.proposal == found.id)[0].result is not Result.DECIDED:
        undecided = worded(
            "decisions",
            "Nothing was decided on “{title}”, so nothing is looked back at.",
            title=found.title,
        )
        raise NotNow(undecided)


def _counted(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = hold(unit, id)
    unit.need("decisions.count", own=found.proposer)
    found.must_be(*(state for state in ProposalState if state in VOTED_ON))
    return found


def _check_later(day: date, today: date) -> None:
    if day <= today:
        raise BadInput(f"{said_day(day)} is not a day to come", remedy="Give a later day to look at it again.")
