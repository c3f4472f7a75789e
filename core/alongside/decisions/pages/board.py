"""The board: what is open, what is talked about, what was decided, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.life import VOTED_ON
from alongside.decisions.pages.facts import asked_facts
from alongside.display import View

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit

_GROUPS: dict[str, Callable[[Seen], bool]] = {
    "open": lambda seen: seen.votes_taken,
    "waiting": lambda seen: seen.waits_for_count,
    "talked_about": lambda seen: seen.before_the_vote,
    "due": lambda seen: seen.review_due,
    "decided": lambda seen: seen.proposal.state in VOTED_ON and not seen.review_due,
}
"""Where on the board a proposal stands. What was withdrawn stands nowhere; its own page tells."""

AT_ONCE = 6
"""So many earlier decisions stand on one page in Easy Read."""


def board(visit: Visit) -> View:
    """Show every proposal in the group it belongs to: first what the one who looks can vote on."""
    facts = {**_groups(visit, *_GROUPS), "may_propose": visit.unit.may("decisions.propose"), "zone": visit.zone}
    return View("board.html", "Decisions", facts)


def talked_about(visit: Visit) -> View:
    """Show what is talked about and not voted on yet."""
    facts = {**_groups(visit, "talked_about"), "zone": visit.zone}
    return View("talked_about.html", "What we talk about", facts)


def decided(visit: Visit) -> View:
    """Show what was decided, the latest first, a few at a time."""
    groups = _groups(visit, "due", "decided")
    every = groups["due"] + groups["decided"]
    text = visit.query.get("from", "")
    first = min(int(text), len(every)) if text.isdecimal() and len(text) < 7 else 0
    facts = {
        "shown": every[first : first + AT_ONCE],
        "more": first + AT_ONCE,
        "left": len(every) - first - AT_ONCE,
    }
    return View("earlier.html", "What we decided", facts)


def _groups(visit: Visit, *wanted: str) -> dict[str, Any]:
    # What waits for her vote stands before what she has voted on; in each, the first to close first.
    every = sorted(looking.board(visit.unit), key=lambda seen: seen.votes_taken and not seen.waits_for_me)
    return {name: [asked_facts(seen, visit.edition) for seen in every if _GROUPS[name](seen)] for name in wanted}
