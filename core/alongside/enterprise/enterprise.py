"""The enterprise: one legal organisation, where it is, and the words its members have chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from zoneinfo import ZoneInfo

import attrs

from alongside.instants import LONDON
from alongside.refusal import BadInput

LONGEST_WORD = 60
EVENING = time(17)
"""When tomorrow's papers are made, until somebody chooses another time: most changes of the day are in by then."""
TERMS = (
    "supporter",
    "supporters",
    "member",
    "members",
    "learning_disability",
    "learning_disabilities",
)
"""What members may say in words of their own."""


@attrs.frozen(kw_only=True)
class Enterprise:
    """One legal organisation.

    ``zone`` is the time zone its days are counted in, ``jurisdiction`` the law it lives under, ``words`` the
    terms its members have replaced, with what they say instead. At ``evening``, by the clocks of the zone,
    tomorrow's papers are made.

    Raises:
        BadInput: without a name, in no known time zone, or with a word for a term that there is not.
    """

    id: str = "enterprise"
    name: str = attrs.field()
    zone: str = attrs.field(default=LONDON)
    jurisdiction: str = "uk"
    words: Mapping[str, str] = attrs.field(factory=dict)
    evening: time = EVENING
    version: int = 1

    @name.validator
    def _has_a_name(self, _: object, name: str) -> None:
        if not name.strip():
            raise BadInput("the enterprise has no name", remedy="Give the name it is known by.")

    @zone.validator
    def _is_a_zone(self, _: object, zone: str) -> None:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError) as unknown:
            raise BadInput(f"“{zone}” is no time zone", remedy=f"Give one such as {LONDON}.") from unknown

    @words.validator
    def _for_known_terms(self, _: object, words: Mapping[str, str]) -> None:
        for term, word in words.items():
            if term not in TERMS:
                raise BadInput(
                    f"“{term}” is no term with a word of your own", remedy=f"Terms: {', '.join(TERMS)}."
                )
            if not word.strip() or not word.isprintable():
                raise BadInput(
                    f"the word for “{term}” is empty or cannot be shown", remedy="Give the word that members say."
                )
            if len(word) > LONGEST_WORD:
                found = f"the word for “{term}” has {len(word):,} characters; the most is {LONGEST_WORD}"
                raise BadInput(found, remedy="Give the word that members say.")


def with_word(words: Mapping[str, str], term: str, word: str) -> dict[str, str]:
    """Return the enterprise's words with one more; an empty ``word`` goes back to what Alongside says."""
    kept = {known: said for known, said in words.items() if known != term}
    return {**kept, term: word.strip()} if word.strip() else kept
