"""Looking at a page in a browser, cell by cell: everything that a machine can find wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import attrs

from alongside.testing.easy_page import easy_page_faults
from alongside.testing.pages import axe
from alongside.testing.pages.answered import Answered
from alongside.testing.pages.cells import LOOKS, Cell
from alongside.testing.pages.markup import markup_faults
from alongside.web.headers import POLICY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route

LEAST = 44
LEAST_OF_MEMBERS = 60
"""The least width and height of what is pressed, in CSS pixels; the second on a member's page in Easy Read."""

PRINT = {"standard": 16, "easy": 20}
"""The least size of letters, in CSS pixels."""

_HEADERS = {"content-security-policy": POLICY}


def _edition(cell: Cell) -> str:
    return cell.edition


@cache
def _measures() -> str:
    return Path(__file__).with_name("measures.js").read_text(encoding="utf-8").partition("\n")[2]


@attrs.define(slots=False)  # playwright notes on the object which of its methods listen
class Eyes:
    """One tab of a browser, signed in as one person, that hears what the page complains of and asks for."""

    page: Page
    address: str
    heard: list[str] = attrs.field(factory=list)

    @classmethod
    def open(cls, browser: Browser, address: str, **more: Any) -> Eyes:
        """Return a tab at an address; nothing fades in it, so that what is measured is what stays."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        context = browser.new_context(base_url=origin, locale="en-GB", reduced_motion="reduce", **more)
        eyes = cls(context.new_page(), origin)
        eyes.page.on("console", eyes._said)
        eyes.page.on("pageerror", lambda error: eyes.heard.append(f"console: {error}"))
        eyes.page.on("request", eyes._asked)
        eyes.page.goto(address)
        return eyes

    def come_in(self, person: str) -> Eyes:
        """Sign in by id as one of those whom a demo lets anybody look around as."""
        self.page.goto("/who")
        # Many names stand folded away: the button is pressed without being seen.
        self.page.locator(f'button[name="person"][value="{person}"]').first.dispatch_event("click")
        self.page.wait_for_url(lambda url: urlsplit(url).path != "/who")
        return self

    def close(self) -> None:
        """Close the tab and forget who was there."""
        self.page.context.close()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.heard.append(f"foreign request: {request.url}")

    def faults(self, path: str, cells: Iterable[Cell], *, member: bool = False, status: int = 200) -> list[str]:
        """Open a path for each edition and look at it in each cell; return what is wrong, the cell first.

        ``member`` says that members may open it, ``status`` what it is meant to answer.
        """
        found = []
        for edition, group in groupby(sorted(cells, key=_edition), _edition):
            together = list(group)
            self._wear(together[0])
            found += self._opened(path, edition, status)
            found += self.faults_shown(together, member=member)
        return found

    def _wear(self, cell: Cell) -> None:
        self.page.set_viewport_size({"width": cell.width, "height": 800})
        self.page.emulate_media(reduced_motion="reduce", **LOOKS[cell.look])  # type: ignore[arg-type] # words

    def _opened(self, path: str, edition: str, status: int) -> list[str]:
        self.heard.clear()
        answer = self.page.goto(f"{path}{'&' if '?' in path else '?'}edition={edition}")
        if answer is None or answer.status != status:
            return [f"{edition}: answered {answer and answer.status}, not {status}"]
        if status != 200:  # the browser itself complains of an answer that is none, once
            self.heard[:] = [one for one in self.heard if "Failed to load resource" not in one or path not in one]
        return []

    def faults_answered(self, answered: Answered, cells: Iterable[Cell]) -> list[str]:
        """Look at what was answered elsewhere, as if the page at its path had just answered so."""

        def again(route: Route) -> None:
            edition = parse_qs(urlsplit(route.request.url).query).get("edition", ["standard"])[-1]
            said = answered.in_edition(edition)
            route.fulfill(
                status=said.status, body=said.html, content_type="text/html; charset=utf-8", headers=_HEADERS
            )

        here = urlsplit(answered.path).path
        pattern = re.compile(rf"{re.escape(self.address + here)}\?(.*&)?edition=")
        self.page.route(pattern, again)
        try:
            return self.faults(answered.path, cells, member=answered.member, status=answered.standard.status)
        finally:
            self.page.unroute(pattern)

    def faults_shown(self, cells: Sequence[Cell], *, member: bool = False) -> list[str]:
        """Look at the page that stands there, in cells that are all of the edition it is in."""
        edition = cells[0].edition
        html = self.page.evaluate("document.documentElement.outerHTML")
        found = [f"{edition}: {one}" for one in markup_faults(html)]
        if edition == "easy":
            found += [f"{edition}: {one}" for one in easy_page_faults(html)]
        axe.put_in(self.page)
        for cell in cells:
            found += [f"{cell}: {one}" for one in self._in_cell(cell, member=member)]
        return found + [f"{edition}: {one}" for one in self.heard]

    def _scrolled_past(self, cell: Cell) -> None:
        """Show the whole page where something stays at its foot: what it stands before is reached by scrolling."""
        tall = self.page.evaluate("document.querySelector('.finished') && document.scrollingElement.scrollHeight")
        if tall:
            self.page.set_viewport_size({"width": cell.width, "height": tall})

    def _in_cell(self, cell: Cell, *, member: bool) -> list[str]:
        self._wear(cell)
        easy, forced = cell.edition == "easy", cell.look == "forced"
        asked = {
            "target": LEAST_OF_MEMBERS if easy and member else LEAST,
            "print": PRINT[cell.edition],
            "width": cell.width,
            "easy": easy,
            "forced": forced,
        }
        measured: dict[str, list[str]] = self.page.evaluate(_measures(), asked)
        found = [f"{kind}: {words}" for kind, every in measured.items() for words in every]
        self._scrolled_past(cell)
        for one in axe.found(self.page, forced=forced):
            sure = "" if one["sure"] else " (axe cannot tell)"
            found.append(f"{one['rule']}{sure}: {one['html']} {one['why']}")
        return found
