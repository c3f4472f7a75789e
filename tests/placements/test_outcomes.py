"""Paid work that lasts 13, 26 and 52 weeks: counted from the record, confirmed by a person; flows of jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import Pence
from alongside.people import actions as people_actions
from alongside.placements import PART, actions, offers
from alongside.placements.ending import Ending, Next
from alongside.placements.flows import flow_of
from alongside.placements.hours_plan import HoursStep
from alongside.placements.job import jobs_of
from alongside.placements.listing import Status, status_of
from alongside.placements.outcome import LONGEST_GAP, Wanted, reached_by, runs_of
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.tables.outcomes import OUTCOMES
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor, Store

AMY, BEN = Actor.person("amy", "Amy Lind"), Actor.person("ben", "Ben Roe")
FIRST = date(2025, 1, 6)
FAR = date(2027, 1, 1)


def days(first: int, last: int | None, **more: object) -> Placement:
    facts = {"kind": "paid", "rate": Pence(1300), "agreed_minutes": 600, "business": "cafe", **more}
    until = None if last is None else FIRST + timedelta(days=last)
    return Placement(
        id=f"{first}{last}", person="amy", first_day=FIRST + timedelta(days=first), last_day=until, **facts
    )


# --- the rule


def test_thirteen_weeks_are_full_on_the_last_of_91_days_and_not_a_day_before() -> None:
    here = [days(0, None)]
    full = FIRST + timedelta(days=90)
    assert reached_by(here, full - timedelta(days=1)) == []
    assert [(one.weeks, one.day) for one in reached_by(here, full)] == [(13, full)]
    assert [one.weeks for one in reached_by(here, FIRST + timedelta(days=363))] == [13, 26, 52]


def test_gap_of_28_days_starts_nothing_over_and_its_days_do_not_count() -> None:
    for gap, expected in ((LONGEST_GAP, FIRST + timedelta(days=90 + LONGEST_GAP)), (LONGEST_GAP + 1, None)):
        jobs = [days(0, 59), days(60 + gap, 60 + gap + 40)]
        reached = reached_by(jobs, FAR)
        assert [one.day for one in reached] == ([expected] if expected else [])
        assert len(runs_of(jobs, FAR)) == (1 if expected else 2)


def test_two_paid_jobs_on_one_day_are_one_day_and_another_business_goes_on_counting() -> None:
    both = [days(0, 50), days(20, 60, business="garden"), days(61, 89, business="garden")]
    assert reached_by(both, FAR) == []  # 90 days in all, however many jobs
    more = [*both, days(90, 90)]
    assert [one.weeks for one in reached_by(more, FAR)] == [13]


def test_unpaid_work_counts_for_nothing_and_work_to_come_for_nothing_yet() -> None:
    assert reached_by([days(0, None, kind="volunteering", rate=None)], FAR) == []
    assert reached_by([days(0, None)], FIRST - timedelta(days=1)) == []


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 200), st.booleans()), max_size=6),
    st.integers(0, 800),
)
def test_outcomes_are_those_that_counting_day_by_day_finds(jobs: list[tuple[int, int, bool]], upto: int) -> None:
    placements = [
        days(first, first + length, business=f"b{number}", **({} if paid else {"kind": "trial", "rate": None}))
        for number, (first, length, paid) in enumerate(jobs)
    ]
    today = FIRST + timedelta(days=upto)
    worked = {
        first + more for first, length, paid in jobs if paid for more in range(length + 1) if first + more <= upto
    }
    expected, count, gap, began = [], 0, 0, 0
    for day in range(upto + 1):
        if day in worked:
            count, began = (1, day) if gap > LONGEST_GAP or not count else (count + 1, began)
            gap = 0
            expected += [(weeks, day, began) for weeks in (13, 26, 52) if count == 7 * weeks]
        else:
            gap += 1
    found = [
        ((one.weeks), (one.day - FIRST).days, (one.run_began - FIRST).days)
        for one in reached_by(placements, today)
    ]
    assert found == expected


# --- noted by themselves, confirmed by a person


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Callable[..., Placement]) -> Store:
    """Amy has had a paid job for 14 weeks, and Ben is her job coach."""
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=enterprise.today(unit) - timedelta(weeks=14))
        enterprise.give_role(unit, "ben", "supporter")
        unit.tell("daily_round", day=enterprise.today(unit))
    tideline.rights = lambda unit: enterprise.rights_of(
        unit, {"placements": PART.permissions, "people": ("see", "change")}
    )
    with tideline.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    return tideline


def test_outcome_is_noted_once_said_by_her_and_confirmed_by_her_coach(coached: Store, keyboard: Actor) -> None:
    with coached.unit(keyboard) as unit:
        unit.tell("daily_round", day=enterprise.today(unit))
        (noted,) = offers.outcomes_of(unit, "amy")
        assert (noted.weeks, noted.confirmed) == (13, False)
    with coached.unit(AMY) as unit:
        actions.say_of_outcome(unit, noted.id, Wanted.PARTLY, "More mornings")
        with pytest.raises(NotAllowed):
            actions.confirm_outcome(unit, noted.id)
    with coached.unit(BEN) as unit:
        confirmed = actions.confirm_outcome(unit, noted.id, Wanted.YES)
        # What she has said herself stands.
        assert (confirmed.wanted, confirmed.minutes, confirmed.confirmed_by) == (Wanted.PARTLY, 720, "ben")
        with pytest.raises(BadInput, match="confirmed this already"):
            actions.confirm_outcome(unit, noted.id)
        with pytest.raises(NotFound):
            actions.say_of_outcome(unit, noted.id, Wanted.NO)


def test_outcome_that_the_record_no_longer_shows_goes_unless_somebody_confirmed_it(
    coached: Store, keyboard: Actor
) -> None:
    with coached.unit(keyboard) as unit:
        (here,) = offers.placements_of(unit, "amy")
        actions.end_placement(unit, here.id, here.first_day + timedelta(weeks=12))
        offers.note_outcomes(unit, "amy")
        assert offers.outcomes_of(unit, "amy") == []
        actions.end_placement(unit, here.id, here.first_day + timedelta(weeks=14))
        offers.note_outcomes(unit, "amy")
        (noted,) = offers.outcomes_of(unit, "amy")
        actions.confirm_outcome(unit, noted.id)
        actions.end_placement(unit, here.id, here.first_day + timedelta(weeks=12))
        offers.note_outcomes(unit, "amy")
        assert [one.id for one in offers.outcomes_of(unit, "amy")] == [noted.id]


def test_erasing_takes_outcomes_out_and_exporting_hands_them_over(coached: Store, keyboard: Actor) -> None:
    with coached.unit(keyboard) as unit:
        told = dict(unit.collect("person_exported", person="amy"))["placements"]
        assert [one["weeks"] for one in told["outcomes"]] == [13]
        people_actions.erase(unit, "amy")
        assert unit.find(OUTCOMES) == []


# --- flows and the list


@given(
    st.lists(st.tuples(st.integers(-300, 300), st.integers(0, 300) | st.none()), max_size=12),
    st.integers(-50, 50),
    st.integers(0, 100),
)
def test_what_was_there_and_began_less_what_ended_is_what_is_there(
    jobs: list[tuple[int, int | None]], first: int, length: int
) -> None:
    made = [
        job
        for number, (begins, long) in enumerate(jobs)
        for job in jobs_of([days(begins, None if long is None else begins + long, business=f"b{number}")])
    ]
    period = Period(FIRST + timedelta(days=first), FIRST + timedelta(days=first + length))
    after = Period(period.last + timedelta(days=1), period.last + timedelta(days=90))
    flow = flow_of(made, period)
    assert flow.closing == sum(job.runs_on(period.last) for job in made)
    assert flow.closing == flow_of(made, after).opening
    assert min(flow.opening, flow.started, flow.ended, flow.closing) >= 0


def test_status_is_paid_work_first_then_other_work_then_what_is_to_come() -> None:
    today = FIRST + timedelta(days=100)
    paid, trial = days(0, None), days(0, None, kind="trial", rate=None, business="garden")
    soon, over = days(200, None), days(0, 5)
    said = Ending(id="e", person="amy", placement=over.id, next=Next.REST, said_on=FIRST)
    for placements, endings, status in (
        ([trial, paid], [], Status.IN_PAID_WORK),
        ([trial, soon], [], Status.IN_OTHER_WORK),
        ([over, soon], [said], Status.STARTS_SOON),
        ([over], [said], Status.MOVED_ON),
        ([over], [], Status.LOOKING),
    ):
        assert status_of(jobs_of(placements), endings, today) is status


def test_list_is_for_those_whose_way_one_sees_and_by_number_names_nobody(coached: Store) -> None:
    from alongside.placements.stage import Stage

    with coached.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.JOB_SUPPORT)
        assert [one.name for one in actions.whom_to_list(unit)] == ["Amy Lind"]
        (line,) = actions.lines_of(unit, ["amy"], by_number=True)
        assert (line.called, line.status, line.outcomes) == ("1", Status.IN_PAID_WORK, ())
        with pytest.raises(BadInput, match="from 1 to 15"):
            actions.lines_of(unit, [])
        with pytest.raises(NotAllowed):
            actions.lines_of(unit, ["cal"])
    with coached.unit(Actor.person("cal", "Cal Fry")) as unit:
        assert actions.whom_to_list(unit) == []


def test_plan_of_hours_is_what_an_outcome_tells_of_its_day(coached: Store, keyboard: Actor) -> None:
    with coached.unit(keyboard) as unit:
        (here,) = offers.placements_of(unit, "amy")
        (noted,) = offers.outcomes_of(unit, "amy")
        from alongside.placements.tables import PLACEMENTS

        step = HoursStep(first_day=noted.day, minutes=900, agreed_on=noted.day)
        unit.change(PLACEMENTS, here, plan=(step,))
        assert actions.confirm_outcome(unit, noted.id).minutes == 900
    assert PlacementType.PAID.value == "paid"
