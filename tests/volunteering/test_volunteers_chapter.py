"""The chapter: at tier 1 what volunteers did, from tier 2 on how many and how long; nothing of a few people."""

from datetime import date, time, timedelta

import pytest

from alongside.diary import offers as diary
from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.instants import LONDON, Period, at
from alongside.money import Pence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions as placements
from alongside.placements import chapter as work_chapter
from alongside.placements.placement import PlacementType
from alongside.refusal import BadInput, NotAllowed
from alongside.testing.easy_read import easy_read_faults
from alongside.volunteering import actions, chapter
from alongside.volunteering.tier import Income, tier_of

from .acting import KEYBOARD, MIA

DISPLAY = Display({"volunteering": "alongside.volunteering"})
PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
DAY = date(2026, 8, 4)
LARGE, SMALL = Pence(60_000_000), Pence(40_000_000)


@pytest.mark.parametrize(
    ("pence", "tier"),
    [(0, 1), (50_000_000, 1), (50_000_001, 2), (1_500_000_000, 2), (1_500_000_001, 3)],
)
def test_tier_begins_above_its_limit(pence, tier):
    assert tier_of(Pence(pence), date(2026, 1, 1)) == tier


def test_day_before_the_first_rule_is_the_lowest_tier():
    assert tier_of(Pence(9_000_000_000), date(2020, 1, 1)) == 1


def test_year_that_nobody_means_is_refused():
    with pytest.raises(BadInput):
        Income(id="1", year=1, pence=SMALL)


def volunteers(garden, many):
    """So many people volunteer for four hours on one day, and it is said what they do."""
    with garden.unit(KEYBOARD) as unit:
        for number in range(many):
            person = people.add_person(unit, Person(id=f"v{number}", name=f"V {number}", joined=DAY)).id
            there = placements.start_placement(
                unit,
                person=person,
                business=garden.business,
                kind=PlacementType.VOLUNTEERING,
                first_day=DAY - timedelta(days=20),
                agreed_minutes=240,
            )
            diary.ensure_person(unit, person)
            times = at(DAY, time(9), LONDON), at(DAY, time(13), LONDON)
            diary.claim(unit, person, *times, diary.Purpose.WORK, "", business=garden.business)
            actions.say_role(unit, there.id, "Waters the plants")


def told(garden, edition=Edition.STANDARD):
    with garden.store.unit(KEYBOARD, writing=False) as unit:
        view = chapter.write(unit, PERIOD)
        assert isinstance(view, View)
        return DISPLAY.render("volunteering", view, edition=edition).replace("\N{NO-BREAK SPACE}", " ")


def income(garden, pence, *, charity=True):
    with garden.unit(KEYBOARD) as unit:
        actions.set_income(unit, 2025, pence, charity=charity)


def test_tier_1_tells_what_was_done_and_no_number(garden):
    volunteers(garden, 11)
    income(garden, SMALL)
    page = told(garden)
    assert "Waters the plants" in page
    assert "hours" not in page
    assert "12 people" not in page


def test_tier_2_tells_numbers_and_what_was_done(garden):
    volunteers(garden, 11)
    income(garden, LARGE)
    page = told(garden)
    assert "Waters the plants" in page
    assert "12 people" in page  # Amy too
    assert "44 hours" in page
    assert "as tier 2" in page


def interns(garden, many):
    with garden.unit(KEYBOARD) as unit:
        for number in range(many):
            person = people.add_person(unit, Person(id=f"i{number}", name=f"I {number}", joined=DAY)).id
            terms = {"first_day": DAY - timedelta(days=20), "agreed_minutes": 240}
            kind = PlacementType.SUPPORTED_INTERNSHIP
            placements.start_placement(unit, person=person, business=garden.business, kind=kind, **terms)


@pytest.mark.parametrize(("other", "volunteers_told"), [(0, 11), (1, None), (9, None), (10, 11)])
def test_no_two_chapters_tell_few_people_when_one_is_taken_from_the_other(garden, other, volunteers_told):
    volunteers(garden, 10)  # and Amy
    interns(garden, other)
    income(garden, LARGE)
    with garden.store.unit(KEYBOARD, writing=False) as unit:
        summary = chapter.write(unit, PERIOD).facts["summary"]
        kinds = work_chapter.write(unit, PERIOD).facts["kinds"]
    assert summary.people == volunteers_told
    assert (summary.minutes is None) == (volunteers_told is None)
    rest = sum(line.people for line in kinds.values()) - (summary.people or 0)
    assert rest == 0 or rest >= 10


def test_few_people_are_not_counted(garden):
    volunteers(garden, 3)
    income(garden, LARGE)
    page = told(garden)
    assert "too few people" in page
    assert "4 people" not in page
    assert "hours" not in page


def test_company_that_is_no_charity_says_that_it_tells_this_of_its_own_will(garden):
    volunteers(garden, 11)
    income(garden, LARGE, charity=False)
    assert "We are no charity" in told(garden)


@pytest.mark.parametrize(("many", "pence"), [(11, LARGE), (3, LARGE), (11, SMALL)])
def test_chapter_is_easy_to_read(garden, many, pence):
    volunteers(garden, many)
    income(garden, pence)
    assert easy_read_faults(told(garden, Edition.EASY)) == []


def test_income_is_written_down_by_who_may(garden):
    with garden.unit(MIA) as unit, pytest.raises(NotAllowed):
        actions.set_income(unit, 2025, SMALL, charity=True)
