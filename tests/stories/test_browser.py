"""The demo in a real browser: votes by keyboard alone, without scripts, on a phone."""

import pytest

from alongside.testing.pages.cells import Cell
from alongside.testing.pages.looking import LEAST_OF_MEMBERS, Eyes
from alongside.testing.pages.serving import served

pytestmark = pytest.mark.browser

CELLS_OF_A_VOTE = (Cell(320, "light", "easy"), Cell(1280, "dark", "standard"), Cell(320, "forced", "easy"))
FOCUSED = """() => { const one = document.activeElement;
  return one && one != document.body ? (one.closest("label") || one).innerText : "" }"""


@pytest.fixture
def visit(chromium, served_own_demo, demo_people):
    """A function that opens a page in which somebody has said who they are."""
    opened = []

    def arrive(group, **more):
        # A rule of style is put into the page, which its policy would refuse.
        eyes = Eyes.open(chromium, served_own_demo.address, bypass_csp=True, **more)
        opened.append(eyes)
        return eyes.come_in(demo_people[group]).page

    yield arrive
    for eyes in opened:
        eyes.close()


# --- by keyboard alone, without scripts


def walk_to(page, words, most=150):
    """Press Tab until the thing with those words has the focus."""
    for _turn in range(most):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            return
    pytest.fail(f"Tab never came to “{words}” on {page.url}")


def press(page, words):
    """Walk to a link or button by Tab, see that its focus is visible, and press Enter."""
    walk_to(page, words)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "4px"
    page.keyboard.press("Enter")


def follow(page, words):
    """Press a link or button that leads to another page."""
    with page.expect_navigation():
        press(page, words)


def phone(chromium, address):
    """A telephone on which no script runs."""
    return chromium.new_context(
        java_script_enabled=False, base_url=address, viewport={"width": 360, "height": 740}, locale="en-GB"
    )


def heading(page, words):
    """See that the page with this heading has come."""
    page.get_by_role("heading", level=1, name=words).wait_for()


def read(page, question):
    """Open a question from the board, wherever it stands there now."""
    page.goto("/decisions")
    link = page.locator("main :is(section, li)", has_text=question).get_by_role("link").first
    page.goto(link.get_attribute("href"))
    heading(page, question)


def test_member_votes_changes_and_takes_back_by_keyboard_without_scripts_on_a_phone(served_own_demo, chromium):
    context = phone(chromium, served_own_demo.address)
    page = context.new_page()
    page.goto("/who")
    follow(page, "Sam Whitlock")
    heading(page, "My week")
    press(page, "Menu")
    follow(page, "Decisions")
    follow(page, "Vote now")
    heading(page, "Where is our summer party?")
    follow(page, "Vote now")
    follow(page, "On the beach")
    heading(page, "Is this right?")
    page.get_by_text("You choose: On the beach").wait_for()
    follow(page, "Send my vote")
    heading(page, "Your vote is in the box")
    follow(page, "Change my vote")
    follow(page, "In the garden")
    page.get_by_text("You choose: In the garden").wait_for()
    follow(page, "Send my vote")
    # Which it was, no page can say any more: it is sealed.
    assert "garden" not in page.inner_text("main")
    # Going back shows no earlier choice and sends nothing: the browser has forgotten the draft.
    page.go_back()
    heading(page, "Where is our summer party?")
    read(page, "Where is our summer party?")
    follow(page, "Change or take back")
    follow(page, "Take my vote back")
    page.get_by_role("status").get_by_text("out of the box").wait_for()
    context.close()


@pytest.mark.proof
def test_member_ticks_evenings_and_puts_lunches_in_order_by_keyboard_without_scripts(served_own_demo, chromium):
    context = phone(chromium, served_own_demo.address)
    page = context.new_page()
    page.goto("/who")
    follow(page, "Sam Whitlock")
    read(page, "Which evenings are good for you?")
    follow(page, "Vote now")
    for evening in ("Monday evening", "Saturday at lunch"):
        walk_to(page, evening)
        page.keyboard.press("Space")
    follow(page, "Next")
    page.get_by_text("You tick: Saturday at lunch").wait_for()
    assert page.get_by_text("Wednesday").count() == 0
    page.goto("/decisions/practice/scottish-stv")
    walk_to(page, "place for Soup")
    page.keyboard.press("ArrowRight")
    walk_to(page, "place for A sandwich")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the 1st place of fruit, by mistake
    page.keyboard.press("ArrowLeft")  # round to “None”, which can be reached now
    follow(page, "Next")
    rows = page.locator("main .rows .row p").all_inner_texts()
    assert rows[:2] == ["1st A sandwich", "2nd Soup"]
    assert not any("Fruit" in row for row in rows)
    context.close()


