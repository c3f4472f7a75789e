"""My week and the rota as they come out of a printer: whose day it is, every day, and nothing to press."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(chromium, served_own_demo):
    """A function that opens a page as somebody, as it is printed."""
    contexts = []

    def open_page(who, path):
        contexts.append(chromium.new_context(base_url=served_own_demo.address))
        page = contexts[-1].new_page()
        page.goto("/who")
        page.get_by_role("button", name=who).click()
        page.goto(path)
        page.emulate_media(media="print")
        return page

    yield open_page
    for one in contexts:
        one.close()


def test_easy_week_shows_the_days_that_are_folded_away_on_a_screen(printed):
    page = printed("Sam Whitlock", "/week?edition=easy")
    friday = page.locator(".other-days h2", has_text="Friday").first
    assert friday.is_visible()
    assert not page.locator(".other-days > summary").is_visible()
    # The control: on the screen it is folded.
    page.emulate_media(media="screen")
    assert not friday.is_visible()


def test_rota_says_which_week_it_is_of(printed):
    page = printed("Marcus Bell", "/cafe/tideline-cafe/rota")
    weeks = page.locator("main nav.actions").first
    assert weeks.locator("strong").is_visible()
    assert not weeks.get_by_role("link").first.is_visible()
