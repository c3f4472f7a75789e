"""The demo in a real browser: every page of the menu as four people see it, and a vote by keyboard alone."""

import shutil
import socket
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from alongside.testing.easy_read import easy_read_faults

pytestmark = pytest.mark.browser

WHO = {"steward": "Nia Castell", "manager": "Marcus Bell", "member": "Sam Whitlock", "trustee": "Sunita Rao"}
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EDITIONS, WIDTHS = ("standard", "easy"), (360, 1280)
LOOKS = {"dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}, "light": {}}
LEAST = 44
# A link inside a sentence is as tall as its line; WCAG 2.5.5 leaves it out.
SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input, textarea")]
  .filter(one => one.type != "hidden" && !one.matches(".skip"))
  .filter(one => one.checkVisibility())
  .filter(one => !(one.matches("p a, li a") && getComputedStyle(one).display == "inline"
      && one.closest("p, li").innerText.trim() != one.innerText.trim()))
  .map(one => [one.outerHTML.slice(0, 90), (one.closest("label") || one).getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < least)
  .map(([html, box]) => `${html} ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
LINKS = "found => found.map(one => one.getAttribute('href'))"
FOCUSED = """() => { const one = document.activeElement;
  return one && one != document.body ? (one.closest("label") || one).innerText : "" }"""
BAD = '<h1>Top</h1><h4>Skipped</h4><img src="/static/mark.svg"><input name="n"><a href="/who">x</a>'


@pytest.fixture(scope="module")
def chromium():
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(demo, tmp_path_factory):
    """The address of a copy of the demo, served by the program itself."""
    home = tmp_path_factory.mktemp("served") / "demo"
    shutil.copytree(demo, home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("alongside"))
    command = [program, "--home", str(home), "serve", "--port", str(port)]
    with (
        (home.parent / "said").open("w+") as said,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process,
    ):
        for line in process.stderr:
            said.write(line)
            if "127.0.0.1" in line:
                break
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def visit(served, chromium):
    """A function that opens a page in which one of the four has said who they are."""
    contexts = []

    def arrive(group, **look):
        # axe itself is put into the page, which the policy of the page would refuse.
        context = chromium.new_context(bypass_csp=True, base_url=served, locale="en-GB", **look)
        contexts.append(context)
        page = context.new_page()
        page.goto("/who")
        page.get_by_role("button", name=WHO[group]).first.click()
        return page

    yield arrive
    for context in contexts:
        context.close()


def is_page(page, path):
    """True if a link leads to a page; a paper is no page, and has checks of its own."""
    return page.request.get(path).headers["content-type"].startswith("text/html")


def menu(page):
    """The pages of the menu, and from each one more page that it leads to, where there is one."""
    found = list(dict.fromkeys(page.eval_on_selector_all("nav.menu a", LINKS)))
    for path in tuple(found):
        page.goto(path)
        found += [link for link in page.eval_on_selector_all("nav.below a", LINKS) if link not in found]
    for path in tuple(found):
        page.goto(path)
        further = [link for link in page.eval_on_selector_all("main a", LINKS) if link.startswith(f"{path}/")]
        # A report is made when it is asked for, which takes its time.
        pages = (link for link in further if not link.startswith("/reports/") and is_page(page, link))
        found += list(islice(pages, 1))
    return list(dict.fromkeys(found))


def axe_faults(page):
    options = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def faults(page, path, edition, width):
    """Everything a machine can find wrong with a page in an edition at a width."""
    page.set_viewport_size({"width": width, "height": 800})
    answer = page.goto(f"{path}?edition={edition}")
    found = [] if answer.status == 200 else [f"answered {answer.status}"]
    found += axe_faults(page) + [f"small: {one}" for one in page.evaluate(SMALL, LEAST)]
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        found.append(f"scrolls sideways: {wide}")
    if edition == "easy":
        found += easy_read_faults(answer.text())
    return [f"{path} {edition} {width}: {one}" for one in found]


@pytest.mark.parametrize("group", WHO)
def test_page_of_the_menu_has_no_fault_in_either_edition(visit, group):
    page = visit(group)
    pages = menu(page)
    assert len(pages) > 3
    found = []
    for turn, path in enumerate(pages):
        # The steward sees most: her round takes both editions; each page has the widths in turn.
        for edition in EDITIONS if group == "steward" else EDITIONS[turn % 2 :][:1]:
            width = WIDTHS[(turn + EDITIONS.index(edition)) % 2]
            found += faults(page, path, edition, width)
    assert found == []


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("group", WHO)
def test_page_has_no_fault_at_any_width_and_in_any_colours(visit, group, look):
    page = visit(group, **LOOKS[look])
    found = []
    for path in menu(page):
        for edition in EDITIONS:
            for width in WIDTHS:
                found += faults(page, path, edition, width)
    assert found == []


def test_control_planted_bad_page_is_caught(visit):
    page = visit("member")
    page.route(
        "**/hours?*",
        lambda route: route.fulfill(
            body=f'<main style="width:900px">{BAD}</main><p>It was carried out by 5% of ALL in II.</p>',
            content_type="text/html",
        ),
    )
    found = " ".join(faults(page, "/hours", "easy", 360))
    kinds = ("html-has-lang", "image-alt", "label:", "heading-order", "small:", "scrolls sideways", "E9")
    assert [kind for kind in kinds if kind not in found] == []


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


def phone(chromium, served):
    """A telephone on which no script runs."""
    return chromium.new_context(
        java_script_enabled=False, base_url=served, viewport={"width": 360, "height": 740}, locale="en-GB"
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


def test_member_votes_changes_and_takes_back_by_keyboard_without_scripts_on_a_phone(served, chromium):
    context = phone(chromium, served)
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


def test_member_ticks_evenings_and_puts_lunches_in_order_by_keyboard_without_scripts(served, chromium):
    context = phone(chromium, served)
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
    assert rows[:2] == ["1st : A sandwich", "2nd : Soup"]
    assert not any("Fruit" in row for row in rows)
    context.close()


UNSEEN = ".unseen { display: none }"
WORDS = r"""() => document.querySelector("main").innerText.split(/\s+/)
  .filter(one => /[\p{L}\p{N}]/u.test(one)).length"""
MOST_SCREENS, MOST_WORDS = 6, 50


def test_vote_takes_six_screens_of_few_words_from_the_first_page_to_the_receipt(visit, capsys):
    page = visit("member", viewport={"width": 360, "height": 740})
    seen = {}

    def see(name):
        page.add_style_tag(content=UNSEEN)
        seen[name] = page.evaluate(WORDS)

    see("my week")
    page.goto("/decisions?edition=easy")
    see("decisions")
    read(page, "Where is our summer party?")
    see("the question")
    page.get_by_role("link", name="Vote now").click()
    see("the ballot")
    page.get_by_role("button", name="On the beach").click()
    see("what will be sent")
    page.get_by_role("button", name="Send my vote").click()
    see("the receipt")
    page.get_by_role("button", name="Take my vote back").click()
    with capsys.disabled():
        sys.stderr.write(f"\na vote, words on each screen: {seen}\n")
    assert len(seen) <= MOST_SCREENS
    assert {name: words for name, words in seen.items() if name != "my week" and words > MOST_WORDS} == {}
