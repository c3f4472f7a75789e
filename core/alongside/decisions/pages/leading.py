"""What those who lead a proposal do on its page before its vote, and tellers during it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from alongside.decisions.actions import (
    damaged,
    ending,
    ending_early,
    looking,
    rewording,
    roll_mending,
    talking,
    voting,
    waiting,
)
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.pages.asking import VOTING_DAYS, evening
from alongside.decisions.pages.ending import ended
from alongside.decisions.proposal import LONGEST_TITLE
from alongside.decisions.remark import MOST_WORDS
from alongside.display import Said as _
from alongside.instants import local
from alongside.people import offers as people
from alongside.web.forms import Day, Fields, Line, LongText, Person

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.proposal import Proposal
    from alongside.web import Thinking, Visit


class Reword(Fields):
    """The proposal, said more clearly."""

    do = "reword"
    title = Line(_("The question"), longest=LONGEST_TITLE, missing=_("Write your question."))
    why = LongText(_("Why you ask"), longest=MOST_WORDS, rows=3, needed=False)
    easy_title = Line(_("The question in Easy Read"), longest=LONGEST_TITLE, needed=False)
    easy_why = LongText(_("Why you ask, in Easy Read"), longest=MOST_WORDS, rows=2, needed=False)


class Open(Fields):
    """When the vote closes that opens now."""

    do = "open"
    closes = Day(_("Last day to vote"), missing=_("Choose the last day to vote."))


class MoreDays(Fields):
    """When the vote closes instead."""

    do = "more_days"
    closes = Day(_("Last day to vote"), missing=_("Choose the last day to vote."))


class BeginAgain(Fields):
    """When a vote ends that begins again, because its key is lost."""

    do = "begin_again"
    closes = Day(_("Last day to vote"), missing=_("Choose the last day to vote."))


class PutOnRoll(Fields):
    """Who was left off the roll by mistake, and how that came."""

    do = "put_on_roll"
    person = Person(_("Who is missing on the roll?"))
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


class EndEarly(Fields):
    """Why a vote ends before its last day."""

    do = "end_early"
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


class WithdrawVote(Fields):
    """Why an open vote is taken back."""

    do = "withdraw"
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


class Count(Fields):
    """What was thrown in the room, for votes by which places are filled."""

    do = "close"
    lot = Line(
        _("What the dice show"),
        hint=_("Throw dice in the room before you count. They decide if votes are equal."),
        needed=False,
    )


class CountWithout(Count):
    """The same, without damaged votes."""

    do = "count_without"
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


def forms(visit: Visit, seen: Seen) -> Iterator[Fields]:
    """The forms of those who lead it, as far as they are of use now."""
    asked = seen.proposal
    closes = {"closes": local(asked.closes, visit.zone).date()}
    if seen.leads and seen.before_the_vote:
        yield Reword(visit, asked)
    if seen.counts and seen.before_the_vote:
        yield Open(visit, closes)
    if seen.counts and asked.state is ProposalState.OPEN:
        broken = (
            seen.waits_for_count and asked.level is not Level.LOCKED and damaged.said_damaged(visit.unit, asked.id)
        )
        if broken:
            yield _count(visit, asked, CountWithout)
        if broken or voting.is_key_lost(asked):
            yield BeginAgain(visit, {"closes": visit.today + timedelta(days=VOTING_DAYS)})
        yield MoreDays(visit, closes)
        yield WithdrawVote(visit)
        if seen.votes_taken:
            yield EndEarly(visit)
            yield _put_on_roll(visit, asked.id)
        else:
            yield _count(visit, asked)


def _put_on_roll(visit: Visit, proposal: str) -> PutOnRoll:
    form = PutOnRoll(visit)
    missing = people.names_of(visit.unit, roll_mending.missing_on_roll(visit.unit, proposal))
    by_name = sorted(missing.items(), key=lambda one: one[1])
    form.person.offer(by_name)
    return form


def put_on_roll(visit: Visit, proposal: str) -> _ | Fields:
    """Put a member on the roll who was left off it."""
    form = _put_on_roll(visit, proposal)
    if not form.valid():
        return form
    roll_mending.put_on_roll(visit.unit, proposal, form.person.value, form.why.value)
    return _("It is on record, and the member is told.")


def _count(visit: Visit, asked: Proposal, kind: type[Count] = Count) -> Count:
    form = kind(visit)
    if not asked.how.draws:
        del form.lot
    return form


def begin(visit: Visit, proposal: str) -> _:
    """Begin the talk."""
    talking.begin(visit.unit, proposal)
    return _("The talk has begun. Everybody is told.")


def reword(visit: Visit, proposal: str) -> _ | Fields:
    """Keep the words that say it more clearly."""
    form = Reword(visit)
    if not form.valid():
        return form
    words = {name: str(said or "") for name, said in form.data.items()}
    if rewording.reword(visit.unit, proposal, **words).easy_behind:
        return _("The new words are kept. Now say it anew in Easy Read too.")
    return _("The new words are kept.")


def easy_fits(visit: Visit, proposal: str) -> _:
    """Say that its Easy Read says the same."""
    rewording.easy_still_fits(visit.unit, proposal)
    return _("It is noted: the Easy Read says the same.")


def open_vote(visit: Visit, proposal: str) -> _ | Fields:
    """Open the vote."""
    form = Open(visit)
    if not form.valid():
        return form
    voting.open_vote(visit.unit, proposal, closes=evening(visit, form.closes))
    return _("The vote is open. Everybody on the roll is told.")


def more_days(visit: Visit, proposal: str) -> _ | Fields:
    """Let the vote end later."""
    form = MoreDays(visit)
    if not form.valid():
        return form
    waiting.give_more_days(visit.unit, proposal, evening(visit, form.closes))
    return _("There is more time to vote. Everybody on the roll is told.")


def begin_again(visit: Visit, proposal: str) -> Thinking | Fields:
    """Begin a vote again whose key is lost."""
    form = BeginAgain(visit)
    if not form.valid():
        return form
    closes = evening(visit, form.closes)
    again = _("The vote has begun again. Everybody on the roll is told.")
    return ended(visit, lambda place: ending.begin_again(place, proposal, closes), again)


def close(visit: Visit, proposal: str) -> Thinking | Fields:
    """Close the vote and count it."""
    visit.unit.need("decisions.count")
    form = Count(visit)
    if not form.valid():
        return form
    lot = form.lot.value
    return ended(visit, lambda place: ending.count(place, proposal, lot=lot), _("The votes are counted."))


def end_early(visit: Visit, proposal: str) -> _ | Fields:
    """Take no more votes."""
    form = EndEarly(visit)
    if not form.valid():
        return form
    ending_early.end_early(visit.unit, proposal, form.why.value)
    return _("The vote has ended. Everybody on the roll is told why.")


def count_without(visit: Visit, proposal: str) -> Thinking | Fields:
    """Count without the votes that are damaged."""
    visit.unit.need("decisions.count")
    form = CountWithout(visit)
    if not form.valid():
        return form
    lot, why = form.lot.value, form.why.value
    return ended(
        visit,
        lambda place: ending.count(place, proposal, lot=lot, without_damaged=why),
        _("The votes are counted."),
    )


def withdraw(visit: Visit, proposal: str) -> Thinking | Fields:
    """Take it back; once its vote is open, with a reason."""
    form = WithdrawVote(visit)
    if looking.look(visit.unit, proposal).proposal.state is ProposalState.OPEN:
        visit.unit.need("decisions.count")
        if not form.valid():
            return form
    why = form.why.data or ""
    return ended(visit, lambda place: ending.withdraw(place, proposal, why), _("It is withdrawn."))
