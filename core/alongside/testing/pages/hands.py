"""Hands at a keyboard: a page used by keys alone, on a phone, without scripts; every key press is counted.

Only Tab, Shift+Tab, Space, Enter, the arrows and typing are used. On every stop it is looked at whether one sees
where one is, and after everything that was sent whether the page says what came of it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

PHONE = {"width": 360, "height": 740}

PAPER = 90_000
"""Milliseconds that a paper may take to make where much else is done beside it."""

MOST_STOPS = 90
"""Nobody presses Tab more often than this to come to one thing."""

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""The text spacing of WCAG 1.4.12, as a reader's own style sheet sets it."""


@cache
def _looks() -> str:
    return Path(__file__).with_name("hands.js").read_text(encoding="utf-8").partition("\n")[2].strip()


@attrs.define(slots=False)  # playwright notes on the object which of its methods listen
class Hands:
    """Somebody at a page.

    ``presses`` are keys without the letters that are typed, which are ``letters``; ``screens`` are the pages seen,
    each drawn into the folder ``pictures`` where there is one; ``sent`` holds the addresses that forms were sent
    to, ``faults`` what was awkward on the way.
    """

    page: Page
    presses: int = 0
    letters: int = 0
    screens: int = 0
    spaced: bool = False
    pictures: Path | None = None
    sent: list[str] = attrs.field(factory=list)
    faults: list[str] = attrs.field(factory=list)

    @classmethod
    def at(cls, browser: Browser, address: str, *, spaced: bool = False, **more: Any) -> Hands:
        """A phone on which no script runs, at an address where pages are served."""
        parts = urlsplit(address)
        context = browser.new_context(
            base_url=f"{parts.scheme}://{parts.netloc}",
            java_script_enabled=False,
            viewport=PHONE,  # type: ignore[arg-type] # words
            locale="en-GB",
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(20_000)
        hands = cls(context.new_page(), spaced=spaced)
        hands.page.on("request", hands._noted)
        return hands

    def _noted(self, request: Request) -> None:
        if request.method == "POST":
            self.sent.append(urlsplit(request.url).path)

    def arrive(self, path: str) -> None:
        """Open a page by its address: where somebody begins, and nothing else."""
        self.page.goto(path)
        self.page.wait_for_selector("header")  # an address that a camera has read leads on from a page without one
        self._shown()

    @property
    def words(self) -> int:
        """How many words are to be seen in the page's own part.

        What is folded away is not on the screen; what stands there for those alone who hear it is not counted.
        """
        return int(self._look("words"))

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return self.page.inner_text("h1").replace("\n", " ")

    def press(self, key: str) -> None:
        """Press one key."""
        self.presses += 1
        self.page.keyboard.press(key)

    def go(self, words: str, *, name: str = "", back: bool = False) -> None:
        """Press Tab or Shift+Tab until the thing with those words has the focus, past the menu where it helps."""
        words = " ".join(words.split())  # a space that holds words together is a space
        in_main = not back and bool(self._look("inMain", words))
        for _ in range(MOST_STOPS):
            self.press("Shift+Tab" if back else "Tab")
            there = self._stop()
            if there.get("skip") and in_main:
                self.press("Enter")
                there = self._stop()  # it may lead to a field itself
            if (
                words in there["words"]
                and name in {"", there["name"]}
                and not (there.get("skip") or there.get("bare"))
            ):
                return
        raise AssertionError(f"Tab never came to “{words}” on {self.page.url} ({self.heading})")

    def _stop(self) -> dict[str, Any]:
        there: dict[str, Any] = self._look("there")
        if there["tag"] and not there["bare"] and not there["skip"]:
            name = f"{there['tag']} “{there['words'][:40]}” on {urlsplit(self.page.url).path}"
            if not there["outlined"]:
                self.faults.append(f"focus is not to be seen: {name}")
            if not there["on"]:
                self.faults.append(f"focus is covered: {name}")
        return there

    def follow(self, words: str, key: str = "Enter") -> None:
        """Go to a link or button and press it; wait for the page that it leads to."""
        self.go(words)
        self.press_on(key)

    def press_on(self, key: str = "Enter") -> None:
        """Press the thing that has the focus; wait for the page that it leads to."""
        from playwright.sync_api import TimeoutError as NoPage

        before, sent, words = self._look("says"), len(self.sent), self._look("there")["words"][:40]
        self._look("mark")
        try:
            with self.page.expect_navigation():
                self.press(key)
        except NoPage as never:
            raise AssertionError(f"“{words}” leads to no page: {self.page.url} ({self.heading})") from never
        if self._look("marked"):
            self.faults.append(f"“{words}” leads to where one is: {urlsplit(self.page.url).path}")
        self._shown()
        if len(self.sent) > sent and self._look("says") == before:
            self.faults.append(f"nothing was said after what was sent to {self.sent[-1]}")

    def _shown(self) -> None:
        self.screens += 1
        if self.spaced:
            self._look("space", SPACING)
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{self.screens:02}.png", full_page=True)
        found = self._look("clipped")
        self.faults += [f"{urlsplit(self.page.url).path}: {one}" for one in dict.fromkeys(found)]

    def take(self, words: str) -> bytes:
        """Go to a link to a paper and press it; return the paper, once the browser was handed it."""
        self.go(words)
        with self.page.expect_response(
            lambda one: "pdf" in one.headers.get("content-type", ""), timeout=PAPER
        ) as handed:
            self.press("Enter")
        # What a browser shows by a viewer of its own it does not hand on, so it is asked for once more.
        return self.page.context.request.get(handed.value.url).body()

    def menu(self, words: str) -> None:
        """Open the menu of a phone and follow one of its entries."""
        self.unfold("Menu")
        self.follow(words)

    def unfold(self, words: str) -> None:
        """Open what is folded away."""
        self.go(words)
        self.press("Enter")

    def tick(self, words: str) -> None:
        """Go to a box and tick it, or take its tick away."""
        self.go(words)
        self.press("Space")

    def choose(self, words: str, *, name: str) -> None:
        """Go to the answers of a question by Tab, and to one of them by the arrows."""
        self.go("", name=name)
        for _ in range(30):
            there = self._stop()
            if words in there["words"]:
                break
            self.press("ArrowDown")
        else:
            raise AssertionError(f"no arrow came to “{words}” of “{name}” on {self.page.url}")
        if not self._look("there")["checked"]:
            self.press("Space")

    def write(self, label: str, text: str) -> None:
        """Go to a field and type into it; what stood there is typed over, as Tab has chosen all of it."""
        self.go(label)
        self.type(text)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.letters += len(text)
        self.page.keyboard.type(text)

    def hand_in(self, label: str, file: str) -> None:
        """Go to where a file is asked for, and hand one in; the system's own window is not ours."""
        self.go(label)
        self.press("Enter")
        self.page.locator("input:focus").set_input_files(file)

    def sees(self, words: str) -> None:
        """See that some words stand on the page."""
        shown = " ".join(self.page.inner_text("main").split())
        if words not in shown:
            raise AssertionError(f"“{words}” does not stand on {self.page.url}: {shown}")

    def _look(self, what: str, *given: str) -> Any:
        return self.page.evaluate(f"({_looks()}).{what}({', '.join(map(json.dumps, given))})")

    def close(self) -> None:
        """Put the phone away."""
        self.page.context.close()
