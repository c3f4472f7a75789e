"""Who helps a voter: asked on a page of its own before she votes, one question at a time.

Where a helper came in with her (``visitor.helper``), nobody has to say it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import helping, looking
from alongside.decisions.draft import Draft
from alongside.decisions.roll import Help, Helped
from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit

SOMEBODY = "somebody"
"""What is sent where the helper is none of those on the page: then nobody is named."""


def who_helps(visit: Visit) -> View | GoTo:
    """Ask who helps; then how, and for the helper's promise."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if not seen.may_vote:
        return GoTo(_path(visit))
    must_have_room(visit, seen.proposal)
    helped = helped_now(visit, Draft.of(visit.draft, seen.proposal.id))
    facts: dict[str, Any] = {
        "here": _path(visit, "/helper"),
        "vote": _path(visit, "/vote"),
        "helper": helper_facts(visit, helped),
        "helpers": [people.face_of(one) for one in helping.helpers(visit.unit, seen.proposal.id)],
        "somebody": SOMEBODY,
        "beside": visit.visitor.helper is not None,
    }
    # Another heading for the second step: who hears the page knows that the first was taken in.
    title = _("Is somebody helping you?") if facts["helper"] is None else _("Somebody is helping you")
    return View("helper.html", title, facts)


def send_helper(visit: Visit) -> GoTo:
    """Keep in the draft who helps and how; it goes on the roll with the vote, not before."""
    proposal = visit.path["proposal"]
    looking.look(visit.unit, proposal)
    draft = Draft.of(visit.draft, proposal)
    helped = _helped(visit, helped_now(visit, draft))
    kept = Draft(about=proposal, ballot=draft.ballot, helped=helped).text
    asks_how = helped is not None and "who" in visit.form
    return GoTo(_path(visit, "/helper" if asks_how else "/vote"), draft=kept)


def _helped(visit: Visit, before: Helped | None) -> Helped | None:
    who, how = visit.form.get("who", ""), visit.form.get("how", "")
    if who == "nobody":
        return None
    if who:
        return Helped(
            helper=None if who == SOMEBODY else helping.named(visit.unit, visit.path["proposal"], who).id
        )
    if how not in {one.value for one in Help}:
        raise BadInput(worded("decisions", "It was not said how you are helped. Choose one of the answers."))
    return Helped(helper=before.helper if before else None, how=Help(how))


def helped_now(visit: Visit, draft: Draft) -> Helped | None:
    """Return who helps with this vote: who came in with her, else whom she has named for it.

    Raises:
        BadInput: where that one stands in this very vote; said as she opens the ballot, before she chooses.
    """
    with_her = visit.visitor.helper
    helped = draft.helped
    if with_her and (helped is None or helped.helper != with_her.person):
        helped = Helped(helper=with_her.person)
    if helped and helped.helper:
        helping.check_helper(visit.unit, looking.look(visit.unit, draft.about).proposal, helped.helper)
    return helped


def must_have_room(visit: Visit, asked: Proposal) -> None:
    """Refuse a ballot to a voter whose helper came in with her and helps as many others as one may.

    One whom she has named was asked about then. It is said as a page opens, and not as she sends what she chose.
    """
    beside = visit.visitor.helper
    if beside:
        helping.must_have_room(visit.unit, asked, beside.person)


def helper_facts(visit: Visit, helped: Helped | None) -> dict[str, Any] | None:
    """Return the helper's name and face, as pages show her; None where nobody helps."""
    if helped is None:
        return None
    face = people.faces_of(visit.unit, [helped.helper]).get(helped.helper) if helped.helper else None
    if face is None:
        return {"name": ""}
    return {"name": face.name, "photo": face.photo, "picture": face.picture}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
