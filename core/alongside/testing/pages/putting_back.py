"""A copy of the demo in which anything may be sent: what it changed is put back before the next thing is sent.

So what is looked at on one page hangs on nothing that was sent to another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import attrs

from alongside.testing.browsing import Browser
from alongside.testing.demo import DATABASE, copy_database, noon
from alongside.testing.pages.walking import NOBODY


@attrs.frozen
class Trying:
    """``browser_of`` opens a browser in which a person is signed in, by id; ``put_back`` undoes what was changed.

    ``member`` is the id of the member whom the demo shows around.
    """

    browser_of: Callable[[str], Browser]
    put_back: Callable[[], None]
    member: str


@contextmanager
def trying(home: Path) -> Iterator[Trying]:
    """Open the copy of the demo in a folder, for as long as the block lasts."""
    from alongside.house.core import core_parts
    from alongside.house.finding import find_plugins
    from alongside.house.first_run.hosting import pages
    from alongside.house.opening import open_house

    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = noon
    app = pages(house)
    copy_database(home / DATABASE, kept := home / "as-it-was.db")

    @cache
    def browser_of(person: str) -> Browser:
        browser = Browser(app)
        browser.follow_redirects = False
        if not person.startswith(NOBODY):
            browser.come_in_as(house.store, person)
        return browser

    def put_back() -> None:
        copy_database(kept, home / DATABASE)
        browser_of.cache_clear()

    try:
        yield Trying(browser_of, put_back, house.settings.look_as["member"])
    finally:
        house.close()
