"""The way to work: stages, own words, job coaches and wishes about hours, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.placements import PART, actions, offers
from alongside.placements.hours_wish import Pace
from alongside.placements.own_words import LONGEST, About
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.stage import Stage, StageStep, in_order, stage_on
from alongside.placements.tables.way import COACHINGS, OWN_WORDS, STEPS, WISHES
from alongside.refusal import BadInput, NotAllowed, NotFound, NotWithAHelper
from alongside.store import Actor, Store

from .conftest import place

AMY, BEN, CAL = (Actor.person(*one) for one in (("amy", "Amy Lind"), ("ben", "Ben Roe"), ("cal", "Cal Fry")))
Agree = Callable[..., Placement]


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Agree) -> Store:
    """Amy has a trial in the café, Ben gives support, Cal manages the garden; rights are those of roles."""
    with tideline.unit(keyboard) as unit:
        agree(unit, kind=PlacementType.TRIAL, first_day=date(2026, 4, 2))
        enterprise.give_role(unit, "ben", "supporter")
        enterprise.give_role(unit, "cal", "manager", place(unit, "harbour-garden"))
    tideline.rights = lambda unit: enterprise.rights_of(
        unit, {"placements": PART.permissions, "people": ("see", "change")}
    )
    return tideline


def step(stage: Stage, day: date, number: int = 1) -> StageStep:
    facts = {"noted_at": datetime(2026, 9, 1, 9, tzinfo=UTC), "number": number}
    return StageStep(id=str(number), person="amy", stage=stage, day=day, **facts)


def test_stage_of_a_day_is_that_of_the_last_step_by_then_and_she_may_go_back() -> None:
    steps = [
        step(Stage.JOB_FINDING, date(2026, 6, 1)),
        step(Stage.CLIENT_ENGAGEMENT, date(2026, 5, 1)),
        step(Stage.VOCATIONAL_PROFILING, date(2026, 7, 1), 1),
        step(Stage.JOB_SUPPORT, date(2026, 7, 1), 2),
    ]
    assert stage_on(steps, date(2026, 4, 30)) is None
    assert stage_on(steps, date(2026, 5, 31)) is Stage.CLIENT_ENGAGEMENT
    assert stage_on(steps, date(2026, 7, 1)) is Stage.JOB_SUPPORT  # of one day, what was noted last counts
    assert [one.stage for one in in_order(steps)][:2] == [Stage.CLIENT_ENGAGEMENT, Stage.JOB_FINDING]


def test_job_coach_notes_steps_for_those_who_chose_her_and_for_nobody_else(coached: Store) -> None:
    with pytest.raises(NotAllowed), coached.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.JOB_FINDING)
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    with coached.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.JOB_FINDING)
        assert actions.way_of(unit, "amy").stage is Stage.JOB_FINDING
        assert [one.face.name for one in actions.whom_i_coach(unit)] == ["Amy Lind"]
        with pytest.raises(BadInput, match="step of this day already"):
            actions.note_stage(unit, "amy", Stage.JOB_FINDING)
        with pytest.raises(BadInput, match="still to come"):
            actions.note_stage(unit, "amy", Stage.JOB_SUPPORT, date(2999, 1, 1))
        with pytest.raises(NotAllowed):
            actions.way_of(unit, "cal")


def test_right_of_a_job_coach_ends_with_the_choice_and_with_her_role(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit:
        chosen = actions.choose_coach(unit, "ben")
    with coached.unit(BEN) as unit:
        assert actions.may_see_way(unit, "amy")
        assert not offers.coachings_of(unit, "amy", date(2030, 1, 1))  # it has an end by itself
    with coached.unit(AMY) as unit:
        actions.end_coaching(unit, chosen.id)
    with coached.unit(BEN) as unit:
        assert not actions.may_see_way(unit, "amy")
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    with coached.unit(keyboard) as unit:
        (held,) = enterprise.roles_of(unit, "ben")
        enterprise.end_role(unit, held, date(2026, 1, 1))
    with coached.unit(BEN) as unit:
        assert not actions.may_see_way(unit, "amy")


def test_manager_of_another_business_does_not_see_the_way(coached: Store) -> None:
    with pytest.raises(NotAllowed), coached.unit(CAL) as unit:
        actions.way_of(unit, "amy")
    with coached.unit(AMY) as unit:
        assert actions.way_of(unit, "amy").person == "amy"


def test_coach_for_one_placement_is_not_asked_about_another(coached: Store, keyboard: Actor, agree: Agree) -> None:
    with coached.unit(keyboard) as unit:
        garden = agree(unit, "harbour-garden", kind=PlacementType.TRIAL)
        (cafe,) = [one for one in offers.placements_of(unit, "amy") if one.id != garden.id]
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben", garden.id)
    with coached.unit(BEN) as unit:
        assert actions.may_follow(unit, garden)
        assert not actions.may_follow(unit, cafe)
        assert offers.coach_for(unit, "amy", cafe.id) is None


def test_coach_for_one_job_sees_that_job_and_no_other_and_no_words_of_hers(
    coached: Store, keyboard: Actor, agree: Agree
) -> None:
    with coached.unit(keyboard) as unit:
        garden = agree(unit, "harbour-garden", first_day=date(2025, 4, 2), last_day=date(2026, 5, 1))
        later = agree(unit, "harbour-garden", first_day=date(2026, 5, 2))  # the same job at a new rate
        (cafe,) = [one for one in offers.placements_of(unit, "amy") if one.kind is PlacementType.TRIAL]
        offers.note_outcomes(unit, "amy")
        every = offers.outcomes_of(unit, "amy")
        assert every
        actions.note_stage(unit, "amy", Stage.JOB_SUPPORT)
    with coached.unit(AMY) as unit:
        actions.say(unit, About.BRINGS, "I sing at work")
        actions.choose_coach(unit, "ben", cafe.id)
    with coached.unit(BEN) as unit:
        way = actions.way_of(unit, "amy")
        assert [one.id for one in way.placements] == [cafe.id]
        assert way.words == ()
        assert actions.outcomes_seen(unit, "amy") == []
        (line,) = actions.lines_of(unit, ["amy"])
        assert [job.business for job in line.jobs] == [cafe.business]
    with pytest.raises(NotAllowed), coached.unit(BEN) as unit:
        actions.confirm_outcome(unit, every[0].id)
    with coached.unit(CAL) as unit:  # runs the garden
        assert [one.id for one in actions.way_of(unit, "amy").placements] == [garden.id, later.id]
        assert actions.way_of(unit, "amy").words == ()
        assert actions.outcomes_seen(unit, "amy") == every
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben", garden.id)
    with coached.unit(BEN) as unit:
        assert len(actions.way_of(unit, "amy").placements) == 3
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    with coached.unit(BEN) as unit:
        assert [one.words for one in actions.way_of(unit, "amy").words] == ["I sing at work"]


def test_new_choice_ends_the_one_before_and_nobody_chooses_while_helped(coached: Store, keyboard: Actor) -> None:
    with coached.unit(keyboard) as unit:
        enterprise.give_role(unit, "cal", "supporter")
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
        actions.choose_coach(unit, "cal")
        assert [one.coach for one in actions.my_coachings(unit)] == ["cal"]
        assert [one.id for one in actions.coaches_to_choose(unit)] == ["ben"]
        with pytest.raises(BadInput, match="no job coach here"):
            actions.choose_coach(unit, "amy")
    with pytest.raises(NotWithAHelper), coached.unit(Actor.person("amy", "Amy", helper="ben")) as unit:
        actions.choose_coach(unit, "ben")


def test_she_is_told_once_that_a_choice_ends_and_without_a_name(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben", last_day=enterprise.today(unit) + timedelta(days=20))
    for _ in range(2):
        with coached.unit(keyboard) as unit:
            unit.tell("daily_round", day=enterprise.today(unit))
    with coached.unit(keyboard) as unit:
        (told,) = [one for one in unit.find(MESSAGES) if ":coach-ends:" in one.key]
        assert (told.person, "Ben" in str(told)) == ("amy", False)


def test_words_of_ones_own_can_be_taken_back_and_are_nobody_elses(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        said = actions.say(unit, About.BRINGS, "I sing at work")
        with pytest.raises(BadInput, match="Nothing is written"):
            actions.say(unit, About.WANTS, "  ")
        with pytest.raises(BadInput, match="at most 300"):
            actions.say(unit, About.WANTS, "x" * (LONGEST + 1))
    with pytest.raises(NotFound), coached.unit(BEN) as unit:
        actions.take_back(unit, said.id)
    with coached.unit(AMY) as unit:
        actions.take_back(unit, said.id)
        assert actions.way_of(unit, "amy").words == ()
        assert [one.id for one in offers.own_words_of(unit, "amy", taken_back=True)] == [said.id]


def test_wish_about_hours_reaches_coach_and_managers_without_a_name_and_is_answered(
    coached: Store, keyboard: Actor
) -> None:
    with coached.unit(keyboard) as unit:
        enterprise.give_role(unit, "cal", "manager", place(unit))
        (here,) = offers.placements_of(unit, "amy")
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
        wished = actions.wish_for_hours(unit, here.id, Pace.SLOWER, "I am tired in the evening")
        with pytest.raises(BadInput, match="asked already"):
            actions.wish_for_hours(unit, here.id, Pace.STAY)
    with coached.unit(keyboard) as unit:
        told = {one.person: one for one in unit.find(MESSAGES) if ":wish:" in one.key}
        assert set(told) == {"ben", "cal"}
        words = str([(one.title, one.lines) for one in told.values()])
        assert "Amy" not in words
        assert "tired" not in words
    with coached.unit(BEN) as unit:
        actions.answer_wish(unit, wished.id, "We wait until April.")
        with pytest.raises(BadInput, match="answered already"):
            actions.answer_wish(unit, wished.id, "Again.")
    with coached.unit(AMY) as unit:
        assert [one.answer for one in offers.wishes_for(unit, here)] == ["We wait until April."]


def test_wish_is_for_ones_own_work_alone(coached: Store) -> None:
    with coached.unit(BEN) as unit:
        (here,) = offers.placements_of(unit, "amy")
        with pytest.raises(NotFound):
            actions.wish_for_hours(unit, here.id, Pace.MORE)


def test_erasing_takes_the_way_out_and_exporting_hands_it_over(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
        actions.say(unit, About.WANTS, "A job by the sea")
        (here,) = offers.placements_of(unit, "amy")
        actions.wish_for_hours(unit, here.id, Pace.MORE)
    with coached.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.CLIENT_ENGAGEMENT)
    with coached.unit(keyboard) as unit:
        told: dict[str, Any] = dict(unit.collect("person_exported", person="amy"))["placements"]
        assert [one["words"] for one in told["own_words_about_work"]] == ["A job by the sea"]
        assert [len(told[name]) for name in ("way_to_work", "wishes_about_hours", "job_coaches")] == [1, 1, 1]
        people_actions.erase(unit, "amy")
        for rows in (COACHINGS, OWN_WORDS, STEPS, WISHES):
            assert unit.find(rows) == []
