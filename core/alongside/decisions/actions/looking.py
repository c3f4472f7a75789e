"""Looking: what members may see of a proposal, its roll and its outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import attrs
import sqlalchemy as sa

from alongside.decisions import offers
from alongside.decisions.actions.by_the_roll import need_to_see
from alongside.decisions.actions.holding import must_lead
from alongside.decisions.actions.standing import candidacies
from alongside.decisions.actions.waiting import waiting_lines
from alongside.decisions.candidacy import Candidacy
from alongside.decisions.following import Review, Statement
from alongside.decisions.level import Level
from alongside.decisions.life import BEFORE_THE_VOTE, VOTED_ON, ProposalState
from alongside.decisions.outcome import Decision, Outcome
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import Remark, RemarkKind, unanswered
from alongside.decisions.roll import RollLine, Waiting
from alongside.decisions.saying import Sentence
from alongside.decisions.saying_who import no_vote, who_decides
from alongside.decisions.tables import (
    KEY_CARDS,
    OPEN_CHOICES,
    OUTCOMES,
    PROPOSALS,
    REMARKS,
    REVIEWS,
    ROLL,
)
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.face import Face
from alongside.store import Unit

_FIRST = (ProposalState.OPEN, ProposalState.TALKED_ABOUT, ProposalState.DRAFT)
"""What stands first on the board, in this order; after it, what is over."""


@attrs.frozen(kw_only=True)
class Seen:
    """A proposal as one person sees it: how many may vote and have, her own line, and never who else voted.

    ``leads`` is true for the one who proposed it and for tellers, ``counts`` for tellers alone: not
    where they stand in it themselves, who lead it again once it is counted. ``review_due`` is
    true where it is time to look at the decision again. ``faces`` are those of who stands for election, by id.
    ``cards_untried`` is true where a locked box takes no ballots before its new cards were tried.
    ``kept_elsewhere`` is true where the database runs on somebody else's machine.
    ``who_decides`` says whose vote it is, ``no_vote`` why somebody has none who is not on the roll.
    ``holders`` are the names of those who hold the key cards of a locked box, where one proposal is looked at.
    """

    proposal: Proposal
    outcome: Outcome | None
    proposer: str
    on_roll: int
    voted: int
    own: RollLine | None
    votes_taken: bool
    statement: Statement | None
    last_review: Review | None
    leads: bool
    counts: bool
    review_due: bool
    faces: Mapping[str, Face]
    who_decides: Sentence
    no_vote: Sentence
    cards_untried: bool = False
    kept_elsewhere: bool = False
    holders: tuple[str, ...] = ()

    @property
    def may_vote(self) -> bool:
        """True if the one who looks can send a ballot from a page now: not where she has one on paper."""
        return self.own is not None and self.votes_taken and not (self.own.paper or self.cards_untried)

    @property
    def on_paper(self) -> bool:
        """True if the one who looks votes on paper, while the vote is open."""
        return self.own is not None and self.own.paper and self.proposal.state is ProposalState.OPEN

    @property
    def waits_for_me(self) -> bool:
        """True if the one who looks can send a ballot and has not."""
        return self.may_vote and not (self.own and self.own.voted)

    @property
    def review(self) -> date | None:
        """The day to look at it again; None once it is counted and nothing was decided."""
        return Decision(self.proposal, self.outcome).review if self.outcome else self.proposal.review

    @property
    def before_the_vote(self) -> bool:
        """True if it can still be talked about before its vote."""
        return self.proposal.state in BEFORE_THE_VOTE

    @property
    def waits_for_count(self) -> bool:
        """True if its time to vote is over and it is not counted."""
        return self.proposal.state is ProposalState.OPEN and not self.votes_taken


@attrs.frozen(kw_only=True)
class Thread:
    """A question, or that something is not clear, with its answers; each with the name of whoever said it."""

    asked: Remark
    asker: str
    answers: tuple[tuple[Remark, str], ...]

    @property
    def not_clear(self) -> bool:
        """True if it says that the paper is not clear enough yet."""
        return self.asked.kind is RemarkKind.NOT_CLEAR


@attrs.frozen(kw_only=True)
class Background:
    """What stands round a proposal on its own page: talk, what candidates say, and every look back."""

    threads: tuple[Thread, ...]
    unclear: int
    standing: Mapping[str, Candidacy]
    reviews: tuple[Review, ...]
    zone: str


def look(unit: Unit, id: str) -> Seen:  # noqa: A002 - what the column is called
    """Return one proposal, with who holds the key cards of a locked box."""
    need_to_see(unit, id)
    seen = _seen(unit, [unit.get(PROPOSALS, id)])[0]
    return attrs.evolve(seen, holders=_holders(unit, id)) if seen.proposal.level is Level.LOCKED else seen


def board(unit: Unit) -> list[Seen]:
    """Return every proposal: open for votes, talked about, drafts, then what was voted on, the newest first."""
    unit.need("decisions.see")
    return sorted(_seen(unit, unit.find(PROPOSALS)), key=_place)


def decided_since(unit: Unit, since: datetime) -> list[Decision]:
    """Return what was voted on since an instant, with the outcomes, the newest first."""
    unit.need("decisions.see")
    return list(reversed(offers.outcomes_between(unit, since, unit.now)))


def background(unit: Unit, id: str) -> Background:  # noqa: A002 - what the column is called
    """Return what was said about a proposal before and after its vote."""
    need_to_see(unit, id)
    table = REMARKS.table
    remarks = unit.find(REMARKS, table.c.proposal == id, order=(table.c.said_at, table.c.id))
    names = people.names_of(unit, [one.person for one in remarks if one.person])
    reviews = REVIEWS.table
    return Background(
        threads=tuple(_thread(one, remarks, names) for one in remarks if one.kind is not RemarkKind.ANSWER),
        unclear=sum(one.kind is RemarkKind.NOT_CLEAR for one in unanswered(remarks)),
        standing=candidacies(unit, id),
        reviews=tuple(unit.find(REVIEWS, reviews.c.proposal == id, order=(reviews.c.day, reviews.c.id))),
        zone=enterprise.the_enterprise(unit).zone,
    )


def waiting(unit: Unit, id: str) -> tuple[list[str], int]:  # noqa: A002 - what the column is called
    """Return the names of those who want to talk first, and how many are not sure yet: for those who lead it."""
    found = unit.get(PROPOSALS, id)
    must_lead(unit, found)
    lines = waiting_lines(unit, id)
    talk = [str(line.person) for line in lines if line.waits is Waiting.TALK]
    names = people.names_of(unit, talk)
    return sorted(names[person] for person in talk if person in names), len(lines) - len(talk)


def who_chose(unit: Unit, id: str) -> dict[str, list[str]]:  # noqa: A002 - what the column is called
    """Return who chose each option in an open vote, by the text of their ballots; nobody before the count."""
    need_to_see(unit, id)
    made = unit.find(OPEN_CHOICES, OPEN_CHOICES.table.c.proposal == id)
    names = people.names_of(unit, [one.person for one in made if one.person])
    found: dict[str, list[str]] = {}
    for one in made:
        found.setdefault(one.ballot, []).append(names.get(one.person or "", people.A_MEMBER))
    return {ballot: sorted(found[ballot]) for ballot in found}


def _thread(asked: Remark, every: Sequence[Remark], names: dict[str, str]) -> Thread:
    def name(remark: Remark) -> str:
        return names.get(remark.person or "", people.A_MEMBER)

    answers = tuple((one, name(one)) for one in every if one.to == asked.id)
    return Thread(asked=asked, asker=name(asked), answers=answers)


def _place(seen: Seen) -> tuple[int, float]:
    closes = seen.proposal.closes.timestamp()
    state = seen.proposal.state
    place = _FIRST.index(state) if state in _FIRST else len(_FIRST)
    return place, closes if seen.proposal.state is ProposalState.OPEN else -closes


def _seen(unit: Unit, found: Sequence[Proposal]) -> list[Seen]:
    """Look up what belongs to the proposals, one query for each kind however many they are."""
    proposals = offers.named(unit, found)
    ids = [one.id for one in proposals]
    outcomes = {one.proposal: one for one in unit.find(OUTCOMES, OUTCOMES.table.c.proposal.in_(ids))}
    table = ROLL.table
    own = unit.find(ROLL, table.c.proposal.in_(ids), table.c.person == unit.actor.id)
    lines = {one.proposal: one for one in own}
    counts = {row[0]: (int(row[1]), int(row[2] or 0)) for row in unit.question(_counting(ids))}
    names = people.names_of(unit, [one.proposer for one in proposals if one.proposer])
    statements, reviews = offers.statements(unit, ids), offers.last_reviews(unit, ids)
    panels = offers.panels(unit, proposals)
    names_of = {one.id: offers.business_name(unit, one.business) for one in proposals}
    today = enterprise.today(unit)
    untried = _with_untried_cards(unit, proposals)
    faces = people.faces_of(unit, {option.person for one in proposals for option in one.options if option.person})
    return [
        Seen(
            proposal=one,
            outcome=outcomes.get(one.id),
            proposer=names.get(one.proposer or "", people.A_MEMBER),
            on_roll=counts.get(one.id, (0, 0))[0],
            voted=counts.get(one.id, (0, 0))[1],
            own=lines.get(one.id),
            votes_taken=one.state is ProposalState.OPEN and unit.now < one.closes,
            statement=statements.get(one.id),
            last_review=reviews.get(one.id),
            leads=_leads(unit, one),
            counts=unit.may("decisions.count") and not one.is_stood_in_by(unit.actor.id),
            review_due=_is_due(one, outcomes.get(one.id), today),
            faces=faces,
            cards_untried=one.id in untried,
            kept_elsewhere=unit.kept_elsewhere,
            who_decides=who_decides(one, names_of[one.id], _on_panel(one, counts, panels)),
            no_vote=no_vote(one, names_of[one.id]),
        )
        for one in proposals
    ]


def _leads(unit: Unit, one: Proposal) -> bool:
    if one.proposer != unit.actor.id and one.state not in VOTED_ON and one.is_stood_in_by(unit.actor.id):
        return False
    return unit.may("decisions.count", own=one.proposer)


def _with_untried_cards(unit: Unit, proposals: Sequence[Proposal]) -> set[str]:
    """Those of open votes with a locked box whose cards are new and have not all worked yet."""
    locked = [one.id for one in proposals if one.level is Level.LOCKED and one.state is ProposalState.OPEN]
    table = KEY_CARDS.table
    untried = unit.find(KEY_CARDS, table.c.proposal.in_(locked), ~table.c.tried) if locked else []
    return {card.proposal for card in untried}


def _on_panel(one: Proposal, counts: Mapping[str, tuple[int, int]], panels: Mapping[str, list[str]]) -> int:
    """How many a panel has: from the opening on, as many as are on the roll."""
    return counts.get(one.id, (0, 0))[0] or len(panels.get(one.id, ()))


def _holders(unit: Unit, proposal: str) -> tuple[str, ...]:
    table = KEY_CARDS.table
    cards = unit.find(KEY_CARDS, table.c.proposal == proposal, order=(table.c.number,))
    names = people.names_of(unit, [card.holder for card in cards if card.holder])
    return tuple(names.get(card.holder or "", people.A_MEMBER) for card in cards)


def _is_due(one: Proposal, outcome: Outcome | None, today: date) -> bool:
    review = Decision(one, outcome).review if outcome else None
    return review is not None and review <= today


def _counting(proposals: Sequence[str]) -> sa.Select[tuple[str, int, int]]:
    roll = ROLL.table
    voted = sa.func.sum(sa.case((roll.c.voted, 1), else_=0))
    return (
        sa.select(roll.c.proposal, sa.func.count(), voted)
        .where(roll.c.proposal.in_(proposals))
        .group_by(roll.c.proposal)
    )
