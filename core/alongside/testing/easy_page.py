"""A whole Easy Read page: what ``easy_read`` finds, and what a page has to have besides.

Which check holds which line of our list for Easy Read (``measures`` stands for ``pages/measures.js``, which asks
a browser; ``paper`` for the tests of papers), each with a planted defect that it catches:

====  ==================================================  =======================================================
E1    words of 20 px and more; 16 pt on paper             measures (E1); paper
E2    our letters, at the left, no italics, capitals      measures (E2); ``easy_read`` (italics, capitals)
      or underlining
E3    a picture for each sentence, left of it, 96 px      here (a sentence without one); ``easy_read`` (one in a
      (72 px on a telephone of 320)                       row, first); measures (where it stands, how large)
E4    at most 12 words in a sentence                      ``easy_read``
E5    one sentence in a row                               ``easy_read``
E6    no word is parted, no sentence over two pages       measures (hyphens); paper
E7    easy words, or explained where they stand           here, by ``easy_words.txt``
E8    at most four years of school to read it             here, from 100 words on
E9    nothing passive, no abbreviation, %, Roman numeral  ``easy_read``
E10   numbers, days and times as one says them            ``easy_read``
E11   contrast of 7 to 1                                  axe and measures; tokens in ``tests/display``
E12   at most 20 pages                                    paper; a page on a screen is one
E13   one word for one thing                              here, by ``easy_words.SAY``
E14   whom to ask, with a face                            here: every page of ours ends with it
====  ==================================================  =======================================================

Whether members understand it, no machine can say.
"""

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
        self.asks = False
        self._open: list[tuple[str, frozenset[str]]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._text += ". " * (tag == "br")
            return
        classes = frozenset((dict(attributes).get("class") or "").split())
        self._open.append((tag, classes))
        self.asks |= tag == "li" and self._inside("ask")
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
            name in {"svg", "textarea", "select", "script", "code"} or classes & {"unseen", "as-kept"}
            for name, classes in self._open
        )
        if not silent:
            self._text += data

    def _inside(self, named: str) -> bool:
        return any(named in classes for _, classes in self._open)

    def _within(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)


def easy_page_faults(html: str, known: Collection[str] = frozenset()) -> list[str]:
    """Every fault of an Easy Read page's HTML; ``known`` are words that a business explains where they stand.

    Besides what ``easy_read_faults`` finds: a sentence without a picture (E3), hard words (E7), a text that is
    hard on the whole (E8), two words for one thing (E13), and nobody to ask (E14).
    """
    page = _Page()
    page.feed(html)
    page.close()
    said = [sentence for text in page.texts for sentence in sentences(text)]
    found = [f"E3: no picture beside “{text}”" for text in page.bare]
    found += [f"E7: “{word}” is no easy word: “{one}”" for one in said for word in hard_words(one, known)]
    found += ["E14: nobody is named to ask: no row in a list of the class “ask”"] * (not page.asks)
    found += [f"E13: {words}: “{one}”" for one in said for words in other_words(one)]
    if (hard := grade(one for one in said if _ENDS.search(one))) > HARDEST:
        found.append(f"E8: it takes {hard:.1f} years of school to read this, at most {HARDEST:.0f}")
    return easy_read_faults(html) + list(dict.fromkeys(found))