@pytest.mark.proof
@pytest.mark.long
def test_pages_that_only_a_vote_leads_to_have_no_fault(chromium, served_own_demo, demo_people):
    eyes = Eyes.open(chromium, served_own_demo.address).come_in(demo_people["member"])
    page = eyes.page
    read(page, "Which evenings are good for you?")
    vote = page.url[page.url.index("/decisions") :]
    page.goto(f"{vote}/helper")
    page.get_by_role("button", name="Priya Raman").click()
    found = eyes.faults(f"{vote}/helper", CELLS_OF_A_VOTE, member=True)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="I promise").click()
    page.get_by_label("Monday evening").check()
    page.get_by_role("button", name="Next").click()
    for shown in (f"{vote}/check", f"{vote}/vote"):
        found += eyes.faults(shown, CELLS_OF_A_VOTE, member=True)
    page.goto(f"{vote}/check?edition=easy")
    page.get_by_role("button", name="Send my vote").click()
    for shown in (f"{vote}/voted", f"{vote}/vote", vote):
        found += eyes.faults(shown, CELLS_OF_A_VOTE, member=True)
    page.goto("/decisions/practice/approval?edition=easy")
    page.get_by_label("Soup").check()
    page.get_by_role("button", name="Next").click()
    found += eyes.faults("/decisions/practice/approval/check", CELLS_OF_A_VOTE, member=True)
    page.goto(f"{vote}/voted?edition=easy")
    page.get_by_role("button", name="Take my vote back").click()
    eyes.close()
    assert found == []


@pytest.mark.proof
@pytest.mark.long
def test_four_who_stand_fit_on_a_tablet_without_scrolling(chromium, own_demo, command, demo_people):
    def type_in(*words):
        done = command("decisions", *words, home=own_demo)
        assert done.returncode == 0, done.stderr

    type_in("propose", "Who is on the menu group?", "--why", "We plan.", "--rule", "scottish-stv", "--seats", "2")
    for name in ("Maya Fontaine", "Harjit Gill", "Leah Osei", "Tom Ridley"):
        type_in("stand", "Who is on the menu group?", "--for", name, "--words", "I want more music in the café.")
    type_in("open", "Who is on the menu group?")
    with served(own_demo) as serving:
        eyes = Eyes.open(chromium, serving.address, viewport={"width": 1024, "height": 768})
        page = eyes.come_in(demo_people["member"]).page
        read(page, "Who is on the menu group?")
        page.goto(f"{page.url}/vote")
        page.locator(".place input").first.check()
        boxes = [page.locator(one).bounding_box() for one in (".ranked >> nth=3", ".ballot .actions")]
        places = [one.bounding_box() for one in page.locator(".place").all() if one.is_visible()]
        eyes.close()
    assert max(box["y"] + box["height"] for box in boxes) <= 768
    assert min(min(box["width"], box["height"]) for box in places) >= LEAST_OF_MEMBERS


def test_pictures_that_are_asked_for_tell_nothing_of_what_was_chosen(visit):
    page = visit("member")
    read(page, "Where is our summer party?")
    path = page.url
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/pictures/" in request.url else None)
    # Without what the browser has kept: otherwise it asks for none at all.
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    seen = []
    for choice in ("On the beach", "At the studio, with music"):
        page.goto(f"{path}/vote")
        asked.clear()
        page.get_by_role("button", name=choice).click()
        heading(page, "Is this right?")
        page.wait_for_load_state("networkidle")
        seen.append(list(asked))
    assert seen[0] == seen[1]
    assert len(seen[0]) > 2
