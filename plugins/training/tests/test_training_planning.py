"""Planning on each database: sessions claim a room and trainers, all or none, and what becomes of a run."""

from datetime import date, time, timedelta

import pytest

from alongside.api import diary, enterprise
from alongside.api.values import LONDON, BadInput, Interval, NotAllowed, NotFound, at
from alongside.people import actions as erasing
from alongside_training import offers
from alongside_training.actions import courses, joining, planning
from alongside_training.run import NotPossibleNow, RunState, TrainerRole
from alongside_training.tables import RUNS

FIRST = date(2026, 12, 1)
LEAD = {"Bronwen Pugh": TrainerRole.LEAD}


def meeting(day, starts=time(16, 30), ends=time(18, 30)):
    return Interval(at(day, starts, LONDON), at(day, ends, LONDON))


def test_sessions_claim_the_room_and_each_trainer(school):
    run = school.plan(school.course())
    for resource in (school.room, school.people["Dev Chaudhary"], school.people["Isaac Field"]):
        assert [school.claims(resource, FIRST + timedelta(days=n)) for n in (0, 7)] == [["Food hygiene"]] * 2
    assert [one.number for one in school.sessions(run)] == [1, 2]
    with school.unit(writing=False) as unit:
        (claim,) = diary.holds(unit, [school.room], meeting(FIRST))
    assert (claim.purpose, claim.business) == (diary.Purpose.SESSION, school.business.id)


def test_clash_of_the_room_names_it_and_the_nearest_free_day_and_plans_nothing(school):
    school.plan(school.course(), meeting(FIRST), meeting(FIRST + timedelta(days=1)))
    with pytest.raises(planning.NotFree) as refused:
        school.plan(school.course("First aid"), meeting(FIRST), trainers=LEAD)
    assert refused.value.sentence == (
        "The training room is taken on Tuesday 1 December 2026 from 16:30 until 18:30: Food hygiene. "
        "At the same time, everything is free on Thursday 3 December."
    )
    with school.unit(writing=False) as unit:
        assert len(unit.find(RUNS)) == 1
    assert school.claims(school.people["Bronwen Pugh"], FIRST) == []


def test_clash_of_a_trainer_is_named_too(school):
    school.plan(school.course())
    with school.unit() as unit:
        hall = planning.add_room(unit, school.business.id, "The hall")
    with pytest.raises(planning.NotFree, match="Isaac Field is taken on Tuesday 1 December 2026"):
        school.plan(school.course("First aid"), room=hall, trainers={"Isaac Field": TrainerRole.LEAD})


def test_run_in_the_past_or_without_a_time_is_refused(school):
    food = school.course()
    with pytest.raises(BadInput, match="still to come"):
        school.plan(food, meeting(date(2026, 11, 20)))
    with school.unit() as unit, pytest.raises(BadInput, match="still to come"):
        planning.plan_run(unit, planning.Plan(course=food.id, times=(), room=school.room, trainers={}))
    with pytest.raises(BadInput, match="end before they start"):
        planning.weekly(FIRST, time(18), time(16), 2, LONDON)


def test_member_plans_nothing(school):
    run = school.plan(school.course())
    acts = (
        lambda unit: courses.add_course(unit, school.business.id, title="Mine", most=3),
        lambda unit: planning.confirm(unit, run.id),
        lambda unit: planning.cancel(unit, run.id),
        lambda unit: planning.add_room(unit, school.business.id, "Mine"),
        lambda unit: planning.change_room(unit, run.id, school.room),
        lambda unit: planning.change_places(unit, run.id, 9),
        lambda unit: planning.add_trainer(unit, run.id, school.people["Sam Whitlock"], TrainerRole.LEAD),
        lambda unit: planning.add_session(unit, run.id, meeting(FIRST + timedelta(days=2))),
    )
    with school.unit("Sam Whitlock") as unit:
        for act in acts:
            with pytest.raises(NotAllowed):
                act(unit)


def test_confirmed_only_with_somebody_who_leads_and_then_led_to_the_end(school):
    run = school.plan(school.course(), trainers={"Isaac Field": TrainerRole.CO_TRAINER})
    with school.unit() as unit:
        with pytest.raises(NotPossibleNow, match="Nobody leads this run"):
            planning.confirm(unit, run.id)
        planning.add_trainer(unit, run.id, school.people["Dev Chaudhary"], TrainerRole.LEAD)
        assert planning.confirm(unit, run.id).state is RunState.CONFIRMED
        with pytest.raises(NotPossibleNow, match="Nobody would lead"):
            planning.remove_trainer(unit, run.id, school.people["Dev Chaudhary"])
        planning.remove_trainer(unit, run.id, school.people["Isaac Field"])
        with pytest.raises(NotPossibleNow, match="not over yet"):
            planning.finish(unit, run.id)
    assert school.claims(school.people["Isaac Field"], FIRST) == []
    assert school.claims(school.people["Dev Chaudhary"], FIRST) == ["Food hygiene"]


