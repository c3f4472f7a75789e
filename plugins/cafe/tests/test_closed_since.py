"""A day that is closed after its rota was published: nobody is reminded, and who plans is led to fill it again."""

from datetime import time, timedelta

import pytest

from alongside.api.display import Display, Edition
from alongside.messages.tables import MESSAGES
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe import pages, reactions, tiles
from alongside_cafe.actions import days, looking
from alongside_cafe.pattern import ShiftTemplate

from .conftest import MONDAY, WEEK
from .test_cafe_edges import visit

TUESDAY = MONDAY + timedelta(days=1)
NAMED = "You are closed on **{day}**, and people are still on the rota."
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def closed(standing):
    """A rota of which the Tuesday was closed afterwards."""
    with standing.unit("Rosa Delgado") as unit:
        days.close(unit, standing.cafe.business.id, TUESDAY, "We paint")
    return standing


def reminded(standing):
    with standing.unit() as unit:
        reactions.daily_round(unit, MONDAY)
    return {one.person for one in standing.kept(MESSAGES) if one.key.startswith("cafe:tomorrow")}


def rota(standing, edition):
    with standing.unit("Rosa Delgado", writing=False) as unit:
        view = pages.rota(visit(standing.cafe, unit, query={"week": str(MONDAY)}))
        return DISPLAY.render("cafe", view, edition=edition)


def test_nobody_is_reminded_of_a_shift_on_a_closed_day(closed):
    assert reminded(closed) == set()


def test_control_everybody_is_reminded_where_the_day_is_open(standing):
    there = standing.rota()
    assert reminded(standing) == {who for one in there.shifts if one.day == TUESDAY for who in there.on(one)}


def test_tile_names_the_closed_day_and_leads_to_where_it_is_filled_again(closed):
    with closed.unit("Rosa Delgado", writing=False) as unit:
        need = looking.needs_somebody(unit, closed.cafe.business.id, WEEK)
        glance = tiles.rota(visit(closed.cafe, unit))
    assert (need.closed, need.first) == (TUESDAY, TUESDAY)
    assert NAMED in [one.said.key for one in glance.notes]
    assert glance.path.endswith(f"/rota?week={MONDAY}")


@pytest.mark.parametrize("edition", list(Edition))
def test_rota_names_the_day_until_it_is_filled_again_and_published(closed, edition):
    said = {Edition.STANDARD: "on the rota of a closed day", Edition.EASY: "on the plan of a closed day"}[edition]
    shown = rota(closed, edition)
    assert said in shown
    assert "Fill this week again" in shown
    if edition is Edition.EASY:
        assert easy_read_faults(shown) == []
    closed.cafe.fill()
    assert said not in rota(closed, edition)
    assert reminded(closed) == set()


def test_shift_of_one_date_is_worked_on_a_closed_day_and_reminded_of(closed):
    once = ShiftTemplate(weekday=1, starts=time(9), ends=time(15), job="Front", places=(frozenset(),))
    with closed.unit("Rosa Delgado") as unit:
        days.add_one_off(unit, closed.cafe.business.id, TUESDAY, once)
    there = closed.rota()
    (front,) = [one for one in there.shifts if one.day == TUESDAY and one.job == "Front"]
    assert reminded(closed) == set(there.on(front))
