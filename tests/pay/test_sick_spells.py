"""Sick pay by spells: however days are noted, and whatever work runs, against sums written out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from alongside.instants import LONDON, Period
from alongside.money import Pence
from alongside.pay.away import Away, Because
from alongside.pay.facts import Days, Facts
from alongside.pay.matter import Kind
from alongside.pay.owed import Confirmed
from alongside.pay.sickness import Sickness, amount, sickness
from alongside.pay.terms import Terms
from alongside.pay.working_out import advice_of
from alongside.placements.placement import Placement, PlacementType

MAY_4 = date(2026, 5, 4)
CAFE, GARDEN = "cafe", "garden"


def placement(first: date, last: date | None = None, *, business: str = CAFE, rate: int = 1300) -> Placement:
    return Placement(
        id=f"{business} {first}",
        person="amy",
        business=business,
        kind=PlacementType.PAID,
        first_day=first,
        last_day=last,
        agreed_minutes=720,
        rate=Pence(rate),
    )


def days(first: date, last: date) -> set[date]:
    return set(Period(first, last).days())


def earning(pence: int, until: date) -> Callable[[Period], Fraction]:
    """Somebody who earned so much a week until a day, and nothing since."""

    def earned_in(span: Period) -> Fraction:
        return Fraction(pence * max(0, (min(span.last, until) - span.first).days + 1), 7)

    return earned_in


def paid_for(
    ill: set[date],
    placements: list[Placement],
    weekdays: dict[str, set[int]],
    pence: int = 13_000,
    since: date = date(2026, 1, 1),
) -> Sickness:
    terms = {
        name: Terms(id=name, person="amy", business=name, weekdays=frozenset(of)) for name, of in weekdays.items()
    }
    facts = Facts(person="amy", placements=tuple(placements), terms=terms)
    return sickness(ill, facts.weekdays_on, placements, earning(pence, min(ill) - timedelta(days=1)), since)


def by_month(found: Sickness) -> int:
    months = {day.month for day in found.worth}
    return sum(amount(pence for day, pence in found.worth.items() if day.month == month) for month in months)


def test_illness_that_is_noted_week_by_week_is_worth_what_one_note_is() -> None:
    # £20, 12 hours a week: 80 % of £240 is over the flat £123.25. 28 weeks of three days are 84 days and £3,451;
    # in three of the seven months, thirds of a penny are rounded up: 2 pence in all.
    there, week = [placement(date(2026, 1, 5), rate=2000)], {CAFE: {0, 1, 2}}
    at_once = paid_for(days(MAY_4, MAY_4 + timedelta(weeks=34, days=-1)), there, week, 24_000)
    mondays = [MAY_4 + timedelta(weeks=n) for n in range(34)]
    weekly = set().union(*(days(one, one + timedelta(days=2)) for one in mondays))
    by_week = paid_for(weekly, there, week, 24_000)
    assert at_once == by_week
    assert (len(at_once.worth), by_month(at_once)) == (84, 345_102)
    assert max(at_once.worth) == MAY_4 + timedelta(weeks=27, days=2)


def test_spells_eight_weeks_apart_have_one_usual_week_and_longer_apart_a_new_one() -> None:
    # Ill until Sunday 17 May; 80 % of £100 is £80 a week, £40 a day. Nothing was earned since.
    there, week = [placement(date(2026, 1, 5))], {CAFE: {0, 3}}
    first = days(MAY_4, date(2026, 5, 17))
    near = days(date(2026, 7, 13), date(2026, 7, 16))
    assert paid_for(first | near, there, week, 10_000).worth[date(2026, 7, 13)] == 4_000
    far = days(date(2026, 7, 14), date(2026, 7, 17))
    found = paid_for(first | far, there, week, 10_000)
    assert found.worth[date(2026, 7, 16)] == 0
    assert found.unearned == (Period(date(2026, 7, 14), date(2026, 7, 17)),)


def test_spell_of_three_days_is_linked_to_none() -> None:
    there, week = [placement(date(2026, 1, 5))], {CAFE: {0, 3}}
    short = days(date(2026, 6, 1), date(2026, 6, 3))
    found = paid_for(days(MAY_4, date(2026, 5, 17)) | short, there, week, 10_000)
    # Four of the eight weeks before brought £100 each, so £50 is usual: 80 % of it, in halves.
    assert found.worth[date(2026, 6, 1)] == 2_000


def test_linked_spells_have_one_count_of_the_28_weeks() -> None:
    there, week = [placement(date(2026, 1, 5))], {CAFE: {0, 3}}
    first = days(MAY_4, MAY_4 + timedelta(weeks=20, days=-1))
    again = MAY_4 + timedelta(weeks=24)
    found = paid_for(first | days(again, again + timedelta(weeks=20)), there, week)
    assert (len(found.worth), max(found.worth)) == (56, again + timedelta(weeks=7, days=3))


def test_nobody_is_paid_for_days_after_her_work_has_ended() -> None:
    # 80 % of £130 is £104, a fifth of it £20.80: 8, 9 and 10 June are three days.
    ended = [placement(date(2026, 1, 5), date(2026, 6, 10))]
    found = paid_for(days(date(2026, 6, 8), date(2026, 6, 30)), ended, {CAFE: {0, 1, 2, 3, 4}})
    assert (sorted(day.day for day in found.worth), amount(found.worth.values())) == ([8, 9, 10], 6_240)


def test_illness_that_began_before_her_work_is_paid_from_her_first_day() -> None:
    # 12 hours at £13 were agreed, £156: 80 % is £124.80, over the flat £123.25, and two of two days are all of it.
    begins = [placement(date(2026, 6, 8))]
    found = paid_for(days(date(2026, 6, 1), date(2026, 6, 14)), begins, {CAFE: {0, 3}})
    assert (sorted(day.day for day in found.worth), amount(found.worth.values())) == ([8, 11], 12_325)


def test_sick_days_are_those_of_the_work_that_runs() -> None:
    # £58.50 a week: 80 % is £46.80. Thursday and Friday are all days of the garden; the café is over.
    both = [
        placement(date(2026, 1, 5), date(2026, 5, 10)),
        placement(date(2026, 5, 11), business=GARDEN),
    ]
    week = {CAFE: {0, 1}, GARDEN: {3, 4}}
    assert amount(paid_for(days(date(2026, 6, 11), date(2026, 6, 12)), both, week, 5_850).worth.values()) == 4_680


def test_week_in_which_one_work_makes_way_for_another_is_worth_one_week() -> None:
    both = [placement(date(2026, 1, 5), date(2026, 5, 12)), placement(date(2026, 5, 13), business=GARDEN)]
    found = paid_for(days(date(2026, 5, 11), date(2026, 5, 17)), both, {CAFE: {0, 1}, GARDEN: {3, 4}}, 5_850)
    assert (len(found.worth), amount(found.worth.values())) == (4, 4_680)


def test_usual_week_of_weeks_before_the_first_run_is_named_for_a_human() -> None:
    there, week, ill = [placement(date(2026, 1, 5))], {CAFE: {0, 3}}, days(date(2026, 6, 29), date(2026, 7, 5))
    # Eight weeks before 29 June begin on 4 May.
    assert paid_for(ill, there, week, since=MAY_4).earlier == ()
    unsure = paid_for(ill, there, week, since=date(2026, 5, 5))
    assert unsure.earlier == (Period(date(2026, 6, 29), date(2026, 7, 5)),)
    # Who began on the day of the first run or later has no earlier weeks.
    assert paid_for(ill, [placement(date(2026, 5, 5))], week, since=date(2026, 5, 5)).earlier == ()


def test_who_is_ill_in_the_first_run_is_on_its_list() -> None:
    june = Period(date(2026, 6, 1), date(2026, 6, 30))
    facts = Facts(
        person="amy",
        born=date(1999, 5, 3),
        placements=(placement(date(2026, 1, 5)),),
        terms={CAFE: Terms(id="t", person="amy", business=CAFE, weekdays=frozenset({0, 3}))},
        away=(_away(date(2026, 6, 8), date(2026, 6, 11)),),
        before=tuple(_worked(date(2026, 5, 4) + timedelta(weeks=n)) for n in range(5)),
    )
    advice = advice_of(facts, Days(period=june, leave_year=june, zone=LONDON, since=june.first))
    assert Kind.EARLIER_PAY in {one.kind for one in advice.matters}


def _away(first: date, last: date) -> Away:
    noted = datetime(2026, 6, 12, tzinfo=UTC)
    return Away(id="a", person="amy", because=Because.ILL, first_day=first, last_day=last, noted_at=noted)


def _worked(day: date) -> Confirmed:
    nine = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Confirmed(claim=str(day), business=CAFE, starts=nine, ends=nine + timedelta(hours=3))
