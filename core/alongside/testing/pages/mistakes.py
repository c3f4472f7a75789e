"""The mistake states of pages: every form that people write in, sent empty and sent wrong, by whoever sees it.

A later page gets them for nothing: its forms are found on it. What is sent is never to be taken in; where a form
takes it all the same (all its fields may be left empty), there is no such state, and what it has changed is put
back: a vote that was called off on one page has no ballot on the next.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from alongside.testing.browsing import Browser
from alongside.testing.demo import noon
from alongside.testing.pages.answered import Answered, asked_for, read, written
from alongside.testing.pages.crawling import Crawl, Place, kinds
from alongside.testing.pages.forms import Form, forms_of, kind_of
from alongside.testing.pages.walking import NOBODY

SUMMARY = '<div class="mistakes"'
"""What a page has that says what is wrong, at its top."""

DATABASE = "alongside.db"

_SAYS_IT = frozenset({400, 409, 422, 429})
"""What is answered where somebody can do something about it on the same page."""


def states_with_mistakes(
    crawl: Crawl, browser_of: Callable[[str], Browser], put_back: Callable[[], None], member: str
) -> Iterator[Answered]:
    """Send every form of every place as it must not be taken; yield the pages that say so.

    ``browser_of`` opens a browser in which a person is signed in, by id; ``put_back`` undoes what was taken in all
    the same, and is called before anything else is sent. ``member`` is the id of a member: her pages have larger
    targets.
    """
    for route in crawl.routes:
        known, shown = set[object](), dict[str, set[str]]()
        for place in crawl.every(route) if route.sends else ():
            for form in _forms(browser_of(place.person), place, known):
                for answered in _sent(browser_of, put_back, place, form, hers=place.person == member):
                    before = shown.setdefault(answered.state, set())
                    if kinds(answered.standard.html) - before:
                        before |= kinds(answered.standard.html)
                        yield answered


def _forms(browser: Browser, place: Place, known: set[object]) -> list[Form]:
    """The forms of a place that somebody writes in, or chooses in, and that no place before had."""
    answer = browser.get(place.path)
    found = forms_of(answer.text, place.path) if answer.status_code == 200 else []
    new = [
        one for one in found if set(one.kinds.values()) - {"hidden", "file"} and kind_of(one.fields) not in known
    ]
    known.update(kind_of(one.fields) for one in new)
    return new


def _sent(
    browser_of: Callable[[str], Browser], put_back: Callable[[], None], place: Place, form: Form, *, hers: bool
) -> Iterator[Answered]:
    for state, fields in (("sent wrong", form.mistaken()), ("sent empty", form.emptied())):
        standard, easy = asked_for(browser_of(place.person), form.action, fields)
        if standard.status in _SAYS_IT and easy.status == standard.status:
            yield Answered(place.route, state, place.path, place.person, standard, easy, hers)
        else:
            put_back()


def mistakes_once(file: Path, demo: Path, crawl: Crawl) -> list[Answered]:
    """Send what must not be taken in a copy of the demo, or read from ``file`` what came of it before."""
    if not file.exists():
        copy = file.with_suffix(".demo")
        shutil.copytree(demo, copy)
        written(file, _in_a_demo(copy, crawl))
        shutil.rmtree(copy)
    return read(file)


def _in_a_demo(home: Path, crawl: Crawl) -> list[Answered]:
    from alongside.house.core import core_parts
    from alongside.house.finding import find_plugins
    from alongside.house.first_run.hosting import pages
    from alongside.house.opening import open_house

    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = noon
    app = pages(house)

    @cache
    def browser_of(person: str) -> Browser:
        browser = Browser(app)
        browser.follow_redirects = False
        if not person.startswith(NOBODY):
            browser.come_in_as(house.store, person)
        return browser

    def put_back() -> None:
        _copy(kept, home / DATABASE)
        browser_of.cache_clear()

    _copy(home / DATABASE, kept := home / "as-it-was.db")
    try:
        return list(states_with_mistakes(crawl, browser_of, put_back, house.settings.look_as["member"]))
    finally:
        house.close()


def _copy(old: Path, new: Path) -> None:
    """Copy a database into another that may be open just now."""
    with closing(sqlite3.connect(old)) as source, closing(sqlite3.connect(new)) as target:
        source.backup(target)
