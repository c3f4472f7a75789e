"""What stands round the inside of a page or a paper."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.display.look import Look
from alongside.display.texts import Said, Why


@attrs.frozen(kw_only=True)
class Item:
    """One entry of a menu. ``title`` is looked up in the catalogue of ``part``."""

    title: str
    path: str
    part: str = "display"


@attrs.frozen(kw_only=True)
class Who:
    """Who is here: the name they use, the address of their photo, and the picture they chose to stand for them.

    ``helper`` is the name of somebody who sits beside them, with a face as well; ``path`` leads to where the
    person is changed. On a ``shared`` device every page ends with “I have finished”; it covers itself after so
    many minutes without anybody, where that is not 0.
    """

    name: str
    photo: str | None = None
    picture: str | None = None
    path: str | None = None
    helper: str | None = None
    helper_photo: str | None = None
    helper_picture: str | None = None
    shared: bool = False
    locks_after: int = 0


def _in_a_row(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(items)


@attrs.frozen(kw_only=True)
class Ways:
    """One question of how a page is seen, with a link for each answer; ``held`` is the one that holds now."""

    title: str
    items: tuple[Item, ...] = attrs.field(converter=_in_a_row)
    held: Item
    part: str = "display"


@attrs.frozen(kw_only=True)
class Notice:
    """What changed, then where to look: ``text`` is the one fact, ``look`` the words of the link to ``path``.

    ``done`` shows it in the colour of something finished instead of something changed. Texts that are
    ``Said`` are worded by the catalogue of ``part``.
    """

    text: str | Said
    look: str | Said | None = None
    path: str | None = None
    done: bool = False
    part: str = "display"


@attrs.frozen(kw_only=True)
class Ask:
    """Somebody to ask, by the name she is called, with her face."""

    name: str
    photo: str | None = None
    picture: str | None = None


@attrs.frozen(kw_only=True)
class PageFrame:
    """The facts of a whole page round its inside.

    ``enterprise`` stands beside the mark, ``home`` is where both lead; ``menu`` holds what the visitor may open,
    ``here`` the path of the page shown (the longest path in the menu that begins it is marked). ``below`` holds
    the page that this one stands under, then all that stand there. At most one notice should be given.
    ``mistakes`` pairs a field's id with what to do about it, and is shown at the top, with ``why`` a rule says so.

    ``look`` is how the page is seen, ``editions`` offers it in other editions, ``ways`` in other colours and
    sizes, unfolded where ``ways_open``; ``seeing`` leads to where a person keeps that for good. ``ask`` is whom
    an Easy Read page says to ask, ``None`` where that is anybody she trusts. ``foot`` holds lines above the
    credits.
    """

    enterprise: str = "Alongside"
    menu: tuple[Item, ...] = attrs.field(default=(), converter=tuple)
    below: tuple[Item, ...] = attrs.field(default=(), converter=tuple)
    here: str = "/"
    who: Who | None = None
    notices: tuple[Notice, ...] = attrs.field(default=(), converter=tuple)
    mistakes: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=tuple)
    why: Why | None = None
    look: Look = attrs.field(factory=Look)
    editions: tuple[Item, ...] = attrs.field(default=(), converter=tuple)
    ways: tuple[Ways, ...] = attrs.field(default=(), converter=tuple)
    ways_open: bool = False
    seeing: str | None = None
    home: str = "/"
    ask: Ask | None = None
    foot: tuple[str, ...] = attrs.field(default=(), converter=tuple)

    @property
    def open_item(self) -> Item | None:
        """The entry of the menu that the page belongs to."""
        here = self.below[0].path if self.below else self.here
        near = [item for item in self.menu if (here + "/").startswith(item.path.rstrip("/") + "/")]
        return max(near, key=lambda item: len(item.path), default=None)


@attrs.frozen(kw_only=True)
class PaperFrame:
    """The facts of a paper round its inside.

    ``sheet`` is the style, ``report``, ``wall``, ``certificate`` or ``cards`` (see ``paper.css`` in reports);
    ``subtitle`` stands beside the title in lighter type, ``foot`` before the credits at the foot. ``id`` is
    what a list of contents leads to, where it is one sheet among others.
    """

    enterprise: str = "Alongside"
    sheet: str = "report"
    foot: str = ""
    subtitle: str = ""
    id: str = ""
