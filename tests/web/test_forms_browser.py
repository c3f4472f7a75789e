"""A whole form on a telephone, by keyboard alone and without scripts: its mistakes, and then its answers."""

import pytest

pytestmark = pytest.mark.browser

ON = """() => { const one = document.activeElement;
  const labels = [...(one.labels || []), one].map(each => each.innerText || each.value || "");
  return [one.id, one.type, labels.join(" ")]; }"""


@pytest.fixture
def phone(chromium, served_own_demo):
    """A telephone on which no script runs, in Nia's hands."""
    context = chromium.new_context(
        java_script_enabled=False,
        base_url=served_own_demo.address,
        viewport={"width": 360, "height": 740},
        locale="en-GB",
    )
    page = context.new_page()
    page.goto("/who")
    page.locator("details.everybody summary, main summary").first.press("Enter")
    with page.expect_navigation():
        page.get_by_role("button", name="Nia Castell").first.press("Enter")
    yield page
    context.close()


def walk(page, words, most=150):
    """Press Tab until the thing with those words has the focus."""
    for _turn in range(most):
        page.keyboard.press("Tab")
        if words in page.evaluate(ON)[2]:
            return
    pytest.fail(f"Tab never came to “{words}” on {page.url}")


def send(page, words):
    walk(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def summary(page):
    return page.locator(".mistakes a").all_inner_texts()


def follow_to(page, words, field):
    """Follow a link of the summary; the field it leads to has the focus, and its question is in view."""
    walk(page, words)
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.activeElement.id == id", arg=field)
    asked = page.locator(f"label[for={field}], fieldset#{field} legend").first.bounding_box()
    assert 0 <= asked["y"] < 740


def test_form_is_filled_in_by_keyboard_and_its_mistakes_lead_to_their_fields(phone):
    phone.goto("/placements/new")
    send(phone, "Agree this work")
    assert summary(phone) == [
        "Choose who works.",
        "Choose the business.",
        "Choose what is agreed.",
        "Write the hours of a week, such as 12 or 12.5.",
    ]
    assert phone.title().startswith("Please look again")

    follow_to(phone, "Choose who works.", "person")
    phone.keyboard.type("Amina")
    walk(phone, "Tideline Café")
    phone.keyboard.press("ArrowDown")  # on to the next answer, which is chosen by that
    walk(phone, "Paid job")
    phone.keyboard.press("Space")
    walk(phone, "Hours a week")
    phone.keyboard.type("six")
    walk(phone, "Pounds an hour")
    phone.keyboard.type("13.50")
    send(phone, "Agree this work")

    said = "“six” is no number of hours. Write it such as 12 or 12.5."
    assert summary(phone) == [said]
    assert phone.locator("#hours").input_value() == "six"
    assert phone.locator("#rate").input_value() == "13.50"
    assert phone.locator("#person option:checked").inner_text() == "Amina Yusuf"
    assert phone.locator("[name=business]:checked").count() == phone.locator("[name=kind]:checked").count() == 1

    follow_to(phone, said, "hours")
    phone.keyboard.press("Control+A")
    phone.keyboard.type("6")
    send(phone, "Agree this work")
    assert "Amina Yusuf" in phone.locator("h1").inner_text()
    assert "6 hours a week" in phone.locator("main").inner_text().replace("\u00a0", " ")


def test_link_of_the_summary_leads_to_a_group_of_answers_with_its_question_in_view(phone):
    phone.goto("/placements/new")
    send(phone, "Agree this work")
    follow_to(phone, "Choose what is agreed.", "kind")
    phone.keyboard.press("Tab")
    assert phone.evaluate(ON)[1] == "radio"
