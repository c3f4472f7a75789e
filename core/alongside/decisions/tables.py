"""The tables of decisions, beside the values kept in them.

Roll and outcome meet in the proposal alone: no row holds a choice together with a person, but for open votes.
"""

from __future__ import annotations

import sqlalchemy as sa

from alongside.decisions.batch import Batch
from alongside.decisions.candidacy import Candidacy
from alongside.decisions.candidate_question import CandidateAnswer, CandidateQuestion
from alongside.decisions.electorate import Panellist
from alongside.decisions.following import Review, Statement
from alongside.decisions.key_card import KeyCard
from alongside.decisions.objection import Objection
from alongside.decisions.on_record import OnRecord
from alongside.decisions.open_choice import OpenChoice
from alongside.decisions.outcome import Outcome
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import Remark
from alongside.decisions.roll import RollLine
from alongside.decisions.spoken import Spoken
from alongside.store import Rows, table
from alongside.store import columns as c

proposal = table(
    "decisions_proposal",
    c.key(),
    c.text("title"),
    c.text("easy_title"),
    c.text("why"),
    c.text("easy_why"),
    c.json("options"),
    c.person("proposer", nullable=True),
    c.text("state"),
    c.instant("opens", nullable=True),
    c.instant("closes"),
    c.whole("quorum"),
    c.day("review", nullable=True),
    c.text("public_key", nullable=True),
    c.text("rule"),
    c.whole("seats"),
    c.whole("reading_days"),
    c.instant("talked_since", nullable=True),
    c.text("level"),
    c.whole("help_limit", nullable=True),
    c.whole("statement_words"),
    c.whole("budget", nullable=True),
    c.yes("easy_behind"),
    c.text("ended_early", nullable=True),
    c.text("decides"),
    c.business(nullable=True),
    c.text("yes_share", nullable=True),
    c.version(),
    sa.Index(None, "state"),
)
panellist = table(
    "decisions_panellist",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person"),
    c.version(),
    sa.UniqueConstraint("proposal", "person"),
    sa.Index(None, "person"),
)
roll = table(
    "decisions_roll",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.yes("voted"),
    c.day("day", nullable=True),
    c.text("channel", nullable=True),
    c.text("sealed", nullable=True),
    c.yes("helped"),
    c.person("helper", nullable=True),
    c.text("help", nullable=True),
    c.text("waits", nullable=True),
    c.yes("paper"),
    c.text("checked", nullable=True),
    c.person("taken_by", nullable=True),
    c.person("listener", nullable=True),
    c.version(),
    sa.UniqueConstraint("proposal", "person"),
    sa.Index(None, "person"),
    sa.Index(None, "helper"),
    sa.Index(None, "taken_by"),
    sa.Index(None, "listener"),
)
key_card = table(
    "decisions_key_card",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.whole("number"),
    c.person("holder", nullable=True),
    c.yes("seat"),
    c.yes("tried"),
    c.version(),
    sa.UniqueConstraint("proposal", "number"),
    sa.Index(None, "holder"),
)
batch = table(
    "decisions_batch",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.whole("number"),
    c.whole("papers"),
    c.person("entered_by", nullable=True),
    c.person("checked_by", nullable=True),
    c.json("sealed", nullable=True),
    c.json("again", nullable=True),
    c.version(),
    sa.UniqueConstraint("proposal", "number"),
    sa.Index(None, "entered_by"),
    sa.Index(None, "checked_by"),
)
on_record = table(
    "decisions_on_record",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.text("what"),
    c.person("person", nullable=True),
    c.person("by", nullable=True),
    c.text("words"),
    c.instant("at"),
    c.version(),
    sa.Index(None, "proposal"),
    sa.Index(None, "person"),
    sa.Index(None, "by"),
)
open_choice = table(
    "decisions_open_choice",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("ballot"),
    c.version(),
    sa.Index(None, "proposal"),
    sa.Index(None, "person"),
)
outcome = table(
    "decisions_outcome",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.text("result"),
    c.text("chosen", nullable=True),
    c.json("totals"),
    c.whole("on_roll"),
    c.whole("taking_part"),
    c.whole("quorum"),
    c.instant("closed_at"),
    c.json("winners"),
    c.json("tied"),
    c.json("drawn"),
    c.json("stages", nullable=True),
    c.json("alike"),
    c.text("closing", nullable=True),
    c.whole("upheld", nullable=True),
    c.json("figures"),
    c.whole("yes_needed", nullable=True),
    c.yes("yes_met", nullable=True),
    c.version(),
    sa.UniqueConstraint("proposal"),
)
objection = table(
    "decisions_objection",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.whole("number"),
    c.person("person", nullable=True),
    c.text("reason"),
    c.yes("upheld", nullable=True),
    c.text("answer"),
    c.person("looked_by", nullable=True),
    c.person("looked_with", nullable=True),
    c.day("day", nullable=True),
    c.version(),
    sa.UniqueConstraint("proposal", "number"),
    sa.Index(None, "person"),
    sa.Index(None, "looked_by"),
    sa.Index(None, "looked_with"),
)
remark = table(
    "decisions_remark",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("kind"),
    c.reference("to", "decisions_remark", nullable=True),
    c.text("words"),
    c.instant("said_at"),
    c.version(),
    sa.Index(None, "proposal"),
    sa.Index(None, "person"),
)
candidacy = table(
    "decisions_candidacy",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("option"),
    c.text("words"),
    c.text("easy_words"),
    c.day("day"),
    c.text("state"),
    c.person("put_forward_by", nullable=True),
    c.yes("helped"),
    c.person("helper", nullable=True),
    c.text("help", nullable=True),
    c.version(),
    sa.UniqueConstraint("proposal", "option"),
    sa.Index(None, "person"),
    sa.Index(None, "put_forward_by"),
    sa.Index(None, "helper"),
)
candidate_question = table(
    "decisions_candidate_question",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("option", nullable=True),
    c.text("words"),
    c.instant("asked_at"),
    c.version(),
    sa.Index(None, "proposal"),
    sa.Index(None, "person"),
)
candidate_answer = table(
    "decisions_candidate_answer",
    c.key(),
    c.reference("question", "decisions_candidate_question"),
    c.person("person", nullable=True),
    c.text("option"),
    c.text("words"),
    c.instant("answered_at"),
    c.version(),
    sa.UniqueConstraint("question", "option"),
    sa.Index(None, "person"),
)
spoken = table(
    "decisions_spoken",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("option"),
    c.text("kind"),
    c.whole("seconds"),
    c.text("content"),
    c.version(),
    sa.UniqueConstraint("proposal", "option"),
    sa.Index(None, "person"),
)
statement = table(
    "decisions_statement",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("decided"),
    c.text("next"),
    c.text("easy_decided"),
    c.text("easy_next"),
    c.day("day"),
    c.version(),
    sa.UniqueConstraint("proposal"),
)
review = table(
    "decisions_review",
    c.key(),
    c.reference("proposal", "decisions_proposal"),
    c.person("person", nullable=True),
    c.text("happened"),
    c.text("words"),
    c.day("day"),
    c.day("again", nullable=True),
    c.version(),
    sa.Index(None, "proposal"),
)

