"""How much of a guess is chance: who guesses as often as ballots were cast is right now and then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import comb

import attrs

RARE = 1e-8
"""How seldom chance alone may be taken for a link. An attack has some hundreds of ways, and tests run often."""


@attrs.frozen(kw_only=True)
class Score:
    """How often a guess was right: ``right`` of ``all``, where chance would be right ``chance`` times."""

    name: str
    right: int
    all: int
    chance: float

    @property
    def bound(self) -> int:
        """From how many right ones on it is no chance any more; more than there are where there are too few."""
        share, tail = self.chance / self.all, 0.0
        for right in range(self.all, -1, -1):
            tail += comb(self.all, right) * share**right * (1 - share) ** (self.all - right)
            if tail > RARE:
                return right + 1
        return 0

    @property
    def links(self) -> bool:
        """True if the guess is better than chance."""
        return self.right >= self.bound


def score(name: str, guess: Mapping[str, str], truth: Mapping[str, str]) -> Score:
    """Compare a guess with the truth. Chance is what the same guesses come to when they are dealt out anew."""
    people = [person for person in guess if person in truth]
    right = sum(guess[person] == truth[person] for person in people)
    guessed, true = Counter(guess[one] for one in people), Counter(truth[one] for one in people)
    chance = sum(guessed[one] * true[one] for one in guessed) / max(1, len(people))
    return Score(name=name, right=right, all=len(people), chance=chance)


def scores(guesses: Mapping[str, Mapping[str, str]], truth: Mapping[str, str]) -> list[Score]:
    """Return the scores of all guesses that name anybody, the one with most right ones first."""
    found = [score(name, guess, truth) for name, guess in guesses.items()]
    return best_first([one for one in found if one.all])


def best_first(found: list[Score]) -> list[Score]:
    """Return scores, the one with most right ones first."""
    return sorted(found, key=lambda one: (one.right, -one.chance), reverse=True)
