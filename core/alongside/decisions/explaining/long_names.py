"""Long names in Easy Read: they stand on lines of their own, so that the sentence after them stays short.

A choice may be called by a whole sentence. “We open on Sundays from ten to four has the fewest votes, and is out.”
is then hard to read; so its name comes first, and the sentence says “this one”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import attrs

from alongside.decisions.explaining.claim import Told

MOST_WORDS = 12
"""The words that a sentence of Easy Read may have."""


@attrs.frozen
class Apart:
    """The names that stand on lines of their own before a sentence, and the facts that then go into it."""

    names: tuple[str, ...]
    facts: Mapping[str, str]


def apart(one: Told, easy: Callable[[str], str] | None) -> Apart:
    """Take the names out of a sentence that they make too long.

    ``easy`` words a text in Easy Read; it is None for standard English, where nothing is too long.
    """
    key = easy(one.key).replace("**", "") if easy else ""
    if not easy or "{name}" not in key or not _too_long(key, one.facts):
        return Apart((), one.facts)
    names = (one.label,) if one.label else one.claim.of
    this = easy("these" if len(names) > 1 else "this one")
    return Apart(names, {**one.facts, "name": this.capitalize() if key.startswith("{name}") else this})


def _too_long(key: str, facts: Mapping[str, str]) -> bool:
    # Split before it is filled, for a name may hold a full stop.
    return any(len(part.format(**facts).split()) > MOST_WORDS for part in re.split(r"(?<=[.!?]) ", key))
