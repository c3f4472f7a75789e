"""Who plans changes a draft by keyboard alone, by day and by person, and goes on from each place she changed."""

import re
from datetime import timedelta

import pytest

from alongside.instants import monday_of
from alongside.testing.demo import TODAY

from .walk import Walk

pytestmark = pytest.mark.browser

DRAFTED = monday_of(TODAY) + timedelta(weeks=5)
ROTA = "/cafe/tideline-cafe/rota"
WIDE = {"width": 1280, "height": 800}
PLANS = Walk(name="change a draft by hand", steps=lambda *_: None, who="Marcus Bell", most=60)

MOST_TABS = 20
"""From the top of a page to its first place, past the links to skip; the draft's own buttons are jumped over."""

FOCUSED = "document.activeElement.id"


@pytest.fixture
def hands(place, chromium):
    found = place.hands(chromium, PLANS)
    yield found
    found.close()


def came_back(hands, anchor):
    """She is at the place again: it has the focus, so that the next Tab goes on from it, and it is to be seen."""
    assert hands.page.url.endswith(f"#{anchor}"), hands.page.url
    assert hands.page.evaluate(FOCUSED) == anchor
    box = hands.page.locator(f"[id='{anchor}']").bounding_box()
    assert 0 <= box["y"] < hands.page.viewport_size["height"]


def leads_to(hands):
    """The anchor of what has the focus."""
    return hands.page.evaluate(FOCUSED)


def goes_to_first(hands, selector):
    """Tab to the first place of a grid, past what one may skip; return its anchor."""
    anchor = hands.page.locator(selector).first.get_attribute("id")
    for _ in range(MOST_TABS):
        hands.press("Tab")
        if hands.page.evaluate("document.activeElement.matches('.skip')"):
            hands.press("Enter")
        if leads_to(hands) == anchor:
            return anchor
    raise AssertionError(f"{MOST_TABS} times Tab never came to {anchor}")


@pytest.mark.proof
def test_place_is_come_back_to_by_day_on_a_phone_and_the_next_one_is_a_tab_away(hands, place):
    hands.arrive("/cafe/tideline-cafe/rota?edition=standard")
    hands.follow("A draft waits")
    hands.page.goto(f"{ROTA}?week={DRAFTED}&by=day")
    assert hands.page.evaluate("document.documentElement.scrollWidth") <= 360
    stops = [" ".join(one.inner_text().split()) for one in hands.page.locator(".places-here a").all()]
    assert all(re.search(r": \w+day \d+ \w+, \S+ \w+", one) for one in stops), stops
    anchor = goes_to_first(hands, ".places-here a")
    hands.press_on()
    hands.follow("Take ")
    hands.sees("The place is open now.")
    came_back(hands, anchor)
    hands.press("Tab")
    assert leads_to(hands) == hands.page.locator(".places-here a").nth(1).get_attribute("id")
    hands.press("Shift+Tab")
    hands.press_on()
    hands.follow("Put ")
    hands.sees("The place is given.")
    came_back(hands, anchor)
    hands.press_on()
    hands.follow("Let it change when filled again")
    hands.follow("Back to the rota")
    came_back(hands, anchor)
    assert place.asked("SELECT count(*) FROM cafe_draft WHERE by_hand") == 1
    assert hands.faults == []


@pytest.mark.proof
def test_place_is_come_back_to_by_person_on_a_wide_screen(hands):
    hands.page.set_viewport_size(WIDE)
    hands.arrive(f"{ROTA}?week={DRAFTED}&edition=standard")
    anchor = goes_to_first(hands, ".rota tbody a.shift")
    hands.press_on()
    hands.sees("Who could have it")
    hands.follow("Back to the rota")
    came_back(hands, anchor)
    assert "by=person" in hands.page.url
    assert hands.faults == []


def test_day_of_the_place_is_unfolded_in_easy_read(hands):
    hands.arrive(f"{ROTA}?week={DRAFTED}&edition=easy")
    shown = hands.page.locator("details.card[open] a[id]")
    assert 0 < shown.count() < hands.page.locator("details.card a[id]").count()
    anchor = shown.first.get_attribute("id")
    goes_to_first(hands, "details.card[open] a[id]")
    hands.press_on()
    hands.follow("Back to the rota")
    came_back(hands, anchor)
