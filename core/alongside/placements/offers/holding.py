"""Who is held back: what every part says about it, gathered, and what placements say themselves."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements.held import Held, HeldBack, gathered, reason
from alongside.placements.offers.agreed import placements_in
from alongside.placements.offers.status import status_reviews_in
from alongside.placements.placement import Placement
from alongside.placements.status_question import asked_about
from alongside.placements.status_review import StatusReview, Verdict
from alongside.refusal import worded
from alongside.store import Unit


def held_back(unit: Unit, business: str, period: Period) -> HeldBack:
    """Return for whom nothing new may be planned in a business on some days of a period, with each reason.

    What is planned already stays. Placements and each part above them that knows a reason are asked.
    """
    answers = unit.collect("held_back", business=business, period=period)
    return gathered(answer for _, answer in answers)


def held_by_status(unit: Unit, business: str, period: Period) -> dict[str, tuple[Held, ...]]:
    """Return who is held back because nobody has said whether she is a worker, or because she is one."""
    today = enterprise.today(unit)
    last = {one.person: one for one in status_reviews_in(unit, [business])}
    waiting = {person: one for person, one in last.items() if one.holds_back(today)}
    if not waiting:
        return {}
    found: dict[str, tuple[Held, ...]] = {}
    ask = whom_to_ask(unit, business)
    for placement in placements_in(unit, period, business):
        if placement.person in waiting and asked_about(placement.kind):
            held = _held(placement, waiting[placement.person], ask)
            found[placement.person] = (*found.get(placement.person, ()), held)
    return found


def whom_to_ask(unit: Unit, business: str) -> str:
    """Return the name of somebody who runs a business, else of the steward; empty where there is neither."""
    chosen = [*enterprise.people_with(unit, "manager", business), enterprise.steward(unit)]
    return people.names_of(unit, [chosen[0]])[chosen[0]] if chosen[0] else ""


def _held(placement: Placement, review: StatusReview, ask: str) -> Held:
    if review.verdict is Verdict.WORKER:
        hers = worded("placements", "Your work is a job. We must first agree your pay. Ask {name}.", name=ask)
        manager = worded("placements", "This is a job, and no pay is agreed yet.")
    else:
        hers = worded("placements", "We must first find out if you should be paid. Ask {name}.", name=ask)
        manager = worded(
            "placements",
            "Nobody has said yet whether this is a job. It was to be answered by {day}.",
            day=review.answer_by,
        )
    return Held(
        first_day=placement.first_day,
        last_day=placement.last_day,
        said=reason(person=hers, manager=manager),
        path=f"/is-this-a-job/{review.id}",
    )
