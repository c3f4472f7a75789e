"""Proposing: putting a question to the members, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from alongside.decisions import offers
from alongside.decisions.actions import card_letters, key_cards, letters
from alongside.decisions.actions.concerned import concerned, on_the_roll
from alongside.decisions.actions.emptying import empty_roll
from alongside.decisions.actions.holding import hold, must_lead, must_not_stand
from alongside.decisions.actions.recording import must_say_why, record
from alongside.decisions.candidacy import STATEMENT_WORDS
from alongside.decisions.condition import YesShare
from alongside.decisions.electorate import ALL_MEMBERS, Electorate
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import LONGEST_READING, NO, YES, Option, Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.refusal import BadInput
from alongside.store import ActorKind, Unit


def propose(
    unit: Unit,
    title: str,
    why: str,
    *,
    closes: datetime,
    easy_title: str = "",
    easy_why: str = "",
    options: Sequence[Option] = (YES, NO),
    quorum: int | None = None,
    review: date | None = None,
    rule: str = "majority",
    seats: int = 1,
    reading_days: int = 0,
    level: Level = Level.PRIVATE,
    help_limit: int | None = None,
    statement_words: int = STATEMENT_WORDS,
    budget: int | None = None,
    electorate: Electorate = ALL_MEMBERS,
    yes_share: YesShare | None = None,
) -> Proposal:
    """Put a proposal on record as a draft, proposed by the one who acts."""
    unit.need("decisions.propose")
    # More days than a proposal takes are refused by itself; added here, they might leave the calendar.
    if closes <= unit.now + timedelta(days=min(reading_days, LONGEST_READING)):
        found = f"the vote would close before members had {reading_days} days to read"
        if reading_days:
            raise BadInput(found, remedy="Give a later closing day, or fewer days to read.")
    return offers.add_proposal(
        unit,
        title,
        why,
        closes=closes,
        easy_title=easy_title,
        easy_why=easy_why,
        options=options,
        proposer=acting_person(unit),
        quorum=quorum,
        review=review,
        rule=rule,
        seats=seats,
        reading_days=reading_days,
        level=level,
        help_limit=help_limit,
        statement_words=statement_words,
        budget=budget,
        electorate=electorate,
        yes_share=yes_share,
    )


def acting_person(unit: Unit) -> str | None:
    """Return the person who acts; None at the keyboard."""
    return unit.actor.id if unit.actor.kind is ActorKind.PERSON else None


def withdraw(unit: Unit, id: str, why: str = "") -> Proposal:  # noqa: A002 - what the column is called
    """Take a proposal back before it is counted; its ballots go, and whom it concerns is told.

    Before its vote the one who made it may, and a teller; from then on a teller alone, who says why on record.

    Raises:
        BadInput: where the vote is open and it was not said why.
        NotNow: after the count, and for a teller who stands in it.
    """
    found = hold(unit, id)
    is_open = found.state is ProposalState.OPEN
    if is_open:
        unit.need("decisions.count")
        must_not_stand(unit, found)
    else:
        must_lead(unit, found)
    found.must_move(ProposalState.WITHDRAWN)
    if is_open:
        must_say_why(why)
        record(unit, id, Done.WITHDRAWN, words=why)
    empty_roll(unit, id)
    told, voters = concerned(unit, found), on_the_roll(unit, found)
    for person in dict.fromkeys([*enterprise.people_with(unit, "member"), *told]):
        letters.vote_is_over(unit, found, person)
    for person in told:
        if is_open or person != unit.actor.id:  # what she takes back before its vote she knows
            letters.withdrawn(unit, found, person, votes=person in voters)
    for card in key_cards.cards_of(unit, id):
        if card.holder:
            card_letters.card_of_withdrawn(unit, found, card.holder)
    return unit.change(PROPOSALS, found, state=ProposalState.WITHDRAWN)
