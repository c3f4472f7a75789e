"""The law's average of an adult's weeks: over what was worked, is planned and was agreed since she began here."""

from datetime import time, timedelta

import pytest

from alongside.api import diary, placements
from alongside.api.values import LONDON, at
from alongside.placements.tables import PLACEMENTS

from .conftest import MONDAY

SAM, WEEKS = "Sam Whitlock", 16


def her(cafe, name=SAM, **more):
    return next(one for one in cafe.ask(**more).problem.workers if one.id == cafe.people[name])


def leave(unit, person, day):
    diary.ensure_person(unit, person)
    starts, ends = (at(one, time(), LONDON) for one in (day, day + timedelta(days=1)))
    diary.claim(unit, person, starts, ends, diary.Purpose.LEAVE, "Leave")


def test_days_of_leave_before_and_in_the_rota_are_left_out(cafe):
    assert her(cafe).left_out == ()
    before = MONDAY - timedelta(weeks=3)
    with cafe.unit() as unit:
        for day in (before, before + timedelta(days=1), MONDAY + timedelta(days=2)):
            leave(unit, cafe.people[SAM], day)
    assert her(cafe).left_out == ((before, 2), (MONDAY, 1))


@pytest.mark.parametrize("weeks_here", [0, 2, WEEKS, WEEKS + 1])
def test_weeks_before_she_began_are_left_out_and_the_one_in_which_she_began_is_not(cafe, weeks_here):
    began = MONDAY - timedelta(weeks=weeks_here) + timedelta(days=2)
    with cafe.unit() as unit:
        (hers,) = placements.placements_of(unit, cafe.people[SAM])
        unit.change(PLACEMENTS, hers, first_day=began)
    left_out = dict(her(cafe).left_out)
    assert left_out == {MONDAY - timedelta(weeks=n): 7 for n in range(weeks_here + 1, WEEKS + 1)}
