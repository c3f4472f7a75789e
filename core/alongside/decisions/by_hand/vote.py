"""What is counted by hand: the cards, one for each ballot, and what can stand on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import attrs

from alongside.decisions.counting import approval, majority, scottish_stv
from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.choices import ABSTAIN, YES, Choices
from alongside.refusal import BadInput

MOST_CARDS = 64
"""Cards that three people can lay out: eight sheets of eight. Of more ballots, alike ones share one."""

MOST_NAMES = 12
"""As many names have room on a card and in a row on a table."""


@attrs.frozen
class Card:
    """A card: its number, for how many people it stands, and the names on it, in order, as ticks, or one alone."""

    number: int
    people: int
    names: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Vote:
    """A vote to be counted by hand.

    ``names`` are all that can be chosen, in the order of the paper; those ``outside`` are no votes: their cards
    are counted and stay out of every share. ``may_carry`` are those that a majority can decide for. ``cards`` are
    none where nothing was voted yet. ``ticked`` is true where a place needs a tick, so that one may stay empty.
    """

    rule: str
    names: tuple[str, ...]
    seats: int = 1
    outside: tuple[str, ...] = ()
    may_carry: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    ticked: bool = False

    @property
    def people(self) -> int:
        """For how many people the cards stand."""
        return sum(card.people for card in self.cards)

    @property
    def grouped(self) -> bool:
        """True if a card stands for several people."""
        return any(card.people > 1 for card in self.cards)


def vote_of(rule: str, contest: Contest) -> Vote:
    """Return a file of ballots as a vote to be counted by hand.

    Raises:
        BadInput: where no script counts by the rule, or there are more cards or names than a table holds.
    """
    _check(rule, contest)
    answers = rule not in {approval.NAME, scottish_stv.NAME}
    names = tuple(contest.named(contest.standing))
    return Vote(
        rule=rule,
        names=names,
        seats=contest.seats,
        outside=tuple(name for name in names if answers and name.casefold() == ABSTAIN),
        may_carry=tuple(name for name in names if answers and name.casefold() in {YES, "for"}),
        cards=cards_of(_ballots(rule, contest), contest.source),
    )


RULES = (*(one.name for one in majority.RULES), approval.NAME, scottish_stv.NAME)
"""The rules that are counted by hand."""


def _check(rule: str, contest: Contest) -> None:
    if rule not in RULES:
        remedy = f"Scripts are there for {', '.join(RULES)}."
        raise BadInput(f"counts by {rule} have no script to be done by hand", remedy=remedy)
    if len(contest.standing) > MOST_NAMES:
        raise BadInput(
            f"{len(contest.standing)} names do not lie side by side on a table",
            where=contest.source,
            remedy=f"By hand, up to {MOST_NAMES} are counted. The command “count” counts any number.",
        )


def _ballots(rule: str, contest: Contest) -> Iterator[tuple[tuple[str, ...], int]]:
    """What ballots say, as the rule reads them, and how many say so; those that name nobody last."""
    if isinstance(contest, Choices):
        yield from (((name,), votes) for name, votes in zip(contest.candidates, contest.votes, strict=True))
        yield (), contest.blank
    elif isinstance(contest, Election):
        piles = contest.ticked if rule == approval.NAME else contest.counted
        for pile in piles:
            said = pile.preferences[:1] if rule in majority.THRESHOLDS else pile.preferences
            yield tuple(contest.named(said)), pile.ballots
        yield (), contest.ballots - sum(pile.ballots for pile in piles)


def cards_of(ballots: Iterable[tuple[tuple[str, ...], int]], where: str = "") -> tuple[Card, ...]:
    """Return a card for each ballot, or for each that is different where there are too many ballots.

    They are mixed by what stands on them, so that their order tells neither how they came in nor who is ahead.

    Raises:
        BadInput: where there are more different ones than a table holds.
    """
    alike: dict[tuple[str, ...], int] = {}
    for names, people in ballots:
        alike[names] = alike.get(names, 0) + people
    if sum(alike.values()) <= MOST_CARDS:
        single = [(names, 1, copy) for names, people in alike.items() for copy in range(people)]
    else:
        single = [(names, people, 0) for names, people in alike.items() if people]
    if len(single) > MOST_CARDS:
        raise BadInput(
            f"{len(single)} ballots are different, and each needs a card",
            where=where,
            remedy=f"By hand, up to {MOST_CARDS} cards are counted. The command “count” counts any number.",
        )
    # By a digest: whoever lays out cards in this order learns neither what leads nor who handed in first.
    mixed = sorted(single, key=lambda one: hashlib.sha256(repr(one).encode()).digest())
    return tuple(Card(number, people, names) for number, (names, people, _) in enumerate(mixed, 1))
