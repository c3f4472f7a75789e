"""What a tile of the home page says: a few sentences, each beside its picture or a face, and one link."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import attrs

from alongside.display import Said

MOST_NOTES = 5
"""More than that is no glance any more: it belongs on the page that the link leads to."""


class Faced(Protocol):
    """Somebody who can be shown by a photo, a picture she chose or her first letter."""

    @property
    def name(self) -> str:
        """The name she uses."""

    @property
    def photo(self) -> str | None:
        """The address of her photo, where she agreed to it."""

    @property
    def picture(self) -> str | None:
        """The picture she chose."""


@attrs.frozen
class Note:
    """One sentence; beside it stands a ``face``, else the ``picture`` of that name."""

    said: Said
    picture: str = "notice"
    face: Faced | None = attrs.field(default=None, kw_only=True)


def _in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(notes)


@attrs.frozen
class Glance:
    """What is so, and where one goes on: ``link`` are the words of the one link, ``path`` its address.

    ``waits`` says that somebody has to do something, and that it is for the visitor to do: such tiles come first.
    ``today`` is for the one tile that is about the visitor's own day.

    Raises:
        ValueError: without a sentence, or with more than fit in a glance.
    """

    notes: tuple[Note, ...] = attrs.field(converter=_in_order)
    link: Said
    path: str
    waits: bool = attrs.field(default=False, kw_only=True)
    today: bool = attrs.field(default=False, kw_only=True)

    @notes.validator
    def _few(self, _: object, notes: tuple[Note, ...]) -> None:
        if not 1 <= len(notes) <= MOST_NOTES:
            raise ValueError(f"a glance has {len(notes)} sentences, but must have from 1 to {MOST_NOTES}")
