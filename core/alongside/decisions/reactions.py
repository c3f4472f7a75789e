"""What decisions do when a person is erased or exported, and when a new day begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from alongside.decisions.actions import closing, handing_over, key_cards, letters, objecting, passing_over
from alongside.decisions.actions.concerned import who_counts
from alongside.decisions.actions.recording import record
from alongside.decisions.ballot import BallotKind
from alongside.decisions.candidacy import Candidacy, CandidacyState
from alongside.decisions.kept_words import WORDS
from alongside.decisions.life import BEFORE_THE_VOTE, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.outcome import Result
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NO_HELP, NOTHING_SENT, Channel, RollLine
from alongside.decisions.tables import (
    BATCHES,
    CANDIDACIES,
    CANDIDATE_ANSWERS,
    CANDIDATE_QUESTIONS,
    KEY_CARDS,
    OBJECTIONS,
    ON_RECORD,
    OPEN_CHOICES,
    OUTCOMES,
    PANEL,
    PROPOSALS,
    REMARKS,
    REVIEWS,
    ROLL,
    SPOKEN,
    STATEMENTS,
)
from alongside.display import Said
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, local
from alongside.people import offers as people
from alongside.people.reached import by_hand
from alongside.plugin import hook
from alongside.store import Unit

# --- a new day


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Remind who has not voted, tell tellers what waits, and ask whether decisions were kept."""
    set_up = enterprise.find_enterprise(unit)
    zone = set_up.zone if set_up else LONDON
    tellers = enterprise.people_with(unit, "teller") or enterprise.people_with(unit, "steward")
    for vote in unit.find(PROPOSALS, PROPOSALS.table.c.state == ProposalState.OPEN.value):
        if unit.now >= vote.closes:
            for teller in who_counts(unit, vote):
                letters.count_due(unit, vote, teller)
        elif not key_cards.has_untried(unit, vote):
            _remind(unit, vote, day, zone)
    for proposal in _with_objections(unit):
        objecting.tell(unit, proposal)
    for proposal in _to_look_back_at(unit, day):
        here = proposal.proposer and people.find(unit, proposal.proposer)
        for person in [str(proposal.proposer)] if here else tellers:
            letters.review_due(unit, proposal, person)
    # A crash between a count and the end of its key is mended here at the latest.
    closing.destroy_spent_keys(unit)


def _with_objections(unit: Unit) -> list[Proposal]:
    """Those whose objections wait for an answer: whoever became a teller since is told as well."""
    waiting = unit.find(OUTCOMES, OUTCOMES.table.c.result == Result.OBJECTIONS.value)
    return [unit.get(PROPOSALS, one.proposal) for one in waiting]


SOON = 2
"""Days before a vote ends on which those are reminded who have not voted."""


def _remind(unit: Unit, vote: Proposal, day: date, zone: str) -> None:
    days = (local(vote.closes, zone).date() - day).days
    new = vote.opens is not None and local(vote.opens, zone).date() >= day  # that it opened is told just now
    if days > SOON or (days and new):
        return
    for person, private in _to_remind(unit, vote):
        if days:
            letters.ends_soon(unit, vote, person, private=private)
        else:
            letters.last_day(unit, vote, person, day, private=private)


def _to_remind(unit: Unit, vote: Proposal) -> Iterator[tuple[str, bool]]:
    """Yield who is reminded, and whether nobody else may learn of it.

    Who has voted is for herself and the tellers to know. Whoever prints letters or rings people would learn it
    from who is reminded and who is not: those who are told by hand are all reminded, in the same words.
    """
    table = ROLL.table
    lines = unit.find(ROLL, table.c.proposal == vote.id, table.c.person.is_not(None))
    known = people.by_ids(unit, [line.person for line in lines if line.person])
    for line in lines:
        person = known.get(line.person or "")
        if person is not None and (by_hand(person) or not line.voted):
            yield person.id, not by_hand(person)


def _to_look_back_at(unit: Unit, day: date) -> Iterator[Proposal]:
    table = PROPOSALS.table
    counted = table.c.state.in_([ProposalState.CLOSED.value, ProposalState.TOLD.value])
    due = unit.find(PROPOSALS, counted, table.c.review <= day)
    results = unit.find(OUTCOMES, OUTCOMES.table.c.proposal.in_([one.id for one in due]))
    decided = {one.proposal for one in results if one.result is Result.DECIDED}
    yield from (one for one in due if one.id in decided)


