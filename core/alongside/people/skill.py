"""A skill: what a person can do, said in the language of strengths."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import attrs

from alongside.refusal import BadInput

_KEY = re.compile(r"[a-z][a-z0-9_]*\Z")


def key_of(words: str) -> str:
    """Return a key made from words, for a skill that no plan has asked for yet."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")[:40]
    return key or "skill"


@attrs.frozen(kw_only=True)
class Skill:
    """What a person can do.

    ``key`` is what rotas match by (``kitchen``, ``till``, ``key_holder``); ``words`` are what people read,
    such as “Keeps calm when there is a queue”. ``said_by`` is the id of the person who said so, None where
    nobody was noted; ``since`` the day it was said.

    Raises:
        BadInput: with a key that nothing could match, or without words.
    """

    id: str
    person: str
    key: str = attrs.field()
    words: str = attrs.field()
    said_by: str | None = None
    since: date
    version: int = 1

    @key.validator
    def _can_be_matched(self, _: object, key: str) -> None:
        if not _KEY.match(key):
            raise BadInput(f"“{key}” is no key of a skill", remedy="Use lower-case letters, digits and _.")

    @words.validator
    def _says_something(self, _: object, words: str) -> None:
        if not words.strip():
            raise BadInput("the skill has no words", remedy="Say what the person does well.")
