"""Reading a ballot from what a page has sent: one answer, ticks, or places given to people."""

from __future__ import annotations

from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind
from alongside.decisions.proposal import Proposal
from alongside.refusal import BadInput
from alongside.web.visit import Form

MOST_PLACES = 10
"""As many places can be given on one page; whoever stands beyond them has none."""

_PLACES = {str(place) for place in range(1, MOST_PLACES + 1)}


def ballot_in(form: Form, asked: Proposal) -> Ballot:
    """Return the ballot in a form.

    Raises:
        BadInput: where one place was given to several, naming them.
    """
    if form.get("none") == "yes":
        return Ballot((ABSTAIN,))
    if asked.how.ballot is BallotKind.RANKS:
        return Ballot(_ranked(form, asked))
    if asked.how.ballot is BallotKind.TICKS:
        return Ballot(form.every("choice"))
    return Ballot((form.get("choice", ""),))


def _ranked(form: Form, asked: Proposal) -> tuple[str, ...]:
    given: dict[int, str] = {}
    for option in asked.options:
        place = form.get(f"place-{option.key}", "")
        if place not in _PLACES:
            continue
        other = given.setdefault(int(place), option.key)
        if other != option.key:
            both = f"{asked.option(other).words} and {option.words}"
            raise BadInput(f"{both} have the same place", remedy="Give each place to one of them.")
    return tuple(given[place] for place in sorted(given))


def ordinal(number: int) -> str:
    """Return a place as it stands on a button: 1st, 2nd, 3rd, 4th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{ends.get(number if number < 20 else number % 10, 'th')}"
