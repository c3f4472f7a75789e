"""A ballot as a page shows it and sends it: one answer, ticks, points, or places given to people."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from alongside.decisions.ballot import ABSTAIN, LONGEST_REASON, Ballot, BallotKind
from alongside.decisions.pages.facts import Choice
from alongside.decisions.proposal import Proposal
from alongside.refusal import BadInput, worded
from alongside.web.visit import Form

MOST_PLACES = 10
"""As many places can be given on one page; whoever stands beyond them has none."""

_MOST_WRITTEN = 5
"""Bytes that a sign of a reason takes on a page at the most, as “&amp;” does."""

_PLACES = {str(place) for place in range(1, MOST_PLACES + 1)}


def ballot_in(form: Form, asked: Proposal) -> Ballot:
    """Return the ballot in a form.

    Raises:
        BadInput: where one place was given to several. The sentence is the same whoever they are; the page marks
            them, so that what comes back is of one size for every choice.
    """
    if form.get("none") == "yes":
        return Ballot((ABSTAIN,))
    if asked.how.ballot is BallotKind.RANKS:
        return Ballot(_ranked(form, asked))
    if asked.how.ballot is BallotKind.SCORES:
        return Ballot.giving(_points(form, asked))
    if asked.how.ballot in {BallotKind.TICKS, BallotKind.PROJECTS}:
        return Ballot(form.every("choice"))
    chosen = Ballot((form.get("choice", ""),))
    return attrs.evolve(chosen, reason=form.get("reason", "")) if chosen.objects else chosen


def _ranked(form: Form, asked: Proposal) -> tuple[str, ...]:
    given = _places(form, asked)
    if _twice(given):
        raise BadInput(worded("decisions", "Two have the same place. Give each place to one of them."))
    return tuple(sorted(given, key=lambda key: int(given[key])))


def _places(form: Form, asked: Proposal) -> dict[str, str]:
    """The places given on a page, by the key of the option."""
    given = {key: form.get(f"place-{key}", "") for key in asked.keys}
    return {key: place for key, place in given.items() if place in _PLACES}


def _points(form: Form, asked: Proposal) -> dict[str, str]:
    """The points given on a page, by the key of the option; one that is left out has none."""
    given = {key: form.get(f"points-{key}", "") for key in asked.keys}
    return {key: points for key, points in given.items() if points}


def _twice(given: Mapping[str, str]) -> set[str]:
    """The keys of options whose place another one has too."""
    often = Counter(given.values())
    return {key for key, place in given.items() if often[place] > 1}


def ballot_facts(asked: Proposal, paper: Sequence[Choice], sent: Form, drafted: Ballot | None) -> dict[str, Any]:
    """Return what a ballot is shown with: what was refused just now, else what was chosen before, stays chosen."""
    keys = drafted.keys if drafted and not drafted.abstains else ()
    given = {key: str(place) for place, key in enumerate(keys, 1)}
    if asked.how.ballot is BallotKind.SCORES:
        given = _points(sent, asked) if sent else drafted.points if drafted else {}
    elif sent:
        given = _places(sent, asked)
    return {
        "asked": asked,
        "kind": asked.how.ballot.value,
        "abstain": ABSTAIN,
        "paper": paper,
        "places": [(str(place), ordinal(place)) for place in range(1, min(len(paper), MOST_PLACES) + 1)],
        "ticked": sent.every("choice") if sent else keys,
        "given": given,
        "twice": _twice(given) if asked.how.ballot is BallotKind.RANKS else set(),
        "reason": sent.get("reason", "") if sent else drafted.reason if drafted else "",
        "most": LONGEST_REASON,
        "filling": _filling() if asked.how.ballot is BallotKind.CONSENT else "",
    }


def _filling() -> str:
    """As many letters as a reason takes at the most; by chance, so that they pack no better than words."""
    return secrets.token_hex(LONGEST_REASON * _MOST_WRITTEN // 2)


def said_back(paper: Sequence[Choice], ballot: Ballot) -> list[tuple[Choice, str]]:
    """Return every choice with the place it was given, those that were chosen first; none where it was not.

    All of them, because a page that says back what was chosen holds room for every choice.
    """
    if ballot.points:
        return [(one, ballot.points.get(one.key, "")) for one in paper]
    order = {key: number for number, key in enumerate(ballot.keys, 1)}
    chosen = sorted((one for one in paper if one.key in order), key=lambda one: order[one.key])
    rest = [one for one in paper if one.key not in order]
    return [(one, ordinal(order[one.key])) for one in chosen] + [(one, "") for one in rest]


def ordinal(number: int) -> str:
    """Return a place as it stands on a button: 1st, 2nd, 3rd, 4th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{ends.get(number if number < 20 else number % 10, 'th')}"
