"""The page of one proposal: to read before its vote, and to see decided and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.actions.by_the_roll import may_vote
from alongside.decisions.actions.helping import kinds_of_help
from alongside.decisions.level import Level
from alongside.decisions.pages import by_hand, following, leading
from alongside.decisions.pages.facts import asked_facts, chosen_by, for_voter, said, story_of
from alongside.decisions.pages.on_record import told
from alongside.decisions.pages.reading import sheet
from alongside.decisions.pages.standing import may_stand
from alongside.decisions.pages.talking import may_answer, may_ask
from alongside.decisions.saying import happened
from alongside.decisions.saying_done import helped
from alongside.display import Said as _
from alongside.display import View
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.pages.facts import Choice
    from alongside.web import Visit
    from alongside.web.forms import Fields


def proposal(visit: Visit) -> View:
    """Show one proposal with what can be done about it now, by the one who looks."""
    return page(visit)


def page(visit: Visit, wrong: Fields | None = None) -> View:
    """Show the page; a form that was sent and is ``wrong`` stands there in its place."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    about = looking.background(visit.unit, seen.proposal.id)
    facts = asked_facts(seen, visit.edition, about.standing)
    paper = for_voter(seen.proposal, facts["choices"], visit.actor.id)
    facts |= {"about": about, "paper": paper, "here": _path(visit)}
    facts |= {"sheet": sheet(seen, facts["why"], paper, visit.query.get("part", ""))}
    facts |= _may(visit, seen) | _waiting(visit, seen)
    facts["chosen_by"] = _chosen_by(visit, seen, facts["choices"])
    facts["story"] = story_of(seen, facts["choices"])
    facts["by_hand"] = by_hand.offered(seen)
    facts["helped"] = _helped(visit, seen)
    facts["done"] = told(visit.unit, seen.proposal.id)
    facts["opens_from"] = seen.proposal.opens_from(about.zone)
    facts["reviews"] = [(one, said(happened(one.happened))) for one in about.reviews]
    facts["forms"] = _forms(visit, seen) | ({wrong.act: wrong} if wrong else {})
    return View("proposal.html", _("{title}", title=facts["title"]), facts)


def votes(visit: Visit) -> View | GoTo:
    """Show the figures of an outcome, and how places were filled, where the group is large enough for them."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if seen.outcome is None:
        return GoTo(_path(visit))
    facts = asked_facts(seen, visit.edition) | {"here": _path(visit), "by_hand": by_hand.offered(seen)}
    facts["chosen_by"] = _chosen_by(visit, seen, facts["choices"])
    facts["story"] = story_of(seen, facts["choices"])
    facts["helped"] = _helped(visit, seen)
    return View("votes.html", "The votes", facts)


def _helped(visit: Visit, seen: Seen) -> list[_]:
    """How many voted with each kind of help, once it is counted."""
    kinds = kinds_of_help(visit.unit, seen.proposal.id) if seen.outcome else {}
    return [said(helped(kind, people)) for kind, people in kinds.items()]


def _chosen_by(visit: Visit, seen: Seen, paper: list[Choice]) -> list[tuple[list[Choice], list[str]]]:
    """Who chose what, where it was an open vote and is counted."""
    told = seen.outcome and seen.proposal.level is Level.OPEN
    return chosen_by(paper, looking.who_chose(visit.unit, seen.proposal.id)) if told else []


def _may(visit: Visit, seen: Seen) -> dict[str, Any]:
    """What whoever looks may do about it."""
    return {
        "may_stand": may_stand(visit, seen),
        "may_read_roll": may_vote(visit.unit, seen.proposal.id) or seen.counts,
        "may_ask": may_ask(visit, seen),
        "may_answer": may_answer(visit, seen),
    }


def _waiting(visit: Visit, seen: Seen) -> dict[str, Any]:
    """Who wants to talk first, by name, and how many are not sure yet: for those who lead it."""
    talk, unsure = looking.waiting(visit.unit, seen.proposal.id) if seen.leads else ([], 0)
    return {"want_to_talk": talk, "not_sure": unsure}


def _forms(visit: Visit, seen: Seen) -> dict[str, Fields]:
    """The forms that this visitor may fill in, by what each sends."""
    found = [*leading.forms(visit, seen), *following.forms(visit, seen)]
    return {form.act: form for form in found}


def _path(visit: Visit) -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}")
