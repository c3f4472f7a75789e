"""Counting again: the page that hands out a bundle, and the paper on which tellers keep the closing record."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from alongside.decisions import closing_record, saying
from alongside.decisions.actions import looking, recounting
from alongside.decisions.outcome import FIGURES_FROM, Outcome
from alongside.decisions.pages.facts import asked_facts, said
from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound, worded
from alongside.reports.pdf import make_pdf
from alongside.web import GoTo, PackedAnswer, PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.store import Unit
    from alongside.web import Visit

PART = "decisions"


def again(visit: Visit) -> View | GoTo:
    """Show what a bundle of the decision holds, and the number that tellers have of it."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if seen.outcome is None or seen.outcome.waits:
        return GoTo(_path(visit))
    facts = asked_facts(seen, visit.edition) | _record(seen.outcome) | {"here": _path(visit)}
    return View("again.html", "Count it again", facts)


def take(visit: Visit) -> PackedAnswer:
    """Hand out the bundle."""
    made = recounting.bundle(visit.unit, visit.path["proposal"])
    name = f"vote-{visit.path['proposal'][:8]}.zip"
    return PackedAnswer(made.zipped(), name, again=f"{_path(visit)}/again")


def closing(visit: Visit) -> Thinking:
    """Make the closing record as a paper for tellers, in the edition of the address."""
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("closing record", visit.path["edition"]) from wrong
    html = compose(visit.unit, visit.path["proposal"], edition)
    name = f"closing-record-{visit.path['proposal'][:8]}.pdf"
    return Thinking(partial(make_pdf, html), lambda _, pdf: PdfAnswer(pdf, name))


def compose(unit: Unit, proposal: str, edition: Edition) -> str:
    """Put the paper together, as HTML.

    Raises:
        NotFound: where the vote is not counted, or was before there were closing records.
    """
    seen = looking.look(unit, proposal)
    if seen.outcome is None or seen.outcome.closing is None:
        not_yet = worded("decisions", "It is there once the vote is counted.")
        raise NotFound("closing record of", seen.proposal.title, not_yet)
    own = enterprise.the_enterprise(unit)
    facts = asked_facts(seen, edition) | _record(seen.outcome) | {"words": _words(seen)}
    facts["damaged"] = [said(one) for one in saying.not_counted(seen.proposal, seen.outcome.damaged)]
    return Display({PART: "alongside.decisions"}).render(
        PART,
        View("closing.html", Said("{title}", title=facts["title"]), facts),
        frame="paper",
        edition=edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )


def _record(outcome: Outcome) -> dict[str, Any]:
    """What of the closing record is shown, its number in groups as people compare it."""
    if outcome.closing is None:
        return {"number": "", "record": None, "holds": "nothing"}
    kept = "totals" if outcome.taking_part >= FIGURES_FROM else "nothing"
    return {
        "number": closing_record.in_groups(closing_record.digest(outcome.closing)),
        "record": json.loads(outcome.closing),
        "holds": "ballots" if outcome.alike else kept,
    }


def _words(seen: Seen) -> list[str]:
    return [option.words for option in seen.proposal.options]


def _path(visit: Visit) -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}")
