"""Asking those who stand: any member asks one or all of them, and each may answer a question once, or not."""

from __future__ import annotations

import attrs

from alongside.decisions.actions import letters
from alongside.decisions.actions.by_the_roll import need_to_see
from alongside.decisions.actions.holding import hold
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.actions.standing import candidacies, own
from alongside.decisions.candidacy import Candidacy, CandidacyState, check_length
from alongside.decisions.candidate_question import CandidateAnswer, CandidateQuestion, unanswered_by
from alongside.decisions.life import BEFORE_THE_VOTE, NotNow, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import check_words
from alongside.decisions.tables import CANDIDATE_ANSWERS, CANDIDATE_QUESTIONS
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Asked:
    """A question with the name of whoever asked it, and the answers by the key of who stands."""

    question: CandidateQuestion
    asker: str
    answers: dict[str, CandidateAnswer]


def ask(unit: Unit, id: str, words: str, option: str | None = None) -> CandidateQuestion:  # noqa: A002 - what the column is called
    """Ask one who stands, or all of them, until the vote ends. Each who is asked is told.

    Raises:
        BadInput: where nobody stands under that key, or nobody at all.
        NotNow: once the vote is over.
    """
    unit.need("decisions.propose")
    found = _while_it_can_be_asked(unit, id)
    standing = [one for one in candidacies(unit, id).values() if one.state is CandidacyState.STANDS and one.person]
    asked = [one for one in standing if option in {None, one.option}]
    if not asked:
        raise BadInput(
            worded("decisions", "Nobody who stands was chosen. Choose one of those on the page, or all.")
        )
    new = CandidateQuestion(
        id=unit.new_id(),
        proposal=id,
        person=acting_person(unit),
        option=option,
        words=words.strip(),
        asked_at=unit.now,
    )
    unit.add(CANDIDATE_QUESTIONS, new)
    for one in asked:
        if one.person != new.person:
            letters.candidate_asked(unit, found, str(one.person), new.id)
    return new


def answer(unit: Unit, question: str, words: str) -> CandidateAnswer:
    """Answer a question as the one who is asked, in as many words as all who stand. Whoever asked is told."""
    check_words(words)
    return _answer(unit, question, words.strip())


def rather_not(unit: Unit, question: str) -> CandidateAnswer:
    """Say that the one who is asked would rather not answer: it stands in the same room as an answer."""
    return _answer(unit, question, "")


def questions(unit: Unit, id: str) -> list[Asked]:  # noqa: A002 - what the column is called
    """Return every question to those who stand, the first first, each with its answers."""
    need_to_see(unit, id)
    table = CANDIDATE_QUESTIONS.table
    found = unit.find(CANDIDATE_QUESTIONS, table.c.proposal == id, order=(table.c.asked_at, table.c.id))
    said = CANDIDATE_ANSWERS.table.c.question.in_([one.id for one in found])
    given = unit.find(CANDIDATE_ANSWERS, said) if found else []
    names = people.names_of(unit, [one.person for one in found if one.person])
    return [
        Asked(
            question=one,
            asker=names.get(one.person or "", people.A_MEMBER),
            answers={each.option: each for each in given if each.question == one.id},
        )
        for one in found
    ]


def waiting_for(mine: Candidacy | None, every: list[Asked]) -> list[Asked]:
    """Return the questions that the one who stands has not answered yet."""
    if mine is None or mine.state is not CandidacyState.STANDS:
        return []
    answers = {(one.question.id, key): each for one in every for key, each in one.answers.items()}
    waiting = {one.id for one in unanswered_by(mine.option, [one.question for one in every], answers)}
    return [one for one in every if one.question.id in waiting]


def _answer(unit: Unit, question: str, words: str) -> CandidateAnswer:
    unit.need("decisions.propose")
    asked = unit.get(CANDIDATE_QUESTIONS, question)
    found = _while_it_can_be_asked(unit, asked.proposal)
    mine = own(unit, found.id)
    if mine is None or mine.state is not CandidacyState.STANDS or not asked.is_to(mine.option):
        raise BadInput(worded("decisions", "This question is to somebody else who stands. Answer those to you."))
    check_length(words, found.statement_words)
    table = CANDIDATE_ANSWERS.table
    if unit.find(CANDIDATE_ANSWERS, table.c.question == question, table.c.option == mine.option):
        raise NotNow(worded("decisions", "You have answered this question. Everybody answers once."))
    given = CandidateAnswer(
        id=unit.new_id(),
        question=question,
        person=mine.person,
        option=mine.option,
        words=words,
        answered_at=unit.now,
    )
    if asked.person and asked.person != mine.person:
        letters.question_answered(unit, found, asked.person, f"of-candidates:{question}")
    return unit.add(CANDIDATE_ANSWERS, given)


def _while_it_can_be_asked(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = hold(unit, id)
    found.must_be(*BEFORE_THE_VOTE, ProposalState.OPEN)
    if found.state is ProposalState.OPEN:
        found.must_take_votes(unit.now)
    return found
