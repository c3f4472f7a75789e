"""Sentences that each tell one figure: what the figure is, of whom, and its value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

Value = int | bool | Fraction


@attrs.frozen
class Claim:
    """One figure of a count: its name, the candidates it is about, and what it is said to be.

    Money is in units of the currency. What is simply so, such as that a proposal passed, is true or false.
    """

    figure: str
    of: tuple[str, ...] = ()
    value: Value = True


@attrs.frozen
class Told:
    """One sentence of a story, with its picture. It has no other words for facts than those of its claim.

    In the key ``{n}`` is the value and ``{name}`` whom it is about, or the ``label`` that people know it by; two
    stars mark the one fact.
    """

    key: str
    picture: str
    claim: Claim
    label: str = ""

    @property
    def facts(self) -> Mapping[str, str]:
        """The words that go into the sentence, in whatever edition."""
        return {"n": worded(self.claim.value), "name": self.label or ", ".join(self.claim.of)}

    @property
    def plain(self) -> str:
        """The sentence in standard English, without marks."""
        return self.key.format(**self.facts).replace("**", "")


def worded(value: Value) -> str:
    """A figure as people write it. What is not whole is cut after the second decimal: 1/3 is 0.33."""
    if isinstance(value, Fraction) and value.denominator > 1:
        hundredths = int(value * 100)
        return f"{hundredths // 100:,}.{hundredths % 100:02d}"
    return f"{int(value):,}"
