"""Handing over: all that decisions keep of a person, as she takes it along."""

from __future__ import annotations

from typing import Any

from alongside.decisions import offers
from alongside.decisions.candidacy import Candidacy
from alongside.decisions.open_choice import OpenChoice
from alongside.decisions.remark import RemarkKind
from alongside.decisions.roll import RollLine
from alongside.decisions.saying import joined
from alongside.decisions.tables import (
    BATCHES,
    CANDIDACIES,
    CANDIDATE_ANSWERS,
    CANDIDATE_QUESTIONS,
    KEY_CARDS,
    OBJECTIONS,
    ON_RECORD,
    OPEN_CHOICES,
    PANEL,
    PROPOSALS,
    REMARKS,
    REVIEWS,
    ROLL,
    SPOKEN,
    STATEMENTS,
)
from alongside.people import offers as people
from alongside.store import Unit


def everything_of(unit: Unit, person: str) -> dict[str, Any]:
    """Return what she proposed, said, stood for and wrote, and in which votes she had a part.

    What she chose is known to nobody, but for open votes.
    """
    return {
        **_as_voter(unit, person),
        **_in_talks(unit, person),
        **_as_candidate(unit, person),
        **_as_teller(unit, person),
        **_afterwards(unit, person),
    }


def _as_voter(unit: Unit, person: str) -> dict[str, Any]:
    return {
        "votes": [_plain(unit, line) for line in unit.find(ROLL, ROLL.table.c.person == person)],
        "panels": [_title(unit, one.proposal) for one in unit.find(PANEL, PANEL.table.c.person == person)],
        "open_votes": [
            {"title": _title(unit, one.proposal), "chosen": _words(unit, one)}
            for one in unit.find(OPEN_CHOICES, OPEN_CHOICES.table.c.person == person)
        ],
        # Whom she helped is the other's to tell: who has voted is known to herself and the tellers.
        "helped_in": [_title(unit, line.proposal) for line in unit.find(ROLL, ROLL.table.c.helper == person)],
    }


def _in_talks(unit: Unit, person: str) -> dict[str, Any]:
    proposed = unit.find(PROPOSALS, PROPOSALS.table.c.proposer == person)
    remarks = unit.find(REMARKS, REMARKS.table.c.person == person)
    objections = OBJECTIONS.table.c
    looked_at = unit.find(OBJECTIONS, (objections.looked_by == person) | (objections.looked_with == person))
    return {
        "proposals": [{"title": one.title, "why": one.why, "state": one.state.value} for one in proposed],
        "questions": [_said(unit, one) for one in remarks if one.kind is not RemarkKind.ANSWER],
        "answers": [_said(unit, one) for one in remarks if one.kind is RemarkKind.ANSWER],
        "objections": [
            {"title": _title(unit, one.proposal), "reason": one.reason}
            for one in unit.find(OBJECTIONS, objections.person == person)
        ],
        "objections_answered": [{"title": _title(unit, one.proposal), "answer": one.answer} for one in looked_at],
    }


def _as_candidate(unit: Unit, person: str) -> dict[str, Any]:
    asked = unit.find(CANDIDATE_QUESTIONS, CANDIDATE_QUESTIONS.table.c.person == person)
    said = unit.find(CANDIDATE_ANSWERS, CANDIDATE_ANSWERS.table.c.person == person)
    stood = unit.find(CANDIDACIES, CANDIDACIES.table.c.person == person)
    return {
        "candidacies": [_candidacy(unit, one) for one in stood],
        "questions_to_candidates": [{"title": _title(unit, one.proposal), "words": one.words} for one in asked],
        "answers_as_candidate": [
            {"question": unit.get(CANDIDATE_QUESTIONS, one.question).words, "words": one.words} for one in said
        ],
        "recordings": [
            {"title": _title(unit, one.proposal), "kind": one.kind, "seconds": one.seconds}
            for one in unit.find(SPOKEN, SPOKEN.table.c.person == person)
        ],
    }


def _as_teller(unit: Unit, person: str) -> dict[str, Any]:
    batches, record = BATCHES.table.c, ON_RECORD.table.c
    entered = unit.find(BATCHES, (batches.entered_by == person) | (batches.checked_by == person))
    noted = unit.find(ON_RECORD, (record.by == person) | (record.person == person))
    return {
        "paper_batches": [{"title": _title(unit, one.proposal), "number": one.number} for one in entered],
        "key_cards": [
            {"title": _title(unit, one.proposal), "number": one.number, "seat": one.seat}
            for one in unit.find(KEY_CARDS, KEY_CARDS.table.c.holder == person)
        ],
        "teller_notes": [
            {"title": _title(unit, one.proposal), "what": one.what.value, "words": one.words} for one in noted
        ],
    }


def _afterwards(unit: Unit, person: str) -> dict[str, Any]:
    return {
        "outcome_statements": [
            {"title": _title(unit, one.proposal), "decided": one.decided, "next": one.next}
            for one in unit.find(STATEMENTS, STATEMENTS.table.c.person == person)
        ],
        "looks_back": [
            {"title": _title(unit, one.proposal), "happened": one.happened.value, "words": one.words}
            for one in unit.find(REVIEWS, REVIEWS.table.c.person == person)
        ],
    }


def _candidacy(unit: Unit, one: Candidacy) -> dict[str, Any]:
    return {
        "title": _title(unit, one.proposal),
        "state": one.state.value,
        "words": one.words,
        "easy_words": one.easy_words,
        "day": one.day.isoformat(),
        "helped": one.helped,
        "helped_by": people.names_of(unit, [one.helper]).get(one.helper) if one.helper else None,
        "help": one.help.value if one.help else None,
    }


def _title(unit: Unit, proposal: str) -> str:
    # One question for all: a roll of years would ask again for each of its lines.
    titles = unit.once("decisions.titles", lambda: {one.id: one.title for one in unit.find(PROPOSALS)})
    return titles[proposal]


def _words(unit: Unit, choice: OpenChoice) -> str:
    """What she chose, in words; a dash where she took part and chose none."""
    keys = choice.chosen.keys
    every = offers.proposal(unit, choice.proposal).options
    return joined([option.words for key in keys for option in every if option.key == key]) or "–"


def _said(unit: Unit, remark: Any) -> dict[str, Any]:
    return {
        "title": _title(unit, remark.proposal),
        "words": remark.words,
        "said_at": remark.said_at.isoformat(),
        "not_clear": remark.kind is RemarkKind.NOT_CLEAR,
    }


def _plain(unit: Unit, line: RollLine) -> dict[str, Any]:
    return {
        "title": _title(unit, line.proposal),
        "voted": line.voted,
        "day": line.day.isoformat() if line.day else None,
        "channel": line.channel.value if line.channel else None,
        "paper_ballot": line.paper,
        "helped": line.helped,
        "helped_by": people.names_of(unit, [line.helper]).get(line.helper) if line.helper else None,
        "help": line.help.value if line.help else None,
        "waits": line.waits.value if line.waits else None,
    }
