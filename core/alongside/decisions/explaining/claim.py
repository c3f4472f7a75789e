"""Sentences that each tell one figure: what the figure is, of whom, at which stage, and its value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

Value = int | bool | Fraction
Key = tuple[str, tuple[str, ...], int]
"""What a figure is: its name, whom it is about, and the stage it is of; 0 where it is of the whole count."""

Facts = dict[Key, Value]


@attrs.frozen
class Claim:
    """One figure of a count: its name, the candidates it is about, what it is said to be, and at which stage.

    Money is in units of the currency, votes are votes. What is simply so, such as that a proposal passed, is true
    or false.
    """

    figure: str
    of: tuple[str, ...] = ()
    value: Value = True
    stage: int = 0

    @property
    def key(self) -> Key:
        """Which figure it is, whatever it is said to be."""
        return self.figure, self.of, self.stage


@attrs.frozen
class Told:
    """One sentence of a story, with its picture. It has no other words for facts than those of its claim.

    In the key ``{n}`` is the value, with the sign of its ``currency`` where that is known, ``{votes}`` the value
    as votes, and ``{name}`` whom it is about, or the ``label`` that people know it by. Two stars mark the fact.
    """

    key: str
    picture: str
    claim: Claim
    label: str = ""
    currency: str = ""

    @property
    def facts(self) -> Mapping[str, str]:
        """The words that go into the sentence, in whatever edition."""
        value = self.claim.value
        n, name = self.currency + worded(value), self.label or names(self.claim.of)
        return {"n": n, "votes": votes(value), "name": name}

    @property
    def figure(self) -> str:
        """The figure as the sentence writes it, without a unit."""
        return decimals(self.claim.value) if "{votes}" in self.key else worded(self.claim.value)

    @property
    def plain(self) -> str:
        """The sentence in standard English, without marks."""
        return self.key.replace("**", "").format(**self.facts)


def told(key: str, picture: str, figure: str, value: Value, *of: str, stage: int = 0) -> Told:
    """Put a sentence together. Stories call it ``_``, by which the counter of missing wordings finds them."""
    return Told(key, picture, Claim(figure, of, value, stage))


def fact(figure: str, *of: str, stage: int = 0) -> Key:
    """Name a figure."""
    return figure, of, stage


def worded(value: Value) -> str:
    """A figure as people write it. What is not whole is cut after the second decimal: 1/3 is 0.33."""
    if isinstance(value, Fraction) and value.denominator > 1:
        hundredths = int(value * 100)
        return f"{hundredths // 100:,}.{hundredths % 100:02d}"
    return f"{int(value):,}"


def votes(value: Value) -> str:
    """Votes as people write them: ``1 vote``, ``4 votes``, ``1.39994 votes``."""
    return f"{decimals(value)} vote{'' if value == 1 else 's'}"


def decimals(value: Value) -> str:
    """A number of votes with as many decimals as it has, five at most."""
    whole, rest = divmod(int(value * 100_000), 100_000)
    return f"{whole:,}" + (f".{rest:05d}".rstrip("0") if rest else "")


def names(of: tuple[str, ...]) -> str:
    """Names as a list in a sentence: “Ann, Bo and Cy”."""
    return " and ".join([", ".join(of[:-1]), of[-1]]) if len(of) > 1 else "".join(of)
