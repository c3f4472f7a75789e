"""Helping: who may sit beside a voter, and taking a note of help off the roll again."""

from __future__ import annotations

from alongside.decisions import taking_part
from alongside.decisions.actions.by_the_roll import need_to_see, need_to_vote
from alongside.decisions.actions.holding import own_line
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NO_HELP, Help, RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def helpers(unit: Unit, id: str) -> list[Person]:  # noqa: A002 - what the column is called
    """Return those whom the one who acts has chosen as her supporters and who may help with this vote."""
    need_to_vote(unit, id)
    asked = unit.get(PROPOSALS, id)
    chosen = people.by_ids(unit, people.supporters_of(unit, unit.actor.id))
    return [person for person in chosen.values() if not _stands(asked, person.id)]


def named(unit: Unit, id: str, helper: str) -> Person:  # noqa: A002 - what the column is called
    """Return whom the one who acts names as her helper in a vote: one of her supporters.

    Raises:
        NotFound: for anybody else; who helps without being one is not named.
        BadInput: where that one helps as many as one helper may; other ways to vote are named with it.
    """
    found = next((person for person in helpers(unit, id) if person.id == helper), None)
    if found is None:
        raise NotFound("supporter of yours", helper, worded("decisions", "Choose one of those on the page."))
    must_have_room(unit, unit.get(PROPOSALS, id), found.id)
    return found


def must_have_room(unit: Unit, asked: Proposal, helper: str) -> None:
    """Refuse a helper who helps as many others as members have allowed: as a ballot opens, never as it is sent.

    Raises:
        BadInput: naming other ways to vote.
    """
    table = ROLL.table
    others = unit.find(
        ROLL,
        table.c.proposal == asked.id,
        table.c.helper == helper,
        table.c.person.is_distinct_from(unit.actor.id),
    )
    if asked.help_limit is not None and len(others) >= asked.help_limit:
        raise BadInput(
            worded(
                "decisions",
                "{name} helps as many people with this vote as one helper may. "
                "Choose somebody else, ask for a paper ballot, or vote by telephone.",
                name=people.present(unit, helper).name,
            )
        )


def check_helper(unit: Unit, asked: Proposal, helper: str, whom: str | None = None) -> Person:
    """Return the person who helps: the one who acts, or ``whom`` a teller notes something for.

    Raises:
        BadInput: where she names herself, or somebody who stands in this very vote.
    """
    person = people.present(unit, helper)
    if helper == (whom or unit.actor.id):
        raise BadInput(
            worded("decisions", "You cannot be your own helper. Say who helps you, or that nobody does.")
        )
    if _stands(asked, helper):
        stands = worded(
            "decisions",
            "{name} stands in “{title}” and cannot help with it. Ask somebody else to help you.",
            name=person.name,
            title=asked.title,
        )
        raise BadInput(stands)
    return person


def kinds_of_help(unit: Unit, id: str) -> dict[Help, int]:  # noqa: A002 - what the column is called
    """Return how many voted with each kind of help, where the groups are large enough to be told (vocabulary)."""
    need_to_see(unit, id)
    voted = unit.find(ROLL, ROLL.table.c.proposal == id, ROLL.table.c.voted)
    return taking_part.kinds_of_help(voted)


def _stands(asked: Proposal, person: str) -> bool:
    return any(option.person == person for option in asked.options)


def not_helped(unit: Unit, id: str) -> RollLine:  # noqa: A002 - what the column is called
    """Take the note of help off the line of the one who acts: it was not so. Her vote stays.

    Raises:
        NotWithAHelper: where somebody has come in with her, and so it is so.
        NotNow: where the vote is not open.
    """
    unit.need_alone()
    need_to_vote(unit, id)
    _found, line = own_line(unit, id)
    return unit.change(ROLL, line, **NO_HELP)
