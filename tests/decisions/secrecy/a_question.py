"""What is asked in an invented vote: every kind of ballot, what somebody might choose, and how she says it."""

from __future__ import annotations

import random
from typing import Any

import attrs

from alongside.decisions.ballot import ABSTAIN, MOST_POINTS, OBJECTION, Ballot, BallotKind
from alongside.decisions.level import Level
from alongside.decisions.paper_ballot import letters_of
from alongside.decisions.proposal import ANSWERS, Option, Proposal
from alongside.decisions.vote_rule import RULES, VoteRule

ONE_OF_EACH = {rule.ballot: name for name, rule in reversed(RULES.items())}
"""A rule for each kind of ballot."""

REASONS = (
    "the road is loud",
    "it is far from the bus",
    "we have no ramp",
    "nobody asked the cooks",
    "it costs more",
)
COST = 300


@attrs.frozen(kw_only=True)
class Question:
    """What is asked: the rule, at which level, and how many choices there are."""

    rule: str = "majority"
    level: Level = Level.PRIVATE
    options: int = 4

    @property
    def how(self) -> VoteRule:
        return RULES[self.rule]

    @property
    def paper(self) -> tuple[Option, ...]:
        """The choices, as they stand on the ballot."""
        if self.how.ballot is BallotKind.CONSENT:
            return ANSWERS
        cost = COST if self.how.spends else None
        return tuple(
            Option(key=f"option{n}", words=f"Plan {n}", easy_words=f"Plan {n}", picture="ballot", cost=cost)
            for n in range(1, self.options + 1)
        )

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(option.key for option in self.paper)

    @property
    def facts(self) -> dict[str, Any]:
        """What it is proposed with."""
        money = {"budget": 2 * COST} if self.how.spends else {}
        return {"rule": self.rule, "level": self.level, "options": self.paper, **money}

    @property
    def unlike(self) -> tuple[Ballot, Ballot, Ballot]:
        """Three ballots as unlike as can be: the first choice alone, as much as can be said else, and none."""
        first, last, kind = self.keys[0], self.keys[-1], self.how.ballot
        if kind is BallotKind.SCORES:
            said = Ballot.giving({first: "0"}), Ballot.giving(dict.fromkeys(self.keys, f"{MOST_POINTS}"))
        elif kind in {BallotKind.ONE, BallotKind.CONSENT}:
            said = Ballot((first,)), Ballot((last,), reason="🦊 " * 150 if last == OBJECTION else "")
        else:
            said = Ballot((first,)), Ballot(self.keys[::-1])
        return *said, Ballot((ABSTAIN,))

    def a_ballot(self, dice: random.Random) -> Ballot:
        """What somebody might choose: few like the first plan, so that counts are not all equal."""
        if dice.random() < 0.1:
            return Ballot((ABSTAIN,))
        return self._chosen(dice).in_order_of(self.keys) if self._in_order else self._chosen(dice)

    @property
    def _in_order(self) -> bool:
        return self.how.ballot is not BallotKind.RANKS

    def _chosen(self, dice: random.Random) -> Ballot:
        some = dice.sample(self.keys, dice.randint(1, len(self.keys)))
        if self.how.ballot is BallotKind.SCORES:
            return Ballot.giving({key: str(dice.randint(0, MOST_POINTS)) for key in some})
        if self.how.ballot in {BallotKind.TICKS, BallotKind.PROJECTS, BallotKind.RANKS}:
            return Ballot(tuple(some))
        one = Ballot(tuple(dice.choices(self.keys, weights=range(1, len(self.keys) + 1))))
        return attrs.evolve(one, reason=_a_reason(dice)) if one.objects else one


def _a_reason(dice: random.Random) -> str:
    """Words of one's own: hardly two people give the same ones."""
    return f"Because {' and '.join(dice.sample(REASONS, 2))}, {dice.randint(2, 99)} of us think."


def on_a_page(ballot: Ballot, kind: BallotKind) -> dict[str, Any]:
    """Return a ballot as the form that a browser sends."""
    if ballot.abstains:
        return {"none": "yes"}
    if kind is BallotKind.RANKS:
        return {f"place-{key}": str(place) for place, key in enumerate(ballot.keys, 1)}
    if kind is BallotKind.SCORES:
        return {f"points-{key}": given for key, given in ballot.points.items()}
    return {"choice": list(ballot.keys), **({"reason": ballot.reason} if ballot.objects else {})}


def in_letters(ballot: Ballot, asked: Proposal) -> str:
    """Return a ballot as tellers write it: letters, with points or a reason behind them."""
    letters = letters_of(asked)
    if ballot.abstains:
        return "-"
    if asked.how.ballot is BallotKind.SCORES:
        return " ".join(f"{letters[key]}{given}" for key, given in ballot.points.items())
    said = " ".join(letters[key] for key in ballot.keys)
    return f"{said} {ballot.reason}" if ballot.keys == (OBJECTION,) else said
