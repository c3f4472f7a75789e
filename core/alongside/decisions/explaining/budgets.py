"""The story of Equal Shares for a budget: what everybody had, what projects asked of them, and what was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from alongside.decisions.counting import shares
from alongside.decisions.counting.equal_shares_budget import Outcome, outcomes
from alongside.decisions.counting.precedence import Supposed, thrown
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.claim import told as _


@attrs.frozen(kw_only=True)
class Spent:
    """What a budget was spent on. Money is in units of the currency, projects are numbers in order of ``names``.

    ``raised`` is the share at last, None where none was raised; ``payments`` are what a supporter paid at most for
    each project that shares paid for, in turn; ``topped_up`` are those that the rest paid for.
    """

    names: tuple[str, ...]
    costs: tuple[Fraction, ...]
    votes: tuple[int, ...]
    budget: Fraction
    ballots: int
    raised: Fraction | None
    payments: tuple[tuple[int, Fraction], ...]
    topped_up: tuple[int, ...]

    def together(self, numbers: Iterable[int]) -> Fraction:
        """What projects cost together."""
        return sum((self.costs[number - 1] for number in numbers), Fraction(0))


def by_shares(contest: Spending, satisfaction: str, lot: str) -> Iterator[Told]:
    """Tell the share, each purchase in turn, and what the rest paid for; of a tie, what is sure."""
    labels = {contest.name(number): contest.known_as(number) for number in contest.standing}
    for told in _by_shares(contest, satisfaction, lot):
        yield attrs.evolve(told, label=labels[told.claim.of[0]]) if told.claim.of else told


def _by_shares(contest: Spending, satisfaction: str, lot: str) -> Iterator[Told]:
    found = outcomes(contest, satisfaction, thrown(lot, contest))
    if not contest.ballots or len({one.winners for one in found}) > 1:
        yield from _beginning(contest.ballots, _units(contest, contest.budget))
        if contest.ballots:
            yield _(
                "More than one set of projects is possible: **a lot decides**.", "question", "lot_needed", True
            )
        return
    turns = len({_paid(contest, satisfaction, one) for one in found}) > 1
    if turns:
        # Nothing but who pays what hangs on the lot, so none needs to be thrown: the paper gives the turn.
        found = outcomes(contest, satisfaction, Supposed(ranks={number: number for number in contest.standing}))
    yield from shared(spent(contest, satisfaction, found[0]), turns=turns)


def _paid(
    contest: Spending, satisfaction: str, outcome: Outcome
) -> tuple[Fraction, frozenset[tuple[int, Fraction]], tuple[int, ...]]:
    """What is told of an outcome beside its winners: the share, what was paid for what, what the rest paid for."""
    return outcome.share, frozenset(_payments(contest, satisfaction, outcome)), outcome.topped_up


def _beginning(ballots: int, budget: Fraction) -> Iterator[Told]:
    yield _("**{n}** voted.", "people", "ballots", ballots)
    yield _("We had **{n}** to spend.", "money", "budget", budget)
    if ballots:
        yield _("Everybody’s share of it was **{n}**.", "wallet", "share", budget / ballots)


def shared(of: Spent, *, turns: bool = False) -> Iterator[Told]:
    """The same, told from figures; with ``turns`` others would pay if another project of equal rank came first."""
    yield from _beginning(of.ballots, of.budget)
    if turns:
        yield _("In another turn people pay otherwise. **The same get their money**.", "scales", "turns", True)
    if of.raised is not None:
        yield _("We raised every share to **{n}**, to buy more.", "more", "raised", of.raised)
    for number, payment in of.payments:
        name = of.names[number - 1]
        yield _("**{n}** wanted {name}.", "yes", "votes", of.votes[number - 1], name)
        yield _("{name} costs **{n}**.", "money", "cost", of.costs[number - 1], name)
        yield _("Each of them paid **{n}** for it, or all they had.", "wallet", "payment", payment, name)
    bought = [number for number, _payment in of.payments]
    yield _("Of our money **{n}** was left.", "money", "left", of.budget - of.together(bought))
    for number in of.topped_up:
        yield _("The rest paid for **{name}**.", "more", "topped", True, of.names[number - 1])
    winners = sorted((*bought, *of.topped_up))
    for number in winners:
        yield _("**{name}** gets its money.", "done", "funded", True, of.names[number - 1])
    yield _("We spend **{n}** together.", "money", "spent", of.together(winners))


def spent(contest: Spending, satisfaction: str, outcome: Outcome) -> Spent:
    """Return what the money was spent on, with what each supporter paid."""
    raised = outcome.share != Fraction(contest.budget, contest.ballots)
    return Spent(
        names=tuple(contest.named(contest.standing)),
        costs=tuple(_units(contest, cost) for cost in contest.costs),
        votes=tuple(contest.votes[number] for number in contest.standing),
        budget=_units(contest, contest.budget),
        ballots=contest.ballots,
        raised=_units(contest, outcome.share) if raised else None,
        payments=tuple(
            (number, _units(contest, payment)) for number, payment in _payments(contest, satisfaction, outcome)
        ),
        topped_up=outcome.topped_up,
    )


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
