"""Voting at a keyboard: whoever says that she is somebody has to show it before a vote is taken."""

from __future__ import annotations

from alongside.decisions.actions import voting
from alongside.decisions.actions.by_the_roll import need_to_vote
from alongside.decisions.ballot import Ballot
from alongside.decisions.roll import Helped, RollLine
from alongside.refusal import Refusal, worded
from alongside.sign_in import offers as sign_in
from alongside.store import Unit


class NotHerself(Refusal):
    """It was not shown that the one who votes is the one who is named: nobody votes for somebody else."""

    status = 403


def cast(unit: Unit, id: str, ballot: Ballot, shown: str, *, helped: Helped | None = None) -> RollLine:  # noqa: A002 - what the column is called
    """Take the ballot of the one who acts, as her page does.

    ``shown`` is what shows that it is she: her own card as a reader types it, or her own password.

    Raises:
        NotHerself: where it is neither.
        Refusal: as ``voting.vote`` does.
    """
    need_to_vote(unit, id)
    if not sign_in.is_shown_by(unit, unit.actor.id, shown):
        raise NotHerself(
            worded(
                "decisions",
                "That is not the card or the password of {name}. Everybody votes for herself: on her page, "
                "with her card, or through a teller who is rung.",
                name=unit.actor.name,
            )
        )
    return voting.vote(unit, id, ballot, helped=helped)
