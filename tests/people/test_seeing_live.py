"""“How I see things” in a real browser: shown at once where scripts run, and kept all the same where none does."""

import pytest

pytestmark = pytest.mark.browser

WORN = "() => [document.documentElement.dataset.colours || '', document.documentElement.dataset.size || '']"
SIZE = "() => parseFloat(getComputedStyle(document.body).fontSize)"


@pytest.fixture
def opened(chromium, served_own_demo):
    """A function that opens the page for Sam, with scripts or without."""
    contexts = []

    def open_page(*, scripts):
        context = chromium.new_context(java_script_enabled=scripts, base_url=served_own_demo.address)
        contexts.append(context)
        page = context.new_page()
        page.goto("/who")
        page.get_by_role("button", name="Sam Whitlock").click()
        page.goto("/seeing")
        return page

    yield open_page
    for one in contexts:
        one.close()


def choose(page, colours, size):
    page.locator(f'input[name="colours"][value="{colours}"]').check(force=True)
    page.locator(f'input[name="text_size"][value="{size}"]').check(force=True)


def keep(page):
    with page.expect_navigation():
        page.locator("form.seeing button[type=submit], form.seeing button").last.click()


def html_of(page):
    return page.locator("html").evaluate("one => [one.dataset.colours || '', one.dataset.size || '']")


def test_page_wears_what_is_chosen_before_it_is_kept(opened):
    page = opened(scripts=True)
    before = page.evaluate(SIZE)
    choose(page, "dark", "largest")
    assert page.evaluate(WORN) == ["dark", "largest"]
    assert page.evaluate(SIZE) > before
    # Nothing was sent: the page opens as it was.
    page.goto("/seeing")
    assert page.evaluate(WORN) == ["", ""]
    choose(page, "dark", "largest")
    keep(page)
    assert page.evaluate(WORN) == ["dark", "largest"]
    choose(page, "device", "usual")
    assert page.evaluate(WORN) == ["", ""]
    keep(page)


def test_without_scripts_the_same_form_keeps_the_same(opened):
    page = opened(scripts=False)
    choose(page, "dark", "largest")
    assert html_of(page) == ["", ""]
    keep(page)
    assert html_of(page) == ["dark", "largest"]
    choose(page, "device", "usual")
    keep(page)
    assert html_of(page) == ["", ""]
