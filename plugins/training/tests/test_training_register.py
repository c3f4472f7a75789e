"""The register and awarding on each database: who was there, with its history, and who has done the course."""

from datetime import date, time

import pytest

from alongside.api import diary, people
from alongside.api.values import LONDON, BadInput, Interval, NotAllowed, NotFound, at
from alongside.people import actions as erasing
from alongside_training import offers
from alongside_training.actions import awarding, marking, planning
from alongside_training.register import Mark
from alongside_training.run import NotPossibleNow, RunState

FIRST, LAST, LATER = date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 9)


@pytest.fixture
def run(school):
    planned = school.plan(school.course())
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(planned, who)
    with school.unit() as unit:
        return planning.confirm(unit, planned.id)


def mark(school, run, marks, by="Dev Chaudhary", session=0):
    with school.unit(by) as unit:
        found = offers.sessions_of(unit, [run.id])[run.id][session].id
        return marking.mark(unit, found, {school.people[who]: one for who, one in marks.items()})


def test_nothing_is_marked_before_the_session_begins(school, run):
    school.at(FIRST, 16, 29)
    with pytest.raises(NotPossibleNow, match="has not begun"):
        mark(school, run, {"Sam Whitlock": Mark.PRESENT})
    school.at(FIRST, 16, 30)
    assert mark(school, run, {"Sam Whitlock": Mark.PRESENT}) == 1


def test_changed_mark_keeps_what_stood_there_and_who_made_it(school, run):
    school.at(FIRST, 17)
    mark(school, run, {"Sam Whitlock": Mark.ABSENT, "Leah Osei": Mark.PRESENT})
    school.at(FIRST, 17, 20)
    assert mark(school, run, {"Sam Whitlock": Mark.LATE, "Leah Osei": Mark.PRESENT}, by="Isaac Field") == 1
    with school.unit("Dev Chaudhary", writing=False) as unit:
        session = offers.sessions_of(unit, [run.id])[run.id][0]
        history = [
            (one.mark, one.marked_by)
            for one in offers.marks_of(unit, [session])
            if one.person == school.people["Sam Whitlock"]
        ]
        there = marking.register(unit, session.id)
    assert history == [(Mark.ABSENT, school.people["Dev Chaudhary"]), (Mark.LATE, school.people["Isaac Field"])]
    assert there.marks[school.people["Sam Whitlock"]] is Mark.LATE
    assert (there.changes[school.people["Sam Whitlock"]], there.marked) == (1, False)


def test_register_is_for_those_who_teach_and_those_who_plan(school, run):
    school.at(FIRST, 17)
    for who in ("Dev Chaudhary", "Isaac Field"):
        assert mark(school, run, {"Sam Whitlock": Mark.PRESENT}, by=who) in (0, 1)
    for who in ("Sam Whitlock", "Bronwen Pugh"):
        with pytest.raises(NotAllowed):
            mark(school, run, {"Sam Whitlock": Mark.PRESENT}, by=who)


def test_nobody_is_marked_who_has_no_place(school, run):
    school.at(FIRST, 17)
    with pytest.raises(BadInput, match="no place in this run"):
        mark(school, run, {"Mei Tanaka": Mark.PRESENT})


def test_who_was_there_is_given_the_certificate_once_and_the_run_is_finished(school, run):
    school.everybody_was_there(run, Tom=Mark.APOLOGIES)
    with school.unit("Dev Chaudhary") as unit:
        given = awarding.award(unit, run.id)
        again = awarding.award(unit, run.id)
        certificates = people.certificates_of(unit, list(school.people.values()))
        assert offers.run(unit, run.id).state is RunState.FINISHED
    assert [one.name for one in given] == ["Leah Osei", "Sam Whitlock"]
    assert again == []
    (hers,) = certificates[school.people["Leah Osei"]]
    assert (hers.kind, hers.first_day, hers.last_day) == ("food_hygiene", LAST, date(2029, 12, 7))
    assert (hers.refresh_due, hers.awarded_by) == (date(2029, 6, 8), "Tideline Learning")
    assert certificates[school.people["Tom Ridley"]] == ()


def test_course_that_allows_it_may_be_missed_once(school):
    run = school.plan(school.course(may_miss=1))
    for who in ("Sam Whitlock", "Leah Osei"):
        school.join(run, who)
    with school.unit() as unit:
        planning.confirm(unit, run.id)
    first, second = school.sessions(run)
    school.store.clock = lambda: first.ends
    mark(school, run, {"Sam Whitlock": Mark.ABSENT, "Leah Osei": Mark.ABSENT})
    school.store.clock = lambda: second.ends
    mark(school, run, {"Sam Whitlock": Mark.LATE, "Leah Osei": Mark.ABSENT}, session=1)
    with school.unit("Dev Chaudhary") as unit:
        assert [one.name for one in awarding.award(unit, run.id)] == ["Sam Whitlock"]


