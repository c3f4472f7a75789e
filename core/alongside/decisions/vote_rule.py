"""The rules a vote can be held by: what each asks for, and how its opened ballots are counted.

A rule sees options, what each is called and ballots, never a proposal or a roll. What an option is called decides
nothing but its place in a lot, which goes by names so that anybody can draw it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from alongside.decisions.ballot import ABSTAIN, MOST_POINTS, ROOM, ROOM_FOR_REASON, Ballot, BallotKind
from alongside.decisions.counting import approval, consent, equal_shares_budget, majority, scottish_stv
from alongside.decisions.counting.ballots import Election, Pile, grouped
from alongside.decisions.counting.choices import OBJECTION, STAND_ASIDE, UPHELD, YES, Choices
from alongside.decisions.counting.cutting import cut
from alongside.decisions.counting.majority import Threshold
from alongside.decisions.counting.precedence import thrown
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.counting.spending import Spending
from alongside.decisions.counting.stages import ONE_VOTE, Count
from alongside.decisions.explaining import budgets, margins
from alongside.refusal import BadInput


@attrs.frozen(kw_only=True)
class Asked:
    """What is counted: what each option is called, by its key, in the order of the paper; places; and ballots.

    ``lot`` is what was thrown in the room. ``instead`` draws where nothing was, by rules that leave no tie. Those
    that are ``withdrawn`` are passed over, on ballots that put them in order. ``costs`` are what projects cost, by
    key, and ``budget`` what there is to spend: both in ``parts`` of a pound.
    """

    options: Mapping[str, str]
    seats: int
    ballots: Sequence[Ballot]
    lot: str = ""
    instead: str = ""
    withdrawn: frozenset[str] = frozenset()
    costs: Mapping[str, int] = attrs.field(factory=dict)
    budget: int = 0
    parts: int = 100


@attrs.frozen
class Figure:
    """A figure that only the ballots tell, kept for the story: what it is, its value, and of which option.

    The value is a whole number or a fraction, as text.
    """

    name: str
    value: str
    of: str | None = None


@attrs.frozen(kw_only=True)
class Found:
    """What a count came to. ``votes`` are those for each option (first preferences, where ballots rank).

    ``winners`` have a place; ``tied`` stand equal for one that is left, and nothing parts them. ``waits`` is true
    where people have to look at objections before it is known. ``figures`` are those that only ballots tell.
    """

    winners: tuple[str, ...]
    tied: tuple[str, ...] = ()
    votes: Mapping[str, int]
    stages: Count | None = None
    drawn: tuple[str, ...] = ()
    waits: bool = False
    figures: tuple[Figure, ...] = ()


@attrs.frozen
class VoteRule:
    """One way of holding a vote. ``most`` is how many options its ballot has room for.

    Every ballot of the vote is padded to ``room`` bytes before it is sealed, whatever it says.
    """

    name: str
    title: str
    ballot: BallotKind
    most: int
    count: Callable[[Asked], Found]
    room: int = ROOM

    @property
    def fills_places(self) -> bool:
        """True if there may be several winners."""
        return self.ballot in {BallotKind.TICKS, BallotKind.RANKS}

    @property
    def spends(self) -> bool:
        """True if it spends money: its choices have costs, and there is a budget."""
        return self.ballot is BallotKind.PROJECTS

    @property
    def draws(self) -> bool:
        """True if a lot parts those who stand equal, where one was thrown."""
        return self.ballot not in {BallotKind.ONE, BallotKind.CONSENT}

    def written(self, ballot: Ballot, options: tuple[str, ...]) -> str:
        """Return a ballot as the text that is sealed: equal ones are equal texts."""
        return (ballot if self.ballot is BallotKind.RANKS else ballot.in_order_of(options)).text


def _majority(threshold: Threshold, asked: Asked) -> Found:
    votes = Counter(key for ballot in asked.ballots for key in ballot.keys)
    cast = votes.total() - votes[ABSTAIN]
    ranked = sorted(asked.options, key=lambda key: -votes[key])
    told = {key: votes[key] for key in asked.options}
    if votes[ranked[0]] >= threshold.needed(cast):
        return Found(winners=(ranked[0],), votes=told)
    level = tuple(key for key in asked.options if votes[key] == votes[ranked[0]])
    return Found(winners=(), tied=level if cast and len(level) > 1 else (), votes=told)


def _consent(asked: Asked) -> Found:
    """The paper asks, in this order: to agree, to stand aside, to object."""
    votes = Counter(key for ballot in asked.ballots for key in ballot.keys)
    agree, aside, objection = asked.options
    answers = answered(votes[agree], votes[aside], votes[ABSTAIN], votes[objection])
    passes = consent.decide(answers).passed
    waits = passes and votes[objection] > 0
    told = {key: votes[key] for key in asked.options}
    return Found(winners=(agree,) if passes and not waits else (), votes=told, waits=waits)


def answered(agree: int, aside: int, none: int, objections: int, upheld: int = 0) -> Choices:
    """Return what members said to a proposal, as consent counts it; of their objections so many hold."""
    votes = {YES: agree, STAND_ASIDE: aside, ABSTAIN: none, OBJECTION: objections - upheld, UPHELD: upheld}
    return Choices(candidates=tuple(votes), votes=tuple(votes.values()))


def _approval(asked: Asked) -> Found:
    # Nobody is chosen whom nobody ticked, even if a place stays empty.
    ticked = {key for ballot in asked.ballots for key in ballot.keys if not ballot.abstains}
    told: dict[str, int] = dict.fromkeys(asked.options, 0)
    standing = tuple(key for key in asked.options if key in ticked)
    if not standing:
        return Found(winners=(), votes=told)
    counted = approval.count(election(asked, standing), asked.lot)
    told |= {standing[number - 1]: votes for number, votes in counted.approvals.items()}
    return Found(
        winners=tuple(standing[number - 1] for number in counted.winners),
        tied=tuple(standing[number - 1] for number in counted.tied),
        votes=told,
        drawn=tuple(standing[lot.drawn - 1] for lot in counted.lots),
    )


def _score(asked: Asked) -> Found:
    keys, contest = tuple(asked.options), scores(asked)
    totals = contest.totals()
    told = {keys[number - 1]: total for number, total in totals.items()}
    if not any(totals.values()):
        return Found(winners=(), votes=told)
    plain, found = cut(contest, totals), cut(contest, totals, asked.lot)
    figures = [Figure("blank", f"{contest.with_blanks}")]
    if not plain.level:
        figures.append(Figure("margin", f"{margins.of_points(contest, totals, plain.above)}"))
    return Found(
        winners=tuple(keys[number - 1] for number in found.above),
        tied=tuple(keys[number - 1] for number in found.level),
        votes=told,
        drawn=tuple(keys[number - 1] for number in found.above[len(plain.above) :]),
        figures=tuple(figures),
    )


def scores(asked: Asked) -> Scores:
    """Return the ballots as scores; whoever gives no points takes part with a ballot that is blank."""
    alike = Counter(tuple(ballot.points.get(key) for key in asked.options) for ballot in asked.ballots)
    piles = [Scored(tuple(int(one) if one else None for one in said), alike[said]) for said in alike]
    return Scores(
        candidates=tuple(asked.options.values()), seats=asked.seats, max_score=MOST_POINTS, piles=tuple(piles)
    )


def _equal_shares(asked: Asked) -> Found:
    """No project gets money that nobody ticked, even if some is left."""
    contest, wanted = spending(asked)
    told = dict.fromkeys(asked.options, 0) | {key: contest.votes[at] for at, key in enumerate(wanted, 1)}
    if not wanted:
        return Found(winners=(), votes=told)
    found = equal_shares_budget.outcomes(contest, supposed=thrown(asked.lot or asked.instead, contest))[0]
    return Found(
        winners=tuple(wanted[number - 1] for number in sorted(found.winners)),
        votes=told,
        drawn=tuple(wanted[number - 1] for number in sorted(_drawn(contest, found.winners))),
        figures=tuple(_spent(contest, found, wanted)),
    )


def _drawn(contest: Spending, winners: frozenset[int]) -> frozenset[int]:
    """Those who have a lot to thank: nobody where every lot leads to the same."""
    possible = {one.winners for one in equal_shares_budget.outcomes(contest)}
    return winners - frozenset.intersection(*possible) or (winners if len(possible) > 1 else frozenset())


def _spent(contest: Spending, found: equal_shares_budget.Outcome, wanted: tuple[str, ...]) -> Iterator[Figure]:
    told = budgets.spent(contest, "cost", found)
    if told.raised is not None:
        yield Figure("raised", f"{told.raised}")
    for number, payment in told.payments:
        yield Figure("payment", f"{payment}", wanted[number - 1])
    for number in found.topped_up:
        yield Figure("topped", "1", wanted[number - 1])


def spending(asked: Asked) -> tuple[Spending, tuple[str, ...]]:
    """Return the ballots as a vote on a budget, and the keys of its projects: those that anybody ticked.

    Whoever ticked nothing has a share of the money all the same.
    """
    ticked = {key for ballot in asked.ballots for key in ballot.keys}
    wanted = tuple(key for key in asked.options if key in ticked)
    return spending_on(asked, wanted), wanted


def spending_on(asked: Asked, wanted: tuple[str, ...]) -> Spending:
    """Return the ballots as a vote on a budget for the projects with these keys."""
    numbers = {key: number for number, key in enumerate(wanted, start=1)}
    said = [Pile(tuple(numbers[key] for key in one.keys if key in numbers), 1) for one in asked.ballots]
    return Spending(
        candidates=tuple(asked.options[key] for key in wanted),
        costs=tuple(asked.costs[key] for key in wanted),
        budget=asked.budget,
        piles=_alike(said),
        parts=asked.parts,
    )


def _alike(piles: list[Pile]) -> tuple[Pile, ...]:
    counted = Counter(pile.preferences for pile in piles)
    return tuple(Pile(said, counted[said]) for said in sorted(counted))


def _scottish_stv(asked: Asked) -> Found:
    standing = tuple(asked.options)
    held = attrs.evolve(election(asked, standing), withdrawn=_numbers(asked, standing))
    if not held.counted:
        return Found(winners=(), votes={key: 0 for key in standing if key not in asked.withdrawn})
    result = scottish_stv.count(held, asked.lot or asked.instead)
    first = result.stages[0].votes
    return Found(
        winners=tuple(standing[number - 1] for number in result.winners),
        votes={standing[number - 1]: votes // ONE_VOTE for number, votes in first.items()},
        stages=result,
        drawn=tuple(standing[lot.drawn - 1] for lot in result.lots),
    )


def _numbers(asked: Asked, standing: tuple[str, ...]) -> frozenset[int]:
    """Those who have withdrawn, by their place on the paper."""
    return frozenset(number for number, key in enumerate(standing, 1) if key in asked.withdrawn)


def election(asked: Asked, standing: tuple[str, ...]) -> Election:
    """Return the ballots as an election between the options with these keys, each called as people call it."""
    numbers = {key: number for number, key in enumerate(standing, start=1)}
    chosen = [Pile(tuple(numbers[key] for key in one.keys), 1) for one in asked.ballots if not one.abstains]
    named = tuple(asked.options[key] for key in standing)
    return Election(candidates=named, seats=asked.seats, piles=grouped(chosen))


RULES: Mapping[str, VoteRule] = {
    rule.name: rule
    for rule in (
        VoteRule("majority", "More than half", BallotKind.ONE, 9, lambda asked: _majority(majority.SIMPLE, asked)),
        VoteRule(
            "two-thirds",
            "At least two thirds",
            BallotKind.ONE,
            9,
            lambda asked: _majority(majority.TWO_THIRDS, asked),
        ),
        VoteRule(
            "three-quarters",
            "At least three quarters",
            BallotKind.ONE,
            9,
            lambda asked: _majority(majority.THREE_QUARTERS, asked),
        ),
        VoteRule("consent", "No objection that holds", BallotKind.CONSENT, 3, _consent, ROOM_FOR_REASON),
        VoteRule("approval", "Tick all you could live with", BallotKind.TICKS, 12, _approval),
        VoteRule("equal-shares-budget", "Spend money by equal shares", BallotKind.PROJECTS, 12, _equal_shares),
        VoteRule("score", "Give points", BallotKind.SCORES, 12, _score),
        VoteRule("scottish-stv", "Put them in order", BallotKind.RANKS, 20, _scottish_stv),
    )
}


def rule_named(name: str) -> VoteRule:
    """Return the rule of that name.

    Raises:
        BadInput: where there is none; the sentence names all of them.
    """
    if name not in RULES:
        raise BadInput(f"there is no rule “{name}” for a vote", remedy=f"The rules are {', '.join(RULES)}.")
    return RULES[name]
