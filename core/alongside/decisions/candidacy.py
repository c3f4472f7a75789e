"""Candidacies: who stands for election, how she came to, and what she says, in as many words as everybody."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

import attrs

from alongside.decisions.roll import Help
from alongside.refusal import BadInput, worded

STATEMENT_WORDS = 80
"""The most words of a statement where members have said nothing else: half a minute, read aloud."""

LEAST_WORDS, MOST_WORDS = 20, 300
"""Between these a proposal may set the most words of a statement."""

EASY_WORDS = 60
"""The most words of a statement in Easy Read; less where a statement has less."""

SENTENCE_WORDS = 15
"""The most words of any sentence in Easy Read, and of the first one, which stands on the ballot."""

_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


class CandidacyState(Enum):
    """How far it is with somebody who stands."""

    ASKED = "asked"  # somebody else has put her forward; she has not said yes
    STANDS = "stands"
    WITHDRAWN = "withdrawn"  # since the vote opened: she stays on the ballot, and the count passes her over


@attrs.frozen(kw_only=True)
class Candidacy:
    """That a member stands for election, or was asked to. ``option`` is the key on the ballot.

    ``words`` is what she says, ``easy_words`` the same in Easy Read; either may be empty. ``put_forward_by`` is
    whoever asked her. ``helped`` is that somebody helped her with her words, ``helper`` who, ``help`` how.
    """

    id: str
    proposal: str
    person: str | None
    option: str
    words: str
    easy_words: str = ""
    day: date
    state: CandidacyState = CandidacyState.STANDS
    put_forward_by: str | None = None
    helped: bool = False
    helper: str | None = None
    help: Help | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Help is named only where there was some."""
        if (self.helper or self.help) and not self.helped:
            raise ValueError("a candidacy names help, but says that there was none")

    def says(self, *, easy: bool) -> str:
        """What she says to a reader of one edition: in its own words, else in the others."""
        return self.easy_words or self.words if easy else self.words or self.easy_words

    def in_short(self, *, easy: bool) -> str:
        """The first sentence of it: as much as there is room for beside a name on a ballot."""
        return first_sentence(self.says(easy=easy))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a new line begins a new one."""
    return [" ".join(one.split()) for one in _ENDS.split(text.strip()) if one.strip()]


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, empty where there is none."""
    return next(iter(sentences(text)), "")


def check_words(words: str, most: int) -> None:
    """Refuse more words than all who stand have, and a first sentence that the ballot has no room for."""
    check_length(words, most)
    first = first_sentence(words)
    if len(first.split()) > SENTENCE_WORDS:
        raise BadInput(
            worded(
                "decisions",
                "The first sentence has {n} words; the most is {most}. It stands beside the name on the ballot.",
                n=len(first.split()),
                most=SENTENCE_WORDS,
            )
        )


def check_easy_words(words: str, most: int) -> None:
    """Refuse Easy Read that is longer than everybody's, or has a long sentence."""
    check_length(words, min(most, EASY_WORDS))
    for which, one in enumerate(sentences(words), 1):
        if len(one.split()) > SENTENCE_WORDS:
            raise BadInput(
                worded(
                    "decisions",
                    "Sentence {which} has {n} words; the most is {most}. Make two of it.",
                    which=which,
                    n=len(one.split()),
                    most=SENTENCE_WORDS,
                )
            )


def check_length(words: str, most: int) -> None:
    """Refuse more words than all who stand have."""
    if len(words.split()) > most:
        raise BadInput(
            worded(
                "decisions",
                "This has {n} words; the most is {most}, the same for all. Write less.",
                n=len(words.split()),
                most=most,
            )
        )
