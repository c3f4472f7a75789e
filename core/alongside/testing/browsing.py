"""A browser for tests: it says where its forms stand, signs in, and marks what it sends as our own forms are."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from litestar.testing import TestClient

from alongside.display.marked_forms import FIELD
from alongside.web.cookies import BROWSER, SESSION, received
from alongside.web.marks import new_mark
from alongside.web.reached import Reached

if TYPE_CHECKING:
    import httpx

    from alongside.store import Store

HERE = "http://127.0.0.1:8765"


@cache
def _loop() -> BlockingPortal:
    """Start the loop that all browsers of a process share; one for each request took a third of its time."""
    ending = ExitStack()
    atexit.register(ending.close)
    return ending.enter_context(start_blocking_portal())


class Browser(TestClient[Any]):
    """Opens the pages of an application in the same process, as a browser would.

    ``app`` is what ``alongside.web.application.build`` or the house made. Whatever ``post`` sends is marked like a
    form that was opened just before, as long as ``marks`` is true.
    """

    marks = True

    def __init__(self, app: Any, *, address: str = HERE, reached: Reached | None = None, **options: Any) -> None:
        super().__init__(app, base_url=address, **options)
        self.headers["origin"] = address
        self.reached = reached or Reached.on_this_computer()
        self.keep(BROWSER, "a-browser-of-the-tests")

    @contextmanager
    def portal(self) -> Iterator[BlockingPortal]:
        """Lend the loop in which the application answers."""
        yield _loop()

    def come_in(self, token: str) -> None:
        """Be in the session with this secret (``alongside.sign_in.offers.begin``)."""
        self.keep(SESSION, token)

    def come_in_as(self, store: Store, person: str) -> None:
        """Be the person with this id, in a session that begins now."""
        from alongside.sign_in import offers as sign_in
        from alongside.sign_in.session import Way
        from alongside.store import Actor

        with store.unit(Actor.keyboard()) as unit:
            self.come_in(sign_in.begin(unit, person, Way.SCREEN))

    def request(self, method: str, url: Any, **options: Any) -> httpx.Response:
        """Ask for a page, or send a form to it."""
        raw = options.get("content") is not None or options.get("json") is not None
        if method.upper() == "POST" and self.marks and not raw:
            options["data"] = {FIELD: self.mark(), **(options.get("data") or {})}
        return super().request(method, url, **options)

    def mark(self) -> str:
        """Return the mark that a form of a page opened now would have."""
        # By hand: two cookies of one name, as a test may set them, are no reason to raise.
        held = received({cookie.name: cookie.value or "" for cookie in self.cookies.jar}, self.reached)
        return new_mark(f"{held.get(BROWSER, '')}:{held.get(SESSION, '')}")

    def keep(self, name: str, value: str) -> None:
        """Keep a cookie, by the name that it has in the code."""
        self.cookies.set(self.reached.cookie_name(name), value, domain=str(self.base_url.host))
