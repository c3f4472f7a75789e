"""Days of leave that were granted: days away, which take their share off the hours of the week."""

from datetime import date, time, timedelta

from alongside.api import diary
from alongside.api.values import LONDON, Interval, Period, at
from alongside.placements.actions import answer_leave, ask_for_leave
from alongside_cafe.actions import changing, one_place, standing_in
from alongside_cafe.availability import whole_days

from .conftest import MONDAY

SAM = "Sam Whitlock"
OFF = [MONDAY + timedelta(days=n) for n in range(3)]


def granted(cafe, name=SAM):
    """Three of her five days are leave, asked for and granted."""
    with cafe.unit() as unit:
        wish = ask_for_leave(unit, OFF[0], OFF[-1], cafe.people[name])
        answer_leave(unit, wish.id, yes=True)


def asked_of(cafe, name=SAM):
    return next(one for one in cafe.ask().problem.workers if one.id == cafe.people[name])


def test_leave_takes_its_share_off_the_hours_of_the_week(cafe):
    assert asked_of(cafe).expected_in(MONDAY) == 20 * 60
    granted(cafe)
    sam = asked_of(cafe)
    assert sam.expected_in(MONDAY) == 8 * 60
    assert (sam.availability.away, sam.busy) == (frozenset(OFF), ())


def test_hours_of_a_day_that_are_leave_keep_them_free_and_not_the_day(cafe):
    noon = [at(MONDAY, time(clock), LONDON) for clock in (12, 16)]
    with cafe.unit() as unit:
        diary.ensure_person(unit, cafe.people[SAM])
        diary.claim(unit, cafe.people[SAM], *noon, diary.Purpose.LEAVE, "Leave")
    sam = asked_of(cafe)
    assert (sam.availability.away, sam.busy) == (frozenset(), (Interval(*noon),))


def test_days_that_the_clocks_make_longer_and_shorter_are_whole_from_midnight_to_midnight():
    for day in (date(2026, 10, 25), date(2027, 3, 28)):
        whole = Period(day, day).interval(LONDON)
        noon = at(day, time(12), LONDON)
        assert whole_days([Interval(noon, whole.ends), Interval(whole.starts, noon)], LONDON) == {day}
        assert whole_days([Interval(whole.starts + timedelta(minutes=1), whole.ends)], LONDON) == frozenset()


def test_who_plans_reads_of_leave_that_she_is_away_and_no_more(cafe):
    granted(cafe)
    draft, shifts = cafe.draft(), cafe.ask().problem.shifts
    shift = next(one for one in shifts if (one.day, one.job) == (OFF[0], "Front"))
    with cafe.unit(writing=False) as unit:
        seen = one_place.place(unit, draft, shift.id, 0)
    sam = next(one for one in seen.candidates if one.person == cafe.people[SAM])
    assert (sam.sentence, sam.agreed) == ("Sam Whitlock is away.", 8 * 60)


def test_nobody_on_leave_is_the_first_to_stand_in_for_hours_of_her_days_off(cafe):
    granted(cafe)
    rota = cafe.fill().rota
    sam = cafe.people[SAM]
    hers = sum(rota.by_id[one.shift].shift.minutes for one in rota.assignments if one.person == sam)
    shift = next(one for one in rota.shifts if one.day > OFF[-1])
    with cafe.unit(writing=False) as unit:
        there = changing.standing(unit, cafe.business.id, shift)
        worker = next(one for one in there.able.workers if one.id == sam)
        assert standing_in.able_to(there, worker, shift, SAM).left == 8 * 60 - hers
