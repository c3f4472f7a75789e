"""What the web kit meets before an enterprise is set up: the first questions, and nobody who could be somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from litestar.concurrency import sync_to_thread
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from alongside.enterprise import offers as enterprise
from alongside.house.described import FIRST_RUN
from alongside.house.first_run.draft import DraftFile
from alongside.house.hosting import Hosting
from alongside.instants import LONDON, local
from alongside.store import Actor, Unit
from alongside.web import Choice, Visitor
from alongside.web.application import build

if TYPE_CHECKING:
    from alongside.enterprise.business import Business
    from alongside.house.opening import House
    from alongside.plugin import Plugin
    from alongside.web.door import Door
    from alongside.web.reached import Reached

_SOMEBODY = Visitor(Actor.keyboard("the first questions"), "")
_OURS = ("/first", "/static", "/enter")


class FirstHosting(Hosting):
    """The host of the first questions: whoever opens them acts as the one who holds the folder."""

    def __init__(self, house: House, door: Door | None = None) -> None:
        super().__init__(house, door)
        self.parts = (FIRST_RUN,)
        self.broken = ()
        self.draft = DraftFile(house.home)
        self.plugins: tuple[Plugin, ...] = house.plugins

    def visitor(self, unit: Unit, token: str) -> Visitor | None:  # noqa: ARG002 - the shape of a host
        """Return the same nameless visitor for everybody."""
        return _SOMEBODY

    def choices(self, unit: Unit) -> Sequence[Choice]:  # noqa: ARG002 - the same
        """Return nobody."""
        return ()

    def to_ask(self, unit: Unit) -> Choice | None:  # noqa: ARG002 - the same
        """Return nobody."""
        return None

    def businesses(self, unit: Unit) -> Sequence[Business]:  # noqa: ARG002 - the same
        """Return none."""
        return ()

    def enterprise(self, unit: Unit) -> str:  # noqa: ARG002 - the same
        """Return what the group will be called, once that was answered."""
        return self.draft.read().answers.name or "Alongside"

    def zone(self, unit: Unit) -> str:  # noqa: ARG002 - the same
        """Return London's; no page here shows a time."""
        return LONDON

    def words(self, unit: Unit) -> Mapping[str, str]:  # noqa: ARG002 - the same
        """Return none: the question about them shows what Alongside says."""
        return {}

    def today(self, unit: Unit) -> date:  # noqa: ARG002 - the same
        """Return the day it is in London."""
        return local(self.store.clock(), LONDON).date()


class FirstThenReal:
    """An application that shows the first questions until they are answered, and from then on the enterprise."""

    def __init__(self, house: House, door: Door | None = None, reached: Reached | None = None) -> None:
        self._house = house
        self._first_host = FirstHosting(house, door)
        self._first = build(self._first_host, reached=reached)
        self._real = build(Hosting(house), reached=reached)
        self._set_up = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != ScopeType.HTTP or await sync_to_thread(self._is_set_up):
            await self._real(scope, receive, send)
        else:
            await self._first(_led_to_the_first(scope), receive, send)

    def _is_set_up(self) -> bool:
        """Look until it is, by whichever browser or command; then the draft has done its work."""
        if not self._set_up:
            with self._house.reading() as unit:
                self._set_up = enterprise.find_enterprise(unit) is not None
            if self._set_up:
                self._first_host.draft.take_away()
        return self._set_up


def _led_to_the_first(scope: Scope) -> Scope:
    """Before there is an enterprise, every address to read is that of the first page."""
    path = scope["path"]
    if path.startswith(_OURS) or scope["method"] != "GET":  # type: ignore[typeddict-item] # only http comes here
        return scope
    return {**scope, "path": "/", "raw_path": b"/"}  # type: ignore[return-value] # a copy of one


def pages(house: House, door: Door | None = None, reached: Reached | None = None) -> ASGIApp:
    """Return the pages of an enterprise, its first questions, behind the door, before it is set up.

    ``reached`` says how browsers come to them: from this computer alone, where nothing is said.
    """
    with house.reading() as unit:
        there = enterprise.find_enterprise(unit) is not None
    if not there:
        return FirstThenReal(house, door, reached)
    # It names somebody, no erasing reaches it, and whoever put it in place may have been stopped right after.
    DraftFile(house.home).take_away()
    return build(Hosting(house), reached=reached)
