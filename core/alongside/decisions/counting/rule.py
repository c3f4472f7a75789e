"""What a rule is: a way of counting certain ballots, and the result that every rule gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from alongside.decisions.counting.ballots import Contest, Kind
from alongside.refusal import BadInput

MOST_SETS = 10_000
"""More possible sets of winners than this are not spelt out."""


@attrs.frozen(kw_only=True)
class Asking:
    """What whoever counts may choose beside the rule.

    ``lot`` is what was thrown in the room to part ties; without it a tie stays. ``max_score`` is the most that a
    ballot of scores may give, ``satisfaction`` what a budget rule measures (``cost`` or ``count``).
    """

    lot: str = ""
    max_score: int = 5
    satisfaction: str = "cost"


@attrs.frozen(kw_only=True)
class Result:
    """What the ballots come to by a rule. Candidates are numbers.

    ``winners`` are chosen whatever happens; ``tied`` gives every set of winners that is possible, each by number,
    and none where there is no tie. ``figures`` are the rule's own, by the keys of ``--json``; ``told`` is the
    result as text for a terminal of so many columns.
    """

    rule: str
    contest: Contest
    winners: tuple[int, ...]
    tied: Callable[[], Iterable[tuple[int, ...]]] = tuple
    figures: Mapping[str, object] = attrs.field(factory=dict)
    told: Callable[[int], str]

    def facts(self) -> dict[str, object]:
        """The result as plain data for ``--json``.

        Raises:
            BadInput: where there are too many possible sets of winners to spell out.
        """
        contest = self.contest
        tied = [contest.named(one) for one in self.tied()]
        found: dict[str, object] = {
            "file": contest.source,
            "rule": self.rule,
            "seats": contest.seats,
            "candidates": contest.named(contest.standing),
            "ballots": contest.ballots,
            "winners": contest.named(self.winners),
            "tied": tied,
        }
        if len(self.winners) == 1 and not tied:
            found["winner"] = contest.name(self.winners[0])
        return found | dict(self.figures)


@attrs.frozen
class Rule:
    """One way of counting: ``takes`` is what ballots it can count, ``count`` what they come to.

    ``count`` is given a contest of one of these kinds alone.
    """

    name: str
    takes: tuple[Kind, ...]
    count: Callable[[Any, Asking], Result]


def over(possible: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """From every possible set of winners: those in all of them, and the sets where there are several."""
    sets = sorted({tuple(sorted(one)) for one in possible})
    in_all = tuple(sorted(frozenset.intersection(*map(frozenset, sets)))) if sets else ()
    return in_all, tuple(sets) if len(sets) > 1 else ()


def too_many(found: str, where: str) -> BadInput:
    """The refusal of a tie with more outcomes than can be spelt out."""
    return BadInput(found, where=where, remedy="Throw a lot, and give it with --lot.")


def one_place(contest: Contest, rule: str) -> None:
    """Refuse a contest for several places, by a rule that fills one."""
    if contest.seats > 1:
        raise BadInput(
            f"{rule} fills one place, and there are {contest.seats}",
            where=contest.source,
            remedy="Give --seats 1, or count by another rule.",
        )


def no_vote(contest: Contest) -> BadInput:
    """The refusal of a contest in which nobody has voted for anybody."""
    return BadInput(
        "there is no valid ballot to count",
        where=contest.source,
        remedy="Look whether this is the file that you mean.",
    )
