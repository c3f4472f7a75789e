"""What the page of a proposal can send: standing for election, and the acts of those who lead it or count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from alongside.decisions.actions import closing, following_up, proposing, talking, voting, waiting
from alongside.decisions.following import Happened
from alongside.display import Said
from alongside.display import Said as _
from alongside.instants import at
from alongside.refusal import BadInput
from alongside.web import GoTo, Thinking

if TYPE_CHECKING:
    from alongside.store import Store, Unit
    from alongside.web import Visit

EVENING = time(20)
"""When a vote closes on its last day: after the café has closed and people are home."""


def send(visit: Visit) -> GoTo | Thinking:
    """Do what the form of the page asks for."""
    act = visit.form.get("act", "")
    if act not in _ACTS:
        raise BadInput(f"this page cannot “{act}”", remedy="Open the page again and choose there.")
    return _ACTS[act](visit, visit.path["proposal"])


def _stand(visit: Visit, proposal: str) -> GoTo:
    proposing.stand(visit.unit, proposal, visit.form.get("words", ""))
    return _back(visit, _("You stand. Your name is on the ballot."))


def _stand_down(visit: Visit, proposal: str) -> GoTo:
    proposing.stand_down(visit.unit, proposal)
    return _back(visit, _("You do not stand any more."))


def _begin(visit: Visit, proposal: str) -> GoTo:
    talking.begin(visit.unit, proposal)
    return _back(visit, _("The talk has begun. Everybody is told."))


def _reword(visit: Visit, proposal: str) -> GoTo:
    names = ("title", "easy_title", "why", "easy_why")
    proposing.reword(visit.unit, proposal, **{name: visit.form.get(name, "") for name in names})
    return _back(visit, _("The new words are kept."))


def _open(visit: Visit, proposal: str) -> GoTo:
    voting.open_vote(visit.unit, proposal, closes=closing_in(visit))
    return _back(visit, _("The vote is open. Everybody on the roll is told."))


def _more_days(visit: Visit, proposal: str) -> GoTo:
    closes = closing_in(visit)
    if closes is None:
        raise BadInput("there is no last day to vote", remedy="Give the day on which the vote closes.")
    waiting.give_more_days(visit.unit, proposal, closes)
    return _back(visit, _("There is more time to vote. Everybody on the roll is told."))


def _state(visit: Visit, proposal: str) -> GoTo:
    form = visit.form
    following_up.state_outcome(
        visit.unit,
        proposal,
        form.get("decided", ""),
        form.get("next", ""),
        easy_decided=form.get("easy_decided", ""),
        easy_next=form.get("easy_next", ""),
        review=day_in(visit, "review"),
    )
    return _back(visit, _("It is written down for everybody."))


def _look_back(visit: Visit, proposal: str) -> GoTo:
    said = visit.form.get("happened", "")
    if said not in {one.value for one in Happened}:
        raise BadInput("it was not said whether it happened", remedy="Choose one of the answers.")
    again = day_in(visit, "again")
    words = visit.form.get("words", "")
    following_up.look_back(visit.unit, proposal, Happened(said), words, again=again)
    return _back(visit, _("Thank you. Everybody can see it now."))


def _close(visit: Visit, proposal: str) -> Thinking:
    visit.unit.need("decisions.count")
    lot = visit.form.get("lot", "")

    def count(unit: Unit) -> None:
        closing.close(unit, proposal, lot=lot)

    return _and_end_the_key(visit, count, closing.destroy_spent_keys, _("The votes are counted."))


def _withdraw(visit: Visit, proposal: str) -> Thinking:
    def take_back(unit: Unit) -> None:
        proposing.withdraw(unit, proposal)

    def end_key(unit: Unit) -> None:
        closing.destroy_key_of_withdrawn(unit, proposal)

    return _and_end_the_key(visit, take_back, end_key, _("It is withdrawn."))


def _and_end_the_key(
    visit: Visit, first: Callable[[Unit], None], second: Callable[[Unit], None], notice: Said
) -> Thinking:
    """Do two things in units of their own: ballots are gone for good before their key goes."""
    store: Store = visit.host.store

    def both() -> None:
        for act in (first, second):
            with store.unit(visit.actor) as unit:
                act(unit)

    return Thinking(both, lambda later, _done: _back(later, notice))


def _back(visit: Visit, notice: Said) -> GoTo:
    return GoTo(visit.link(f"/decisions/{visit.path['proposal']}"), notice)


def closing_in(visit: Visit) -> datetime | None:
    """Return the evening of the closing day in a form; None where none was given."""
    last = day_in(visit, "closes")
    return at(last, EVENING, visit.zone) if last else None


def day_in(visit: Visit, field: str) -> date | None:
    """Return the day in a field of a form; None where it is empty.

    Raises:
        BadInput: where it is no day.
    """
    text = visit.form.get(field, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no day", remedy="Write it as 2026-11-30.") from wrong


_ACTS: Mapping[str, Callable[[Visit, str], GoTo | Thinking]] = {
    "stand": _stand,
    "stand_down": _stand_down,
    "begin": _begin,
    "reword": _reword,
    "open": _open,
    "more_days": _more_days,
    "close": _close,
    "state": _state,
    "look_back": _look_back,
    "withdraw": _withdraw,
}
