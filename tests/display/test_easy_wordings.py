"""Every sentence of the diary and the café in Easy Read, also those that no page of the demo shows today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from alongside.display.texts import folder_of
from alongside.testing.easy_read import sentence_faults, sentences
from alongside.testing.easy_words import hard_words, other_words

PARTS = {"diary": "alongside.diary", "cafe": "alongside_cafe"}
SAID = {"name": "Sam", "other": "Mei", "names": "Sam", "supporter": "supporter", "job": "Kitchen"}


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_is_short_and_of_easy_words(part: str) -> None:
    said = {one for text in easy_texts(folder_of(PARTS[part])) for one in sentences(filled(text))}

    assert said, "nothing was looked at"
    assert [fault for one in sorted(said) for fault in faults(one)] == []


def test_nobody_has_to_know_what_a_recording_is() -> None:
    said = [*easy_texts(folder_of("alongside.decisions"))]

    assert any("sound" in text for text in said)
    assert [text for text in said if re.search("recording", text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [("Your colleague can say no.", "colleague"), ("It can’t be.", "can’t"), ("Two people swap.", "E10")],
)
def test_sentence_that_is_not_easy_would_be_found(sentence: str, why: str) -> None:
    assert any(why in one for one in faults(sentence))


def faults(sentence: str) -> list[str]:
    hard = [f"“{word}” is no easy word: “{sentence}”" for word in hard_words(sentence)]
    return [*hard, *other_words(sentence), *sentence_faults(sentence)]


def easy_texts(folder: Path) -> Iterator[str]:
    """Wordings of the catalogue, and what templates say in Easy Read that need none."""
    worded = set()
    with (folder / "locale/en@easy.po").open("rb") as file:
        for one in read_po(file):
            worded |= {*_each(one.id)}
            yield from _each(one.string) if one.id else ()
    for path in sorted((folder / "templates").glob("*.html")):
        if path.name.endswith(".easy.html") or not path.with_suffix(".easy.html").exists():
            yield from (text for text in _said_in(path) if text not in worded)


def _said_in(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for _line, key, _comments, _context in extract(
            "jinja2.ext:babel_extract", file, {"_": None, "say_many": (1, 2)}, options={"trimmed": "false"}
        ):
            yield from _each(key)


def _each(key: str | tuple[str, ...]) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key


def filled(text: str) -> str:
    """A text with something in place of what it tells of."""

    def said(found: re.Match[str]) -> str:
        name = found[1]
        if name.endswith(("time", "start")):
            return "quarter to 10 in the morning"
        return "Wednesday 25 November" if name.endswith("day") else SAID.get(name, "3")

    return re.sub(r"\{(\w+)\}", said, text).replace("**", "")