PROPOSALS = Rows(Proposal, proposal, called="proposal", about="proposer")
PANEL = Rows(Panellist, panellist, called="place on a panel", about="person")
ROLL = Rows(RollLine, roll, called="line of the roll", about="person", quiet=True)
KEY_CARDS = Rows(KeyCard, key_card, called="key card", about="holder")
BATCHES = Rows(Batch, batch, called="batch of paper ballots", about="entered_by", quiet=True)
ON_RECORD = Rows(OnRecord, on_record, called="note of the tellers", about="by")
OPEN_CHOICES = Rows(OpenChoice, open_choice, called="choice of an open vote", about="person")
OBJECTIONS = Rows(Objection, objection, called="objection", about="person")
OUTCOMES = Rows(Outcome, outcome, called="outcome")
REMARKS = Rows(Remark, remark, called="remark", about="person")
CANDIDACIES = Rows(Candidacy, candidacy, called="candidacy", about="person")
CANDIDATE_QUESTIONS = Rows(
    CandidateQuestion, candidate_question, called="question to those who stand", about="person"
)
CANDIDATE_ANSWERS = Rows(CandidateAnswer, candidate_answer, called="answer of somebody who stands", about="person")
SPOKEN = Rows(Spoken, spoken, called="recording of somebody who stands", about="person", quiet=True)
STATEMENTS = Rows(Statement, statement, called="outcome statement", about="person")
REVIEWS = Rows(Review, review, called="look back", about="person")
