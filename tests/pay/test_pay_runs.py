"""Pay runs on a database: what is paid, what waits for a human, and that nothing is lost or paid twice."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import attrs
import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.instants import LONDON, Interval, at
from alongside.money import Pence
from alongside.pay import actions, offers
from alongside.pay.actions import CannotAgree
from alongside.pay.advice import Advice, Run
from alongside.pay.away import Away, Because
from alongside.pay.line import What
from alongside.pay.matter import Kind
from alongside.pay.pay_period import Every, PaySetting
from alongside.pay.terms import HolidayBy, Reference, Terms
from alongside.people import offers as people
from alongside.placements import actions as placements
from alongside.placements import offers as work_offers
from alongside.refusal import BadInput, NotAllowed, NotFound, SomebodyWasFaster
from alongside.store import Actor, Store, Unit

from .conftest import note, place


def run_pay(store: Store, who: Actor, day: date | None = None) -> tuple[Run, dict[str, Advice]]:
    with store.unit(who) as unit:
        run = actions.make_run(unit, day)
        return run, {one.person: one for one in offers.advices_of(unit, run.id)}


def agree_run(store: Store, who: Actor, run: Run) -> Run:
    with store.unit(who) as unit:
        return actions.agree(unit, run.id, run.version)


def kinds(advice: Advice) -> set[Kind]:
    return {one.kind for one in advice.matters}


def lines(advice: Advice) -> list[tuple[str, int, int]]:
    return [(one.what.value, one.minutes, one.pence) for one in advice.lines]


def test_confirmed_hours_are_paid_and_planned_ones_wait_for_a_human(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, work: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        worked(unit, "amy", date(2026, 6, 4), time(9), time(10, 7))
        work(unit, "amy", date(2026, 6, 9), time(9), time(13))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    assert (run.first_day, run.last_day) == (date(2026, 6, 1), date(2026, 6, 30))
    amy = advices["amy"]
    # 3 h 0 min and 1 h 7 min are 247 minutes; 247 x 1300 / 60 = 5351.66… pence, rounded up once.
    assert lines(amy) == [("work", 247, 5352)]
    assert [(one.day.day, one.minutes) for one in amy.days] == [(2, 180), (4, 67)]
    (waits,) = [one for one in amy.matters if one.kind is Kind.NOT_CONFIRMED]
    assert (waits.days, waits.minutes) == ((date(2026, 6, 9),), 240)


def test_agreed_run_keeps_its_numbers_whatever_comes_later(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    agreed = agree_run(tideline, nia, run)
    assert (agreed.agreed_by, agreed.agreed) == ("nia", True)
    with tideline.unit(keyboard) as unit:
        placements.change_rate(unit, there.id, Pence(2000), date(2026, 6, 1))
        (kept,) = offers.advices_of(unit, run.id)
    assert kept == advices["amy"]
    with tideline.unit(nia) as unit, pytest.raises(BadInput, match="is agreed, and stays"):
        actions.throw_away(unit, run.id)
    with tideline.unit(nia) as unit, pytest.raises(SomebodyWasFaster):
        actions.agree(unit, run.id, agreed.version)


def test_draft_that_was_made_again_is_not_agreed_by_who_saw_the_one_before(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    first, _ = run_pay(tideline, nia)
    again, _ = run_pay(tideline, nia)
    with tideline.unit(nia) as unit, pytest.raises(NotFound):
        actions.agree(unit, first.id, first.version)
    assert agree_run(tideline, nia, again).agreed


def test_of_two_drafts_that_are_kept_at_once_the_later_hears_that_somebody_was_faster(
    tideline: Store, nia: Actor, on: Any
) -> None:
    on(date(2026, 7, 3))
    run, _ = run_pay(tideline, nia)
    agree_run(tideline, nia, run)
    # As the database sees it: a run of these days that was not there when this unit looked.
    with pytest.raises(SomebodyWasFaster), tideline.unit(nia) as unit:
        offers.keep_draft(unit, attrs.evolve(run, id="other"), [])


def test_run_is_agreed_by_a_person_after_its_last_day(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 6, 30))
    run, _ = run_pay(tideline, nia, date(2026, 6, 5))
    with (
        tideline.unit(nia) as unit,
        pytest.raises(CannotAgree, match="You can agree the run after Tuesday 30 June"),
    ):
        actions.agree(unit, run.id, run.version)
    on(date(2026, 7, 1))
    with tideline.unit(nia) as unit, pytest.raises(CannotAgree, match="Work it out again first"):
        actions.agree(unit, run.id, run.version)
    run, _ = run_pay(tideline, nia)
    with tideline.unit(keyboard) as unit, pytest.raises(CannotAgree, match="by a person with a name"):
        actions.agree(unit, run.id, run.version)
    assert agree_run(tideline, nia, run).agreed


def test_run_with_a_rate_under_the_floor_is_not_agreed_and_says_the_rule(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    from alongside.placements import offers as agreed

    with tideline.unit(keyboard) as unit:
        low = attrs.evolve(agree(unit), id="low", business=place(unit, "harbour-garden"), rate=Pence(1270))
        agreed.add_placement(unit, low)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    (matter,) = [one for one in advices["amy"].matters if one.kind is Kind.LOW]
    assert (
        "£12.70 an hour is too low for a pay period that starts on 1 June 2026: the least is £12.71"
        in matter.words
    )
    assert "ule uk.minimum-wage, from 1 April 2026" in matter.words
    assert matter.least == 1271
    with tideline.unit(nia) as unit, pytest.raises(CannotAgree, match="The pay of 1 people is under"):
        actions.agree(unit, run.id, run.version)


def test_rate_is_held_to_the_floor_again_when_the_run_is_agreed(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, person="ben", rate=Pence(1100))
        worked(unit, "ben", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    assert Kind.LOW not in kinds(advices["ben"])
    with tideline.unit(keyboard) as unit:
        before = people.person(unit, "ben")
        people.fill_in(unit, before, attrs.evolve(before, date_of_birth=date(2000, 8, 9)))
    with tideline.unit(nia) as unit, pytest.raises(CannotAgree, match="The pay of 1 people is under"):
        actions.agree(unit, run.id, run.version)


def test_who_may_not_run_pay_sees_no_run(tideline: Store, keyboard: Actor, nia: Actor) -> None:
    nobody = Actor.person("ben", "Ben Roe")
    with tideline.unit(nobody) as unit:
        for asked in (actions.make_run, actions.overview, actions.what_needs_somebody):
            with pytest.raises(NotAllowed):
                asked(unit)


def test_corrected_hours_are_put_right_in_the_next_run_and_once(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        longer = worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        shorter = worked(unit, "amy", date(2026, 6, 4), time(9), time(12))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    on(date(2026, 7, 8))
    with tideline.unit(keyboard) as unit:
        note(unit, longer, date(2026, 6, 2), Interval(longer.starts, longer.ends + timedelta(minutes=50)), 2)
        note(unit, shorter, date(2026, 6, 4), Interval(shorter.starts, shorter.ends - timedelta(minutes=20)), 2)
        worked(unit, "amy", date(2026, 7, 2), time(9), time(10))
    on(date(2026, 8, 2))
    run, advices = run_pay(tideline, nia)
    # 50 minutes more and 20 less are 30: 30 x 1300 / 60 = 650 pence, beside one hour of July.
    amy = advices["amy"]
    assert [(one.about, one.minutes, one.pence) for one in amy.lines] == [
        (None, 60, 1300),
        (date(2026, 6, 1), 30, 650),
    ]
    assert amy.minutes == 60
    agree_run(tideline, nia, run)
    on(date(2026, 9, 2))
    assert "amy" not in run_pay(tideline, nia)[1]


def test_hours_that_are_confirmed_late_come_in_the_next_run(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, work: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        late = work(unit, "amy", date(2026, 6, 9), time(9), time(11))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    on(date(2026, 7, 20))
    with tideline.unit(keyboard) as unit:
        note(unit, late, date(2026, 6, 9), late.interval)
    on(date(2026, 8, 2))
    assert lines(run_pay(tideline, nia)[1]["amy"]) == [("work", 120, 2600)]


def test_rate_that_was_raised_for_days_that_are_paid_is_made_up_for(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit)
        for day in (2, 16, 18):
            worked(unit, "amy", date(2026, 6, day), time(9), time(12))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    with tideline.unit(keyboard) as unit:
        placements.change_rate(unit, there.id, Pence(1350), date(2026, 6, 15))
    on(date(2026, 8, 2))
    amy = run_pay(tideline, nia)[1]["amy"]
    # Six hours at £13 are taken back, and given at £13.50: £78 and £81, so £3 more.
    assert sorted((one.rate, one.minutes, one.pence) for one in amy.lines) == [
        (1300, -360, -7800),
        (1350, 360, 8100),
    ]
    assert amy.pence == 300


def test_rate_that_changes_in_mid_period_is_two_lines(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit)
        placements.change_rate(unit, there.id, Pence(1350), date(2026, 6, 15))
        worked(unit, "amy", date(2026, 6, 14), time(22), time(2))
    on(date(2026, 7, 3))
    # From 22:00 to midnight at £13, from midnight to 2:00 at £13.50.
    assert lines(run_pay(tideline, nia)[1]["amy"]) == [("work", 120, 2600), ("work", 120, 2700)]


@pytest.mark.parametrize(
    ("night", "paid", "minutes"),
    [
        # The clocks go forward on 29 March: from half past midnight to half past six are five hours.
        (date(2026, 3, 29), [("work", 300, 6500)], 300),
        # They go back on 25 October: seven hours.
        (date(2026, 10, 25), [("work", 420, 9100)], 420),
    ],
)
def test_night_of_a_clock_change_is_paid_to_the_minute(
    tideline: Store,
    keyboard: Actor,
    nia: Actor,
    agree: Any,
    worked: Any,
    on: Any,
    night: date,
    paid: list[tuple[str, int, int]],
    minutes: int,
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 1, 5))
        worked(unit, "amy", night, time(0, 30), time(6, 30))
    on(night + timedelta(days=20))
    amy = run_pay(tideline, nia, night)[1]["amy"]
    assert (lines(amy), amy.minutes) == (paid, minutes)


def test_shift_over_the_border_of_two_periods_is_paid_in_each_and_whole(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 30), time(22), time(6))
    on(date(2026, 7, 3))
    june, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("work", 120, 2600)]
    agree_run(tideline, nia, june)
    on(date(2026, 8, 3))
    july, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("work", 360, 7800)]
    agree_run(tideline, nia, july)
    on(date(2026, 9, 3))
    assert "amy" not in run_pay(tideline, nia)[1]


def test_pay_periods_follow_each_other_without_a_gap(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 8, 20))
    agree_run(tideline, nia, run_pay(tideline, nia, date(2026, 6, 1))[0])
    with tideline.unit(nia) as unit, pytest.raises(BadInput, match="is paid already"):
        actions.make_run(unit, date(2026, 6, 30))
    with (
        tideline.unit(nia) as unit,
        pytest.raises(BadInput, match="the next pay period is 1 July 2026 to 31 July"),
    ):
        actions.make_run(unit, date(2026, 8, 3))
    with tideline.unit(keyboard) as unit:
        offers.keep_setting(unit, PaySetting(every=Every.WEEK, first_day=date(2026, 7, 6)))
    run, _ = run_pay(tideline, nia)
    # The week that 1 July is in began on Monday 29 June: what is left of it comes first.
    assert (run.first_day, run.last_day) == (date(2026, 7, 1), date(2026, 7, 5))


def test_holiday_of_regular_hours_is_paid_by_the_day_and_counted(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 4, 1), agreed_minutes=720)
        days = frozenset({1, 3})
        offers.keep_terms(unit, Terms(id="t", person="amy", business=place(unit), weekdays=days))
        # Monday to Friday: she works on Tuesday and Thursday, six hours each.
        for day in range(8, 13):
            diary.claim(
                unit,
                "amy",
                at(date(2026, 6, day), time(9), LONDON),
                at(date(2026, 6, day), time(17), LONDON),
                Purpose.LEAVE,
                "Leave",
            )
    on(date(2026, 7, 3))
    amy = run_pay(tideline, nia)[1]["amy"]
    # 12 hours at £13 are £156. 5.6 weeks of 12 hours are 67 h 12 min a year; 12 of them are taken.
    assert lines(amy) == [("holiday", 720, 15600)]
    assert (amy.taken, amy.left) == (720, 67 * 60 + 12 - 720)
    # 30 of the 365 days of the leave year: 4032 x 30 / 365 = 331.4 minutes, rounded up.
    assert amy.earned == 332


def test_hours_that_differ_earn_a_share_and_rolled_up_pay_stands_apart(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, person="ben", rate=Pence(1100))
        agree(unit)
        offers.keep_terms(unit, Terms(id="t", person="amy", business=place(unit), holiday=HolidayBy.ROLLED_UP))
        offers.keep_terms(
            unit,
            Terms(
                id="b", person="ben", business=place(unit), holiday=HolidayBy.IRREGULAR, weekdays=frozenset({0})
            ),
        )
        for day in range(1, 11):
            worked(unit, "amy", date(2026, 6, day), time(9), time(15))
            worked(unit, "ben", date(2026, 6, day), time(9), time(15))
    on(date(2026, 7, 3))
    advices = run_pay(tideline, nia)[1]
    # 60 hours at £13 are £780; 12.07 % of it are £94.146, rounded up.
    assert lines(advices["amy"]) == [("work", 3600, 78000), ("rolled_up", 0, 9415)]
    assert advices["amy"].left is None
    # 12.07 % of 60 hours are 7.242, which is 7 whole hours.
    assert (advices["ben"].earned, advices["ben"].left) == (420, 420)


def test_sick_days_are_paid_from_the_first_and_late_notes_in_the_next_run(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        offers.keep_terms(unit, Terms(id="t", person="amy", business=place(unit), weekdays=frozenset({1, 3})))
        for week in range(8):
            worked(unit, "amy", date(2026, 4, 21) + timedelta(weeks=week), time(9), time(15))
        _ill(unit, "a", date(2026, 6, 16), date(2026, 6, 18))
    on(date(2026, 7, 3))
    june, advices = run_pay(tideline, nia)
    # Eight weeks of 6 hours at £13 are £78 a week; 80 % are £62.40, two of two days.
    assert [(one.what, one.days, one.pence) for one in advices["amy"].lines if one.what is What.SICK] == [
        (What.SICK, 2, 6240)
    ]
    agree_run(tideline, nia, june)
    with tideline.unit(keyboard) as unit:
        _ill(unit, "b", date(2026, 6, 25), date(2026, 6, 25))
    on(date(2026, 8, 3))
    (line,) = run_pay(tideline, nia)[1]["amy"].lines
    assert (line.what, line.days, line.about) == (What.SICK, 1, date(2026, 6, 1))


def test_sickness_that_began_before_the_rules_of_april_2026_waits_for_a_human(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 1, 5))
        offers.keep_terms(unit, Terms(id="t", person="amy", business=place(unit), weekdays=frozenset({1, 3})))
        _ill(unit, "a", date(2026, 4, 2), date(2026, 4, 9))
    on(date(2026, 5, 3))
    amy = run_pay(tideline, nia, date(2026, 4, 1))[1]["amy"]
    assert Kind.OLD_SICKNESS in kinds(amy)
    assert amy.lines == ()


def _ill(unit: Unit, name: str, first: date, last: date) -> None:
    offers.note_away(
        unit,
        Away(id=name, person="amy", because=Because.ILL, first_day=first, last_day=last, noted_at=unit.now),
    )


def test_everything_that_needs_a_human_is_listed(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, work: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, agreed_minutes=120)
        missed = work(unit, "amy", date(2026, 6, 3), time(9), time(12))
        note(unit, missed, date(2026, 6, 3), None)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        worked(unit, "amy", date(2026, 6, 5), time(9), time(12), "harbour-garden")
    on(date(2026, 7, 3))
    amy = run_pay(tideline, nia)[1]["amy"]
    assert kinds(amy) == {Kind.NOT_SAID_WHY, Kind.OVER_AGREED, Kind.NOTHING_AGREED, Kind.NO_REFERENCE}
    with tideline.unit(keyboard) as unit:
        offers.keep_reference(unit, Reference(id="r", person="amy", reference="A-17"))
        offers.note_away(
            unit,
            Away(
                id="x",
                person="amy",
                because=Because.OTHER,
                first_day=date(2026, 6, 3),
                last_day=date(2026, 6, 3),
                noted_at=unit.now,
            ),
        )
    amy = run_pay(tideline, nia)[1]["amy"]
    assert (kinds(amy), amy.reference) == ({Kind.OVER_AGREED, Kind.NOTHING_AGREED}, "A-17")


def test_shift_that_she_called_off_herself_is_asked_about_and_one_that_was_taken_from_her_is_not(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, work: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        hers, theirs = (work(unit, "amy", date(2026, 6, day), time(9), time(12)) for day in (3, 4))
    on(date(2026, 6, 3), time(6, 45))
    with tideline.unit(keyboard) as unit:
        diary.release(unit, hers.id)
        work_offers.called_off_herself(unit, hers.id)
        diary.release(unit, theirs.id)
    on(date(2026, 7, 3))
    matters = run_pay(tideline, nia)[1]["amy"].matters
    assert [one.days for one in matters if one.kind is Kind.NOT_SAID_WHY] == [(date(2026, 6, 3),)]
    with tideline.unit(nia) as unit:
        assert [one.day for one in actions.not_said(unit, place(unit))] == [date(2026, 6, 3)]
        _ill(unit, "a", date(2026, 6, 3), date(2026, 6, 3))
    assert Kind.NOT_SAID_WHY not in kinds(run_pay(tideline, nia)[1]["amy"])


def test_one_sees_ones_own_advice_once_it_is_agreed_and_nobody_elses(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    amy, ben = Actor.person("amy", "Amy Lind"), Actor.person("ben", "Ben Roe")
    with tideline.unit(keyboard) as unit:
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    with tideline.unit(amy) as unit, pytest.raises(NotFound):
        actions.advice_to_read(unit, advices["amy"].id)
    agree_run(tideline, nia, run)
    with tideline.unit(amy) as unit:
        assert [one.pence for _, one in actions.my_advices(unit)] == [3900]
        assert actions.advice_to_read(unit, advices["amy"].id)[1].advice == advices["amy"]
    with tideline.unit(ben) as unit, pytest.raises(NotFound):
        actions.advice_to_read(unit, advices["amy"].id)


def test_holiday_and_sick_pay_of_somebody_who_was_erased_stay_and_her_hours_may_be_settled(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, work: Any, worked: Any, on: Any
) -> None:
    from alongside.people import actions as people

    on(date(2026, 6, 1))
    with tideline.unit(keyboard) as unit:
        agree(unit)
        offers.keep_terms(unit, Terms(id="t", person="amy", business=place(unit), weekdays=frozenset({1, 3})))
        worked(unit, "amy", date(2026, 6, 2), time(9), time(15))
        late = work(unit, "amy", date(2026, 6, 4), time(9), time(10))
        _ill(unit, "a", date(2026, 6, 16), date(2026, 6, 18))
        on_leave = {"because": Because.LEAVE, "first_day": date(2026, 6, 9), "last_day": date(2026, 6, 9)}
        offers.note_away(unit, Away(id="b", person="amy", noted_at=unit.now, **on_leave))
    on(date(2026, 7, 3))
    june, advices = run_pay(tideline, nia)
    assert {one.what for one in advices["amy"].lines} == {What.WORK, What.HOLIDAY, What.SICK}
    agree_run(tideline, nia, june)
    with tideline.unit(keyboard) as unit:
        note(unit, late, date(2026, 6, 4), late.interval)
        people.erase(unit, "amy")
    on(date(2026, 8, 3))
    assert lines(run_pay(tideline, nia)[1]["amy"]) == [("work", 60, 1300)]


def test_month_with_a_new_rate_in_its_middle_is_paid_at_both_and_the_rest_stays(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    on(date(2026, 6, 1))
    with tideline.unit(keyboard) as unit:
        there = agree(unit)
        (new,) = placements.raise_rates(unit, date(2026, 6, 15), {there.id: Pence(1345)})
    with tideline.unit(keyboard) as unit:
        worked(unit, "amy", date(2026, 6, 3), time(9), time(12, 10))
        worked(unit, "amy", date(2026, 6, 14), time(22), time(2))
        worked(unit, "amy", date(2026, 6, 24), time(9), time(10, 7))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    # At £13.00: 3 h 10 min and 2 h before midnight, 310 min: 310 x 1300 / 60 = 6716.66… pence, rounded up once.
    # At £13.45: 2 h after midnight and 1 h 7 min, 187 min: 187 x 1345 / 60 = 4191.91… pence, rounded up once.
    assert lines(advices["amy"]) == [("work", 310, 6717), ("work", 187, 4192)]
    assert advices["amy"].pence == 6717 + 4192 == 10909
    agree_run(tideline, nia, run)
    for day in (date(2026, 6, 20), date(2026, 6, 30)):
        said = "pay until 30 June 2026 is agreed. Choose 1 July 2026"
        with tideline.unit(keyboard) as unit, pytest.raises(BadInput, match=said):
            placements.raise_rates(unit, day, {new.id: Pence(1400)})
    with tideline.unit(keyboard) as unit:
        assert len(placements.raise_rates(unit, date(2026, 7, 1), {new.id: Pence(1400)})) == 1
