"""Reviews: she says it in her own words first, whoever follows the job notes the talk; both are reminded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import remind
from alongside.placements import offers
from alongside.placements.actions.allowed import need_to_follow
from alongside.placements.actions.hours_wishes import own_placement
from alongside.placements.job import Job, jobs_of
from alongside.placements.placement import Placement
from alongside.placements.review import AHEAD, Review, Rhythm
from alongside.placements.tables.talks import REVIEWS
from alongside.refusal import BadInput, worded
from alongside.store import ActorKind, Unit


def _(key: str, picture: str, day: date | None = None) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture, days={"day": day} if day else {})


def my_review(unit: Unit, placement: str) -> Review:
    """Return the next review of one's own job.

    Raises:
        NotFound: for a placement that is somebody else's.
    """
    return offers.next_review(unit, offers.job_of(unit, own_placement(unit, placement)))


def say_for_review(unit: Unit, placement: str, words: str) -> Review:
    """Say in one's own words how one's job goes; it stands first in the next review."""
    return unit.change(REVIEWS, offers.on_record(unit, my_review(unit, placement)), says=words.strip())


def hold_review(
    unit: Unit, placement: str, *, says: str, coach_says: str, changes: str, says_nothing: bool = False
) -> Review:
    """Note a talk about a job: what she says, what the coach says, what changes.

    Raises:
        BadInput: where what she says is missing, unless she wants to say nothing.
    """
    here = _followed(unit, placement)
    review = offers.on_record(unit, offers.next_review(unit, offers.job_of(unit, here)))
    own = review.says or says.strip()
    if not own and not says_nothing:
        raise BadInput(
            worded("placements", "Her own words come first. Ask what she says, or tick that she says nothing.")
        )
    return unit.change(
        REVIEWS,
        review,
        says=own,
        coach_says=coach_says.strip(),
        changes=changes.strip(),
        held_on=enterprise.today(unit),
        held_by=unit.actor.id if unit.actor.kind is ActorKind.PERSON else None,
    )


def note_reviews_read(unit: Unit, reviews: Iterable[Review]) -> None:
    """Note that somebody else has read what a person says of her job, each talk once."""
    said = {one.id: one for one in reviews if one.says and one.person != unit.actor.id}
    for one in said.values():
        unit.note_reading(REVIEWS, one, "says")


def move_review(unit: Unit, placement: str, due: date) -> Review:
    """Move the next review of a job to another day.

    Raises:
        BadInput: for a day that is over.
    """
    here = _followed(unit, placement)
    if due < enterprise.today(unit):
        raise BadInput(worded("placements", "The last day is over. Choose a day that is still to come."))
    review = offers.on_record(unit, offers.next_review(unit, offers.job_of(unit, here)))
    return unit.change(REVIEWS, review, due=due)


def _followed(unit: Unit, placement: str) -> Placement:
    here = offers.placement(unit, placement)
    need_to_follow(unit, here)
    return here


def choose_rhythm(unit: Unit, weeks: tuple[int, ...], every: int) -> Rhythm:
    """Let reviews come in another rhythm, in all businesses."""
    unit.need("placements.change")
    return offers.set_rhythm(unit, weeks, every)


def remind_of_reviews(unit: Unit, day: date) -> None:
    """Remind those whose review is due within a week, and who coaches them; each is told once of each day.

    Reviews are for those who have a job coach: with others nobody has agreed to talk.
    """
    for job in _running(unit, day):
        coach = offers.coach_for(unit, job.person, job.newest.id)
        review = offers.next_review(unit, job)
        if coach and review.soon(day):
            _remind(unit, job, offers.on_record(unit, review), coach.coach)


def _running(unit: Unit, day: date) -> Iterator[Job]:
    for person in dict.fromkeys(one.person for one in offers.placements_on(unit, day)):
        yield from (job for job in jobs_of(offers.placements_of(unit, person)) if job.runs_on(day))


def _remind(unit: Unit, job: Job, review: Review, coach: str) -> None:
    key, title = f"placements:review:{review.id}:{review.due}", _("A talk about your work", "speech")
    lines = [
        _("We talk about your work on **{day}**.", "calendar", review.due),
        _("You can say it in your words first.", "speech"),
    ]
    path = f"/my-work/review/{job.newest.id}"
    remind(unit, job.person, "review", key, "placements", title, lines, path=path)
    title = _("A talk about somebody’s work", "speech")
    lines = [_("A talk about work is due on **{day}**.", "calendar", review.due)]
    path = f"/placements/{job.newest.id}/review"
    remind(unit, coach, "review", key, "placements", title, lines, path=path)


def due_for(unit: Unit, job: Job, today: date) -> Review | None:
    """Return the review of a job that is due within a week or was missed; None where none is."""
    review = offers.next_review(unit, job)
    wanted = review.id or offers.coach_for(unit, job.person, job.newest.id)
    return review if wanted and job.runs_on(today) and review.due - AHEAD <= today else None