def test_cancelled_run_gives_all_time_back_and_tells_everybody(school):
    run = school.plan(school.course(most=1))
    for who in ("Sam Whitlock", "Leah Osei"):
        school.join(run, who)
    with school.unit() as unit:
        planning.cancel(unit, run.id, "The water is off.")
        with pytest.raises(NotPossibleNow):
            planning.confirm(unit, run.id)
    for resource in (school.room, *(school.people[who] for who in ("Sam Whitlock", "Dev Chaudhary"))):
        assert school.claims(resource, FIRST) == []
    for who in ("Sam Whitlock", "Leah Osei"):
        (message,) = school.messages(who)
        assert message.lines[1].facts["why"] == "The water is off."
    with pytest.raises(NotPossibleNow, match="cancelled"):
        school.join(run, "Tom Ridley")


def test_moved_session_takes_everybody_along_or_nobody(school):
    run = school.plan(school.course())
    school.join(run, "Sam Whitlock")
    first, second = school.sessions(run)
    with school.unit() as unit:
        planning.move_session(unit, first.id, meeting(FIRST + timedelta(days=1)))
    assert school.claims(school.people["Sam Whitlock"], FIRST) == []
    assert school.claims(school.people["Sam Whitlock"], FIRST + timedelta(days=1)) == ["Food hygiene"]
    assert [one.title.key for one in school.messages("Sam Whitlock")] == ["New time: {title}"]
    with pytest.raises(planning.NotFree), school.unit() as unit:
        planning.move_session(unit, first.id, second.interval)
    assert school.claims(school.room, FIRST + timedelta(days=1)) == ["Food hygiene"]


def test_session_added_claims_everybody_who_has_a_place(school):
    run = school.plan(school.course())
    school.join(run, "Sam Whitlock")
    with school.unit() as unit:
        added = planning.add_session(unit, run.id, meeting(FIRST + timedelta(days=14)))
    assert added.number == 3
    assert school.claims(school.people["Sam Whitlock"], added.day) == ["Food hygiene"]


def test_title_is_taken_once_and_courses_never_run_in_a_circle(school):
    food = school.course()
    with pytest.raises(BadInput, match="already"):
        school.course("food HYGIENE")
    cooking = school.course("Cooking", gives=None, months=None, refresh_months=None, after=(food.id,))
    with school.unit() as unit:
        with pytest.raises(BadInput, match=r"nobody could begin: .*Cooking.* then"):
            courses.change_course(unit, food.id, after=(cooking.id,))
        assert courses.change_course(unit, food.id, easy_title="Clean food").easy_title == "Clean food"


def test_next_course_is_the_earliest_of_our_own_with_places_before_a_full_one(school):
    full = school.plan(school.course(most=1))
    school.join(full, "Sam Whitlock")
    with school.unit(writing=False) as unit:
        food = offers.course_named(unit, school.business.id, "food")
    school.plan(food, meeting(date(2026, 12, 3)), customer="Harbour Housing", trainers=LEAD)
    later = school.plan(food, meeting(date(2026, 12, 10)), trainers=LEAD)
    with school.unit(writing=False) as unit:
        (answer,) = unit.collect("next_course", kind="food_hygiene")
        assert unit.collect("next_course", kind="flying") == []
    assert answer[1].first_day == date(2026, 12, 10)
    assert answer[1].path == f"/training/tideline-learning/courses/{later.id}"


def test_erased_trainer_leaves_runs_to_come(school):
    from alongside.people import actions

    run = school.plan(school.course())
    with school.unit() as unit:
        actions.erase(unit, school.people["Isaac Field"])
        assert [one.role for one in offers.trainers_of(unit, [run.id])[run.id]] == [TrainerRole.LEAD]
        assert joining.with_a_place(unit, run) == []


# --- what another’s form may not do


def other_business(school, kind="training"):
    with school.unit() as unit:
        return enterprise.add_business(unit, f"Harbour {kind}", kind, opened=date(2024, 1, 1))