def test_nothing_is_awarded_before_the_end_or_to_who_was_not_there(school, run):
    school.at(FIRST, 17)
    with school.unit("Dev Chaudhary") as unit, pytest.raises(NotPossibleNow, match="not over yet"):
        awarding.award(unit, run.id)
    school.everybody_was_there(run, Tom=Mark.ABSENT)
    said = "Tom Ridley is marked as there at 0 of 2 sessions"
    with school.unit("Dev Chaudhary") as unit, pytest.raises(NotPossibleNow, match=said):
        awarding.award(unit, run.id, [school.people["Tom Ridley"]])
    with school.unit("Sam Whitlock") as unit, pytest.raises(NotAllowed):
        awarding.award(unit, run.id)


def test_run_whose_register_has_holes_is_not_finished_by_awarding(school, run):
    first, second = school.sessions(run)
    for number, one in enumerate((first, second)):
        school.store.clock = lambda ends=one.ends: ends
        mark(school, run, {"Sam Whitlock": Mark.PRESENT}, session=number)
    with school.unit("Dev Chaudhary") as unit:
        assert [one.name for one in awarding.award(unit, run.id)] == ["Sam Whitlock"]
        assert offers.run(unit, run.id).state is RunState.CONFIRMED


def test_certificates_paper_names_what_was_learnt_and_who_taught(school, run):
    school.everybody_was_there(run)
    with school.unit("Dev Chaudhary") as unit:
        awarding.award(unit, run.id)
        (given,) = people.certificates_of(unit, [school.people["Sam Whitlock"]])[school.people["Sam Whitlock"]]
        elsewhere = people.award(unit, school.people["Sam Whitlock"], "driving", FIRST, None, "Harbour College")
    with school.unit("Sam Whitlock", writing=False) as unit:
        seen = awarding.certificate(unit, school.business.id, given.id)
        with pytest.raises(NotFound, match="given by Harbour College"):
            awarding.certificate(unit, school.business.id, elsewhere.id)
    assert (seen.name, seen.course.title) == ("Sam Whitlock", "Food hygiene")
    assert seen.trainers == ("Dev Chaudhary", "Isaac Field")
    with school.unit("Leah Osei", writing=False) as unit, pytest.raises(NotAllowed):
        awarding.certificate(unit, school.business.id, given.id)
    with school.unit() as unit:
        people.revoke(unit, given.id, "Given by mistake.")
        with pytest.raises(NotPossibleNow, match="taken back"):
            awarding.certificate(unit, school.business.id, given.id)


def test_wish_is_met_by_having_done_the_course(school):
    from alongside_training.actions import wishing

    food = school.course()
    with school.unit("Sam Whitlock") as unit:
        wishing.wish(unit, school.business.id, school.people["Sam Whitlock"], course=food.id)
    run = school.plan(food)
    school.join(run, "Leah Osei")
    school.everybody_was_there(run)
    with school.unit() as unit:
        awarding.award(unit, run.id)
        (wish,) = offers.wishes(unit, school.business.id)
        enrolments = {one.person: one.wished for one in offers.enrolments_of(unit, [run.id])[run.id]}
    assert wish.met_on == LAST
    assert enrolments == {school.people["Sam Whitlock"]: True, school.people["Leah Osei"]: False}


def test_erased_person_is_not_expected_any_more_and_is_given_no_certificate(school, run):
    first, _second = school.sessions(run)
    school.store.clock = lambda: first.ends
    with school.unit() as unit:
        erasing.erase(unit, school.people["Tom Ridley"])
        planning.add_session(unit, run.id, Interval(at(LATER, time(9), LONDON), at(LATER, time(10), LONDON)))
        everybody = [school.people["Tom Ridley"], school.people["Sam Whitlock"]]
        during = Interval(at(LATER, time(9), LONDON), at(LATER, time(10), LONDON))
        assert [one.resource for one in diary.holds(unit, everybody, during)] == [school.people["Sam Whitlock"]]
    with school.unit() as unit:
        assert school.people["Tom Ridley"] not in marking.register(unit, first.id).names


def test_certificate_is_not_given_to_who_was_erased_after_the_last_session(school, run):
    school.everybody_was_there(run)
    with school.unit() as unit:
        erasing.erase(unit, school.people["Tom Ridley"])
        awarding.award(unit, run.id)
        given = people.certificates_of(unit, list(school.people.values()))
    assert given[school.people["Tom Ridley"]] == ()
    assert len(given[school.people["Sam Whitlock"]]) == 1
