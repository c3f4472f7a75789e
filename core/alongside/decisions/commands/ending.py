"""Ending a vote at the desk of a command."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.store import Unit


@attrs.frozen
class AtTheDesk:
    """The desk of a command, as a place where a vote is ended."""

    desk: Desk

    def unit(self) -> AbstractContextManager[Unit]:
        """Open a writing unit as the one who acts."""
        return self.desk.unit()

    def must_clean(self) -> None:
        """Note that files have to be cleaned."""
        self.desk.opened.must_clean()

    def clean(self) -> None:
        """Clean the files."""
        self.desk.clean()
