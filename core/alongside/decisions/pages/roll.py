"""Who may vote: the roll with faces and names, how many have voted, and how many have to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions import looking, roll_reading
from alongside.decisions.pages.facts import asked_facts, said
from alongside.decisions.saying_who import how_voted
from alongside.display import Said, View

if TYPE_CHECKING:
    from alongside.decisions.actions.roll_reading import Voter
    from alongside.web import Visit


def page(visit: Visit) -> View:
    """Show the roll. Beside a name stands whether she has voted only where whoever looks may know it."""
    roll = roll_reading.read(visit.unit, visit.path["proposal"])
    seen = looking.look(visit.unit, visit.path["proposal"])
    facts = asked_facts(seen, visit.edition) | {
        "roll": roll,
        "voters": [(one.face, _voted(one), one.face.person == visit.actor.id) for one in roll.voters],
        "decision": visit.link(f"/decisions/{seen.proposal.id}"),
    }
    return View("roll.html", "Who may vote", facts)


def _voted(one: Voter) -> list[Said]:
    return [said(sentence) for sentence in how_voted(one.line, one.helper)] if one.line else []
