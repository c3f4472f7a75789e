"""The checker of the stories of one figure for each candidate: ticks or points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scores
from alongside.decisions.explaining.check_answers import if_any
from alongside.decisions.explaining.claim import Facts, fact

Marked = Sequence[tuple[Mapping[str, int], int]]
"""What alike ballots give to whom, and how many there are."""


def of_ticks(contest: Election, asking: Asking) -> Facts:
    """All figures that the story of ticks has to tell."""
    standing = [name for n, name in enumerate(contest.candidates, 1) if n not in contest.withdrawn]
    ticks = dict.fromkeys(standing, 0)
    empty = 0
    for pile in contest.piles:
        ticked = [name for name in (contest.candidates[n - 1] for n in pile.preferences) if name in ticks]
        empty += 0 if ticked else pile.ballots
        for name in ticked:
            ticks[name] += pile.ballots
    facts: Facts = {fact("ticks", name): votes for name, votes in ticks.items()}
    facts[fact("ballots")] = sum(pile.ballots for pile in contest.piles)
    papers = [({contest.candidates[n - 1]: 1 for n in pile.preferences}, pile.ballots) for pile in contest.piles]
    placed = _places(contest, ticks, asking.lot)
    return facts | if_any({fact("blank"): empty}) | placed | _margin(papers, ticks, placed, 1)


def of_scores(contest: Scores, asking: Asking) -> Facts:
    """All figures that the story of points has to tell."""
    totals = dict.fromkeys(contest.candidates, 0)
    for pile in contest.piles:
        for name, score in zip(contest.candidates, pile.scores, strict=True):
            totals[name] += (score or 0) * pile.ballots
    facts: Facts = {fact("total", name): total for name, total in totals.items()}
    facts[fact("ballots")] = sum(pile.ballots for pile in contest.piles)
    blank = sum(pile.ballots for pile in contest.piles if None in pile.scores)
    papers = [
        ({name: score or 0 for name, score in zip(contest.candidates, pile.scores, strict=True)}, pile.ballots)
        for pile in contest.piles
    ]
    placed = _places(contest, totals, asking.lot)
    return facts | if_any({fact("blank"): blank}) | placed | _margin(papers, totals, placed, contest.max_score)


def _places(contest: Contest, figures: Mapping[str, int], lot: str) -> Facts:
    """Who has a place: so many others at most stand as high or higher. Level is who has one only perhaps."""
    facts: Facts = {}
    level = []
    for name, figure in figures.items():
        higher = sum(other > figure for other in figures.values())
        # Whoever stands as high counts against her, as a lot might fall so.
        if higher + sum(other == figure for other in figures.values()) <= contest.seats:
            facts[fact("place", name)] = True
        elif higher < contest.seats:
            level.append(name)
            facts[fact("level", name)] = True
    if level:
        places = contest.seats - sum(figure == "place" for figure, *_ in facts)
        facts[fact("places")] = places
        drawn = sorted(level, key=lambda name: sha256(f"{lot}/{name}".encode()).digest())[:places] if lot else []
        facts |= {fact("drawn", name): True for name in drawn}
    return facts


def _margin(papers: Marked, figures: Mapping[str, int], placed: Facts, most: int) -> Facts:
    """How many ballots could have changed who has a place; nothing where none could, or a lot decides."""
    above = {name for figure, of, _ in placed if figure == "place" for name in of}
    below = figures.keys() - above
    if any(figure == "level" for figure, *_ in placed) or not above or not below:
        return {}
    by_lead = sorted((figures[one] - figures[other], one, other) for one in above for other in below)
    fewest: int | None = None
    for lead, one, other in by_lead:
        # Nobody can take more than twice the most from a lead, so of longer leads fewer cannot be enough.
        if fewest is not None and lead > (fewest - 1) * 2 * most:
            break
        found = _fewest(lead, [(said.get(one, 0) - said.get(other, 0) + most, many) for said, many in papers])
        fewest = found if fewest is None else min(fewest, found)
    return {fact("margin"): fewest or 0}


def _fewest(lead: int, takes: Iterable[tuple[int, int]]) -> int:
    """How many ballots it takes, those that take most first, until nothing is left of a lead."""
    used = 0
    for take, many in sorted(takes, reverse=True):
        if lead <= 0 or not take:
            break
        here = min(many, -(-lead // take))
        lead, used = lead - here * take, used + here
    return used
