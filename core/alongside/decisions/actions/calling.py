"""Calling those on a roll to vote once a vote has begun again, each in the words that are right for her."""

from __future__ import annotations

from alongside.decisions.actions import letters
from alongside.decisions.actions.concerned import on_the_roll
from alongside.decisions.actions.recording import recorded
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import Proposal
from alongside.store import Unit


def call_again(unit: Unit, again: Proposal) -> None:
    """Tell everybody on the roll that votes are taken again: whoever never could vote before, that she can now."""
    new = _put_on_since(unit, again.id)
    for person in on_the_roll(unit, again):
        tell = letters.vote_opened if person in new else letters.vote_again
        tell(unit, again, person)


def _put_on_since(unit: Unit, proposal: str) -> set[str | None]:
    """Those who were put on the roll after the vote had begun again: no vote of theirs was lost."""
    done = recorded(unit, proposal, Done.BEGUN_AGAIN, Done.PUT_ON_ROLL)
    last = max((at for at, one in enumerate(done) if one.what is Done.BEGUN_AGAIN), default=len(done))
    return {one.person for one in done[last:]}
