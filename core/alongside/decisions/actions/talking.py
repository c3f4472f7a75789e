"""Talking: members read a proposal, ask, are answered, and may say that it is not clear enough yet."""

from __future__ import annotations

from alongside.decisions.actions import letters
from alongside.decisions.actions.holding import hold, must_lead
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.life import BEFORE_THE_VOTE, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import Remark, RemarkKind
from alongside.decisions.tables import PROPOSALS, REMARKS
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def begin(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Begin the talk about a proposal, and with it the days to read: by the one who made it, or by a teller."""
    found = hold(unit, id)
    must_lead(unit, found)
    found.must_move(ProposalState.TALKED_ABOUT)
    begun = unit.change(PROPOSALS, found, state=ProposalState.TALKED_ABOUT, talked_since=unit.now)
    zone = enterprise.the_enterprise(unit).zone
    for person in enterprise.people_with(unit, "member"):
        letters.talk_began(unit, begun, person, zone)
    return begun


def ask(unit: Unit, id: str, words: str) -> Remark:  # noqa: A002 - what the column is called
    """Ask a question about a proposal that is not voted on yet, or is being voted on."""
    return _say(unit, id, RemarkKind.QUESTION, words)


def not_clear(unit: Unit, id: str, words: str) -> Remark:  # noqa: A002 - what the column is called
    """Say that the paper is not clear enough yet; the vote cannot open before this is answered."""
    return _say(unit, id, RemarkKind.NOT_CLEAR, words, *BEFORE_THE_VOTE)


def _say(unit: Unit, id: str, kind: RemarkKind, words: str, *while_: ProposalState) -> Remark:  # noqa: A002 - what the column is called
    unit.need("decisions.propose")
    found = hold(unit, id)
    found.must_be(*(while_ or (*BEFORE_THE_VOTE, ProposalState.OPEN)))
    return _add(unit, found.id, kind, words)


def answer(unit: Unit, remark: str, words: str) -> Remark:
    """Answer a question: any member may, and a teller. Whoever asked is told.

    Raises:
        BadInput: where it is no question.
    """
    if not unit.may("decisions.count"):
        unit.need("decisions.propose")
    asked = unit.get(REMARKS, remark)
    if asked.kind is RemarkKind.ANSWER:
        raise BadInput(worded("decisions", "This is an answer already. Answer the question itself."))
    about = hold(unit, asked.proposal)
    given = _add(unit, about.id, RemarkKind.ANSWER, words, to=asked.id)
    if asked.person and asked.person != given.person:
        letters.question_answered(unit, about, asked.person, given.id)
    return given


def find_remark(unit: Unit, text: str) -> Remark:
    """Return the remark whose id begins with a text.

    Raises:
        NotFound: where none does, or several do.
    """
    wanted = text.strip().casefold()
    found = unit.find(REMARKS, REMARKS.table.c.id.startswith(wanted, autoescape=True)) if wanted else []
    if len(found) != 1:
        raise NotFound("question", text, "See its id with “alongside decisions show PROPOSAL”.")
    return found[0]


def _add(unit: Unit, proposal: str, kind: RemarkKind, words: str, to: str | None = None) -> Remark:
    who = acting_person(unit)
    if who:
        people.must_all_be_here(unit, [who])
    new = Remark(
        id=unit.new_id(),
        proposal=proposal,
        person=who,
        kind=kind,
        to=to,
        words=words.strip(),
        said_at=unit.now,
    )
    return unit.add(REMARKS, new)
