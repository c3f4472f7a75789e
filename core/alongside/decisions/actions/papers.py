"""Paper ballots on the roll: giving one out, taking it back, and noting that it came into the box."""

from __future__ import annotations

from alongside.decisions.actions import key_cards
from alongside.decisions.actions.holding import hold_as_teller, line_of
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NO_HELP, NOTHING_SENT, Channel, NotOnTheRoll, RollLine
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import worded
from alongside.store import Unit


def give(unit: Unit, id: str, person: str) -> RollLine:  # noqa: A002 - what the column is called
    """Note that somebody on the roll was given a paper ballot: from now on she votes on paper, and nowhere else.

    Raises:
        NotNow: after the close, in an open vote, and where she has voted already or has a paper.
    """
    found = hold_as_teller(unit, id)
    found.must_take_votes(unit.now)
    line = _line(unit, found, person)
    name = people.present(unit, person).name
    if found.level is Level.OPEN:
        raise NotNow(
            worded(
                "decisions",
                "“{title}” is an open vote, and a paper has no name. {name} can vote by telephone instead.",
                title=found.title,
                name=name,
            )
        )
    if line.paper:
        raise NotNow(
            worded(
                "decisions", "{name} has a paper ballot already. If it is spoilt, take it back first.", name=name
            )
        )
    if line.voted:
        raise NotNow(
            worded(
                "decisions",
                "{name} has voted already. First she takes that vote back, then you give her a paper.",
                name=name,
            )
        )
    return unit.change(ROLL, line, paper=True, waits=None)


def take_back(unit: Unit, id: str, person: str) -> RollLine:  # noqa: A002 - what the column is called
    """Note that a paper that was given out came back unused: she can vote on a screen again.

    Raises:
        NotNow: after the close, where she has none, and where it lies in the box.
    """
    found = hold_as_teller(unit, id)
    found.must_take_votes(unit.now)
    line = _with_paper(unit, found, person)
    if line.voted:
        _lies_in_the_box(unit, person)
    return unit.change(ROLL, line, paper=False)


def came(unit: Unit, id: str, person: str) -> RollLine:  # noqa: A002 - what the column is called
    """Note that somebody has put her paper into the box: she has voted. Which paper is hers is known to nobody.

    Raises:
        NotNow: after the count, and where she was given none or it came already.
    """
    found = hold_as_teller(unit, id)
    found.must_be(ProposalState.OPEN)
    key_cards.must_take_ballots(unit, found)
    line = _with_paper(unit, found, person)
    if line.voted:
        _lies_in_the_box(unit, person)
    return unit.change(ROLL, line, voted=True, day=enterprise.today(unit), channel=Channel.PAPER)


def did_not_come(unit: Unit, id: str, person: str) -> RollLine:  # noqa: A002 - what the column is called
    """Take the mark off again: it was somebody else's paper. She still has hers.

    Raises:
        NotNow: after the count, and where no paper of hers was marked.
    """
    found = hold_as_teller(unit, id)
    found.must_be(ProposalState.OPEN)
    line = _with_paper(unit, found, person)
    if not line.voted:
        raise NotNow(
            worded("decisions", "No paper of {name} is marked as come.", name=people.present(unit, person).name)
        )
    return unit.change(ROLL, line, **NOTHING_SENT, **NO_HELP)


def on_paper(unit: Unit, proposal: str) -> list[RollLine]:
    """Return the lines of those who were given a paper ballot."""
    return unit.find(ROLL, ROLL.table.c.proposal == proposal, ROLL.table.c.paper)


def _with_paper(unit: Unit, found: Proposal, person: str) -> RollLine:
    line = _line(unit, found, person)
    if not line.paper:
        raise NotNow(
            worded(
                "decisions",
                "{name} was given no paper ballot. Note first that she has one.",
                name=people.present(unit, person).name,
            )
        )
    return line


def _lies_in_the_box(unit: Unit, person: str) -> None:
    raise NotNow(
        worded(
            "decisions",
            "The paper of {name} lies in the box. Nobody can tell which one it is, so it stays there.",
            name=people.present(unit, person).name,
        )
    )


def _line(unit: Unit, found: Proposal, person: str) -> RollLine:
    line = line_of(unit, found.id, person)
    if line is None:
        name = people.present(unit, person).name
        raise NotOnTheRoll(
            worded("decisions", "{name} is not on the roll of “{title}”.", name=name, title=found.title)
        )
    return line
