"""For whom nothing new may be planned, no new session is planned; what is planned stays. On each database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.api import enterprise, placements
from alongside.api.values import LONDON, Interval, at
from alongside.placements import offers as agreed
from alongside.placements.status_question import Reason
from alongside.placements.tables import PLACEMENTS, STATUS_REVIEWS
from alongside_training import offers
from alongside_training.actions import planning
from alongside_training.run import TrainerRole

FIRST = date(2026, 12, 1)
DEV = {"Dev Chaudhary": TrainerRole.LEAD}
NOT_SAID = "Nobody has said yet whether this is a job. It was to be answered by Friday 20 November."


def meeting(day):
    return Interval(at(day, time(16, 30), LONDON), at(day, time(18, 30), LONDON))


@pytest.fixture
def asked(school):
    """Isaac volunteers as a trainer; it is asked whether that is a job, and nobody has answered in time."""
    hers = placements.Placement(
        id="p",
        person=school.people["Isaac Field"],
        business=school.business.id,
        kind=placements.PlacementType.VOLUNTEERING,
        first_day=date(2026, 10, 1),
        agreed_minutes=240,
    )
    now, school.store.clock = school.store.clock, lambda: datetime(2026, 11, 6, 12, tzinfo=UTC)
    with school.unit() as unit:
        unit.add(PLACEMENTS, hers)
        agreed.raise_question(unit, hers, (Reason.SET_HOURS,))
    school.store.clock = now
    return school


def add(school, run, name, role=TrainerRole.CO_TRAINER):
    with school.unit("Dev Chaudhary") as unit:
        planning.add_trainer(unit, run.id, school.people[name], role)


def move(school, session, day):
    with school.unit("Dev Chaudhary") as unit:
        return planning.move_session(unit, session.id, meeting(day))


def test_run_with_a_trainer_who_is_held_back_is_refused_with_name_day_and_reason_and_claims_nothing(asked):
    food = asked.course()
    with pytest.raises(planning.HeldBack) as refused:
        asked.plan(food)
    assert str(refused.value) == (
        f"Isaac Field cannot be asked to teach on Tuesday 1 December. {NOT_SAID} Ask somebody else to teach."
    )
    assert asked.claims(asked.room, FIRST) == asked.claims(asked.people["Isaac Field"], FIRST) == []


def test_who_is_held_back_is_put_down_for_no_session_to_come(asked):
    run = asked.plan(asked.course(), trainers=DEV)
    with pytest.raises(planning.HeldBack):
        add(asked, run, "Isaac Field")
    add(asked, run, "Bronwen Pugh")
    with asked.unit(writing=False) as unit:
        teaching = {one.person for one in offers.trainers_of(unit, [run.id])[run.id]}
    assert teaching == {asked.people["Dev Chaudhary"], asked.people["Bronwen Pugh"]}


def test_who_is_held_back_may_come_to_learn(asked):
    run = asked.plan(asked.course(), trainers=DEV)
    asked.join(run, "Isaac Field", by="Dev Chaudhary")
    assert asked.states(run) == {"Isaac Field": "enrolled"}


def test_what_was_planned_before_stays_and_may_be_moved_and_no_session_is_added(school, asked):
    with school.unit() as unit:
        (question,) = agreed.status_reviews_about(unit, school.people["Isaac Field"])
        unit.change(STATUS_REVIEWS, question, answer_by=date(2027, 1, 1))
    run = school.plan(school.course())
    school.at(date(2027, 1, 4))
    with school.unit() as unit, pytest.raises(planning.HeldBack):
        planning.add_session(unit, run.id, meeting(date(2027, 1, 12)))
    school.at(FIRST - timedelta(days=2))
    with school.unit() as unit:
        (question,) = agreed.status_reviews_about(unit, school.people["Isaac Field"])
        unit.change(STATUS_REVIEWS, question, answer_by=date(2026, 11, 20))
    moved = move(school, school.sessions(run)[0], FIRST + timedelta(days=1))
    assert school.claims(school.people["Isaac Field"], moved.day) == ["Food hygiene"]


def test_session_is_not_moved_to_a_day_from_which_a_trainer_is_held_back(school, asked):
    with school.unit() as unit:
        hers = agreed.placement(unit, "p")
        unit.change(PLACEMENTS, hers, first_day=FIRST + timedelta(days=3))
    run = school.plan(school.course(), meeting(FIRST))
    (session,) = school.sessions(run)
    with pytest.raises(planning.HeldBack, match="Friday 4 December"):
        move(school, session, FIRST + timedelta(days=3))
    assert school.sessions(run) == [session]
    assert move(school, session, FIRST + timedelta(days=2)).day == FIRST + timedelta(days=2)


@pytest.fixture
def from_the_cafe(asked):
    """Isaac volunteers in a café, and not here: the question is about his work there."""
    with asked.unit() as unit:
        cafe = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2024, 1, 1))
        unit.change(PLACEMENTS, agreed.placement(unit, "p"), business=cafe.id)
        (question,) = agreed.status_reviews_about(unit, asked.people["Isaac Field"])
        unit.change(STATUS_REVIEWS, question, business=cafe.id)
    return asked


def test_who_is_held_back_where_she_comes_from_is_not_asked_to_teach_and_why_stays_there(from_the_cafe):
    school, run = from_the_cafe, from_the_cafe.plan(from_the_cafe.course(), trainers=DEV)
    with pytest.raises(planning.HeldBack) as refused:
        add(school, run, "Isaac Field")
    # Who plans here does not plan there, and reads what colleagues read.
    assert "This is not possible at the moment." in str(refused.value)
    assert "job" not in str(refused.value)


def test_who_has_work_of_her_own_here_is_held_back_by_what_is_asked_about_that_alone(from_the_cafe):
    school, run = from_the_cafe, from_the_cafe.plan(from_the_cafe.course(), trainers=DEV)
    hers = placements.Placement(
        id="q",
        person=school.people["Isaac Field"],
        business=school.business.id,
        kind=placements.PlacementType.PAID,
        first_day=date(2026, 10, 1),
        agreed_minutes=240,
        rate=1310,
    )
    with school.unit() as unit:
        unit.add(PLACEMENTS, hers)
    add(school, run, "Isaac Field")
