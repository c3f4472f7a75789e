"""Whoever was off for some days comes again: one press puts her back on all of them that are still hers."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.api.display import Edition, day
from alongside.api.values import BadInput, NotAllowed
from alongside.api.web import Form
from alongside.messages.tables import MESSAGES
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import change_wanted, changing, coming_back, morning, not_coming, planning
from alongside_cafe.availability import FreeHours
from alongside_cafe.change import What, Why
from alongside_cafe.pages import today
from alongside_cafe.tables.drafts import PUBLICATIONS

from .test_cafe_brought import coached
from .test_cafe_edges import shown, visit
from .test_changing import send

MEI = "Mei Tanaka"
MONDAY, FRIDAY = date(2026, 11, 30), date(2026, 12, 4)
LATER = datetime(2026, 11, 26, 15, tzinfo=UTC)


class Ill:
    """Mei, who is ill from her first shift of the week to Friday, that shift, and the rota as it was before."""

    def __init__(self, standing):
        self.standing, self.mei, self.business = standing, standing.cafe.people[MEI], standing.cafe.business.id
        self.before = standing.rota()
        self.shift, _ = standing.first_place(MEI)

    def falls_ill(self):
        with self.standing.unit() as unit:
            not_coming.mark_ill_until(unit, self.business, self.shift.id, self.mei, FRIDAY)
        self.standing.at(LATER)
        return self

    def hers(self, rota):
        return {(rota.by_id[one.shift].called, one.place) for one in rota.assignments if one.person == self.mei}

    @property
    def had(self):
        return self.hers(self.before)

    @property
    def has(self):
        return self.hers(self.standing.rota())

    @property
    def days(self):
        return sorted({date.fromisoformat(called[:10]) for called, _ in self.had})

    def shift_on(self, of):
        """Her first shift of a day, as it was before."""
        return next(one for one in self.before.shifts if one.day == of and one.called in dict(self.had))

    def comes(self, until, first=None):
        pressed = f"{(first or self.shift).id}:{self.mei}:{until}"
        with self.standing.unit() as unit:
            return send(self.standing, unit, ("day", str(self.shift.day)), ("back", pressed)).notice

    def page(self, edition=Edition.STANDARD):
        with self.standing.unit(writing=False) as unit:
            asked = Form((("day", str(self.shift.day)),))
            return shown(today.today(visit(self.standing.cafe, unit, query=asked)), edition)

    def buttons(self, edition=Edition.STANDARD):
        """The days of the buttons by which she comes again, and the shift from which on."""
        page = self.page(edition)
        begin = 'name="back" value="'
        values = [one.split('"', 1)[0].split(":") for one in page.split(begin)[1:]]
        return [(value[0], date.fromisoformat(value[2])) for value in values if len(value) == 3]

    def of(self, first, last):
        return {one for one in self.had if first <= date.fromisoformat(one[0][:10]) <= last}


@pytest.fixture
def ill(standing):
    return Ill(standing).falls_ill()


@pytest.mark.parametrize("edition", Edition)
def test_one_press_puts_her_back_on_all_days_to_the_one_that_is_pressed(standing, ill, edition):
    later = [each for each in ill.days if ill.shift.day < each <= FRIDAY]
    assert len(later) > 1
    assert ill.buttons(edition) == [(ill.shift.id, each) for each in later]
    assert edition is Edition.STANDARD or easy_read_faults(ill.page(edition)) == []
    numbers = len(standing.kept(PUBLICATIONS))
    said = ill.comes(later[-2])
    assert said.key == "{name} comes after all, to the end of {day}."
    assert ill.has == ill.had - ill.of(later[-1], FRIDAY)
    assert len(standing.kept(PUBLICATIONS)) == numbers + 1, "it is one change"
    assert standing.faults() == []


def test_what_somebody_else_has_by_now_stays_theirs_and_the_day_is_said(standing, ill):
    taken, place, _other = standing.somebody_stands_in(ill.shift.day, FRIDAY)
    said = ill.comes(FRIDAY)
    assert ill.has == ill.had - {(taken.called, place)}
    assert said.key == "{name} cannot come to every shift. Look at {day}."
    assert said.facts["day"] == day(taken.day)
    assert standing.faults() == []


def test_where_the_first_place_is_taken_she_comes_from_the_next_day_on(standing, ill):
    taken, place, _other = standing.somebody_stands_in(MONDAY - timedelta(days=1), ill.shift.day)
    later = [each for each in ill.days if ill.shift.day < each <= FRIDAY]
    first = ill.shift_on(later[0])
    assert ill.buttons() == [(first.id, each) for each in later]
    ill.comes(FRIDAY, first)
    assert ill.has == ill.had - {(taken.called, place)}


@pytest.mark.parametrize("why", [None, Why.ACCESS, Why.OTHER])
def test_what_she_called_off_for_something_else_stays_off(standing, why):
    ill = Ill(standing)
    last = ill.days[-1]
    shift, _ = standing.first_place(MEI, last)
    with standing.unit(MEI) as unit:
        not_coming.cannot_come(unit, ill.business, shift.id, why)
    standing.at(LATER - timedelta(hours=1))
    ill.falls_ill()
    assert ill.buttons() == [(ill.shift.id, each) for each in ill.days if ill.shift.day < each < last]
    assert ill.comes(FRIDAY).key == "{name} comes after all, to the end of {day}."
    assert ill.has == ill.had - ill.of(last, last)


def test_illness_that_was_told_in_two_acts_ends_in_one(standing):
    ill = Ill(standing)
    with standing.unit() as unit:
        not_coming.mark_off(unit, ill.business, ill.shift.id, ill.mei, Why.ILL)
    first, ill.shift = ill.shift, standing.first_place(MEI)[0]
    standing.at(LATER - timedelta(hours=1))
    ill.falls_ill()
    ill.comes(FRIDAY, first)
    assert ill.has == ill.had


def test_who_can_have_none_of_the_places_is_told_so_and_nothing_changes(standing, ill):
    with standing.unit() as unit:
        planning.set_hours(unit, ill.business, ill.mei, [FreeHours(6, time(9), time(12))])
    has = ill.has
    with pytest.raises(BadInput, match="Nothing has changed"):
        ill.comes(FRIDAY)
    assert ill.has == has


def test_shift_that_she_has_not_left_is_no_shift_to_come_back_to(standing, ill):
    ill.comes(FRIDAY)
    standing.at(LATER + timedelta(hours=1))
    with pytest.raises(BadInput, match="Somebody else has this place now"):
        ill.comes(FRIDAY)
    assert ill.has == ill.had


def test_shift_that_was_called_off_since_is_not_one_that_stays_without_her(standing, ill):
    last = ill.days[-1]
    called_off = [one for one in standing.rota().shifts if one.day == last and one.called in dict(ill.had)]
    with standing.unit() as unit:
        there = changing.standing(unit, ill.business, *called_off)
        wanted = change_wanted.Wanted(times=tuple((one, None) for one in called_off))
        changing.change(unit, there, wanted, What.CALLED_OFF)
    assert ill.comes(FRIDAY).key == "{name} comes after all, to the end of {day}."


def test_whom_she_supports_hears_of_all_days_in_one_message(standing):
    ill = Ill(standing)
    beside = [who for one in ill.before.shifts if one.called in dict(ill.had) for who in ill.before.on(one)]
    ((supported, often),) = Counter(who for who in beside if who != ill.mei).most_common(1)
    assert often > 1
    coached(standing.cafe, {who: name for name, who in standing.cafe.people.items()}[supported], MEI)
    ill.falls_ill()
    before = {one.id for one in standing.kept(MESSAGES)}
    ill.comes(FRIDAY)
    told = [one for one in standing.kept(MESSAGES) if one.id not in before and one.person == supported]
    assert len(told) == 1


@pytest.mark.parametrize("days", [-1, 14])
def test_no_day_before_the_first_and_none_after_two_weeks_is_taken(standing, ill, days):
    with pytest.raises(BadInput, match="No button was pressed"):
        ill.comes(ill.shift.day + timedelta(days=days))


def test_who_does_not_plan_puts_nobody_back_for_days(standing, ill):
    with standing.unit(MEI) as unit, pytest.raises(NotAllowed):
        coming_back.can_come_until(unit, ill.business, ill.shift.id, ill.mei, FRIDAY)


def test_who_went_home_in_mid_shift_works_the_rest_of_it_and_the_days_after(standing):
    ill = Ill(standing)
    noon = ill.shift.starts + timedelta(hours=2)
    standing.at(noon)
    with standing.unit() as unit:
        not_coming.mark_ill_until(unit, ill.business, ill.shift.id, ill.mei, FRIDAY)
    standing.at(noon + timedelta(hours=1))
    with standing.unit() as unit:
        assert next(one.later for one in morning.morning(unit, ill.business, ill.shift.day).off) != ()
    ill.comes(FRIDAY)
    assert ill.has == ill.had
    assert standing.faults() == []
