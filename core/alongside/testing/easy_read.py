"""What a machine can check of an Easy Read page or paper, in its HTML.

From the list in Department of Health, “Making written information easier to understand” (2010), CHANGE, “How
to make information accessible” (2016) and Inclusion Europe, “Information for all”. Passing it does not make a
page Easy Read: members reading it does. What is checked of a whole page, and where each line of the list is
held, stands in ``easy_page``.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs

MOST_WORDS = 12

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_ROMAN = re.compile(r"\b(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred)\b", re.IGNORECASE
)
_DONE_TO = r"(?:\w+ed|brought|chosen|given|held|kept|made|paid|read|seen|sent|shown|taken|told|written)"
_PASSIVE = re.compile(
    rf"\b(?:was|were|is being|are being|has been|have been|will be|can be|must be)\s+{_DONE_TO}\b", re.IGNORECASE
)

_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "label", "legend", "button", "a", "caption"}
# Each choice of a list is read by itself: together they are no sentence.
_BLOCKS |= {"select", "option"}
# What is heard and not seen; and what a record says of somebody, which is shown as it was written.
_SILENT = {"unseen", "as-kept"}
_VOID = {"img", "br", "input", "meta", "link", "hr", "path", "circle", "rect", "polyline"}


@attrs.define
class _Row:
    """One Easy Read row while it is read."""

    pictures: int = 0
    picture_first: bool = False
    words: str = ""


class _Reader(HTMLParser):
    """Collects the texts of blocks and the rows of a page; drawings and styles are not text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.rows: list[_Row] = []
        self.italics = 0
        self._open: list[tuple[str, str]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        classes = named.get("class", "").split()
        self.italics += tag in {"i", "em"}
        if tag in _BLOCKS or tag == "br":
            self._finish()
        if self._row() and (tag == "svg" or {"picture", "person"} & set(classes)):
            row = self.rows[-1]
            row.pictures += 1
            row.picture_first = row.picture_first or not row.words.strip()
        if tag == "li" and "row" in classes:
            self.rows.append(_Row())
        if tag not in _VOID:
            self._open.append(
                (tag, "row" if tag == "li" and "row" in classes else "unseen" if _SILENT & {*classes} else "")
            )

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._finish()
        while self._open and any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        # What stands in a field to be written on is the writer's own.
        if {"svg", "style", "script", "title", "head", "textarea", "code", "unseen"} & self._around():
            return
        self._text += data
        if self._row():
            self.rows[-1].words += data

    def _around(self) -> set[str]:
        """The elements that the reader is in; “unseen” stands for words that are heard and not seen."""
        return {one for names in self._open for one in names}

    def _row(self) -> bool:
        return any(kind == "row" for _, kind in self._open)

    def _finish(self) -> None:
        text = " ".join(self._text.split())
        if text:
            self.texts.append(text)
        self._text = ""

    def close(self) -> None:
        super().close()
        self._finish()


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _SENTENCE_ENDS.split(text.strip()) if sentence]


def sentence_faults(sentence: str) -> list[str]:
    """What a reader would stumble over in one sentence, each in words that quote it."""
    words = sentence.split()
    found = [f"E4: {len(words)} words, at most {MOST_WORDS}"] if len(words) > MOST_WORDS else []
    looks = (
        ("E2: block capitals or an abbreviation", _CAPITALS),
        ("E9: a percentage", re.compile("%")),
        ("E9: a Roman numeral", _ROMAN),
        ("E9: passive", _PASSIVE),
        ("E10: a number in words", _NUMBER_WORDS),
        ("E10: a time in figures", _TIME),
        ("E10: a date in figures", _DATE),
    )
    found += [fault for fault, pattern in looks if pattern.search(sentence)]
    return [f"{fault}: “{sentence}”" for fault in found]


def easy_read_faults(html: str) -> list[str]:
    """Every fault of a page's HTML; an empty list if none was found.

    Checks the length of sentences (E4), one sentence and one picture a row with the picture first (E3, E5),
    italics and capitals (E2), and how numbers, times and dates are written (E9, E10). Sizes, contrast and
    page breaks (E1, E6, E11) are held by the stylesheets and their tests.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    faults = [
        fault for text in reader.texts for sentence in sentences(text) for fault in sentence_faults(sentence)
    ]
    faults += ["E2: italics"] * bool(reader.italics)
    return faults + [fault for row in reader.rows for fault in _row_faults(row)]


def _row_faults(row: _Row) -> list[str]:
    words = " ".join(row.words.split())
    found = []
    if row.pictures != 1:
        found.append(f"E3: {row.pictures} pictures beside “{words}”")
    elif not row.picture_first:
        found.append(f"E3: the picture stands after “{words}”")
    if len(sentences(words)) != 1:
        found.append(f"E5: {len(sentences(words))} sentences in one row: “{words}”")
    return found
