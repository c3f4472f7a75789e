"""Status reviews on record, and looking at a placement: the record itself raises the question."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time, timedelta

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.placements.placement import Placement
from alongside.placements.status_question import Facts, Reason, asked_about, facts_of, reasons_in
from alongside.placements.status_review import HouseDays, StatusReview, Verdict
from alongside.placements.tables.status import HOUSE_DAYS_ROWS, STATUS_REVIEW, STATUS_REVIEWS
from alongside.store import Unit

AROUND = timedelta(weeks=4)
"""How far back and ahead the rota is looked at for times that repeat."""

_IN_ORDER = (STATUS_REVIEW.c.raised_on, STATUS_REVIEW.c.number, STATUS_REVIEW.c.id)


def house_days(unit: Unit) -> HouseDays:
    """Return the days that the house has chosen, those that come with Alongside before it has."""
    return next(iter(unit.find(HOUSE_DAYS_ROWS)), HouseDays())


def status_review(unit: Unit, id: str) -> StatusReview:  # noqa: A002 - what the column is called
    """Return a question by its id."""
    return unit.get(STATUS_REVIEWS, id)


def status_reviews_of(unit: Unit, person: str, business: str) -> list[StatusReview]:
    """Return every question about a person's work in a business, the oldest first: the last one counts.

    Not by placement: ending one and beginning another must not begin the days for an answer anew.
    """
    hers = (STATUS_REVIEW.c.person == person, STATUS_REVIEW.c.business == business)
    return unit.find(STATUS_REVIEWS, *hers, order=(STATUS_REVIEW.c.number,))


def status_reviews_about(unit: Unit, person: str) -> list[StatusReview]:
    """Return every question about a person's placements, the oldest first."""
    return unit.find(STATUS_REVIEWS, STATUS_REVIEW.c.person == person, order=_IN_ORDER)


def status_reviews_in(unit: Unit, businesses: Collection[str]) -> list[StatusReview]:
    """Return every question in some businesses, the oldest first."""
    return unit.find(STATUS_REVIEWS, STATUS_REVIEW.c.business.in_(sorted(businesses)), order=_IN_ORDER)


def forget_status_reviews(unit: Unit, person: str) -> None:
    """Take out the questions about a person."""
    for one in status_reviews_about(unit, person):
        unit.remove(STATUS_REVIEWS, one)


# --- looking


def facts_about(unit: Unit, placement: Placement) -> Facts:
    """Return what the record knows of a placement today."""
    today, zone = enterprise.today(unit), enterprise.the_enterprise(unit).zone
    begun = _begun(unit, placement, Period(today - AROUND, today + AROUND), zone)
    found = facts_of(placement, today, begun, _trained(unit, placement))
    beyond = any(so for _, so in unit.collect("beyond_expenses", placement=placement))
    return attrs.evolve(found, beyond_expenses=beyond)


def _begun(unit: Unit, placement: Placement, period: Period, zone: str) -> list[tuple[date, time]]:
    held = diary.holds(unit, [placement.person], period.interval(zone))
    there = [one for one in held if one.purpose is diary.Purpose.WORK and one.business == placement.business]
    begun = [local(one.starts, zone) for one in there]
    return [(one.date(), one.time()) for one in begun if placement.runs_on(one.date())]


def _trained(unit: Unit, placement: Placement) -> list[str]:
    """The kinds of certificates that she was given since it began, and that no plan asks for."""
    wanted = frozenset().union(*(kinds for _, kinds in unit.collect("skills_wanted")))
    given = people.certificates_of(unit, [placement.person])[placement.person]
    return [one.kind for one in given if placement.runs_on(one.first_day) and one.kind not in wanted]


def look_at_status(unit: Unit, placement: Placement) -> StatusReview | None:
    """Raise the question where the record shows a reason that nobody has answered; return it, None for none.

    A question that waits takes further reasons in and keeps its day, also where a new placement follows the old.
    """
    if not asked_about(placement.kind):
        return None
    today, known = enterprise.today(unit), status_reviews_of(unit, placement.person, placement.business)
    last = known[-1] if known else None
    if last and last.verdict is Verdict.WORKER:
        return None
    seen = reasons_in(facts_about(unit, placement), house_days(unit).longest_trial)
    if last and last.waits:
        return _taken_in(unit, last, placement, seen)
    answers = [one for one in known if one.placement == placement.id]
    if all(any(one.settles(reason, today) for one in answers) for reason in seen):
        return None
    return raise_question(unit, placement, seen)


def _taken_in(
    unit: Unit, waiting: StatusReview, placement: Placement, seen: tuple[Reason, ...]
) -> StatusReview | None:
    reasons = tuple(dict.fromkeys((*waiting.reasons, *seen)))
    if (reasons, placement.id) == (waiting.reasons, waiting.placement):
        return None
    return unit.change(STATUS_REVIEWS, waiting, reasons=reasons, placement=placement.id)


def raise_question(unit: Unit, placement: Placement, reasons: tuple[Reason, ...]) -> StatusReview:
    """Put a question on record, and let those who run the business know that it waits."""
    today = enterprise.today(unit)
    raised = StatusReview(
        id=unit.new_id(),
        placement=placement.id,
        person=placement.person,
        business=placement.business,
        raised_on=today,
        number=len(status_reviews_of(unit, placement.person, placement.business)) + 1,
        answer_by=today + timedelta(days=house_days(unit).answer_within),
        reasons=reasons,
    )
    unit.add(STATUS_REVIEWS, raised)
    _tell_those_who_run(unit, raised)
    return raised


def _(key: str, picture: str, **days: date) -> Sentence:
    return Sentence(key=key, picture=picture, days=days)


def _tell_those_who_run(unit: Unit, raised: StatusReview) -> None:
    title = _("Is this a job?", "scales")
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [
        _("Somebody works without pay, and it may be a job.", "briefcase"),
        _("A person must answer by **{day}**.", "calendar", day=raised.answer_by),
    ]
    for person in enterprise.people_with(unit, "manager", raised.business):
        key, path = f"placements:status:{raised.id}", f"/is-this-a-job/{raised.id}"
        write_to(unit, person, key, "placements", title, lines, path=path)