# --- a person


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take her ballots out of open votes and her name off every roll; a nameless mark keeps its size true.

    What she proposed stays: it was decided on by others. It is shown as proposed by “a member”, as are her
    questions, answers and looks back. Where she stood for election, what she said goes, and she stays “a member”;
    off a ballot that is not open yet she is taken, and in an open vote she counts as withdrawn.
    """
    lines = unit.find(ROLL, ROLL.table.c.person == person)
    stood = unit.find(CANDIDACIES, CANDIDACIES.table.c.person == person)
    lines += unit.find(ROLL, ROLL.table.c.helper == person)
    named = {one.id for one in _with_her_on_the_ballot(unit, person)}
    unit.lock(PROPOSALS, sorted(named | {one.proposal for one in lines} | {one.proposal for one in stood}))
    for line in unit.find(ROLL, ROLL.table.c.person == person):
        if unit.get(PROPOSALS, line.proposal).state is ProposalState.OPEN:
            _take_off_open_roll(unit, line)
        else:
            unit.change(ROLL, line, person=None)
    for column in ("helper", "taken_by", "listener"):
        for line in unit.find(ROLL, ROLL.table.c[column] == person):
            unit.change(ROLL, line, **{column: None})
    for column in ("entered_by", "checked_by"):
        for batch in unit.find(BATCHES, BATCHES.table.c[column] == person):
            unit.change(BATCHES, batch, **{column: None})
    _take_out_of_elections(unit, person)
    for one in unit.find(PANEL, PANEL.table.c.person == person):
        unit.remove(PANEL, one)
    for card in unit.find(KEY_CARDS, KEY_CARDS.table.c.holder == person):
        unit.change(KEY_CARDS, card, holder=None, seat=False)
    for column in ("person", "looked_by", "looked_with"):
        for objection in unit.find(OBJECTIONS, OBJECTIONS.table.c[column] == person):
            unit.change(OBJECTIONS, objection, **{column: None})
    _take_out_of_notes(unit, person)
    for chosen in unit.find(OPEN_CHOICES, OPEN_CHOICES.table.c.person == person):
        unit.change(OPEN_CHOICES, chosen, person=None)
    for said in unit.find(REMARKS, REMARKS.table.c.person == person):
        unit.change(REMARKS, said, person=None)
    for written in unit.find(STATEMENTS, STATEMENTS.table.c.person == person):
        unit.change(STATEMENTS, written, person=None)
    for looked in unit.find(REVIEWS, REVIEWS.table.c.person == person):
        unit.change(REVIEWS, looked, person=None)


def _take_off_open_roll(unit: Unit, line: RollLine) -> None:
    """Leave her line nameless and without a ballot; a paper in the box stays, for nobody knows which is hers."""
    kept = {} if line.channel is Channel.PAPER else {**NOTHING_SENT, "paper": False}
    unit.change(ROLL, line, person=None, **kept, **NO_HELP, waits=None)


def _take_out_of_notes(unit: Unit, person: str) -> None:
    """Leave what tellers did on record, without her name."""
    for column in ("person", "by"):
        for one in unit.find(ON_RECORD, ON_RECORD.table.c[column] == person):
            unit.change(ON_RECORD, one, **{column: None})


def _take_out_of_elections(unit: Unit, person: str) -> None:
    """Take her words away wherever she stood, herself off ballots to come, and her name off the rest."""
    for one in unit.find(CANDIDACIES, CANDIDACIES.table.c.person == person):
        if one.state is CandidacyState.ASKED:
            unit.remove(CANDIDACIES, one)
            continue
        facts = {"person": None, "words": "", "easy_words": "", "put_forward_by": None, **NO_HELP}
        unit.change(CANDIDACIES, one, **facts, state=_state_off_the_ballot(unit, one))
    for left in _with_her_on_the_ballot(unit, person):
        for key in [option.key for option in left.options if option.person == person]:
            _take_off_the_ballot(unit, left, key, person)
    for spoken in unit.find(SPOKEN, SPOKEN.table.c.person == person):
        unit.remove(SPOKEN, spoken)
    for asked in unit.find(CANDIDATE_QUESTIONS, CANDIDATE_QUESTIONS.table.c.person == person):
        unit.change(CANDIDATE_QUESTIONS, asked, person=None)
    for said in unit.find(CANDIDATE_ANSWERS, CANDIDATE_ANSWERS.table.c.person == person):
        unit.change(CANDIDATE_ANSWERS, said, person=None, words="")
    for column in ("helper", "put_forward_by"):
        for one in unit.find(CANDIDACIES, CANDIDACIES.table.c[column] == person):
            unit.change(CANDIDACIES, one, **{column: None})


def _state_off_the_ballot(unit: Unit, stands: Candidacy) -> CandidacyState:
    """Take her off a ballot that is not counted; say how she stands then."""
    if stands.state is CandidacyState.WITHDRAWN:
        return stands.state
    asked = unit.get(PROPOSALS, stands.proposal)
    gone = _take_off_the_ballot(unit, asked, stands.option, str(stands.person))
    return CandidacyState.WITHDRAWN if gone else stands.state


def _take_off_the_ballot(unit: Unit, asked: Proposal, key: str, person: str) -> bool:
    """Take her off a ballot to come, or let the count of an open one pass her over: True if it does."""
    left = tuple(option for option in asked.options if option.key != key)
    # Ticks have two choices at least from the beginning; people in order may be as few as still stand.
    if asked.state in BEFORE_THE_VOTE and (asked.how.ballot is BallotKind.RANKS or len(left) > 1):
        unit.change(PROPOSALS, asked, options=left)
        return False
    if asked.state not in {*BEFORE_THE_VOTE, ProposalState.OPEN}:
        return False
    record(unit, asked.id, Done.WITHDREW)
    passing_over.pass_over(unit, asked, key, person)
    return True


def _with_her_on_the_ballot(unit: Unit, person: str) -> list[Proposal]:
    """Those that are not counted and name her: she may stand, or whoever proposed it has put her there."""
    not_counted = [one.value for one in (*BEFORE_THE_VOTE, ProposalState.OPEN)]
    found = unit.find(PROPOSALS, PROPOSALS.table.c.state.in_(not_counted))
    return [one for one in found if one.is_stood_in_by(person)]


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over what she proposed, said, stood for and wrote, and in which votes she had a part."""
    return handing_over.everything_of(unit, person)


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
