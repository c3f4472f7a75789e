"""Standing for election on the page of a proposal, and standing down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions import proposing
from alongside.decisions.ballot import BallotKind
from alongside.decisions.remark import MOST_WORDS
from alongside.display import Said as _
from alongside.web.forms import Fields, LongText

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit


class Stand(Fields):
    """What somebody who stands says she would do."""

    do = "stand"
    words = LongText(
        _("What do you want to do?"),
        longest=MOST_WORDS,
        rows=2,
        hint=_("A sentence or two. Everybody reads it beside your name."),
        needed=False,
    )


def may_stand(visit: Visit, seen: Seen) -> bool:
    """True if whoever looks can put her name on the ballot, or take it off."""
    chooses_people = seen.proposal.how.ballot is not BallotKind.ONE
    return chooses_people and seen.before_the_vote and visit.unit.may("decisions.propose")


def stands(visit: Visit, seen: Seen) -> bool:
    """True if the name of whoever looks is on the ballot."""
    return any(option.person == visit.actor.id for option in seen.proposal.options)


def stand(visit: Visit, proposal: str) -> _ | Fields:
    """Put her name on the ballot."""
    form = Stand(visit)
    if not form.valid():
        return form
    proposing.stand(visit.unit, proposal, form.words.value)
    return _("You stand. Your name is on the ballot.")


def stand_down(visit: Visit, proposal: str) -> _:
    """Take her name off the ballot."""
    proposing.stand_down(visit.unit, proposal)
    return _("You do not stand any more.")
