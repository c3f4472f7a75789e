"""Ballots: what one person says in a vote, and the one text in which it is sealed.

A ballot holds the keys of options: one of them, all that were ticked, or several in order of preference. One that
gives points holds them behind the keys, as in ``option1=5``. One that objects to a proposal holds the reason as
well: it is sealed with it, and told at the count without a name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import Enum

import attrs

ABSTAIN = "abstain"
"""The choice of taking part and choosing none; it counts towards the quorum, never in the share."""

YES, STAND_ASIDE, OBJECTION = "yes", "stand-aside", "objection"
"""The answers to a proposal that is to be agreed by consent, beside ``ABSTAIN``."""

LONGEST_REASON = 300
"""Signs of a reason: a sentence or two."""

ROOM = 256
"""Bytes of a ballot before it is sealed: room for the longest order of preference there can be."""

ROOM_FOR_REASON = 1536
"""The same where a ballot may hold a reason: four bytes a sign, and the answer."""

MOST_POINTS = 5
"""The points that can be given to one option."""

_BETWEEN, _BECAUSE, _GETS = ",", "\n", "="


class BallotKind(Enum):
    """What a ballot asks for."""

    ONE = "one"  # one answer
    CONSENT = "consent"  # one answer, and the reason where it is an objection
    TICKS = "ticks"  # every answer one could live with
    RANKS = "ranks"  # answers in order of preference
    PROJECTS = "projects"  # every project one wants money to go to
    SCORES = "scores"  # points for each answer; one left out has none


def _in_one_line(said: str) -> str:
    return " ".join(said.split())


@attrs.frozen
class Ballot:
    """What one person chose, without her: keys of options, or ``ABSTAIN`` alone; and why she objects, if she does.

    A ``reason`` is one line, however it was written.
    """

    keys: tuple[str, ...]
    reason: str = attrs.field(default="", converter=_in_one_line)

    @property
    def abstains(self) -> bool:
        """True if she takes part and chooses none."""
        return self.keys == (ABSTAIN,)

    @property
    def text(self) -> str:
        """The ballot as it is sealed."""
        return self.chosen + (_BECAUSE + self.reason if self.reason else "")

    @property
    def chosen(self) -> str:
        """What was chosen, as a text without the reason."""
        return _BETWEEN.join(self.keys)

    @classmethod
    def giving(cls, points: Mapping[str, str]) -> Ballot:
        """Return a ballot that gives points, as digits, to options by their keys."""
        return cls(tuple(f"{key}{_GETS}{given}" for key, given in points.items()))

    @property
    def points(self) -> dict[str, str]:
        """What a ballot that gives points has given, as digits by the keys of options."""
        pairs = (key.partition(_GETS) for key in self.keys)
        return {key: given for key, gets, given in pairs if gets}

    @property
    def objects(self) -> bool:
        """True if she objects to what is proposed."""
        return self.keys == (OBJECTION,)

    @classmethod
    def of(cls, text: str) -> Ballot:
        """Read a ballot that was unsealed."""
        keys, _because, reason = text.partition(_BECAUSE)
        return cls(tuple(keys.split(_BETWEEN)), reason)

    def fits(self, kind: BallotKind, options: tuple[str, ...]) -> bool:
        """True if it says what is asked for: something, nothing twice, and of the options alone."""
        if self.reason and not self.objects:
            return False
        if self.abstains:
            return True
        if kind is BallotKind.SCORES:
            return self._gives(options)
        at_most = 1 if kind in {BallotKind.ONE, BallotKind.CONSENT} else len(options)
        known = set(self.keys) <= set(options)
        return known and len(set(self.keys)) == len(self.keys) and 1 <= len(self.keys) <= at_most

    def _gives(self, options: tuple[str, ...]) -> bool:
        given = self.points
        allowed = {str(number) for number in range(MOST_POINTS + 1)}
        return 0 < len(given) == len(self.keys) and set(given) <= set(options) and set(given.values()) <= allowed

    def without(self, gone: frozenset[str]) -> Ballot:
        """Return it without ticks for those who are gone; where none is left, it takes part and chooses none."""
        return attrs.evolve(self, keys=tuple(key for key in self.keys if key not in gone) or (ABSTAIN,))

    def in_order_of(self, options: tuple[str, ...]) -> Ballot:
        """Return it with ticks in the order of the paper, so that equal ballots are equal texts."""
        if self.abstains:
            return self
        return attrs.evolve(
            self, keys=tuple(sorted(self.keys, key=lambda key: options.index(key.partition(_GETS)[0])))
        )


def drawn_order(keys: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Return keys in an order drawn from ``seed``, so that nobody always stands first on the paper."""
    return tuple(sorted(keys, key=lambda key: hashlib.sha256(f"{seed}/{key}".encode()).digest()))
