"""Voting on pages: the ballot, the look at what will be sent, and the receipt.

What is chosen travels in the draft that the browser keeps: in no address, no title and no log. The page that says
it back is of one size whatever was chosen, as are the ballot and the receipt.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import helping, looking, voting, waiting
from alongside.decisions.actions.standing import candidacies
from alongside.decisions.draft import Draft
from alongside.decisions.pages.ballots import ballot_facts, ballot_in, said_back
from alongside.decisions.pages.facts import asked_facts, for_voter
from alongside.decisions.pages.helping import helped_now, helper_facts, must_have_room
from alongside.decisions.roll import Waiting
from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit

REAL: Mapping[str, Any] = {"practice": False, "back": ""}
"""What the pages of a vote say that those of a practice vote say otherwise."""

CHOSEN_AGAIN = _(
    "Nothing was sent, because you have chosen again on another page: look whether this is right now."
)
"""What is said to whoever sends a page that says another choice than the one her browser keeps by now."""


def ballot(visit: Visit) -> View | GoTo:
    """Show the ballot: one question. Whoever cannot vote now is led to the page that says why."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if not seen.may_vote:
        return GoTo(_path(visit))
    must_have_room(visit, seen.proposal)
    if _asks_how(visit):
        return GoTo(_path(visit, "/helper"))
    facts = _facts(visit, seen) | {"here": _path(visit, "/vote"), "decision": _path(visit)}
    return View("vote.html", _("{title}", title=facts["title"]), facts)


def send_ballot(visit: Visit) -> GoTo:
    """Keep what was chosen as a draft and go on to look at it; or note that she is not sure yet."""
    proposal = visit.path["proposal"]
    if visit.form.get("wait") == Waiting.NOT_SURE.value:
        waiting.wait(visit.unit, proposal, Waiting.NOT_SURE)
        return GoTo(_path(visit), _("You have not voted. You can come back until the vote ends."), draft="")
    seen = looking.look(visit.unit, proposal)
    chosen = ballot_in(visit.form, seen.proposal)
    seen.proposal.must_take(chosen, visit.unit.now)
    draft = Draft.of(visit.draft, proposal)
    return GoTo(_path(visit, "/check"), draft=Draft(about=proposal, ballot=chosen, helped=draft.helped).text)


def check(visit: Visit) -> View | GoTo:
    """Say back in words what will be sent."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    draft = Draft.of(visit.draft, seen.proposal.id)
    if not seen.may_vote or draft.ballot is None or _asks_how(visit):
        return GoTo(_path(visit, "/vote"))
    facts = _facts(visit, seen)
    facts |= {"here": _path(visit, "/check"), "change": _path(visit, "/vote"), "abstains": draft.ballot.abstains}
    facts |= {"said": said_back(facts["paper"], draft.ballot), "mark": draft.mark}
    return View("check.html", "Is this right?", facts)


def send_vote(visit: Visit) -> GoTo:
    """Send what the draft holds, and forget the draft.

    Only if the page that was sent has said this very draft back: a browser keeps one draft for all its pages, and
    on another of them she may have chosen something else since.
    """
    proposal = visit.path["proposal"]
    draft = Draft.of(visit.draft, proposal)
    if draft.ballot is None:
        return GoTo(_path(visit, "/vote"), _("Please choose again. Nothing was sent."))
    if visit.form.get("draft") != draft.mark:
        return GoTo(_path(visit, "/check"), CHOSEN_AGAIN, draft=visit.draft)
    voting.vote(visit.unit, proposal, draft.ballot, helped=helped_now(visit, draft))
    return GoTo(_path(visit, "/voted"), draft="")


def _asks_how(visit: Visit) -> bool:
    """True if somebody helps, and it was not said how: that is asked before anything is chosen."""
    helped = helped_now(visit, Draft.of(visit.draft, visit.path["proposal"]))
    return helped is not None and helped.how is None


def receipt(visit: Visit) -> View | GoTo:
    """Say that her vote is in the box, without what it is, and what she can still do."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if not seen.may_vote or seen.own is None or not seen.own.voted:
        return GoTo(_path(visit))
    helper = people.faces_of(visit.unit, [seen.own.helper]) if seen.own.helper else {}
    facts = asked_facts(seen, visit.edition) | {
        "here": _path(visit, "/voted"),
        "change": _path(visit, "/vote"),
        "helper": helper.get(seen.own.helper or ""),
        "beside": visit.visitor.helper is not None,
    }
    return View("voted.html", "Your vote is in the box", facts)


def change_mind(visit: Visit) -> GoTo:
    """Take her vote out of the box, or the note of help off the roll."""
    proposal = visit.path["proposal"]
    if visit.form.get("do") == "not_helped":
        helping.not_helped(visit.unit, proposal)
        return GoTo(_path(visit, "/voted"), _("It says no more that somebody helped you."))
    voting.take_back(visit.unit, proposal)
    return GoTo(_path(visit), _("Your vote is out of the box. You can vote again."))


def _facts(visit: Visit, seen: Seen) -> dict[str, Any]:
    """What the ballot and the look at it are shown with: choices in her own order, and what she has chosen."""
    asked = seen.proposal
    facts = asked_facts(seen, visit.edition, candidacies(visit.unit, asked.id))
    draft = Draft.of(visit.draft, asked.id)
    paper = for_voter(asked, facts["choices"], visit.actor.id)
    facts |= ballot_facts(asked, paper, visit.form, draft.ballot)
    return facts | {"helper": helper_facts(visit, helped_now(visit, draft)), "talk": _path(visit, "/talk"), **REAL}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
