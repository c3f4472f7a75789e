"""Proposing: putting a question to the members, standing for election, and taking a question back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import attrs

from alongside.decisions import offers
from alongside.decisions.actions import letters
from alongside.decisions.actions.emptying import empty_roll
from alongside.decisions.actions.holding import hold
from alongside.decisions.ballot import BallotKind
from alongside.decisions.following import Candidacy
from alongside.decisions.level import Level
from alongside.decisions.life import BEFORE_THE_VOTE, NotNow, ProposalState
from alongside.decisions.proposal import LONGEST_READING, NO, YES, Option, Proposal
from alongside.decisions.remark import MOST_WORDS, too_long
from alongside.decisions.tables import CANDIDACIES, PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
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
    )


def acting_person(unit: Unit) -> str | None:
    """Return the person who acts; None at the keyboard."""
    return unit.actor.id if unit.actor.kind is ActorKind.PERSON else None


def stand(unit: Unit, id: str, words: str = "", *, person: str | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Put the one who acts on the ballot of an election, with what she says; whoever counts may note another.

    Raises:
        NotNow: once the vote is open, or where she stands already.
    """
    who = person or acting_person(unit)
    if who is None:
        raise BadInput(worded("decisions", "It was not said who stands. Name a person on record."))
    unit.need("decisions.propose" if who == unit.actor.id else "decisions.count")
    found = _before_the_vote(unit, id)
    if found.how.ballot is BallotKind.ONE:
        no_people = worded(
            "decisions",
            "Nobody stands in “{title}”. Stand where several people are chosen.",
            title=found.title,
        )
        raise BadInput(no_people)
    if any(option.person == who for option in found.options):
        raise NotNow(worded("decisions", "This person stands already in “{title}”.", title=found.title))
    if who not in enterprise.people_with(unit, "member"):
        raise BadInput(
            worded("decisions", "Somebody who is no member cannot stand. Ask a steward to give her the role.")
        )
    if len(words) > MOST_WORDS:
        raise too_long(words)
    people.must_all_be_here(unit, [who])
    option = Option(key=_free_key(found), words="", easy_words="", picture="", person=who)
    _add_candidacy(unit, found, option, words.strip())
    return unit.change(PROPOSALS, found, options=(*found.options, option))


def _add_candidacy(unit: Unit, proposal: Proposal, option: Option, words: str) -> None:
    new = Candidacy(
        id=unit.new_id(),
        proposal=proposal.id,
        person=option.person,
        option=option.key,
        words=words,
        day=enterprise.today(unit),
    )
    unit.add(CANDIDACIES, new)


def _free_key(proposal: Proposal) -> str:
    """A key that no option has, nor had: one who stood down may come back under another."""
    taken = [int(key.removeprefix("option")) for key in proposal.keys if key.startswith("option")]
    return f"option{max(taken, default=0) + 1}"


def stand_down(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Take the one who acts off the ballot again, while the vote is not open."""
    unit.need("decisions.propose")
    found = _before_the_vote(unit, id)
    left = tuple(option for option in found.options if option.person != unit.actor.id)
    if left == found.options:
        raise NotNow(worded("decisions", "You do not stand in “{title}”.", title=found.title))
    table = CANDIDACIES.table
    for one in unit.find(CANDIDACIES, table.c.proposal == id, table.c.person == unit.actor.id):
        unit.remove(CANDIDACIES, one)
    return unit.change(PROPOSALS, found, options=left)


def _before_the_vote(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = hold(unit, id)
    found.must_be(*BEFORE_THE_VOTE)
    return found


def reword(unit: Unit, id: str, **words: str) -> Proposal:  # noqa: A002 - what the column is called
    """Say a proposal more clearly, before its vote: by the one who made it, or by a teller."""
    found = _before_the_vote(unit, id)
    unit.need("decisions.count", own=found.proposer)
    known = {name: said.strip() for name, said in words.items() if said.strip()}
    return unit.change(PROPOSALS, found, **attrs.asdict(Wording(**known), filter=lambda _, said: said is not None))


@attrs.frozen(kw_only=True)
class Wording:
    """What of a proposal may be said anew; None leaves it as it is."""

    title: str | None = None
    easy_title: str | None = None
    why: str | None = None
    easy_why: str | None = None


def withdraw(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Take a proposal back before it is counted: by the one who made it, or by a teller. Its ballots go."""
    found = hold(unit, id)
    unit.need("decisions.count", own=found.proposer)
    found.must_move(ProposalState.WITHDRAWN)
    empty_roll(unit, id)
    for person in enterprise.people_with(unit, "member"):
        letters.vote_is_over(unit, found, person)
    return unit.change(PROPOSALS, found, state=ProposalState.WITHDRAWN)
