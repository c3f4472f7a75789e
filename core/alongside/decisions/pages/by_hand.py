"""The paper by which a vote is counted by hand: with cards and totals for everybody, before that for tellers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.by_hand import decided
from alongside.decisions.by_hand.paper import HandPaper
from alongside.decisions.by_hand.vote import MOST_NAMES, RULES
from alongside.decisions.life import BEFORE_THE_VOTE, ProposalState
from alongside.decisions.pages.facts import choices
from alongside.display import Edition
from alongside.display.texts import wording
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound, worded
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.pages.facts import Choice
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit

NONE = "I take part, and choose none"


def paper(visit: Visit) -> Thinking:
    """Make the paper in the edition of the address; it is set with no unit open."""
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("paper", visit.path["edition"]) from wrong
    seen = looking.look(visit.unit, visit.path["proposal"])
    if not offered(seen):
        raise NotFound(
            "paper to count by hand of",
            seen.proposal.title,
            worded("decisions", "It is there once ten people have voted and the votes are counted."),
        )
    made, own = _made(seen, edition), enterprise.the_enterprise(visit.unit)
    files = visit.host.photos.handed_over(tuple(face.photo for face in made.faces.values() if face.photo))
    frame = {"enterprise": own.name, "words": own.words, "zone": own.zone}
    name = f"by-hand-{seen.proposal.id[:8]}{'-easy-read' if edition is Edition.EASY else ''}.pdf"
    return Thinking(partial(made.pdf, edition, files, **frame), lambda _, pdf: PdfAnswer(pdf, name))


def offered(seen: Seen) -> bool:
    """True if whoever looks may have the paper: once it is counted, or for tellers before."""
    if len(seen.proposal.options) > MOST_NAMES or seen.proposal.rule not in RULES:
        return False
    waits = seen.proposal.state in (*BEFORE_THE_VOTE, ProposalState.OPEN)
    return decided.can_be_counted(seen.proposal, seen.outcome) or (seen.counts and waits)


def _made(seen: Seen, edition: Edition) -> HandPaper:
    asked, outcome, shown = seen.proposal, seen.outcome, choices(seen.proposal, edition, faces=seen.faces)
    called = _called(asked, shown, edition)
    return HandPaper(
        title=asked.easy_title if edition is Edition.EASY else asked.title,
        vote=decided.vote(asked, called, outcome),
        lot=decided.lot(asked, called, outcome) if outcome else None,
        totals=decided.totals(asked, called, outcome) if outcome else None,
        faces={called.options[one.key]: one for one in shown},
    )


def _called(asked: Proposal, shown: list[Choice], edition: Edition) -> decided.Called:
    """The words of the edition, where they tell the options apart; else those by which they are counted."""
    words = {one.key: one.words for one in shown}
    apart = edition is Edition.EASY and len(set(words.values())) == len(words)
    return decided.Called(
        options=words if apart else asked.names, none=wording("alongside.decisions", edition.value, NONE)
    )
