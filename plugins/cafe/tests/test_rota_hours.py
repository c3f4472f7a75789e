"""Days and hours as they really pass: nights that touch two days, shifts in any order, wages rounded once."""

from datetime import timedelta
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside_cafe.checker import check
from alongside_cafe.draft import difference
from alongside_cafe.problem import Waiver
from alongside_cafe.search import search
from alongside_cafe.wages import wages

from .test_rota_fill import EARLY, LATE, MONDAY, NEXT, hours, on, problem, shift, worker

# Four nights of the week, each of which ends on the next morning: work touches all seven days.
NIGHTS = [shift(day, 22, 8, break_minutes=30) for day in (0, 2, 4)] + [shift(6, 9, 3)]


def rules(asked, rota) -> list[str]:
    return [breach.rule for breach in check(asked, rota)]


def test_night_takes_two_days_off_somebody_for_the_checker_and_for_the_search() -> None:
    asked = problem(NIGHTS, [worker("Rosa", most_minutes=3000)])
    assert rules(asked, [on(one) for one in NIGHTS]) == ["days_off"]
    assert len(search(asked, 1.0, 20.0).assignments) == 3
    until_midnight = [shift(day, 16, 8, break_minutes=30) for day in (0, 2, 4)] + [shift(6, 9, 3)]
    control = problem(until_midnight, [worker("Rosa", most_minutes=3000)])
    assert rules(control, [on(one) for one in until_midnight]) == []
    assert len(search(control, 1.0, 20.0).assignments) == 4


def test_night_elsewhere_takes_two_days_too() -> None:
    busy = tuple(hours(day, 22, 8) for day in (-1, 1, 3))
    asked = problem([shift(5, 9, 3)], [worker("Rosa", most_minutes=3000, work=busy)])
    assert rules(asked, [on(shift(5, 9, 3))]) == ["days_off"]
    assert search(asked, 1.0, 20.0).assignments == ()


@pytest.mark.parametrize("starts", [4, 12])  # before the shift, and after it
def test_work_elsewhere_that_follows_without_a_break_is_one_stretch_with_the_shift(starts) -> None:
    there = shift(0, 8, 4)
    asked = problem([there], [worker("Rosa", work=(hours(0, starts, 4),))])
    assert rules(asked, [on(there)]) == ["break"]
    assert search(asked, 1.0, 20.0).assignments == ()
    rested = problem([there], [worker("Rosa", work=(hours(0, starts, 4),), breaks=((hours(0, starts, 4), 20),))])
    apart = problem([shift(0, 8, 4)], [worker("Rosa", work=(hours(0, 13 if starts > 8 else 3, 4),))])
    for control in (rested, apart):
        assert rules(control, [on(there)]) == []
        assert len(search(control, 1.0, 20.0).assignments) == 1


def test_long_work_elsewhere_lets_no_shift_begin_at_its_end_nor_another_after_one_that_is_there() -> None:
    long, short = hours(0, 5, 7), hours(0, 8, 3)
    noon, evening = shift(0, 12, 2), shift(0, 14, 2, job="till")
    asked = problem([noon], [worker("Rosa", work=(long,))])
    assert rules(asked, [on(noon)]) == ["break"]
    assert search(asked, 1.0, 20.0).assignments == ()
    two = problem([shift(0, 11, 2), shift(0, 13, 2, job="till")], [worker("Rosa", work=(short,))])
    assert rules(two, [on(one) for one in two.shifts]) == ["break"]
    assert len(search(two, 1.0, 20.0).assignments) == 1
    pinned = problem([noon, evening], [worker("Rosa", work=(long,))], pinned=frozenset({on(noon)}))
    assert search(pinned, 1.0, 20.0).assignments == (on(noon),)


def test_night_into_the_next_week_counts_for_the_days_off_in_a_row_of_both() -> None:
    days = [shift(6, 20, 8), shift(9, 9, 3), shift(11, 9, 3), shift(13, 9, 3)]
    lenient = attrs.evolve(problem([], []).limits.under_18, night=None, day=None)
    asked = problem(days, [worker("Rosa", under_18=True, most_minutes=3000)])
    asked = attrs.evolve(asked, limits=attrs.evolve(asked.limits, under_18=lenient))
    assert "more_days_off" in rules(asked, [on(one) for one in days])
    found = search(asked, 2.0, 20.0).assignments
    assert len(found) == 3
    assert rules(asked, found) == []


