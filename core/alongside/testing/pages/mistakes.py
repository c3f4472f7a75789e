"""The mistake states of pages: every form that people write in, sent empty and sent wrong, by whoever sees it.

A later page gets them for nothing: its forms are found on it. What is sent is never to be taken in; where a form
takes it all the same (all its fields may be left empty), there is no such state, and what it has changed is put
back: a vote that was called off on one page has no ballot on the next.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from alongside.testing.browsing import Browser
from alongside.testing.pages.answered import Answered, asked_for, read, written
from alongside.testing.pages.crawling import Crawl, Place, kinds
from alongside.testing.pages.forms import Form, forms_of, kind_of
from alongside.testing.pages.putting_back import Trying, trying

SUMMARY = '<div class="mistakes"'
"""What a page has that says what is wrong, at its top."""

_SAYS_IT = frozenset({400, 409, 422, 429})
"""What is answered where somebody can do something about it on the same page."""

_FELL_OVER = 500
"""What is never to be answered, and so is kept as a state to be found."""


def states_with_mistakes(crawl: Crawl, demo: Trying) -> Iterator[Answered]:
    """Send every form of every place as it must not be taken; yield the pages that say so."""
    for route in crawl.routes:
        known, shown = set[object](), dict[str, set[str]]()
        for place in crawl.every(route) if route.sends else ():
            for form in _forms(demo.browser_of(place.person), place, known):
                for answered in _sent(demo, place, form):
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


def _sent(demo: Trying, place: Place, form: Form) -> Iterator[Answered]:
    hers = place.person == demo.member  # her pages have larger targets
    for state, fields in (("sent wrong", form.mistaken()), ("sent empty", form.emptied())):
        standard, easy = asked_for(demo.browser_of(place.person), form.action, fields)
        says_it = standard.status in _SAYS_IT and easy.status == standard.status
        if says_it or _FELL_OVER in (standard.status, easy.status):
            yield Answered(place.route, state, place.path, place.person, standard, easy, hers)
        else:
            demo.put_back()


def mistakes_once(file: Path, demo: Path, crawl: Crawl) -> list[Answered]:
    """Send what must not be taken in a copy of the demo, or read from ``file`` what came of it before."""
    if not file.exists():
        copy = file.with_suffix(".demo")
        shutil.copytree(demo, copy)
        with trying(copy) as demo_copy:
            written(file, states_with_mistakes(crawl, demo_copy))
        shutil.rmtree(copy)
    return read(file)
