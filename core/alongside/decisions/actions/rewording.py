"""Saying a proposal more clearly: a changed text is read anew, and its Easy Read does not stay behind unseen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.decisions.actions import letters
from alongside.decisions.actions.holding import hold, must_lead
from alongside.decisions.life import BEFORE_THE_VOTE, NotNow, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.refusal import worded
from alongside.store import Unit

IN_EASY = {"title": "easy_title", "why": "easy_why"}
"""What says the same in Easy Read."""


def reword(unit: Unit, id: str, **words: str) -> Proposal:  # noqa: A002 - what the column is called
    """Say a proposal more clearly, before its vote: by the one who made it, or by a teller.

    Words that are empty, or as they were, change nothing. A text that members read already is read anew: its days
    begin again, and they are told. Easy Read that was a copy stays one; any other is behind until it is said anew.
    """
    found = _before_the_vote(unit, id)
    known = {name: said.strip() for name, said in words.items() if said.strip()}
    changed = {name: said for name, said in known.items() if said != getattr(found, name)}
    if not changed:
        return found
    said_anew = unit.change(PROPOSALS, found, **changed, **_in_easy(found, changed), **_read_anew(unit, found))
    if found.state is ProposalState.TALKED_ABOUT:
        _tell(unit, said_anew)
    return said_anew


def easy_still_fits(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Say that the Easy Read of a proposal says the same as its text, which was said anew."""
    found = _before_the_vote(unit, id)
    return unit.change(PROPOSALS, found, easy_behind=False)


def must_say_the_same(found: Proposal) -> None:
    """Refuse to open a vote whose Easy Read asks something older than its text."""
    if found.easy_behind:
        raise NotNow(
            worded(
                "decisions",
                "“{title}” was said anew, and its Easy Read was not. Say that anew too, or that it fits.",
                title=found.title,
            )
        )


def _before_the_vote(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = hold(unit, id)
    found.must_be(*BEFORE_THE_VOTE)
    must_lead(unit, found)
    return found


def _in_easy(found: Proposal, changed: Mapping[str, str]) -> dict[str, Any]:
    """The Easy Read that follows the text because it was a copy of it, and whether the rest is behind."""
    alone = [name for name in IN_EASY if name in changed and IN_EASY[name] not in changed]
    copies = {
        IN_EASY[name]: changed[name] for name in alone if getattr(found, IN_EASY[name]) == getattr(found, name)
    }
    said_in_easy = any(easy in changed for easy in IN_EASY.values())
    return {**copies, "easy_behind": len(copies) < len(alone) or (found.easy_behind and not said_in_easy)}


def _read_anew(unit: Unit, found: Proposal) -> dict[str, Any]:
    return {"talked_since": unit.now} if found.state is ProposalState.TALKED_ABOUT else {}


def _tell(unit: Unit, said_anew: Proposal) -> None:
    zone = enterprise.the_enterprise(unit).zone
    for person in enterprise.people_with(unit, "member"):
        letters.said_anew(unit, said_anew, person, zone)
