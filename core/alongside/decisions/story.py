"""The story of a vote that was counted, from the figures that are kept: told as the counts of files are told.

What small groups may not see is not kept, so it is not told either. When a vote is counted, its ballots are at
hand: then the checker works every figure of the story out again, before anything is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind
from alongside.decisions.counting.ballots import Contest, Election, Pile
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.majority import THRESHOLDS
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.stages import ONE_VOTE, Stage, Transfer
from alongside.decisions.explaining import answers, budgets, checker, figures, stages
from alongside.decisions.explaining.claim import Claim, Told
from alongside.decisions.outcome import Outcome, StageFigures, Stages, asked_of
from alongside.decisions.proposal import Proposal
from alongside.decisions.vote_rule import answered, scores, spending
from alongside.refusal import BadInput

PLACED = frozenset({"chosen", "funded", "place", "drawn", "reached", "rest"})


def told(proposal: Proposal, outcome: Outcome) -> tuple[Told, ...]:
    """Tell a vote in sentences that each hold one figure; nothing of so few people that figures stay private.

    Candidates are called by the names of the proposal's options.
    """
    if not outcome.totals or not outcome.conditions_met or outcome.waits:
        return ()
    return tuple(_TOLD[proposal.how.ballot](proposal, outcome))


def hold(proposal: Proposal, outcome: Outcome, ballots: Iterable[Ballot], lot: str) -> None:
    """Refuse an outcome whose story does not come out again from its ballots.

    Raises:
        BadInput: where a figure of it does not, or others have a place than those who were found.
    """
    found = told(proposal, outcome)
    if not found:
        return
    if proposal.how.ballot is BallotKind.CONSENT:
        said = Counter(key for one in ballots for key in one.keys)
        _hold_answers(proposal, outcome, found, answered(*(said[key] for key in _answers(proposal))))
        return
    held = _held(proposal, outcome, tuple(ballots))
    ranks = proposal.how.ballot is BallotKind.RANKS
    asking = Asking(lot=lot or (outcome.id if ranks or proposal.how.spends else ""))
    checker.hold(proposal.rule, held, asking, found, cells(proposal, outcome) if ranks else None)
    if {one.claim.of[0] for one in found if one.claim.figure in PLACED} != _called(proposal, outcome.winners):
        raise _others()


def _held(proposal: Proposal, outcome: Outcome, ballots: Sequence[Ballot]) -> Contest:
    if proposal.how.ballot is BallotKind.SCORES:
        return scores(asked_of(proposal, ballots))
    if proposal.how.spends:
        return spending(asked_of(proposal, ballots))[0]
    return _with_ballots(proposal, outcome, ballots)


def hold_settled(proposal: Proposal, outcome: Outcome) -> None:
    """Refuse the outcome of a consent whose story does not come out again from the answers that are kept.

    Raises:
        BadInput: where a figure of it does not.
    """
    if found := told(proposal, outcome):
        _hold_answers(proposal, outcome, found, _kept_answers(proposal, outcome))


def _hold_answers(proposal: Proposal, outcome: Outcome, found: Sequence[Told], said: Choices) -> None:
    checker.hold(proposal.rule, said, Asking(), found)
    passed = any(one.claim.figure == "passed" and one.claim.value for one in found)
    if passed != bool(outcome.winners):
        raise _others()


def _others() -> BadInput:
    return BadInput(
        "the story of the count tells of others than were found",
        remedy="Nothing is counted. Please hand this on to whoever looks after the program.",
    )


def _answers(proposal: Proposal) -> tuple[str, str, str, str]:
    """The keys of agreeing, standing aside, choosing none and objecting."""
    agree, aside, objection = proposal.keys
    return agree, aside, ABSTAIN, objection


def _kept_answers(proposal: Proposal, outcome: Outcome) -> Choices:
    agree, aside, none, objections = (outcome.votes_for(key) for key in _answers(proposal))
    return answered(agree, aside, none, objections, outcome.upheld or 0)


def _by_consent(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    return answers.by_consent(_kept_answers(proposal, outcome))


def _called(proposal: Proposal, keys: Iterable[str]) -> set[str]:
    return {proposal.names[key] for key in keys}


def _has_ticks(proposal: Proposal) -> bool:
    return proposal.how.ballot is BallotKind.TICKS


def _standing(proposal: Proposal, outcome: Outcome) -> tuple[str, ...]:
    """The keys of those who can have a place: of ticks, nobody whom nobody ticked."""
    return tuple(key for key in proposal.keys if outcome.votes_for(key) or not _has_ticks(proposal))


def _contest(proposal: Proposal, keys: Sequence[str], piles: tuple[Pile, ...] = ()) -> Election:
    gone = frozenset(number for number, key in enumerate(keys, 1) if key in proposal.withdrawn)
    called = tuple(proposal.names[key] for key in keys)
    return Election(candidates=called, seats=proposal.seats, piles=piles, withdrawn=gone)


def _with_ballots(proposal: Proposal, outcome: Outcome, ballots: Iterable[Ballot]) -> Election:
    keys = _standing(proposal, outcome)
    numbers = {key: number for number, key in enumerate(keys, 1)}
    said = (tuple(numbers[key] for key in one.keys if key in numbers) for one in ballots)
    return _contest(proposal, keys, tuple(Pile(order, 1) for order in said))


def _counted(proposal: Proposal, outcome: Outcome) -> tuple[Election, Mapping[int, int], dict[str, int]]:
    """Who can have a place, the votes of each by number, and how many took part and how many chose none."""
    keys = _standing(proposal, outcome)
    votes = {number: outcome.votes_for(key) for number, key in enumerate(keys, 1)}
    return _contest(proposal, keys), votes, {"ballots": outcome.taking_part, "none": outcome.totals[-1].votes}


def _by_choice(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    between, votes, taking = _counted(proposal, outcome)
    threshold = THRESHOLDS[proposal.rule]
    return answers.by_choice(threshold, between, votes, ballots=taking["ballots"], abstained=taking["none"])


def _by_ticks(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    keys = _standing(proposal, outcome)
    if not keys:
        return iter(())
    between, votes, taking = _counted(proposal, outcome)
    drawn = [keys.index(key) + 1 for key in outcome.drawn]
    return figures.ticked(between, votes, drawn, ballots=taking["ballots"], blank=taking["none"])


def _by_points(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    between, votes, taking = _counted(proposal, outcome)
    if not any(votes.values()):
        return iter(())
    drawn = [proposal.keys.index(key) + 1 for key in outcome.drawn]
    blank, margin = outcome.figure("blank"), outcome.figure("margin") or None
    return figures.scored(between, votes, drawn, ballots=taking["ballots"], blank=blank, margin=margin)


_MONEY = frozenset({"budget", "share", "raised", "cost", "payment", "left", "spent"})


def _by_shares(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    wanted = tuple(key for key in proposal.keys if outcome.votes_for(key))
    if not wanted:
        return
    for one in budgets.shared(_spent(proposal, outcome, wanted)):
        yield attrs.evolve(one, currency="£") if one.claim.figure in _MONEY else one


def _spent(proposal: Proposal, outcome: Outcome, wanted: tuple[str, ...]) -> budgets.Spent:
    number = {key: at for at, key in enumerate(wanted, 1)}
    kept = [(one.name, number.get(one.of or "", 0), Fraction(one.value)) for one in outcome.figures]
    return budgets.Spent(
        names=tuple(proposal.names[key] for key in wanted),
        costs=tuple(Fraction(proposal.costs[key], 100) for key in wanted),
        votes=tuple(outcome.votes_for(key) for key in wanted),
        budget=Fraction(proposal.budget or 0, 100),
        ballots=outcome.taking_part,
        raised=next((value for name, _of, value in kept if name == "raised"), None),
        payments=tuple((of, value) for name, of, value in kept if name == "payment"),
        topped_up=tuple(of for name, of, _value in kept if name == "topped"),
    )


def _by_stages(proposal: Proposal, outcome: Outcome) -> Iterator[Told]:
    if outcome.stages is None:
        return
    yield from stages.taken(outcome.taking_part, outcome.taking_part - outcome.stages.valid)
    yield from stages.withdrew(proposal.names[key] for key in proposal.keys if key in proposal.withdrawn)
    yield from stages.by_stages(_in_numbers(proposal, outcome.stages))


_TOLD: Mapping[BallotKind, Callable[[Proposal, Outcome], Iterator[Told]]] = {
    BallotKind.ONE: _by_choice,
    BallotKind.CONSENT: _by_consent,
    BallotKind.TICKS: _by_ticks,
    BallotKind.RANKS: _by_stages,
    BallotKind.SCORES: _by_points,
    BallotKind.PROJECTS: _by_shares,
}
"""How a vote is told, by what its ballots hold."""


def cells(proposal: Proposal, outcome: Outcome) -> tuple[Claim, ...]:
    """The figures of the table of a count in stages; none of another count."""
    return tuple(stages.cells(_in_numbers(proposal, outcome.stages))) if outcome.stages else ()


def contest(proposal: Proposal, outcome: Outcome, title: str = "") -> Election:
    """Who could have a place, without the ballots."""
    return attrs.evolve(_contest(proposal, _standing(proposal, outcome)), title=title)


def _in_numbers(proposal: Proposal, kept: Stages) -> stages.Counted:
    """The stages as they were counted, candidates by their place on the paper."""
    names = list(proposal.names.values())
    return stages.Counted(
        seats=proposal.seats,
        quota=kept.quota,
        stages=[_stage(proposal, kept, number, one) for number, one in enumerate(kept.stages, 1)],
        name=lambda number: names[number - 1],
    )


def _stage(proposal: Proposal, kept: Stages, number: int, one: StageFigures) -> Stage:
    place = {key: at for at, key in enumerate(proposal.keys, 1)}
    votes = {place[total.choice]: total.votes for total in one.votes}
    return Stage(
        number=number,
        transfer=Transfer(giver=place[one.giver], kind=one.kind, votes=one.moved) if one.giver else None,
        votes=votes,
        elected=tuple(place[key] for key in one.elected),
        excluded=tuple(place[key] for key in one.excluded),
        non_transferable=one.spent,
        # Every vote is somebody's, or spent, or was cut off.
        rounding_loss=kept.valid * ONE_VOTE - sum(votes.values()) - one.spent,
    )
