"""Talks about work, what helps people there, and endings: values and actions, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.money import Pence
from alongside.people import actions as people_actions
from alongside.placements import PART, actions, offers
from alongside.placements.adjustment import Adjustment, Barrier
from alongside.placements.ending import Next
from alongside.placements.job import jobs_of
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.review import USUAL, Rhythm
from alongside.placements.tables.talks import ADJUSTMENTS, ENDINGS, REVIEWS
from alongside.refusal import BadInput, NotAllowed, NotFound, NotWithAHelper
from alongside.store import Actor, Store
from alongside.store.audit import ENTRIES

from .conftest import place

AMY, BEN, CAL = (Actor.person(*one) for one in (("amy", "Amy Lind"), ("ben", "Ben Roe"), ("cal", "Cal Fry")))
Agree = Callable[..., Placement]
TODAY_IS = date(2026, 11, 23)


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Agree) -> Store:
    """Amy has a paid job in the café and has chosen Ben as job coach; Cal manages the café."""
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=enterprise.today(unit) - timedelta(weeks=2))
        enterprise.give_role(unit, "ben", "supporter")
        enterprise.give_role(unit, "cal", "manager", place(unit))
    tideline.rights = lambda unit: enterprise.rights_of(
        unit, {"placements": PART.permissions, "people": ("see", "change")}
    )
    with tideline.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    return tideline


def job(unit: Any) -> str:
    return offers.placements_of(unit, "amy")[-1].id


# --- the rhythm


def test_reviews_are_due_after_2_6_and_13_weeks_and_then_each_quarter() -> None:
    first = date(2026, 1, 5)
    weeks = [(USUAL.due(first, number) - first).days // 7 for number in range(1, 7)]
    assert weeks == [2, 6, 13, 26, 39, 52]


@given(st.lists(st.integers(1, 104), min_size=1, max_size=6, unique=True), st.integers(1, 104))
def test_reviews_of_any_rhythm_come_one_after_the_other(weeks: list[int], every: int) -> None:
    rhythm, first = Rhythm(id="r", weeks=tuple(sorted(weeks)), every=every), date(2026, 1, 5)
    days = [rhythm.due(first, number) for number in range(1, len(weeks) + 5)]
    assert all(one < other for one, other in pairwise(days))
    assert days[len(weeks)] - days[len(weeks) - 1] == timedelta(weeks=every)


@pytest.mark.parametrize("weeks", [(), (0,), (6, 2), (2, 2), (105,)])
def test_rhythm_that_makes_no_sense_is_refused(weeks: tuple[int, ...]) -> None:
    with pytest.raises(BadInput, match="one after the other"):
        Rhythm(id="r", weeks=weeks)


def test_new_rate_begins_no_new_job_and_no_new_rhythm(coached: Store, keyboard: Actor) -> None:
    with coached.unit(keyboard) as unit:
        today = enterprise.today(unit)
        due = offers.next_review(unit, offers.job_of(unit, offers.placement(unit, job(unit)))).due
        actions.change_rate(unit, job(unit), Pence(1400), today)
        (one,) = jobs_of(offers.placements_of(unit, "amy"))
        assert len(one.placements) == 2
        assert offers.next_review(unit, one).due == due == today


def test_gap_of_one_day_or_another_kind_of_work_is_another_job() -> None:
    def placed(first: int, last: int | None, kind: str = "trial") -> Placement:
        return Placement(
            id=f"{first}",
            person="amy",
            business="cafe",
            kind=kind,
            first_day=date(2026, 1, first),
            last_day=date(2026, 1, last) if last else None,
            agreed_minutes=60,
        )

    assert [len(one.placements) for one in jobs_of([placed(1, 5), placed(6, 9)])] == [2]
    assert [len(one.placements) for one in jobs_of([placed(1, 5), placed(7, 9)])] == [1, 1]
    assert [len(one.placements) for one in jobs_of([placed(6, None, "volunteering"), placed(1, 5)])] == [1, 1]


# --- talks


def test_her_own_words_come_first(coached: Store) -> None:
    with coached.unit(BEN) as unit, pytest.raises(BadInput, match="own words come first"):
        actions.hold_review(unit, job(unit), says="", coach_says="Fine.", changes="")
    with coached.unit(AMY) as unit:
        actions.say_for_review(unit, job(unit), "I like it")
    with coached.unit(BEN) as unit:
        held = actions.hold_review(unit, job(unit), says="She is fine", coach_says="Good.", changes="A stool.")
        assert (held.says, held.held_by, held.number) == ("I like it", "ben", 1)
        assert offers.next_review(unit, offers.job_of(unit, offers.placement(unit, job(unit)))).number == 2
        nothing = actions.hold_review(unit, job(unit), says="", coach_says="", changes="", says_nothing=True)
        assert (nothing.says, nothing.number) == ("", 2)


def test_talk_is_noted_by_coach_and_manager_and_by_nobody_else(coached: Store, keyboard: Actor) -> None:
    with coached.unit(CAL) as unit:
        actions.move_review(unit, job(unit), enterprise.today(unit) + timedelta(days=3))
        with pytest.raises(BadInput, match="is over"):
            actions.move_review(unit, job(unit), date(2020, 1, 1))
    with pytest.raises(NotAllowed), coached.unit(AMY) as unit:
        actions.hold_review(unit, job(unit), says="x", coach_says="", changes="")
    with pytest.raises(NotFound), coached.unit(BEN) as unit:
        actions.say_for_review(unit, job(unit), "not mine")
    with pytest.raises(NotAllowed), coached.unit(CAL) as unit:
        actions.choose_rhythm(unit, (4,), 8)
    with coached.unit(keyboard) as unit:
        actions.choose_rhythm(unit, (4,), 8)
        actions.choose_rhythm(unit, (3, 4), 8)
        assert offers.rhythm(unit).weeks == (3, 4)


def test_daily_round_reminds_her_and_the_coach_once_and_without_a_name(coached: Store, keyboard: Actor) -> None:
    for _ in range(2):
        with coached.unit(keyboard) as unit:
            unit.tell("daily_round", day=enterprise.today(unit))
    with coached.unit(keyboard) as unit:
        told = [one for one in unit.find(MESSAGES) if ":review:" in one.key]
        assert sorted(one.person for one in told) == ["amy", "ben"]
        assert "Amy" not in str(told)


def test_nobody_without_a_job_coach_is_reminded(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit:
        (chosen,) = actions.my_coachings(unit)
        actions.end_coaching(unit, chosen.id)
    with coached.unit(keyboard) as unit:
        unit.tell("daily_round", day=enterprise.today(unit))
        assert [one for one in unit.find(MESSAGES) if ":review:" in one.key] == []


# --- what helps


def test_adjustment_reaches_whom_she_ticked_and_no_steward_no_manager_no_keyboard(
    coached: Store, keyboard: Actor
) -> None:
    with coached.unit(keyboard) as unit:
        enterprise.give_role(unit, "cal", "steward")
    with coached.unit(AMY) as unit:
        agreed = actions.agree_adjustment(unit, words="A quiet start", barrier=Barrier.PLACE, doer="ben")
        assert agreed.readers == ("ben",)  # whoever does it can read it
    with coached.unit(BEN) as unit:
        assert [one.words for one in actions.adjustments_told(unit, "amy")] == ["A quiet start"]
    for other in (CAL, keyboard):
        with coached.unit(other) as unit:
            assert actions.adjustments_told(unit) == []
            with pytest.raises(NotFound):
                actions.look_at_adjustment(unit, agreed.id)


def test_helper_who_is_not_ticked_hides_it_for_the_time_of_the_visit(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        actions.agree_adjustment(unit, words="A quiet start", barrier=Barrier.PLACE)
    with coached.unit(Actor.person("amy", "Amy Lind", helper="ben")) as unit:
        assert actions.my_adjustments(unit) == ([], 1)
    with coached.unit(AMY) as unit:
        shown, hidden = actions.my_adjustments(unit)
        actions.choose_readers(unit, shown[0].id, ["ben"])
        assert hidden == 0
    with coached.unit(Actor.person("amy", "Amy Lind", helper="ben")) as unit:
        assert len(actions.my_adjustments(unit)[0]) == 1


def test_nobody_is_let_in_to_what_helps_her_while_somebody_is_with_her(coached: Store) -> None:
    beside = Actor.person("amy", "Amy Lind", helper="ben")
    with coached.unit(AMY) as unit:
        mine = actions.agree_adjustment(unit, words="Quiet", barrier=Barrier.PLACE, readers=["ben"])
    with pytest.raises(NotWithAHelper), coached.unit(beside) as unit:
        actions.choose_readers(unit, mine.id, ["ben", "cal"])
    for more in ({"readers": ["cal"]}, {"doer": "ben"}):
        with pytest.raises(NotWithAHelper), coached.unit(beside) as unit:
            actions.agree_adjustment(unit, words="Lists", barrier=Barrier.TASK, **more)  # type: ignore[arg-type] # either
    with coached.unit(beside) as unit:
        assert actions.agree_adjustment(unit, words="Lists", barrier=Barrier.TASK).readers == ()


def test_readers_are_those_who_are_with_her_at_work_and_are_chosen_anew_by_her_alone(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        assert {one.person for one in actions.whom_to_tick(unit)} == {"ben", "cal"}
        with pytest.raises(BadInput, match="not with you at work"):
            actions.agree_adjustment(unit, words="x", barrier=Barrier.TASK, readers=["stranger"])
        agreed = actions.agree_adjustment(unit, words="Pictures", barrier=Barrier.TASK, readers=["ben", "cal"])
        actions.choose_readers(unit, agreed.id, ["cal"])
    with coached.unit(BEN) as unit:
        assert actions.adjustments_told(unit) == []
    with coached.unit(CAL) as unit:
        with pytest.raises(NotFound):
            actions.choose_readers(unit, agreed.id, ["ben"])
        with pytest.raises(NotFound):  # she reads it, and it is not hers to do
            actions.adjustment_is_done(unit, agreed.id)
    with coached.unit(AMY) as unit:
        assert actions.adjustment_is_done(unit, agreed.id).done_on == enterprise.today(unit)
        actions.end_adjustment(unit, agreed.id)
        assert actions.my_adjustments(unit) == ([], 0)


def test_trail_says_whose_it_is_and_no_word_of_it_and_so_does_its_repr(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        agreed = actions.agree_adjustment(unit, words="Zqmarker", barrier=Barrier.TASK)
        actions.adjustment_is_done(unit, agreed.id)
    with coached.unit(AMY) as unit:
        rows = unit.question(ENTRIES.select().where(ENTRIES.c.kind == "placements_adjustment"))
        assert [one.about for one in rows] == ["amy", "amy"]
        assert "Zqmarker" not in str(rows)
    assert "Zqmarker" not in repr(agreed)


def test_there_is_no_field_for_a_reason_or_a_diagnosis() -> None:
    names = {one.name for one in attrs.fields(Adjustment)}
    assert names == {
        *("id", "person", "words", "barrier", "business", "doer", "by_day", "readers", "agreed_on", "done_on"),
        "version",
    }


# --- endings


def test_ending_is_said_by_herself_and_can_be_said_anew(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit, pytest.raises(BadInput, match="No last day"):
        actions.say_at_the_end(unit, job(unit), "A lot", Next.REST)
    with coached.unit(keyboard) as unit:
        actions.end_placement(unit, job(unit), enterprise.today(unit))
    with coached.unit(AMY) as unit:
        actions.say_at_the_end(unit, job(unit), "A lot", Next.REST)
        actions.say_at_the_end(unit, job(unit), "To bake", Next.LEARNING)
        (said,) = offers.endings_of(unit, "amy")
        assert (said.learned, said.next) == ("To bake", Next.LEARNING)
    with coached.unit(BEN) as unit:
        assert actions.note_ending(unit, job(unit), "To bake", Next.PAID_HERE).next is Next.PAID_HERE
        with pytest.raises(NotFound):
            actions.say_at_the_end(unit, job(unit), "", Next.REST)


def test_erasing_takes_all_of_it_out_and_exporting_hands_it_over_to_nobody_else(
    coached: Store, keyboard: Actor, agree: Agree
) -> None:
    with coached.unit(AMY) as unit:
        actions.agree_adjustment(unit, words="A stool", barrier=Barrier.PLACE, doer="ben")
        actions.say_for_review(unit, job(unit), "I like it")
    with coached.unit(keyboard) as unit:
        agree(unit, "harbour-garden", kind=PlacementType.TRIAL, last_day=date(2026, 4, 9))
        actions.note_ending(unit, offers.placements_of(unit, "amy")[0].id, "To dig", Next.NOT_SAID)
        hers = dict(unit.collect("person_exported", person="amy"))["placements"]
        assert [hers["adjustments"][0]["words"], hers["reviews"][0]["says"], hers["endings"][0]["learned"]] == [
            *("A stool", "I like it", "To dig")
        ]
        assert "A stool" not in str(unit.collect("person_exported", person="ben"))
        people_actions.erase(unit, "ben")
        (left,) = unit.find(ADJUSTMENTS)
        assert (left.readers, left.doer) == ((), None)
        people_actions.erase(unit, "amy")
        assert [unit.find(rows) for rows in (ADJUSTMENTS, REVIEWS, ENDINGS)] == [[], [], []]
