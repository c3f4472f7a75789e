"""Whom a vote concerns: everybody on its roll, who stands in it or proposed it, and who counts it."""

from __future__ import annotations

from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.store import Unit


def on_the_roll(unit: Unit, found: Proposal) -> list[str]:
    """Return those on the roll of a vote who are on record still; nobody before it opens."""
    lines = unit.find(ROLL, ROLL.table.c.proposal == found.id, ROLL.table.c.person.is_not(None))
    return [line.person for line in lines if line.person]


def concerned(unit: Unit, found: Proposal) -> list[str]:
    """Return whom to tell what becomes of a vote, each once: who stands in it or proposed it may be on no roll."""
    stand = [option.person for option in found.options if option.person and not option.withdrawn]
    beside = [*stand, *([found.proposer] if found.proposer else [])]
    here = people.by_ids(unit, beside)
    return list(dict.fromkeys([*on_the_roll(unit, found), *(person for person in beside if person in here)]))


def who_counts(unit: Unit, found: Proposal, *apart: str | None) -> list[str]:
    """Return the tellers of a vote, else the stewards; none who stands in it, and none who is kept ``apart``."""
    for role in ("teller", "steward"):
        held = enterprise.people_with(unit, role)
        free = [person for person in held if person not in apart and not found.is_stood_in_by(person)]
        if free:
            return free
    return []
