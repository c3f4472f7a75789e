"""Small invented contests for every rule, as files hold them: ties, lots, shared ranks, gaps, blanks."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.piles import ranked
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.counting.spending import Spending

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks/oracles"))
import invented

NAMES = ("Ann Lee", "Bo", "Cy, the cook", "Di “D”", "Éd", "Flo 6")
ANSWERS = ("yes", "no", "abstain", "stand-aside", "objection", "upheld-objection")
ASKED = ("majority", "two-thirds", "three-quarters", "consent")


def contest(rule: str, seed: int) -> tuple[Contest, Asking]:
    """The contest of a seed: every second one level, every fourth with a lot that was thrown."""
    asking = Asking(lot="3 5 1" if seed % 4 == 1 else "")
    if rule in ASKED:
        return answers(rule, seed), asking
    if rule in ("score", "star"):
        grades = invented.grades(seed)
        piles = tuple(Scored(tuple(each or None for each in ballot), 1) for ballot in grades.ballots)
        seats = 1 + (rule == "score" and seed % 3 == 0)
        held = Scores(candidates=NAMES[: grades.candidates], max_score=grades.most, piles=piles, seats=seats)
        return held, attrs.evolve(asking, max_score=grades.most)
    if rule.endswith("-budget"):
        vote = invented.budget(seed)
        return spending(vote), attrs.evolve(asking, satisfaction=vote.satisfaction)
    if rule in ("approval", "seq-pav", "equal-shares") and seed % 5:
        ticks = invented.ticks(seed)
        piles = tuple(Pile(tuple(ballot), 1) for ballot in ticks.ballots)
        names = NAMES[: ticks.candidates]
        return Election(candidates=names, seats=ticks.seats, piles=piles, kind=Kind.TICKS), asking
    return orders(rule, seed), asking


def spending(vote: invented.Budget) -> Spending:
    """A budget in half units, so that some sums have decimals."""
    return Spending(
        candidates=tuple(f"p{one}" for one in range(1, len(vote.costs) + 1)),
        titles=tuple(f"Project; “{one}”" for one in vote.costs),
        costs=tuple(vote.costs),
        budget=vote.budget,
        parts=2,
        piles=tuple(Pile(tuple(ballot), 1) for ballot in vote.ballots),
    )


def ring(projects: int) -> Spending:
    """Everybody ticks two projects that are neighbours in a ring; each costs one more than the one before."""
    return Spending(
        candidates=tuple(f"p{n:02}" for n in range(projects)),
        costs=tuple(100 + n for n in range(projects)),
        budget=50 * projects,
        piles=tuple(Pile(tuple(sorted((n + 1, (n + 1) % projects + 1))), 1) for n in range(projects)),
    )


def answers(rule: str, seed: int) -> Choices:
    """Answers to a question, in any order, some of them not given."""
    chance = random.Random(f"{rule}/{seed}")
    known = list(ANSWERS if rule == "consent" else ANSWERS[:3])
    chance.shuffle(known)
    words = tuple(word for word in known if word in ("yes", "no") or chance.random() < 0.8)
    votes = tuple(chance.randint(0, 5) if word != "upheld-objection" else chance.randint(0, 1) for word in words)
    return Choices(candidates=words, votes=votes, blank=chance.randint(0, 2))


def orders(rule: str, seed: int) -> Election:
    """Orders of preference; in every second one some candidates stand equal in everything."""
    chance = random.Random(f"{rule}/{seed}")
    candidates = chance.randint(2, 4 if rule == "ranked-pairs" else 6)
    several = rule not in ("irv", "schulze", "ranked-pairs") or (rule != "irv" and seed % 6 == 0)
    piles = [_pile(chance, candidates) for _ in range(chance.randint(1, 8))]
    if seed % 2:
        alike = chance.sample(range(1, candidates + 1), chance.choice([2, candidates]))
        turns = [dict(zip(alike, alike[by:] + alike[:by], strict=True)) for by in range(len(alike))]
        piles = [_turned(turn, pile) for pile in piles[:3] for turn in turns]
    gone = chance.sample(range(1, candidates + 1), 1) if seed % 7 == 0 and candidates > 2 else []
    return Election(
        title="Who sits on the committee?",
        candidates=NAMES[:candidates],
        seats=chance.randint(1, candidates - 1) if several else 1,
        piles=tuple(piles),
        withdrawn=frozenset(gone),
    )


def _pile(chance: random.Random, candidates: int) -> Pile:
    left = chance.sample(range(1, candidates + 1), candidates)
    places = []
    while left and chance.random() < 0.85:
        here = chance.choice([1, 1, 1, 1, 0, 2])
        places.append(left[:here])
        left = left[here:]
    return ranked(places, chance.choice([1, 2, 3, 20]))


def _turned(turn: dict[int, int], pile: Pile) -> Pile:
    return ranked([[turn.get(one, one) for one in place] for place in pile.by_rank], pile.ballots)