@pytest.mark.parametrize("under_18", [False, True])
def test_shifts_in_any_order_give_the_same_rota(under_18: bool) -> None:
    there = [worker("Rosa", under_18=under_18), worker("Ben")]
    in_order = search(problem([EARLY, LATE, NEXT], there), 1.0, 20.0)
    assert search(problem([NEXT, LATE, EARLY], there), 1.0, 20.0).assignments == in_order.assignments


def test_wages_are_rounded_once_a_person_in_the_fill_and_in_the_draft() -> None:
    seven = [attrs.evolve(one, during=attrs.evolve(one.during, ends=_after(one, 7))) for one in (EARLY, NEXT)]
    asked = problem(seven, [worker("Rosa", pence=1271)])
    rota = [on(one) for one in seven]
    # 14 minutes are 296.57 pence; each of the two sevens rounded up would be 298.
    assert wages(asked, rota) == 297
    assert difference(asked, {}, (), rota).pence == 297


def _after(one, minutes: int):
    return one.during.starts + timedelta(minutes=minutes)


def test_hour_is_paid_at_the_rate_of_its_day() -> None:
    asked = problem([EARLY, NEXT], [worker("Rosa", pence=1200, pay=((MONDAY + timedelta(days=1), 1300),))])
    assert wages(asked, [on(EARLY), on(NEXT)]) == 6 * 1200 + 6 * 1300


WEEK_OF_60 = [shift(day, 8, 10, break_minutes=30) for day in range(6)]
LAST_WEEK = MONDAY - timedelta(days=7)


def let_through(some):
    return frozenset(Waiver(rule="long_week", shift=one.id, person="Rosa") for one in some)


def test_long_week_is_for_the_house_to_let_through_as_long_as_the_average_holds() -> None:
    rota = [on(one) for one in WEEK_OF_60]
    rested = worker("Rosa", most_minutes=3600, earlier=((LAST_WEEK, 36 * 60),))
    asked = problem(WEEK_OF_60, [rested])
    assert rules(asked, rota) == ["long_week"]
    assert len(search(asked, 1.0, 20.0).assignments) == 4
    let = attrs.evolve(asked, waived=let_through(WEEK_OF_60[4:]))
    assert rules(let, rota) == []
    assert len(search(let, 1.0, 20.0).assignments) == 6
    # One hour more in the week before, and the law's 48 hours on average over two weeks are gone.
    tired = attrs.evolve(let, workers=(attrs.evolve(rested, earlier=((LAST_WEEK, 37 * 60),)),))
    assert rules(tired, rota) == ["average"]
    assert len(search(tired, 1.0, 20.0).assignments) == 5


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 60 * 60),
    st.integers(0, 7),
    st.integers(0, 6),
    st.lists(st.integers(4, 11), min_size=6, max_size=6),
)
def test_average_is_taken_over_the_days_that_count(earlier, out, out_now, lengths) -> None:
    days = [shift(day, 8, length, break_minutes=30) for day, length in enumerate(lengths)]
    rosa = worker(
        "Rosa", most_minutes=6000, earlier=((LAST_WEEK, earlier),), left_out=((LAST_WEEK, out), (MONDAY, out_now))
    )
    asked = problem(days, [rosa], waived=let_through(days))
    total = earlier + sum(60 * length for length in lengths)
    over = Fraction(total, 14 - out - out_now) > Fraction(48 * 60, 7)
    assert ("average" in rules(asked, [on(one) for one in days])) is over
    assert check(asked, search(asked, 1.0, 20.0).assignments) == ()


def test_average_of_later_weeks_counts_what_is_planned_in_them_already() -> None:
    # The average of the law's 48 hours, over two weeks here: 90 hours are planned for the next.
    later = tuple(hours(7 + day, 6, 15) for day in range(6))
    asked = problem([EARLY], [worker("Rosa", work=later)])
    assert rules(asked, [on(EARLY)]) == []
    more = problem([EARLY, NEXT], [worker("Rosa", work=later)])
    assert rules(more, [on(EARLY), on(NEXT)]) == ["average"]
    assert len(search(more, 1.0, 20.0).assignments) == 1
