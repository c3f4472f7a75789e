"""Pages in a real browser: axe, reflow at 320 px, size of targets, light and dark."""

from datetime import UTC, datetime

import pytest

from alongside.display import Edition, View
from alongside.display.frame import Item, Notice, Who

pytestmark = pytest.mark.browser

FACTS = {"starts": datetime(2026, 6, 5, 9, tzinfo=UTC), "helper": "Priya", "loaves": 3}
SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input, textarea")]
  .filter(one => one.offsetParent && !one.matches(".skip"))
  .map(one => [one.outerHTML.slice(0, 60), (one.closest("label") || one).getBoundingClientRect().height])
  .filter(([, height]) => height < least)"""
FINE_PRINT = """least => [...document.querySelectorAll("body *")]
  .filter(one => !one.closest("svg") && [...one.childNodes].some(node => node.nodeType == 3 && node.data.trim()))
  .map(one => [one.outerHTML.slice(0, 60), parseFloat(getComputedStyle(one).fontSize)])
  .filter(([, size]) => size < least)"""


def facts():
    from bakery_part.baking import sent

    return {**FACTS, "form": sent()}


def frame():
    return {
        "menu": [Item(title=title, path=f"/{title}") for title in ("Rota", "People", "Reports")],
        "here": "/Rota",
        "who": Who(name="Sam", path="/who"),
        "notices": [Notice(text="Friday has changed.", look="See the new time.", path="#main")],
        "mistakes": [("mail", "Write the address like name@place.example.")],
        "editions": [Item(title="Easy Read", path="/edition")],
    }


@pytest.mark.parametrize(
    ("width", "scheme", "edition"),
    [
        (1280, "light", Edition.STANDARD),
        (320, "dark", Edition.EASY),
        pytest.param(1280, "dark", Edition.STANDARD, marks=pytest.mark.proof),
        pytest.param(320, "light", Edition.EASY, marks=pytest.mark.proof),
        pytest.param(320, "light", Edition.STANDARD, marks=pytest.mark.proof),
    ],
)
def test_page_has_no_fault_and_fits(opened, faults, display, width, scheme, edition):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", edition=edition, **frame())
    page = opened(html, width, scheme=scheme)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALL, 60 if edition is Edition.EASY else 44) == []
    assert page.evaluate(FINE_PRINT, 20 if edition is Edition.EASY else 16) == []


@pytest.mark.parametrize(
    "fault",
    ['<img src="/static/mark.svg">', "<h4>Two levels skipped</h4>", '<input name="n">', '<a href="/who"></a>'],
    ids=["picture without words", "skipped heading", "field without label", "link without words"],
)
def test_control_planted_fault_is_seen(opened, faults, display, fault):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", **frame())
    page = opened(html.replace("</h1>", f"</h1>{fault}"))
    assert faults(page)


def test_place_in_the_menu_is_seen_in_a_persons_own_colours(opened, display):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", **frame())
    page = opened(html, forced="active")
    edge = "one => getComputedStyle(one).borderBottomColor"
    here, other = (
        page.eval_on_selector(f".menu.wide {one}", edge) for one in ("[aria-current]", "a:not([aria-current])")
    )
    ground = page.eval_on_selector("html", "one => getComputedStyle(one).backgroundColor")
    assert here != ground
    assert other == ground


def test_policy_without_inline_style_is_kept(opened, display):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", **frame())
    page = opened(html, held_to_policy=True)
    assert page.said == []
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(251, 247, 242)"


def test_keyboard_reaches_the_page_first_and_focus_is_seen(opened, display):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", **frame())
    page = opened(html)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Go to the page"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "4px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


WIDE = """<div class="table {kind}"><table><caption>Coming</caption>
<thead><tr><th scope="col">Course</th><th scope="col">When and where</th><th scope="col">Places</th>
<th scope="col">State</th></tr></thead>
<tbody><tr><th scope="row">First aid at the harbour</th><td>Wednesday 16 December, 15:30</td>
<td data-label="Places">4 of 8</td><td><span class="pill draft">Takes place</span></td></tr></tbody>
</table></div></main>"""


@pytest.mark.parametrize(
    ("kind", "width", "pushed"), [("stacked", 360, False), ("", 360, True), ("stacked", 1280, False)]
)
def test_stacked_table_is_pushed_sideways_at_no_width_and_keeps_its_headers(opened, display, kind, width, pushed):
    html = display.render("bakery", View("day.html", "Bakery", facts()), frame="page", **frame())
    page = opened(html.replace("</main>", WIDE.format(kind=kind)), width)
    table = "[...document.querySelectorAll('.table')].at(-1)"
    assert page.evaluate(f"{table}.scrollWidth > {table}.clientWidth") is pushed
    before = page.evaluate("getComputedStyle(document.querySelector('[data-label]'), '::before').content")
    assert ("Places" in before) is (kind == "stacked" and width == 360)
