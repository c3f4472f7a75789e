"""Reading a roll: who may vote is for every member to see, who has voted for tellers and, of herself, for each."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.decisions import offers
from alongside.decisions.actions.by_the_roll import need_to_vote
from alongside.decisions.life import BEFORE_THE_VOTE
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.people import offers as people
from alongside.people.face import Face
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Voter:
    """Somebody who may vote. ``line`` is hers on the roll where whoever looks may know whether she has voted."""

    face: Face
    line: RollLine | None = None
    helper: str = ""


@attrs.frozen(kw_only=True)
class Roll:
    """Those who may vote, by name, and how many more are on it who are on record no longer.

    It is ``frozen`` from the opening on; before, it is who would be on it today.
    """

    voters: tuple[Voter, ...]
    nameless: int
    frozen: bool


def read(unit: Unit, id: str) -> Roll:  # noqa: A002 - what the column is called
    """Return the roll of a proposal, as far as the one who acts may see it.

    Raises:
        NotAllowed: for whoever neither has a vote nor counts: the others are told how many, and not who.
    """
    if not unit.may("decisions.count"):
        need_to_vote(unit, id)
    found = unit.get(PROPOSALS, id)
    if found.state in BEFORE_THE_VOTE:
        faces = people.faces_of(unit, offers.entitled(unit, found)).values()
        return Roll(voters=_by_name(Voter(face=face) for face in faces), nameless=0, frozen=False)
    lines = unit.find(ROLL, ROLL.table.c.proposal == id)
    return Roll(
        voters=_voters(unit, found, lines), nameless=sum(line.person is None for line in lines), frozen=True
    )


def _voters(unit: Unit, found: Proposal, lines: list[RollLine]) -> tuple[Voter, ...]:
    # Whoever sits beside a teller would read it too; and nobody is a teller of an election in which she stands.
    counts = unit.may("decisions.count") and not found.is_stood_in_by(unit.actor.id)
    all_told = counts and unit.actor.helper is None
    told = {str(line.person): line for line in lines if line.person and (all_told or line.person == unit.actor.id)}
    faces = people.faces_of(unit, [line.person for line in lines if line.person])
    helpers = people.names_of(unit, [line.helper for line in told.values() if line.helper])
    return _by_name(
        Voter(face=face, line=told.get(person), helper=_helper(told.get(person), helpers))
        for person, face in faces.items()
    )


def _helper(line: RollLine | None, names: dict[str, str]) -> str:
    return names.get(line.helper or "", "") if line else ""


def _by_name(voters: Iterable[Voter]) -> tuple[Voter, ...]:
    return tuple(sorted(voters, key=lambda one: (one.face.name.casefold(), one.face.person)))
