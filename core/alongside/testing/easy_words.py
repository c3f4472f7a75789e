"""Which words an Easy Read text may use (E7), which of two words we say (E13), and how hard a text is (E8)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

import pyphen

HARDEST = 4.0
"""The highest grade of reading that a page may have, after Flesch and Kincaid (1975)."""

LEAST_WORDS = 100
"""A shorter text has no grade: a single long word would decide it."""

SAY: Mapping[str, str] = {
    "abstain": "I am not sure yet",
    "amend": "change",
    "assign": "choose",
    "carer": "supporter",
    "client": "person",
    "poll": "vote",
    "roster": "rota",
    "service user": "person",
    "staff": "people",
}
"""What we do not say, and what we say instead: one word for one thing, everywhere."""

_WORD = re.compile(r"(?<![\w@.])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@]|\.\w)")
"""A word; the end of “1st” is none, nor is a piece of an address."""

_ON_A_CLOCK = re.compile(r"\bquarter\s(?=(?:past|to)\s\d)")
"""The quarter that a clock shows is easy; that of a year is not."""

_ENDINGS: tuple[tuple[str, str], ...] = (("’s", ""), ("'s", ""), ("ies", "y"), ("ied", "y"), ("ying", "ie"))
_ENDINGS += tuple(
    (ending, back) for ending in ("s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly") for back in ("", "e")
)


@cache
def easy_words() -> frozenset[str]:
    """The words of ``easy_words.txt``."""
    lines = Path(__file__).with_name("easy_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def hard_words(text: str, known: Collection[str] = frozenset()) -> list[str]:
    """Return the words of a text that are neither easy nor ``known``. One with a capital is taken for a name."""
    words = dict.fromkeys(word for word in _WORD.findall(_ON_A_CLOCK.sub("", text)) if word == word.lower())
    return [word for word in words if not _is_easy(word, known)]


def _is_easy(word: str, known: Collection[str]) -> bool:
    fine = easy_words().union(known)
    made_of = {word, *_roots(word)}
    # Twice, for a word with two endings: “bookings”.
    made_of |= {root for one in made_of for root in _roots(one)}
    return bool(made_of & fine) or ("-" in word and all(_is_easy(part, known) for part in word.split("-")))


def _roots(word: str) -> Iterable[str]:
    """What a word may be made of: “photos” of “photo”, “stopped” of “stop”."""
    for ending, back in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            root = word[: -len(ending)]
            yield root + back
            if len(root) > 2 and root[-1] == root[-2]:
                yield root[:-1]


def other_words(text: str) -> list[str]:
    """Return sentences such as “say vote, not poll” for what a text says in words that we do not use."""
    found = (word for word in SAY if re.search(rf"\b{word}(?:s|ed)?\b", text, re.IGNORECASE))
    return [f"say “{SAY[word]}”, not “{word}”" for word in found]


def grade(sentences: Iterable[str]) -> float:
    """Return the years of school that it takes to read sentences, after Flesch and Kincaid; 0 for a short text."""
    said = [_WORD.findall(one) for one in sentences]
    words = [word for one in said for word in one]
    if len(words) < LEAST_WORDS:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    return len(_hyphens().positions(word.lower())) + 1


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
