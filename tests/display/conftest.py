"""A toy part, and a browser that opens what it renders as the pages are served."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from alongside.display import pictures, scripts, stylesheet, web_fonts
from alongside.display.rendering import Display
from alongside.display.texts import catalogue
from alongside.web.headers import POLICY

PARTS = Path(__file__).parent / "parts"
ADDRESS = "http://bakery.example"
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def display(monkeypatch):
    monkeypatch.syspath_prepend(str(PARTS))
    catalogue.cache_clear()
    return Display({"bakery": "bakery_part"})


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium):
    """A function that opens HTML as a page of ours at some width, in some colours; ``script`` runs before it."""
    contexts = []

    def open_page(html, width=1280, *, scheme="light", forced="none", script="", held_to_policy=False, **more):
        # axe itself is put into the page, which the policy of the page would refuse.
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            forced_colors=forced,
            bypass_csp=not held_to_policy,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        if script:
            page.add_init_script(script)
        page.route("**/*", _serving(html))
        page.goto(f"{ADDRESS}/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def _serving(html):
    def served(route):
        path = urlsplit(route.request.url).path
        name = path.rsplit("/", 1)[-1]
        if path.startswith("/static/fonts/"):
            route.fulfill(body=web_fonts.files()[name].read_bytes(), content_type="font/woff2")
        elif path.startswith("/static/pictures/"):
            route.fulfill(body=pictures.svg(name.removesuffix(".svg")), content_type="image/svg+xml")
        elif path.startswith("/static/scripts/"):
            route.fulfill(body=scripts.script(name), content_type="text/javascript")
        elif path == "/static/page.css":
            route.fulfill(body=stylesheet.sheet(), content_type="text/css")
        elif path.startswith("/static/"):
            route.fulfill(body=(stylesheet.FOLDER / name).read_bytes(), content_type="image/svg+xml")
        else:
            policy = {"content-security-policy": POLICY}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=policy)

    return served


@pytest.fixture
def faults():
    """What axe finds in a page, or cannot tell, by rule and element.

    It cannot tell the ground of words in a drawing; those colours are held by the test of pairs.
    """

    def found_in(page):
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

    return found_in
