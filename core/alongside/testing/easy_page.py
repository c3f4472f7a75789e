"""A whole Easy Read page: what ``easy_read`` finds, and what a page has to have besides."""

from __future__ import annotations

import re
from collections.abc import Collection
from html.parser import HTMLParser

from alongside.testing.easy_read import easy_read_faults, sentences
from alongside.testing.easy_words import HARDEST, grade, hard_words, other_words

_VOID = frozenset(
    {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "polyline"}
)
_ENDS = re.compile(r"[.!?]$")

PICTURED_ELSEWHERE = frozenset(
    {"row", "hint", "mistake", "mistakes", "notice", "quiet", "said", "thread", "actions", "unseen"}
)
"""Classes of what needs no picture of its own: rows, which have one, and small words at a field or a name.

“thread” and “said” hold what somebody wrote herself; a notice has its edge.
"""


class _Page(HTMLParser):
    """Reads the sentences of the page's own part, and which of them stand where a picture has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.bare: list[str] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._text += ". " * (tag == "br")
            return
        classes = frozenset((dict(attributes).get("class") or "").split())
        self._open.append((tag, classes))
        if tag in {"p", "li", "h2", "h3", "legend", "label", "button", "td", "th"}:
            self._text = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "li", "h2", "h3", "legend", "label", "button", "td", "th"}:
            self._end(tag)
        while self._open and any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def _end(self, tag: str) -> None:
        text = " ".join(self._text.split())
        self._text = ""
        if not text or not self._within("main"):
            return
        self.texts.append(text)
        inside = frozenset[str]().union(*(classes for _, classes in self._open))
        if tag == "p" and _ENDS.search(text) and not inside & PICTURED_ELSEWHERE:
            self.bare.append(text)

    def handle_data(self, data: str) -> None:
        silent = any(
            name in {"svg", "textarea", "select", "script", "code"} or "unseen" in classes
            for name, classes in self._open
        )
        if not silent:
            self._text += data

    def _within(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)


def easy_page_faults(html: str, known: Collection[str] = frozenset()) -> list[str]:
    """Every fault of an Easy Read page's HTML; ``known`` are words that a business explains where they stand.

    Besides what ``easy_read_faults`` finds: a sentence without a picture (E3), hard words (E7), a text that is
    hard on the whole (E8), and two words for one thing (E13).
    """
    page = _Page()
    page.feed(html)
    page.close()
    said = [sentence for text in page.texts for sentence in sentences(text)]
    found = [f"E3: no picture beside “{text}”" for text in page.bare]
    found += [f"E7: “{word}” is no easy word: “{one}”" for one in said for word in hard_words(one, known)]
    found += [f"E13: {words}: “{one}”" for one in said for words in other_words(one)]
    if (hard := grade(one for one in said if _ENDS.search(one))) > HARDEST:
        found.append(f"E8: it takes {hard:.1f} years of school to read this, at most {HARDEST:.0f}")
    return easy_read_faults(html) + list(dict.fromkeys(found))
