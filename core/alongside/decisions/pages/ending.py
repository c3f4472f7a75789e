"""Ending a vote from a page: what the command does, while nobody's page waits for an open unit."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING

import attrs

from alongside.store import NotCleanYet
from alongside.web import GoTo, Thinking

if TYPE_CHECKING:
    from alongside.decisions.actions.ending import Place
    from alongside.display import Said
    from alongside.store import Actor, Unit
    from alongside.web import Visit
    from alongside.web.host import Host


@attrs.frozen
class BehindThePage:
    """The house behind a page, as a place where a vote is ended."""

    host: Host
    actor: Actor

    def unit(self) -> AbstractContextManager[Unit]:
        """Open a writing unit as the one who acts."""
        return self.host.store.unit(self.actor)

    def must_clean(self) -> None:
        """Note that files have to be cleaned."""
        self.host.must_clean()

    def clean(self) -> None:
        """Clean the files. Where somebody reads for too long just now, the next daily round does it."""
        with suppress(NotCleanYet):
            self.host.clean()


def ended(visit: Visit, act: Callable[[Place], object], notice: Said) -> Thinking:
    """Let a vote be ended by ``act``, and lead back to its page with a notice."""
    place = BehindThePage(visit.host, visit.actor)
    path = visit.link(f"/decisions/{visit.path['proposal']}")
    return Thinking(lambda: act(place), lambda _later, _done: GoTo(path, notice))
