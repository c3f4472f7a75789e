"""Consent: a proposal passes if somebody says yes and no objection was upheld."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.vote import Vote

ANSWERS = ("yes", "stand-aside", "abstain", "no", "objection", "upheld-objection")


def count(vote: Vote, _: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Whether consent is given, and how many gave each answer."""
    given = {name: vote.ballots[(frozenset([one]),)] for one, name in enumerate(vote.names, 1)}
    votes = {answer: given.get(answer, 0) for answer in ANSWERS}
    passed = votes["yes"] > 0 and votes["upheld-objection"] == 0
    chosen = {one for one in vote.standing if vote.names[one - 1] == ("yes" if passed else "no")}
    return {frozenset(chosen)}, {"votes": votes, "blank": vote.ballots[()], "carried": passed}