def test_run_takes_no_room_of_another_business_and_nobodys_time_for_a_room(school):
    other = other_business(school)
    with school.unit() as unit:
        theirs = planning.add_room(unit, other.id, "Their room")
        diary.ensure_person(unit, school.people["Sam Whitlock"])
        shared = diary.add_resource(unit, "The yard", diary.ResourceKind.ROOM).id
        drum = diary.add_resource(unit, "A drum", diary.ResourceKind.THING, school.business.id).id
    food = school.course()
    for room in (theirs, school.people["Sam Whitlock"], drum, "nowhere", ""):
        with pytest.raises(NotFound, match="no room of this business"):
            school.plan(food, room=room)
    run = school.plan(food, room=shared)
    with school.unit() as unit, pytest.raises(NotFound, match="no room of this business"):
        planning.change_room(unit, run.id, theirs)


def test_only_people_on_record_teach_or_have_a_place(school):
    run = school.plan(school.course())
    with school.unit() as unit:
        erasing.erase(unit, school.people["Mei Tanaka"])
    for nobody in (school.people["Mei Tanaka"], school.room, "nobody", ""):
        for act in (
            lambda unit, who: planning.add_trainer(unit, run.id, who, TrainerRole.CO_TRAINER),
            lambda unit, who: joining.join(unit, run.id, who),
        ):
            with school.unit() as unit, pytest.raises(NotFound, match="no person"):
                act(unit, nobody)
        plan = planning.Plan(
            course=run.course,
            times=(meeting(FIRST, time(9), time(10)),),
            room=school.room,
            trainers={nobody: TrainerRole.LEAD},
        )
        with school.unit() as unit, pytest.raises(NotFound, match="no person"):
            planning.plan_run(unit, plan)


# --- another room


def test_room_is_changed_for_the_sessions_to_come_and_everybody_who_comes_is_told_once(school):
    run = school.plan(school.course(), meeting(FIRST), meeting(FIRST + timedelta(days=7)))
    school.join(run, "Sam Whitlock")
    with school.unit() as unit:
        hall = planning.add_room(unit, school.business.id, "The hall")
    school.at(FIRST, 20)
    for _again in range(2):
        with school.unit("Dev Chaudhary") as unit:
            planning.change_room(unit, run.id, hall)
    later = FIRST + timedelta(days=7)
    assert [school.claims(school.room, day) for day in (FIRST, later)] == [["Food hygiene"], []]
    assert [school.claims(hall, day) for day in (FIRST, later)] == [[], ["Food hygiene"]]
    for who in ("Sam Whitlock", "Isaac Field"):
        (told,) = [one for one in school.messages(who) if one.title.key == "New room: {title}"]
        assert told.lines[1].facts == {"room": "The hall"}


def test_room_that_is_taken_is_not_given_and_the_old_one_is_kept(school):
    with school.unit() as unit:
        hall = planning.add_room(unit, school.business.id, "The hall")
    school.plan(school.course("First aid"), meeting(FIRST), room=hall, trainers=LEAD)
    run = school.plan(school.course())
    with pytest.raises(planning.NotFree, match="The hall is taken"), school.unit() as unit:
        planning.change_room(unit, run.id, hall)
    assert school.claims(school.room, FIRST) == ["Food hygiene"]
    with school.unit(writing=False) as unit:
        assert offers.run(unit, run.id).room == school.room


def test_room_and_places_of_a_run_that_is_over_or_cancelled_stay(school):
    run = school.plan(school.course())
    with school.unit() as unit:
        hall = planning.add_room(unit, school.business.id, "The hall")
        with pytest.raises(BadInput, match="room for nobody"):
            planning.change_places(unit, run.id, 0)
        planning.cancel(unit, run.id)
    for act in (
        lambda unit: planning.change_room(unit, run.id, hall),
        lambda unit: planning.change_places(unit, run.id, 9),
    ):
        with school.unit() as unit, pytest.raises(NotPossibleNow, match="over or cancelled"):
            act(unit)


def test_reason_that_nobody_would_read_in_a_message_is_refused(school):
    run = school.plan(school.course())
    with school.unit() as unit, pytest.raises(BadInput, match="the most is 300"):
        planning.cancel(unit, run.id, "b" * 301)


def test_teaching_is_work_and_learning_is_not(school):
    run = school.plan(school.course())
    with school.unit() as unit:
        joining.join(unit, run.id, school.people["Sam Whitlock"])
        session = offers.sessions_of(unit, [run.id])[run.id][0]
        claims = diary.claims_of(unit, school.business.id, session.interval)
        said = dict(unit.collect("at_work", claims=tuple(claims)))
        teaching = {one.resource for one in claims if one.id in said["training"]}
    assert teaching == {school.people["Dev Chaudhary"], school.people["Isaac Field"]}
