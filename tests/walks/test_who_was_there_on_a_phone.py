"""Forty people worked at the summer fair: who runs the café says on a telephone who was there, in one act."""

import sys
from datetime import date, time, timedelta
from time import monotonic

import pytest

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Period, at
from alongside.money import Pence
from alongside.pay import actions as pay
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.testing.demo import TODAY, copy_demo
from alongside.web.cookies import SESSION

from .at_home import home_place

pytestmark = pytest.mark.browser

SUNDAY = TODAY - timedelta(days=1)
THERE, HOURS = 40, 5
MOST_TAPS, MOST_SECONDS = 10, 60
A_TAP = 1.5
"""Seconds that a thumb is given for each tap, beside what the pages take."""


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("fair") / "home"
    copy_demo(demo, home)
    with home_place(home) as found:
        yield found


@pytest.fixture(scope="module")
def team(place):
    """The ids of forty people who were planned for a shift of yesterday, and the café."""
    with place.unit() as unit:
        cafe = next(one.id for one in enterprise.businesses(unit) if one.kind == "cafe")
        return cafe, [helps_at_the_fair(unit, cafe, number) for number in range(THERE)]


def helps_at_the_fair(unit, cafe, number):
    born, joined = date(1990, 1, 1), date(2026, 11, 1)
    person = Person(id=unit.new_id(), name=f"Helper{number:02} Fair", date_of_birth=born, joined=joined)
    people.add_person(unit, person)
    placements.add_placement(
        unit,
        Placement(
            id=unit.new_id(),
            person=person.id,
            business=cafe,
            kind=PlacementType.PAID,
            first_day=joined,
            agreed_minutes=600,
            rate=Pence(1300),
        ),
    )
    diary.ensure_person(unit, person.id)
    starts, ends = at(SUNDAY, time(10), LONDON), at(SUNDAY, time(10 + HOURS), LONDON)
    diary.claim(unit, person.id, starts, ends, diary.Purpose.WORK, "Fair", business=cafe)
    return person.id


@pytest.fixture
def page(place, team, chromium):
    context = chromium.new_context(
        base_url=place.address, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="en-GB"
    )
    who = place.of("Marcus Bell")
    with place.unit() as unit:
        token = sign_in.begin(unit, who, Way.SCREEN)
    context.add_cookies([{"name": place.reached.cookie_name(SESSION), "value": token, "url": place.address}])
    yield context.new_page()
    context.close()


def test_forty_people_are_confirmed_in_a_few_taps_and_feed_hours_and_pay(place, team, page, capsys):
    cafe, ids = team
    page.goto("/placements?edition=standard")
    began, taps = monotonic(), 0

    def tap(thing):
        nonlocal taps
        taps += 1
        with page.expect_navigation():
            thing.click()

    taps += 1
    page.locator("main summary:visible", has_text="Other pages").first.click()
    tap(page.locator("main a:visible", has_text="Who was there").first)
    tap(page.locator("main a", has_text="Sunday 22 November").first)
    assert page.locator("ul.asked > li").count() == THERE
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for number in (3, 17):
        taps += 2  # open the list of answers, choose one
        page.get_by_label(f"Was Helper{number:02} Fair there?").select_option(label="No")
    tap(page.get_by_role("button", name="Keep who was there"))
    seconds = monotonic() - began
    with capsys.disabled():
        sys.stderr.write(f"\n{THERE} people: {taps} taps, {seconds:.1f} seconds of pages")
    assert page.get_by_text("Kept: 38 were there, 2 were not.").count() == 1
    assert taps <= MOST_TAPS
    assert seconds + taps * A_TAP <= MOST_SECONDS

    with place.unit() as unit:
        day = Period(SUNDAY, SUNDAY)
        worked = placements.minutes_worked(unit, day, cafe)
        assert {who: worked.get(who, 0) for who in ids} == {
            who: 0 if number in (3, 17) else HOURS * 60 for number, who in enumerate(ids)
        }
        paid = pay.work_out(pay.read(unit))
        assert paid.days.period.first <= SUNDAY <= paid.days.period.last
        minutes = {one.person: one.minutes for one in paid.advices}
        assert [minutes.get(who, 0) for who in ids].count(HOURS * 60) == THERE - 2
