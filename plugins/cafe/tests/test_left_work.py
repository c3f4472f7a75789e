"""Somebody whose work here ends while she is on the rota: she is reminded of nothing, and who plans sees it."""

from datetime import date, timedelta

import pytest

from alongside.api import placements
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON
from alongside.api.web import Visit
from alongside.messages.tables import MESSAGES
from alongside.placements.actions import end_placement
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside_cafe import reactions
from alongside_cafe.actions import looking
from alongside_cafe.pages import rota

from .conftest import MONDAY, WEEK

SHOWN = {Edition.STANDARD: "They do not work here any more then", Edition.EASY: "They do not work here any more"}


@pytest.fixture
def left(cafe):
    """Who worked here until Monday and has shifts after it, and the day of the first of them."""
    cafe.fill()
    with cafe.unit() as unit:
        week = looking.week(unit, cafe.business.id, MONDAY).rota
        days = [(week.by_id[one.shift].day, one.person) for one in week.assignments]
        first, who = min(one for one in days if one[0] > MONDAY)
        (hers,) = placements.placements_of(unit, who)
        end_placement(unit, hers.id, MONDAY)
    return who, first


def reminded(cafe):
    with cafe.unit(writing=False) as unit:
        return {one.person for one in unit.find(MESSAGES) if one.key.startswith("cafe:tomorrow")}


def test_who_has_left_is_reminded_of_no_shift_and_her_colleagues_are(cafe, left):
    who, first = left
    with cafe.unit() as unit:
        reactions.daily_round(unit, first - timedelta(days=1))
    assert reminded(cafe)
    assert who not in reminded(cafe)


@pytest.mark.parametrize("edition", list(Edition))
def test_who_plans_sees_on_the_rota_who_has_left_and_still_has_places(cafe, left, edition):
    assert SHOWN[edition] in shown(cafe, edition)
    with cafe.unit(writing=False) as unit:
        need = looking.needs_somebody(unit, cafe.business.id, WEEK)
    assert need.left
    assert need.first <= left[1]
    cafe.fill()
    assert SHOWN[edition] not in shown(cafe, edition)


def shown(cafe, edition):
    with cafe.unit(writing=False) as unit:
        visit = Visit(
            host=None,
            unit=unit,
            visitor=Visitor(Actor.keyboard(), "Keyboard"),
            part="cafe",
            edition=edition,
            zone=LONDON,
            today=date(2026, 11, 26),
            business=cafe.business,
            query={"week": str(MONDAY)},
        )
        said = Display({"cafe": "alongside_cafe"}).render("cafe", rota(visit), edition=edition)
    assert edition is Edition.STANDARD or easy_read_faults(said) == []
    return " ".join(said.split())
