"""Whoever was off for some days comes again: one press puts her back on all of them that are still hers."""

from datetime import date, timedelta

import pytest

from alongside.api.display import Edition, day
from alongside.api.values import BadInput, NotAllowed
from alongside.api.web import Form
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import coming_back, not_coming
from alongside_cafe.pages import today

from .test_cafe_edges import shown, visit
from .test_changing import send

MEI = "Mei Tanaka"
FRIDAY = date(2026, 12, 4)


@pytest.fixture
def ill(standing):
    """Mei, who is ill from her first shift of the week to Friday, that shift, and the rota as it was before."""
    shift, _ = standing.first_place(MEI)
    before = standing.rota()
    with standing.unit() as unit:
        mei = standing.cafe.people[MEI]
        off = not_coming.mark_ill_until(unit, standing.cafe.business.id, shift.id, mei, FRIDAY)
    assert len(off) > 2
    return mei, shift, before


def hers(rota, who):
    return {(rota.by_id[one.shift].called, one.place) for one in rota.assignments if one.person == who}


def page_of(standing, unit, shift, edition):
    return shown(today.today(visit(standing.cafe, unit, query=Form((("day", str(shift.day)),)))), edition)


@pytest.mark.parametrize("edition", Edition)
def test_one_press_puts_her_back_on_all_days_to_the_one_that_is_pressed(standing, ill, edition):
    mei, shift, before = ill
    days = sorted({before.by_id[one.shift].day for one in before.assignments if one.person == mei})
    later = [each for each in days if shift.day < each <= FRIDAY]
    with standing.unit(writing=False) as unit:
        page = page_of(standing, unit, shift, edition)
    assert [each for each in days if f'name="back" value="{shift.id}:{mei}:{each}"' in page] == later
    assert edition is Edition.STANDARD or easy_read_faults(page) == []
    until = later[-2]
    with standing.unit() as unit:
        send(standing, unit, ("day", str(shift.day)), ("back", f"{shift.id}:{mei}:{until}"))
    after = standing.rota()
    stays_off = {one for one in hers(before, mei) if until < date.fromisoformat(one[0][:10]) <= FRIDAY}
    assert stays_off
    assert hers(after, mei) == hers(before, mei) - stays_off
    assert standing.faults() == []


def test_what_somebody_else_has_by_now_stays_theirs_and_the_day_is_said(standing, ill):
    mei, shift, before = ill
    taken, place, other = standing.somebody_stands_in(shift.day, FRIDAY)
    with standing.unit() as unit:
        said = send(standing, unit, ("day", str(shift.day)), ("back", f"{shift.id}:{mei}:{FRIDAY}")).notice
    after = standing.rota()
    assert hers(after, mei) == hers(before, mei) - {(taken.called, place)}
    assert (taken.called, place) in hers(after, other)
    assert said.key == "{name} does not come to every shift. Look at {day}."
    assert said.facts["day"] == day(taken.day)
    assert standing.faults() == []


@pytest.mark.parametrize("days", [-1, 14])
def test_no_day_before_the_first_and_none_after_two_weeks_is_taken(standing, ill, days):
    mei, shift, _ = ill
    with standing.unit() as unit, pytest.raises(BadInput, match="No button was pressed"):
        coming_back.can_come_until(
            unit, standing.cafe.business.id, shift.id, mei, shift.day + timedelta(days=days)
        )


def test_who_does_not_plan_puts_nobody_back_for_days(standing, ill):
    mei, shift, _ = ill
    with standing.unit(MEI) as unit, pytest.raises(NotAllowed):
        coming_back.can_come_until(unit, standing.cafe.business.id, shift.id, mei, FRIDAY)
