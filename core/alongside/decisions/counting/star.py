"""STAR, “score then automatic runoff”: of the two highest totals, the one that more ballots score higher wins.

Source of the rule: the Equal Vote Coalition, “STAR Voting”, with the ties as the program starvote parts them.

1. Scores are added up; a blank is a 0. The two candidates with the highest totals go into the runoff. Of equal
   totals, whoever is scored higher than the others of the tie on more ballots, pair by pair, goes before; then
   whoever has the highest possible score on more ballots; then a lot.
2. In the runoff each ballot is one vote for the finalist it scores higher. Equal there, the higher total wins;
   then whoever has the highest possible score on more ballots; then a lot.

One place is filled. Where a lot matters and none was thrown, every winner is listed to whom one may lead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

import attrs

from alongside.decisions.counting.ballots import Kind
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.rule import Asking, Result, Rule, over
from alongside.decisions.counting.score import blank_remarks, blanks, by_score
from alongside.decisions.counting.scores import Scores
from alongside.decisions.counting.telling_figures import Told, told
from alongside.refusal import BadInput

NAME = "star"
NO_PREFERENCE = "No Preference"


@attrs.frozen
class Finalists:
    """Who goes into the runoff: ``sure`` whatever happens, and so many ``places`` for those who are ``level``."""

    sure: tuple[int, ...]
    level: tuple[int, ...] = ()

    def pairs(self) -> Iterator[tuple[int, ...]]:
        """Every runoff that a lot may lead to."""
        for more in combinations(self.level, 2 - len(self.sure)) if self.level else [()]:
            yield tuple(sorted((*self.sure, *more)))


def finalists(contest: Scores) -> Finalists:
    """Find out who goes into the runoff."""
    found = _first_two((), contest.totals())
    if found.level:
        found = _first_two(found.sure, _head_to_head(contest, found.level))
    return _first_two(found.sure, contest.tops(found.level)) if found.level else found


def _first_two(sure: tuple[int, ...], figures: Mapping[int, int]) -> Finalists:
    """Add the highest figures to those who are sure, until there are two or more stand equal than are wanted."""
    waiting = dict(figures)
    while waiting and len(sure) < 2:
        level = [number for number in waiting if waiting[number] == max(waiting.values())]
        if len(level) > 2 - len(sure):
            return Finalists(sure, tuple(level))
        sure = (*sure, *level)
        for number in level:
            del waiting[number]
    return Finalists(sure)


def _head_to_head(contest: Scores, level: Collection[int]) -> dict[int, int]:
    """For each the ballots that score it higher than another of them, added up over all the others."""
    return {one: sum(contest.preferred(one, other) for other in level if other != one) for one in level}


def runoff(contest: Scores, pair: tuple[int, ...]) -> tuple[int, ...]:
    """Who wins between two; both where nothing but a lot parts them."""
    if len(pair) < 2:
        return pair
    one, other = pair
    head_to_head = {one: contest.preferred(one, other), other: contest.preferred(other, one)}
    for figures in (head_to_head, contest.totals(pair), contest.tops(pair)):
        if figures[one] != figures[other]:
            return (max(pair, key=figures.__getitem__),)
    return pair


def count(contest: Scores, asking: Asking) -> Result:
    """Count by STAR.

    Raises:
        BadInput: where several places are to be filled, or a candidate is called as the ballots that are for none.
    """
    if contest.seats != 1:
        raise BadInput("STAR fills one place", where=contest.source, remedy="For several, count by score.")
    if NO_PREFERENCE in contest.candidates:
        found = f"a candidate is called “{NO_PREFERENCE}”, as are ballots that score both alike"
        raise BadInput(found, where=contest.source, remedy="Give the candidate another name.")
    pairs, totals = _runoffs(contest, asking.lot), contest.totals()
    winners, tied = over([one] for pair in pairs for one in _won(contest, pair, asking.lot))
    votes = _votes(contest, pairs[0]) if len(pairs) == 1 else {}
    return Result(
        rule=NAME,
        contest=contest,
        winners=winners,
        tied=lambda: tied,
        figures={
            "max_score": contest.max_score,
            "scores": by_score(contest, totals),
            "runoff": votes,
            **blanks(contest),
        },
        told=lambda width: told(
            Told(
                contest=contest,
                title="STAR",
                winners=winners,
                possible=tied,
                figures=totals,
                remarks=(_told(votes), *blank_remarks(contest)),
            ),
            width,
        ),
    )


def _runoffs(contest: Scores, lot: str) -> list[tuple[int, ...]]:
    """Every runoff that is possible, of which a lot leaves one."""
    found = finalists(contest)
    if lot and found.level:
        order = in_order(lot, found.level, contest.name)
        return [tuple(sorted((*found.sure, *order[: 2 - len(found.sure)])))]
    return list(found.pairs())


def _won(contest: Scores, pair: tuple[int, ...], lot: str) -> tuple[int, ...]:
    won = runoff(contest, pair)
    return tuple(in_order(lot, won, contest.name)[:1]) if lot else won


def _votes(contest: Scores, pair: tuple[int, ...]) -> dict[str, int]:
    """The votes of the runoff by name, the winner's first, and the ballots that score both alike."""
    if len(pair) < 2:
        return {}
    one, other = pair
    votes = {one: contest.preferred(one, other), other: contest.preferred(other, one)}
    ranked = sorted(votes, key=lambda number: -votes[number])
    none = contest.ballots - sum(votes.values())
    return {**{contest.name(number): votes[number] for number in ranked}, NO_PREFERENCE: none}


def _told(votes: Mapping[str, int]) -> str:
    if not votes:
        return "There is no one runoff to tell."
    return f"Runoff: {', '.join(f'{name} {number:,}' for name, number in votes.items())}."


RULE = Rule(NAME, (Kind.SCORES,), count)
