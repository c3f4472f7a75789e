"""Consent: a proposal passes if somebody says yes and no objection was upheld."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.vote import Vote

ANSWERS = ("yes", "stand-aside", "abstain", "no", "objection", "upheld-objection")


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Whether consent is given, and how many gave each answer."""
    if asked["of"] == "decision":
        return held(vote, asked["upheld"], asked.get("yes_needed", 0))
    given = {name: vote.ballots[(frozenset([one]),)] for one, name in enumerate(vote.names, 1)}
    votes = {answer: given.get(answer, 0) for answer in ANSWERS}
    passed = votes["yes"] > 0 and votes["upheld-objection"] == 0
    chosen = {one for one in vote.standing if vote.names[one - 1] == ("yes" if passed else "no")}
    return {frozenset(chosen)}, {"votes": votes, "blank": vote.ballots[()], "carried": passed}


def held(vote: Vote, upheld: int, least: int) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """A decision: agree, stand aside, object. Of the objections so many hold, and so many at least must agree."""
    votes = {one: vote.ballots[(frozenset([one]),)] for one in vote.standing}
    passed = votes[1] >= max(least, 1) and not upheld
    return {frozenset([1] if passed else [])}, {"votes": vote.by_name(votes), "upheld": upheld}
