"""Practising a vote: the same ballot about lunch, sent to nobody and kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.life import ProposalState
from alongside.decisions.pages.ballots import ballot_in, ordinal
from alongside.decisions.pages.facts import choices
from alongside.decisions.proposal import Option, Proposal
from alongside.decisions.vote_rule import RULES
from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import NotFound
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit

_LUNCH = (("soup", "Soup", "pot"), ("sandwich", "A sandwich", "lunch"), ("fruit", "Fruit", "apple"))
_NEVER = datetime(2199, 1, 1, tzinfo=UTC)


def practice(visit: Visit) -> View:
    """Show a ballot of the kind asked for; ``for`` in the address leads back to the vote she came from."""
    asked = _lunch(visit)
    facts = {
        "asked": asked,
        "paper": choices(asked, visit.edition),
        "places": [(str(place), ordinal(place)) for place in range(1, len(asked.options) + 1)],
        "sent": visit.form,
        "here": visit.link(f"/decisions/practice/{asked.rule}"),
        "back": visit.form.get("for") or visit.query.get("for", ""),
    }
    return View("practice.html", "Practise a vote", facts)


def send_practice(visit: Visit) -> GoTo:
    """Look at the ballot as a real one is looked at, and forget it."""
    asked = _lunch(visit)
    asked.must_take(ballot_in(visit.form, asked), visit.unit.now)
    back = visit.form.get("for", "")
    if back:
        looking.look(visit.unit, back)
    path = f"/decisions/{back}" if back else f"/decisions/practice/{asked.rule}"
    return GoTo(visit.link(path), _("That worked. It was practice, and nothing was kept."))


def _lunch(visit: Visit) -> Proposal:
    rule = visit.path["rule"]
    if rule not in RULES:
        raise NotFound("practice vote", rule)
    return Proposal(
        id="practice",
        title="What shall we have for lunch?",
        easy_title="What shall we have for lunch?",
        why="",
        easy_why="",
        options=tuple(
            Option(key=key, words=words, easy_words=words, picture=picture) for key, words, picture in _LUNCH
        ),
        proposer=None,
        state=ProposalState.OPEN,
        closes=_NEVER,
        quorum=1,
        rule=rule,
    )
