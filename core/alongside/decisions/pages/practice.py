"""Practising a vote: the same pages about lunch, sent to nobody and kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.ballot import BallotKind
from alongside.decisions.draft import Draft
from alongside.decisions.life import ProposalState
from alongside.decisions.pages.ballots import ballot_facts, ballot_in, said_back
from alongside.decisions.pages.facts import choices
from alongside.decisions.proposal import ANSWERS, Option, Proposal
from alongside.decisions.vote_rule import RULES
from alongside.display import View
from alongside.display.wording import money
from alongside.refusal import NotFound
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit

_LUNCH = (
    ("soup", "Soup", "pot", 900),
    ("sandwich", "A sandwich", "lunch", 1500),
    ("fruit", "Fruit", "apple", 600),
)
_TO_SPEND = 2000
"""Pence of a practice vote about money, in which lunch has costs as well."""

_NEVER = datetime(2199, 1, 1, tzinfo=UTC)


def practice(visit: Visit) -> View:
    """Show a ballot of the kind asked for; ``for`` in the address leads back to the vote she came from."""
    facts = _facts(visit, _draft(visit)) | {"here": _path(visit), "back": visit.query.get("for", "")}
    return View("vote.html", "Practise a vote", facts)


def send_practice(visit: Visit) -> GoTo:
    """Look at the ballot as a real one is looked at, and go on to say it back."""
    asked, back = _lunch(visit), visit.form.get("for", "")
    chosen = ballot_in(visit.form, asked)
    asked.must_take(chosen, visit.unit.now)
    helped = Draft.of(visit.draft, looking.look(visit.unit, back).proposal.id).helped if back else None
    kept = Draft(about=_about(visit), ballot=chosen, helped=helped, back=back)
    return GoTo(f"{_path(visit)}/check", draft=kept.text)


def check(visit: Visit) -> View | GoTo:
    """Say back what was chosen, as before a real vote."""
    draft = _draft(visit)
    if draft.ballot is None:
        return GoTo(_path(visit))
    facts = _facts(visit, draft) | {
        "here": f"{_path(visit)}/check",
        "change": f"{_path(visit)}?for={draft.back}" if draft.back else _path(visit),
        "abstains": draft.ballot.abstains,
    }
    facts["said"] = said_back(facts["paper"], draft.ballot)
    return View("check.html", "Is this right?", facts)


def finish(visit: Visit) -> GoTo:
    """Forget what was chosen, and keep who helps for the vote that comes."""
    draft = _draft(visit)
    kept = Draft(about=draft.back, helped=draft.helped).text if draft.back else ""
    return GoTo(f"{_path(visit)}/done" + (f"?for={draft.back}" if draft.back else ""), draft=kept)


def done(visit: Visit) -> View:
    """Say that it worked, and lead on to the real vote."""
    back = visit.query.get("for", "")
    facts = {"asked": _lunch(visit), "vote": f"/decisions/{back}/vote" if back else "", "rules": tuple(RULES)}
    return View("practised.html", "That worked", facts)


def _facts(visit: Visit, draft: Draft) -> dict[str, Any]:
    asked = _lunch(visit)
    facts: dict[str, Any] = ballot_facts(asked, choices(asked, visit.edition), visit.form, draft.ballot)
    of_practice = {"title": asked.title, "helper": None, "practice": True, "seen": None, "level": "private"}
    return facts | of_practice | _money(asked)


def _money(asked: Proposal) -> dict[str, str]:
    return {"budget": money(asked.budget) if asked.budget is not None else ""}


def _draft(visit: Visit) -> Draft:
    return Draft.of(visit.draft, _about(visit))


def _about(visit: Visit) -> str:
    return f"practice/{_lunch(visit).rule}"


def _path(visit: Visit) -> str:
    return visit.link(f"/decisions/practice/{_lunch(visit).rule}")


def _lunch(visit: Visit) -> Proposal:
    rule = visit.path["rule"]
    if rule not in RULES:
        raise NotFound("practice vote", rule)
    agreed = RULES[rule].ballot is BallotKind.CONSENT
    title = "Shall we have soup for lunch?" if agreed else "What shall we have for lunch?"
    spends = RULES[rule].spends
    dishes = (
        Option(key=key, words=words, easy_words=words, picture=picture, cost=cost if spends else None)
        for key, words, picture, cost in _LUNCH
    )
    return Proposal(
        id="practice",
        title=title,
        easy_title=title,
        why="",
        easy_why="",
        options=ANSWERS if agreed else tuple(dishes),
        proposer=None,
        state=ProposalState.OPEN,
        closes=_NEVER,
        quorum=1,
        rule=rule,
        budget=_TO_SPEND if spends else None,
    )
