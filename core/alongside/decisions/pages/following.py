"""Following a decision up on its page: what was decided and happens next, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alongside.decisions.actions import following_up
from alongside.decisions.following import ALL_SAID, Happened
from alongside.decisions.life import VOTED_ON, ProposalState
from alongside.decisions.outcome import Result
from alongside.decisions.pages.facts import said
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.saying import happened
from alongside.display import Said as _
from alongside.web.forms import Day, Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit


class State(Fields):
    """What was decided, and what happens next."""

    do = "state"
    decided = LongText(_("What was decided"), longest=MOST_WORDS, rows=2, missing=_("Write what was decided."))
    next = LongText(
        _("What happens next, and who does it"), longest=MOST_WORDS, rows=2, missing=_("Write what happens next.")
    )
    easy_decided = LongText(_("What was decided, in Easy Read"), longest=MOST_WORDS, rows=2, needed=False)
    easy_next = LongText(_("What happens next, in Easy Read"), longest=MOST_WORDS, rows=2, needed=False)
    review = Day(_("Look at it again on"), needed=False)


class LookBack(Fields):
    """Whether what was decided has happened."""

    do = "look_back"
    happened = OneOf(
        _("Did it happen?"), [(one.value, said(happened(one))) for one in Happened], missing=_("Choose an answer.")
    )
    words = LongText(_("In your words"), longest=MOST_WORDS, rows=2, missing=_("Write what happened."))
    again = Day(_("If not all of it: look again on"), needed=False, depends=True)

    def check(self) -> None:
        """What has not all happened is looked at again, if it will at all."""
        if Happened(self.happened.value) not in ALL_SAID and self.again.data is None:
            self.refuse(self.again, _("Choose a day to look at it again."))


def forms(visit: Visit, seen: Seen) -> Iterator[Fields]:
    """The forms of those who lead it, once it is counted."""
    if not seen.leads or seen.proposal.state not in VOTED_ON or (seen.outcome and seen.outcome.waits):
        return
    if _decided(seen) and seen.proposal.state is not ProposalState.KEPT:
        yield LookBack(visit)
    yield _state(visit, seen)


def _state(visit: Visit, seen: Seen) -> State:
    told = {**_of(seen.statement), "review": seen.proposal.review}
    form = State(visit, told)
    if seen.proposal.state is ProposalState.KEPT or not _decided(seen):
        del form.review
    return form


def _decided(seen: Seen) -> bool:
    """Of what was not decided nothing can have happened: not where some have a place in spite of a tie, either."""
    return seen.outcome is not None and seen.outcome.result is Result.DECIDED


def _of(statement: object) -> dict[str, object]:
    names = ("decided", "next", "easy_decided", "easy_next")
    return {name: getattr(statement, name) for name in names} if statement else {}


def state(visit: Visit, proposal: str) -> _ | Fields:
    """Write down what was decided and happens next."""
    form = State(visit)
    if not form.valid():
        return form
    following_up.state_outcome(
        visit.unit,
        proposal,
        form.decided.value,
        form.next.value,
        easy_decided=form.easy_decided.value,
        easy_next=form.easy_next.value,
        review=form.review.data,
    )
    return _("It is written down for everybody.")


def look_back(visit: Visit, proposal: str) -> _ | Fields:
    """Say whether it has happened."""
    form = LookBack(visit)
    if not form.valid():
        return form
    again = form.again.data
    following_up.look_back(visit.unit, proposal, Happened(form.happened.value), form.words.value, again=again)
    return _("Thank you. Everybody can see it now.")
