"""The pages of decisions: the board, and a proposal to read, vote on and see decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.decisions import saying
from alongside.decisions.actions import looking, voting
from alongside.decisions.outcome import Outcome
from alongside.decisions.proposal import ABSTAIN, Option, Proposal
from alongside.display import Edition, Said, View
from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit


def board(visit: Visit) -> View:
    """Show every proposal, those open for votes first and large."""
    seen = [_facts(visit, one) for one in looking.board(visit.unit)]
    return View("board.html", "Decisions", {"every": seen, "link": visit.link})


def proposal(visit: Visit) -> View:
    """Show one proposal: to vote on while it is open, its outcome afterwards."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    title = seen.proposal.easy_title if visit.edition is Edition.EASY else seen.proposal.title
    facts = {**_facts(visit, seen), "chosen": visit.form.get("choice", ""), "link": visit.link}
    return View("proposal.html", _("{title}", title=title), facts)


def send_vote(visit: Visit) -> GoTo:
    """Take the ballot of the one who is here."""
    voting.vote(visit.unit, visit.path["proposal"], visit.form.get("choice", ""))
    return GoTo(visit.link(f"/decisions/{visit.path['proposal']}"), _("Your vote is in the box. Thank you."))


def _facts(visit: Visit, seen: Seen) -> dict[str, Any]:
    asked, easy = seen.proposal, visit.edition is Edition.EASY
    return {
        "seen": seen,
        "title": asked.easy_title if easy else asked.title,
        "why": asked.easy_why if easy else asked.why,
        "choices": [(one.key, _words(one, easy=easy), _picture(one)) for one in asked.options],
        "abstain": ABSTAIN,
        **(_outcome(asked, seen.outcome, easy=easy) if seen.outcome else {}),
    }


def _outcome(asked: Proposal, outcome: Outcome, *, easy: bool) -> dict[str, Any]:
    votes = {total.choice: total.votes for total in outcome.totals}
    told = asked.options if votes else ()
    return {
        "verdict": _said(saying.verdict(asked, outcome)),
        "reason": _said(saying.reason(outcome)),
        "picture": _picture(asked.option(outcome.chosen)) if outcome.chosen else "scales",
        "rows": [(_words(one, easy=easy), _picture(one), votes[one.key]) for one in told],
        "abstained": votes.get(ABSTAIN, 0),
    }


def _said(sentence: saying.Sentence) -> Said:
    return Said(sentence.key, **sentence.facts)


def _words(option: Option, *, easy: bool) -> str:
    return option.easy_words if easy else option.words


def _picture(option: Option) -> str:
    # A picture may leave the pack in a later version; the page still has to open.
    return option.picture if option.picture in NAMES else "ballot"
