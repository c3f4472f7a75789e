"""Pages in a real browser: axe, reflow at 320 px, size of targets, light and dark."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from alongside.display import Edition, View, pictures, stylesheet, web_fonts
from alongside.display.frame import Item, Notice, Who
from alongside.display.rendering import Display

pytestmark = pytest.mark.browser

PARTS = Path(__file__).parent / "parts"
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'"
FACTS = {"starts": datetime(2026, 6, 5, 9, tzinfo=UTC), "helper": "Priya", "loaves": 3}
SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input, textarea")]
  .filter(one => one.offsetParent && !one.matches(".skip"))
  .map(one => [one.outerHTML.slice(0, 60), (one.closest("label") || one).getBoundingClientRect().height])
  .filter(([, height]) => height < least)"""
FINE_PRINT = """least => [...document.querySelectorAll("body *")]
  .filter(one => !one.closest("svg") && [...one.childNodes].some(node => node.nodeType == 3 && node.data.trim()))
  .map(one => [one.outerHTML.slice(0, 60), parseFloat(getComputedStyle(one).fontSize)])
  .filter(([, size]) => size < least)"""


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def display(monkeypatch):
    monkeypatch.syspath_prepend(str(PARTS))
    return Display({"bakery": "bakery_part"})


def frame():
    return {
        "menu": [Item(title=title, path=f"/{title}") for title in ("Rota", "People", "Reports")],
        "here": "/Rota",
        "who": Who(name="Sam", path="/who"),
        "notices": [Notice(text="Friday has changed.", look="See the new time.", path="#main")],
        "mistakes": [("mail", "Write the address like name@place.example.")],
        "editions": [Item(title="Easy Read", path="/edition")],
    }


def answer(html):
    def served(route):
        path = urlsplit(route.request.url).path
        name = path.rsplit("/", 1)[-1]
        if path.startswith("/static/fonts/"):
            route.fulfill(body=web_fonts.files()[name].read_bytes(), content_type="font/woff2")
        elif path.startswith("/static/pictures/"):
            route.fulfill(body=pictures.svg(name.removesuffix(".svg")), content_type="image/svg+xml")
        elif path == "/static/page.css":
            route.fulfill(body=stylesheet.sheet(), content_type="text/css")
        elif path.startswith("/static/"):
            route.fulfill(body=(stylesheet.FOLDER / name).read_bytes(), content_type="image/svg+xml")
        else:
            route.fulfill(
                body=html, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY}
            )

    return served


def opened(chromium, html, width, scheme="light", forced="none"):
    # axe itself is put into the page, which the policy of the page would refuse.
    page = chromium.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, forced_colors=forced, bypass_csp=True
    )
    page.route("**/*", answer(html))
    page.goto("http://bakery.example/")
    return page


def faults(page):
    """What axe found, or could not tell, by rule and element.

    It cannot tell the ground of words in a drawing; those colours are held by the test of pairs.
    """
    options = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}}
    found = Axe().run(page, options=options).response
    nodes = [
        (one["id"], node["html"]) for one in found["violations"] + found["incomplete"] for node in one["nodes"]
    ]
    return [
        (rule, html)
        for rule, html in nodes
        if not (rule.startswith("color-contrast") and html.startswith("<text "))
    ]


@pytest.mark.parametrize(
    ("width", "scheme", "edition"),
    [
        (1280, "light", Edition.STANDARD),
        (1280, "dark", Edition.STANDARD),
        (320, "light", Edition.EASY),
        (320, "dark", Edition.EASY),
        (320, "light", Edition.STANDARD),
    ],
)
def test_page_has_no_fault_and_fits(chromium, display, width, scheme, edition):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", edition=edition, **frame())
    page = opened(chromium, html, width, scheme)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALL, 60 if edition is Edition.EASY else 44) == []
    assert page.evaluate(FINE_PRINT, 20 if edition is Edition.EASY else 16) == []
    page.close()


@pytest.mark.parametrize(
    "fault",
    ['<img src="/static/mark.svg">', "<h4>Two levels skipped</h4>", '<input name="n">', '<a href="/who"></a>'],
    ids=["picture without words", "skipped heading", "field without label", "link without words"],
)
def test_control_planted_fault_is_seen(chromium, display, fault):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", **frame())
    page = opened(chromium, html.replace("</h1>", f"</h1>{fault}"), 1280)
    assert faults(page)
    page.close()


def test_place_in_the_menu_is_seen_in_a_persons_own_colours(chromium, display):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", **frame())
    page = opened(chromium, html, 1280, forced="active")
    edge = "one => getComputedStyle(one).borderBottomColor"
    here, other = (
        page.eval_on_selector(f".menu.wide {one}", edge) for one in ("[aria-current]", "a:not([aria-current])")
    )
    ground = page.eval_on_selector("html", "one => getComputedStyle(one).backgroundColor")
    assert here != ground
    assert other == ground
    page.close()


def test_policy_without_inline_style_is_kept(chromium, display):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", **frame())
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.route("**/*", answer(html))
    page.goto("http://bakery.example/")
    assert said == []
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(251, 247, 242)"
    page.close()


def test_keyboard_reaches_the_page_first_and_focus_is_seen(chromium, display):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", **frame())
    page = opened(chromium, html, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Go to the page"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "4px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


WIDE = """<div class="table {kind}"><table><caption>Coming</caption>
<thead><tr><th scope="col">Course</th><th scope="col">When and where</th><th scope="col">Places</th>
<th scope="col">State</th></tr></thead>
<tbody><tr><th scope="row">First aid at the harbour</th><td>Wednesday 16 December, 15:30</td>
<td data-label="Places">4 of 8</td><td><span class="pill draft">Takes place</span></td></tr></tbody>
</table></div></main>"""


@pytest.mark.parametrize(
    ("kind", "width", "pushed"), [("stacked", 360, False), ("", 360, True), ("stacked", 1280, False)]
)
def test_stacked_table_is_pushed_sideways_at_no_width_and_keeps_its_headers(
    chromium, display, kind, width, pushed
):
    html = display.render("bakery", View("day.html", "Bakery", FACTS), frame="page", **frame())
    page = opened(chromium, html.replace("</main>", WIDE.format(kind=kind)), width)
    table = "[...document.querySelectorAll('.table')].at(-1)"
    assert page.evaluate(f"{table}.scrollWidth > {table}.clientWidth") is pushed
    before = page.evaluate("getComputedStyle(document.querySelector('[data-label]'), '::before').content")
    assert ("Places" in before) is (kind == "stacked" and width == 360)
    page.close()
