"""Answering “is this person a worker?”: a named human does; and the questions about one's own work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.placement import Placement
from alongside.placements.status_question import Facts
from alongside.placements.status_review import Because, Change, HouseDays, StatusReview, Verdict, look_again_on
from alongside.placements.tables.status import HOUSE_DAYS_ROWS, STATUS_REVIEWS
from alongside.refusal import BadInput, worded
from alongside.store import ActorKind, Unit


@attrs.frozen(kw_only=True)
class Asked:
    """A question as whoever runs the business sees it; ``held`` says that nothing new may be planned."""

    review: StatusReview
    placement: Placement
    face: people.Face
    last: bool
    held: bool


def status_questions(unit: Unit, business: str | None = None) -> list[Asked]:
    """Return the newest question about each person, of one business or of all that she runs; waiting ones first.

    Raises:
        NotAllowed: where she runs none.
    """
    if business is not None or not unit.may_somewhere("placements.change"):
        unit.need("placements.change", business)
    places = [one.id for one in enterprise.businesses(unit)] if business is None else [business]
    ours = [place for place in places if unit.may("placements.change", place)]
    newest = {(one.person, one.business): one for one in offers.status_reviews_in(unit, ours)}
    found = _asked(unit, list(newest.values()), last=True)
    return sorted(found, key=lambda one: (not one.review.waits, one.review.answer_by, one.face.name.casefold()))


def _asked(unit: Unit, reviews: Sequence[StatusReview], *, last: bool) -> list[Asked]:
    if not reviews:
        return []
    today, faces = enterprise.today(unit), people.faces_of(unit, {one.person for one in reviews})
    agreed = offers.placements_by_ids(unit, {one.placement for one in reviews})
    return [
        Asked(
            review=one,
            placement=agreed[one.placement],
            face=faces[one.person],
            last=last,
            held=last and one.holds_back(today),
        )
        for one in reviews
        if one.person in faces
    ]


def look_at_question(unit: Unit, review: str) -> tuple[Asked, list[StatusReview], Facts]:
    """Look at one question, at those that were asked before and after it, and at what the record shows today."""
    found = offers.status_review(unit, review)
    unit.need("placements.change", found.business)
    every = offers.status_reviews_of(unit, found.person, found.business)
    asked = _asked(unit, [found], last=every[-1].id == found.id)[0]
    others = [one for one in every if one.id != found.id]
    return asked, others, offers.facts_about(unit, asked.placement)


def answer_status(
    unit: Unit,
    review: str,
    verdict: Verdict,
    *,
    because: Because | None = None,
    changes: Sequence[Change] = (),
    words: str = "",
) -> StatusReview:
    """Answer a question as the one who acts, and let the person know that it is answered.

    Raises:
        BadInput: where no named person acts, it is her own, it is answered already, or the answer has no reason.
    """
    asked = offers.status_review(unit, review)
    unit.need("placements.change", asked.business)
    _refuse_nobody(unit, asked)
    if not asked.waits:
        raise BadInput(worded("placements", "This is answered already. Ask it again to answer anew."))
    today = enterprise.today(unit)
    answered = unit.change(
        STATUS_REVIEWS,
        asked,
        verdict=verdict,
        because=because if verdict is Verdict.NO_WORKER else None,
        changes=tuple(changes) if verdict is Verdict.CHANGE else (),
        words=words.strip(),
        answered_by=unit.actor.id,
        answered_at=unit.now,
        look_again=look_again_on(verdict, today, offers.house_days(unit)),
    )
    _tell_her(unit, answered)
    return answered


def _refuse_nobody(unit: Unit, asked: StatusReview) -> None:
    if unit.actor.kind is not ActorKind.PERSON:
        raise BadInput(
            worded("placements", "Only a person with a name can answer this. Come in and answer there.")
        )
    if unit.actor.id == asked.person:
        raise BadInput(worded("placements", "This is about your own work. Somebody else must answer it."))


def _tell_her(unit: Unit, answered: StatusReview) -> None:
    title = Sentence(key="Your work", picture="briefcase")
    lines = [Sentence(key="We have looked at your work. You can read the answer.", picture="speech")]
    key = f"placements:status-answered:{answered.id}"
    write_to(unit, answered.person, key, "placements", title, lines, path="/is-my-work-a-job", private=True)


def ask_again(unit: Unit, review: str) -> StatusReview:
    """Ask an answered question once more, with its reasons; the answer that was given stays on record.

    Raises:
        BadInput: where it still waits, or a newer one stands.
    """
    old = offers.status_review(unit, review)
    unit.need("placements.change", old.business)
    newest = offers.status_reviews_of(unit, old.person, old.business)[-1]
    if old.waits or newest.id != old.id:
        raise BadInput(worded("placements", "This question is open already. Answer the newest one."))
    return offers.raise_question(unit, offers.placement(unit, old.placement), old.reasons)


def own_questions(unit: Unit) -> list[Asked]:
    """Return the questions about one's own work, the newest first; ``held`` of the newest in each business."""
    person = unit.actor.id
    unit.need("placements.see", own=person)
    every = offers.status_reviews_about(unit, person)
    newest = {one.business: one.id for one in every}
    found = [_asked(unit, [one], last=newest[one.business] == one.id) for one in reversed(every)]
    return [one for each in found for one in each]


def choose_days(unit: Unit, chosen: HouseDays) -> HouseDays:
    """Choose the days of the house: how long a question may wait, and when an answer is looked at again."""
    unit.need("enterprise.change")
    old = next(iter(unit.find(HOUSE_DAYS_ROWS)), None)
    if old is None:
        return unit.add(HOUSE_DAYS_ROWS, chosen)
    same = attrs.evolve(chosen, version=old.version)
    if same == old:
        return old
    days = {name: value for name, value in attrs.asdict(chosen).items() if name not in {"id", "version"}}
    return unit.change(HOUSE_DAYS_ROWS, old, **days)


def days_left(review: StatusReview, today: date) -> int:
    """Return how many days there are until a question must be answered; below nothing once it is over."""
    return (review.answer_by - today).days
