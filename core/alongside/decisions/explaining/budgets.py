"""The story of Equal Shares for a budget: what everybody had, what projects asked of them, and what was left."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from alongside.decisions.counting import shares
from alongside.decisions.counting.equal_shares_budget import Outcome, outcomes
from alongside.decisions.counting.precedence import Supposed, thrown
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.claim import told as _


def by_shares(contest: Spending, satisfaction: str, lot: str) -> Iterator[Told]:
    """Tell the share, each purchase in turn, and what the rest paid for; of a tie, what is sure."""
    labels = {contest.name(number): contest.known_as(number) for number in contest.standing}
    for told in _by_shares(contest, satisfaction, lot):
        yield attrs.evolve(told, label=labels[told.claim.of[0]]) if told.claim.of else told


def _by_shares(contest: Spending, satisfaction: str, lot: str) -> Iterator[Told]:
    found = outcomes(contest, satisfaction, thrown(lot, contest))
    yield _("**{n}** voted.", "people", "ballots", contest.ballots)
    yield _("We had **{n}** to spend.", "money", "budget", _units(contest, contest.budget))
    if not contest.ballots:
        return
    first = Fraction(contest.budget, contest.ballots)
    yield _("Everybody’s share of it was **{n}**.", "wallet", "share", _units(contest, first))
    if len({one.winners for one in found}) > 1:
        yield _("More than one set of projects is possible: **a lot decides**.", "question", "lot_needed", True)
        return
    if len({_paid(contest, satisfaction, one) for one in found}) > 1:
        # Nothing but who pays what hangs on the lot, so none needs to be thrown: the paper gives the turn.
        found = outcomes(contest, satisfaction, Supposed(ranks={number: number for number in contest.standing}))
        yield _("In another turn people pay otherwise. **The same get their money**.", "scales", "turns", True)
    yield from _told(contest, satisfaction, found[0], raised=found[0].share != first)


def _paid(
    contest: Spending, satisfaction: str, outcome: Outcome
) -> tuple[Fraction, frozenset[tuple[int, Fraction]], tuple[int, ...]]:
    """What is told of an outcome beside its winners: the share, what was paid for what, what the rest paid for."""
    return outcome.share, frozenset(_payments(contest, satisfaction, outcome)), outcome.topped_up


def _told(contest: Spending, satisfaction: str, outcome: Outcome, *, raised: bool) -> Iterator[Told]:
    if raised:
        yield _("We raised every share to **{n}**, to buy more.", "more", "raised", _units(contest, outcome.share))
    for number, payment in _payments(contest, satisfaction, outcome):
        name = contest.name(number)
        yield _("**{n}** wanted {name}.", "yes", "votes", contest.votes[number], name)
        yield _("{name} costs **{n}**.", "money", "cost", _units(contest, contest.cost(number)), name)
        yield _(
            "Each of them paid **{n}** for it, or all they had.",
            "wallet",
            "payment",
            _units(contest, payment),
            name,
        )
    left = contest.budget - contest.together(outcome.bought)
    yield _("Of our money **{n}** was left.", "money", "left", _units(contest, left))
    for number in outcome.topped_up:
        yield _("The rest paid for **{name}**.", "more", "topped", True, contest.name(number))
    for number in sorted(outcome.winners):
        yield _("**{name}** gets its money.", "done", "funded", True, contest.name(number))
    spent = contest.together(outcome.winners)
    yield _("We spend **{n}** together.", "money", "spent", _units(contest, spent))


def _payments(contest: Spending, satisfaction: str, outcome: Outcome) -> Iterator[tuple[int, Fraction]]:
    """Each project that shares paid for, in turn, and what a supporter paid for it at most."""
    worth = {number: contest.cost(number) if satisfaction == "cost" else 1 for number in contest.standing}
    step = int((outcome.share - Fraction(contest.budget, contest.ballots)) / contest.parts)
    market, table = shares.opened(contest, worth)
    for number in outcome.bought:
        if not contest.cost(number):
            yield number, Fraction(0)
            continue
        found = shares.best(market, table, step)
        offer = next(one for one in found.offers if one.project == number)
        start, slope, people = offer.payment
        yield number, Fraction(start + slope * step, people * table.scale)
        table, _until = shares.chosen(market, table, found, offer, step)


def _units(contest: Spending, sum_: int | Fraction) -> Fraction:
    return Fraction(sum_) / contest.parts
