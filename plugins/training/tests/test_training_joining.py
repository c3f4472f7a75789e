"""Joining and leaving on each database: places, the line, claims on people's time, and what they are told."""

import random
from datetime import date, time, timedelta

import pytest

from alongside.api import diary, people
from alongside.api.values import BadInput, NotAllowed
from alongside_training import offers
from alongside_training.actions import joining, planning
from alongside_training.run import NotPossibleNow, TrainerRole
from alongside_training.tables import LESSONS

FIRST = date(2026, 12, 1)


@pytest.fixture
def run(school):
    return school.plan(school.course(most=2))


def test_place_is_claimed_in_the_diary_and_a_full_run_has_a_line(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(run, who)
    assert school.states(run) == {"Sam Whitlock": "enrolled", "Leah Osei": "enrolled", "Tom Ridley": "waiting"}
    assert school.claims(school.people["Sam Whitlock"], FIRST) == ["Food hygiene"]
    assert school.claims(school.people["Tom Ridley"], FIRST) == []


def test_who_leaves_makes_room_for_the_next_once_and_the_next_is_told(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka"):
        school.join(run, who)
    school.leave(run, "Sam Whitlock")
    assert school.states(run) == {
        "Sam Whitlock": "left",
        "Leah Osei": "enrolled",
        "Tom Ridley": "enrolled",
        "Mei Tanaka": "waiting",
    }
    assert [one.title.key for one in school.messages("Tom Ridley")] == ["You have a place: {title}"]
    assert school.messages("Mei Tanaka") == []
    assert school.claims(school.people["Sam Whitlock"], FIRST) == []
    assert school.claims(school.people["Tom Ridley"], FIRST) == ["Food hygiene"]


def test_who_is_not_free_keeps_her_place_in_the_line_and_the_next_gets_it(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka"):
        school.join(run, who)
    busy = school.sessions(run)[1]
    with school.unit() as unit:
        tom = school.people["Tom Ridley"]
        diary.ensure_person(unit, tom)
        other = diary.claim(unit, tom, busy.starts, busy.ends, diary.Purpose.OTHER, "Dentist")
    school.leave(run, "Sam Whitlock")
    assert (school.states(run)["Tom Ridley"], school.states(run)["Mei Tanaka"]) == ("waiting", "enrolled")
    with school.unit() as unit:
        diary.release(unit, other.id)
    school.leave(run, "Leah Osei")
    assert school.states(run)["Tom Ridley"] == "enrolled"


def test_who_joins_again_stands_at_the_end_and_is_told_again(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka"):
        school.join(run, who)
    school.leave(run, "Sam Whitlock")
    school.leave(run, "Tom Ridley")
    school.at(date(2026, 11, 24))
    school.join(run, "Tom Ridley")
    assert school.states(run)["Tom Ridley"] == "waiting"
    school.leave(run, "Leah Osei")
    assert school.states(run)["Tom Ridley"] == "enrolled"
    assert [one.standing.value for one in school.messages("Tom Ridley")] in (
        ["taken_back", "waiting"],
        ["waiting", "taken_back"],
    )


def test_nobody_has_two_places_in_a_run(school, run):
    school.join(run, "Sam Whitlock")
    with pytest.raises(NotPossibleNow, match="already"):
        school.join(run, "Sam Whitlock")


def test_nobody_is_booked_twice_at_one_time(school, run):
    other = school.plan(school.course("First aid", gives="first_aid"), room=another_room(school), trainers=BRONWEN)
    school.join(run, "Sam Whitlock")
    with pytest.raises(diary.Taken, match="Sam Whitlock is taken on Tuesday 1 December 2026 from 16:30"):
        school.join(other, "Sam Whitlock")
    assert school.states(other) == {}


BRONWEN = {"Bronwen Pugh": TrainerRole.LEAD}


def another_room(school):
    with school.unit() as unit:
        return planning.add_room(unit, school.business.id, "The hall")


def test_what_should_come_first_is_asked_for_and_can_be_waived_by_name(school):
    run = school.plan(
        school.course("Cooking for guests", gives=None, months=None, refresh_months=None, needs=("food_hygiene",))
    )
    with pytest.raises(NotPossibleNow, match="Before this course comes the certificate food hygiene"):
        school.join(run, "Sam Whitlock")
    with pytest.raises(NotAllowed):
        school.join(run, "Sam Whitlock", waived_because="I know it all")
    waived = school.join(run, "Sam Whitlock", by="Dev Chaudhary", waived_because="Has cooked for years.")
    assert (waived.waived_by, waived.waived_because) == (school.people["Dev Chaudhary"], "Has cooked for years.")
    with school.unit() as unit:
        people.award(unit, school.people["Leah Osei"], "food_hygiene", date(2025, 1, 1), date(2026, 11, 30), "X")
    with pytest.raises(NotPossibleNow):  # it has run out by the day of the first session
        school.join(run, "Leah Osei")
    with school.unit() as unit:
        people.award(unit, school.people["Leah Osei"], "food_hygiene", date(2025, 1, 1), FIRST, "X")
    assert school.join(run, "Leah Osei").waived_by is None


def test_run_that_has_begun_or_was_cancelled_takes_nobody_and_moves_nobody_up(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(run, who)
    school.at(FIRST, 16, 30)
    with pytest.raises(NotPossibleNow, match="has begun"):
        school.join(run, "Mei Tanaka")
    school.leave(run, "Sam Whitlock")
    assert school.states(run)["Tom Ridley"] == "waiting"
    assert school.claims(school.people["Sam Whitlock"], FIRST + timedelta(days=7)) == []


def test_run_for_an_organisation_is_filled_by_who_plans(school):
    run = school.plan(school.course(), customer="Harbour Housing")
    with pytest.raises(NotAllowed):
        school.join(run, "Sam Whitlock")
    assert school.join(run, "Sam Whitlock", by="Dev Chaudhary").live


def test_nobody_leaves_for_somebody_else_and_only_from_a_place(school, run):
    school.join(run, "Sam Whitlock")
    with school.unit("Leah Osei") as unit, pytest.raises(NotAllowed):
        joining.leave(unit, run.id, school.people["Sam Whitlock"])
    with pytest.raises(NotPossibleNow):
        school.leave(run, "Leah Osei")


def test_reason_for_leaving_is_a_lesson_without_a_name(school, run):
    school.join(run, "Sam Whitlock")
    school.leave(run, "Sam Whitlock", "  The room was too loud. ")
    school.join(run, "Leah Osei")
    school.leave(run, "Leah Osei")
    with school.unit(writing=False) as unit:
        (lesson,) = unit.find(LESSONS)
    assert lesson.words == "The room was too loud."
    assert school.people["Sam Whitlock"] not in str(lesson)


def test_more_places_go_to_those_who_wait(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka"):
        school.join(run, who)
    with school.unit() as unit:
        planning.change_places(unit, run.id, 4)
    assert set(school.states(run).values()) == {"enrolled"}
    with school.unit() as unit:
        planning.change_places(unit, run.id, 1)
    assert set(school.states(run).values()) == {"enrolled"}


@pytest.mark.parametrize("seed", range(3))
def test_random_joins_and_leaves_keep_places_line_and_diary_in_step(school, seed):
    dice, run = random.Random(seed), school.plan(school.course(most=2))
    learning = ["Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka", "Dan Pascoe", "Luca Bianchi"]
    meetings = school.sessions(run)
    for step in range(25):
        who = dice.choice(learning)
        school.at(date(2026, 11, 23), 8, step)
        try:
            if dice.random() < 0.6:
                school.join(run, who)
            else:
                school.leave(run, who)
        except NotPossibleNow:
            continue
        states = school.states(run)
        enrolled = {name for name, state in states.items() if state == "enrolled"}
        assert len(enrolled) <= 2
        assert len(enrolled) == 2 or "waiting" not in states.values()
        with school.unit(writing=False) as unit:
            held = diary.holds(unit, [school.people[name] for name in learning], meetings[0].interval)
        assert {one.resource for one in held} == {school.people[name] for name in enrolled}


def test_erased_person_leaves_runs_to_come_and_the_next_moves_up(school, run):
    from alongside.people import actions

    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(run, who)
    with school.unit() as unit:
        actions.erase(unit, school.people["Sam Whitlock"])
    assert school.states(run) == {"Leah Osei": "enrolled", "Tom Ridley": "enrolled"}
    assert school.claims(school.people["Sam Whitlock"], FIRST) == []


def test_erased_person_is_still_counted_in_what_is_past(school, run):
    from alongside.people import actions

    school.join(run, "Sam Whitlock")
    school.everybody_was_there(run)
    with school.unit() as unit:
        joining_before = offers.enrolments_of_person(unit, school.people["Sam Whitlock"])
        actions.erase(unit, school.people["Sam Whitlock"])
        (after,) = offers.enrolments_of_person(unit, school.people["Sam Whitlock"])
        assert people.names_of(unit, [after.person]) == {after.person: "a member"}
    assert (len(joining_before), after.live, after.waived_because) == (1, True, "")


def test_person_is_handed_her_courses_marks_and_wishes(school, run):
    from alongside_training.actions import wishing

    school.join(run, "Sam Whitlock")
    with school.unit("Sam Whitlock") as unit:
        wishing.wish(unit, school.business.id, school.people["Sam Whitlock"], words="Play the drums")
    school.everybody_was_there(run)
    with school.unit() as unit:
        told = dict(unit.collect("person_exported", person=school.people["Sam Whitlock"]))["training"]
    assert [one["course"] for one in told["courses"]] == ["Food hygiene"]
    assert [one["mark"] for one in told["register"]] == ["present", "present"]
    assert [one["wish"] for one in told["wishes"]] == ["Play the drums"]


def test_nobody_named_at_the_keyboard_is_asked_for(school):
    with school.unit() as unit, pytest.raises(BadInput, match="Nobody is named"):
        joining.who_is_meant(unit, "")


def test_reminder_comes_the_day_before_to_those_who_come_and_teach(school, run):
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(run, who)
    school.at(FIRST - timedelta(days=1), 6)
    for _ in range(2):
        with school.unit() as unit:
            unit.tell("daily_round", day=FIRST - timedelta(days=1))
    for who in ("Sam Whitlock", "Leah Osei", "Dev Chaudhary", "Isaac Field"):
        assert [one.title.key for one in school.messages(who)] == ["Tomorrow: {title}"]
    assert school.messages("Tom Ridley") == []


def test_time_of_day_of_a_session_is_that_of_the_clock_on_the_wall(school):
    times = planning.weekly(date(2027, 3, 23), time(16, 30), time(18, 30), 2, "Europe/London")
    assert [one.starts.hour for one in times] == [16, 15]
