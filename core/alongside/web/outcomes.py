"""Outcomes: what a page's function may answer, where it shows no view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from alongside.display import Said, View
from alongside.web.cookies import KEPT

if TYPE_CHECKING:
    from alongside.web.visit import Visit


def _our_own(_goto: object, _field: attrs.Attribute[str], path: str) -> None:
    # “//name” and “/\name” lead to another site in a browser's eyes.
    if not path.startswith("/") or path[1:2] in {"/", "\\"} or not path.isprintable():
        raise ValueError(f"GoTo.path is {path!r}, but must be a path of our own such as “/week”")


@attrs.frozen
class GoTo:
    """It is done: go on to ``path`` (with its prefix: ``visit.link``), and show ``notice`` there once.

    ``draft`` is what this browser keeps for the pages that follow (``visit.draft``), sealed, until whoever is here
    leaves; an empty one forgets what it kept. A form that was answered with one may be sent again.
    """

    path: str = attrs.field(validator=_our_own)
    notice: str | Said = ""
    draft: str | None = attrs.field(default=None, kw_only=True, repr=False)


@attrs.frozen
class Keep:
    """A text that this browser is to keep under ``device`` or ``card``; an empty one is forgotten.

    It is kept until the browser is closed, or for ``seconds``.
    """

    name: str = attrs.field(validator=attrs.validators.in_(KEPT))
    text: str = ""
    seconds: int | None = None


@attrs.frozen
class Keeping(GoTo):
    """It is done, and this browser keeps something; pages of the core find it in ``visit.kept``."""

    keeps: tuple[Keep, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class PassedOn(Keeping):
    """The same, by a step that the browser takes on one of our own pages: then it sends all that it keeps.

    Where somebody has come from another program or site, it keeps that back, and still does so when it is led on
    at once. The address that is left is in no list of where one has been.
    """


@attrs.frozen
class Entered(Keeping):
    """Somebody has come in: from now on this browser is in the session whose secret is ``token``.

    It stays so until the browser is closed, or for ``seconds``. What was sent works ``once``, where nothing of
    its own sees to that.
    """

    token: str = attrs.field(kw_only=True)
    seconds: int | None = attrs.field(default=None, kw_only=True)
    once: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Left(GoTo):
    """Whoever was here has left: this browser is in no session any more."""


@attrs.frozen
class Noted:
    """A form is shown again, and yet what its unit wrote stays: that somebody has guessed wrong, for one."""

    view: View
    status: int = attrs.field(default=422, kw_only=True)


@attrs.frozen
class Told:
    """A script has asked, and is told a few words; what the unit of its form wrote stays."""

    words: Mapping[str, str]


@attrs.frozen
class Thinking:
    """Slow work that a form or a paper sets off, in three steps: what was read is thought about with no unit open.

    ``think`` gets nothing and must not touch a unit; ``settle`` gets a fresh visit, in a unit of its own (a
    writing one for a form), and what was thought. It answers as any form or paper does.
    """

    think: Callable[[], Any]
    settle: Callable[[Visit, Any], GoTo | View | PdfAnswer | Noted]


@attrs.frozen
class PdfAnswer:
    """A paper as PDF, and the file name to keep it under.

    One that a form has made is saved and not shown, and what its unit wrote stays; the very form sent once more
    leads to ``again`` instead.
    """

    content: bytes
    name: str
    again: str = attrs.field(default="", kw_only=True)

    @property
    def media(self) -> str:
        """What kind of file it is, as browsers are told."""
        return "application/pdf"


@attrs.frozen
class TableAnswer(PdfAnswer):
    """A table as a text file (CSV), answered as a paper is; for another program, not to be read."""

    @property
    def media(self) -> str:
        """What kind of file it is."""
        return "text/csv; charset=utf-8"


@attrs.frozen
class DataAnswer(PdfAnswer):
    """Something kept as a text file (JSON), answered as a paper is; for another program, not to be read."""

    @property
    def media(self) -> str:
        """What kind of file it is."""
        return "application/json"


@attrs.frozen
class PackedAnswer(PdfAnswer):
    """Several files in one (.zip), answered as a paper is."""

    @property
    def media(self) -> str:
        """What kind of file it is."""
        return "application/zip"


@attrs.frozen
class CalendarAnswer(PdfAnswer):
    """A calendar (iCalendar), answered as a paper is; for another program, not to be read.

    A program that has a calendar of the same ``tag`` already is told so, and is not sent it again.
    """

    tag: str = attrs.field(default="", kw_only=True)

    @property
    def media(self) -> str:
        """What kind of file it is."""
        return "text/calendar; charset=utf-8"
