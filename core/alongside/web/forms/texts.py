"""Texts: of one line, of many, read by a function of the part, or sent along unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, Unpack
from unicodedata import category

from alongside.display import Said
from alongside.refusal import Refusal
from alongside.web.forms.field import Asking, Field, Wrong, refusal_said
from alongside.web.forms.field import kit as _

T = TypeVar("T")

LONGEST_LINE = 200
LONGEST_TEXT = 10_000

_NO_TEXT = {"Cc", "Cs"}
"""Categories of Unicode that no text holds: commands to a machine, and halves of a letter."""


class Line(Field[str]):
    """Text of one line, its blanks in order; empty where nothing was said."""

    data: str

    def __init__(
        self, asks: Said | str, *, longest: int = LONGEST_LINE, keys: str = "", **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, **more)
        self.longest, self.keys = longest, keys

    def process_formdata(self, sent: Any) -> None:
        """Read what was sent; nothing is an empty text."""
        super().process_formdata(sent)
        self.data = self.data or ""

    def read(self, text: str) -> str:
        """Return the text with its blanks in order."""
        return _fitting(" ".join(text.split()), self.longest)


class Secret(Line):
    """What nobody else may read: typed unseen, taken exactly as it was typed, and never shown again."""

    takes = "password"
    shown = ""

    def read(self, text: str) -> str:
        """Return the text as it is; blanks count."""
        if len(text) > self.longest:
            return _fitting(text, self.longest)
        return text


class LongText(Field[str]):
    """Text of as many lines as somebody likes, ``rows`` of them in view. Empty where nothing was said."""

    drawn = "area"
    data: str

    def __init__(
        self, asks: Said | str, *, longest: int = LONGEST_TEXT, rows: int = 4, **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, **more)
        self.longest, self.rows = longest, rows

    def process_formdata(self, sent: Any) -> None:
        """Read what was sent; nothing is an empty text."""
        super().process_formdata(sent)
        self.data = self.data or ""

    def read(self, text: str) -> str:
        """Return the text, with each line ended in one way."""
        return _fitting("\n".join(text.splitlines()).strip(), self.longest)


class Read(Field[T]):
    """What ``reader``, a function of the part, makes of the text; its refusal is shown beside the field.

    ``wrong`` words the refusal for other editions: in ``_("{no_hours}")`` the name stands for its sentence, and
    Easy Read says it in its own way. ``writer`` says an answer as it is typed. With ``rows`` there is room for
    more than one line.
    """

    def __init__(
        self,
        asks: Said | str,
        reader: Callable[[str], T],
        *,
        wrong: Said | None = None,
        writer: Callable[[T], str] = str,
        rows: int = 0,
        keys: str = "",
        **more: Unpack[Asking],
    ) -> None:
        super().__init__(asks, **more)
        self.reader, self.wrong, self.writer, self.rows, self.keys = reader, wrong, writer, rows, keys
        self.drawn = "area" if rows else "input"

    def read(self, text: str) -> T:
        """Read the text as the part does."""
        tidy = "\n".join(text.splitlines()).strip() if self.rows else " ".join(text.split())
        try:
            return self.reader(_fitting(tidy, LONGEST_TEXT if self.rows else LONGEST_LINE))
        except Refusal as refused:
            raise Wrong(refusal_said(self.wrong, refused)) from refused

    def write(self, data: T) -> str:
        """Say an answer as it is typed."""
        return self.writer(data)


class Hidden(Line):
    """What is sent along with the form and was not typed, such as which thing it is about."""

    drawn = "hidden"

    def __init__(self, **more: Unpack[Asking]) -> None:
        asking: Asking = {"needed": False, **more}
        super().__init__("", **asking)


def _fitting(text: str, longest: int) -> str:
    if any(category(sign) in _NO_TEXT and sign not in "\n\t" for sign in text):
        raise Wrong(_("This holds a character that cannot be shown. Write it again by hand."))
    if len(text) > longest:
        said = _(
            "This has {n} characters; the most is {most}. Write less.", n=f"{len(text):,}", most=f"{longest:,}"
        )
        raise Wrong(said)
    return text
