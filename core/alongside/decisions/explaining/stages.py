"""The story of a count in stages by Scottish STV: what moved, who reached a place by it, and who is out.

It is told from the figures of the stages alone, so that the count of a file and one of which no ballot is kept any
more are told in the same sentences. How everybody stood is told by a table; sentences tell what it came to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.stages import ONE_VOTE, Stage
from alongside.decisions.explaining.claim import Claim, Told, Value
from alongside.decisions.explaining.claim import told as _
from alongside.decisions.explaining.looking_back import Tie, tie_after


@attrs.frozen(kw_only=True)
class Counted:
    """A count in stages as it is told: candidates by number, with ``name`` for what each is called.

    ``thrown`` is false where nobody threw a lot and none matters. ``sets`` are the sets of winners that are
    possible where a tie has stopped the count, and ``sure`` are then those in all of them.
    """

    seats: int
    quota: int
    stages: Sequence[Stage]
    name: Callable[[int], str]
    thrown: bool = True
    sure: Sequence[int] = ()
    sets: Sequence[Sequence[int]] = ()

    @property
    def standing(self) -> list[int]:
        """Everybody who could be elected."""
        return sorted(self.stages[0].votes)

    @property
    def elected(self) -> list[int]:
        """Who is elected, in the order they were."""
        return [number for stage in self.stages for number in stage.elected]

    def votes(self, number: int, stage: int) -> Value:
        """How many votes somebody had at the end of a stage."""
        return as_votes(self.stages[stage - 1].votes[number])


def as_votes(hundred_thousandths: int) -> Value:
    """Hundred-thousandths as votes."""
    whole, rest = divmod(hundred_thousandths, ONE_VOTE)
    return Fraction(hundred_thousandths, ONE_VOTE) if rest else whole


def papers(contest: Election) -> Iterator[Told]:
    """Tell how many papers there were, and of those that did not simply say one after the other, what was done."""
    yield from taken(contest.ballots, contest.empty_ballots)
    if contest.gaps:
        yield _("**{n}** left a place empty. Later choices moved up.", "ballot", "gaps", contest.gaps)
    if contest.shared_ranks:
        yield _(
            "**{n}** gave one place to several. We read up to there.", "ballot", "shared", contest.shared_ranks
        )
    yield from withdrew(contest.named(sorted(contest.withdrawn)))


def withdrew(names: Iterable[str]) -> Iterator[Told]:
    """Tell who was passed over."""
    for name in names:
        yield _("**{name}** withdrew and was not counted.", "ring", "withdrawn", True, name)


def taken(ballots: int, blank: int) -> Iterator[Told]:
    """Tell how many voted, and how many papers could be counted where that is fewer."""
    yield _("**{n}** voted.", "people", "ballots", ballots)
    if blank:
        yield _("**{n}** named nobody who could be counted.", "ballot", "blank", blank)
        yield _("Papers that we counted: **{n}**.", "ballot", "valid", ballots - blank)


def by_stages(of: Counted) -> Iterator[Told]:
    """Tell every stage, and then what is left open by a tie or by too few who stand, and what was safe."""
    yield _("Places to fill: **{n}**.", "people", "seats", of.seats)
    yield _("Enough for a place: **{votes}**.", "scales", "quota", of.quota)
    for stage in of.stages:
        yield from _moved(of, stage)
        yield from _elected(of, stage)
        yield from _next(of, stage)
    yield from _left_open(of)
    yield from _safe(of)


def cells(of: Counted) -> Iterator[Claim]:
    """Every figure of the table: how everybody stood at the end of each stage, and what could not move."""
    for stage in of.stages:
        for number in of.standing:
            yield Claim("votes", (of.name(number),), of.votes(number, stage.number), stage.number)
        yield Claim("together spent", (), as_votes(stage.non_transferable), stage.number)
        yield Claim("together cut", (), as_votes(stage.rounding_loss), stage.number)


def _moved(of: Counted, stage: Stage) -> Iterator[Told]:
    if stage.transfer is None:
        for number in sorted(of.standing, key=lambda one: (-stage.votes[one], one)):
            yield _stands(of, stage, number)
        return
    name, moved = of.name(stage.transfer.giver), as_votes(stage.transfer.votes)
    if stage.transfer.kind == "surplus":
        yield _("{name} had **{votes} to spare**.", "more", "surplus", moved, name, stage=stage.number)
    else:
        yield _("{name} had **{votes}** to pass on.", "arrow-down", "moved", moved, name, stage=stage.number)
    spent = stage.non_transferable - of.stages[stage.number - 2].non_transferable
    if spent:
        yield _("Of these **{votes}** had no next choice.", "ring", "stuck", as_votes(spent), stage=stage.number)


def _stands(of: Counted, stage: Stage, number: int) -> Told:
    return _(
        "{name} has **{votes}**.",
        "ballot",
        "stands",
        of.votes(number, stage.number),
        of.name(number),
        stage=stage.number,
    )


def _elected(of: Counted, stage: Stage) -> Iterator[Told]:
    for number in stage.elected:
        name = of.name(number)
        if stage.number > 1:
            yield _stands(of, stage, number)
        if stage.votes[number] >= of.quota * ONE_VOTE:
            yield _("**{name}** has enough votes for a place.", "done", "reached", True, name, stage=stage.number)
        else:
            yield _("**{name}** has a place that is left.", "done", "rest", True, name, stage=stage.number)


def _next(of: Counted, stage: Stage) -> Iterator[Told]:
    """Whose votes move next, and how a tie for it was parted."""
    tie = tie_after(of.stages, stage.number, of.quota, open_=bool(of.sets))
    if tie:
        yield from _tie(of, stage, tie)
    for number in stage.excluded:
        name = of.name(number)
        if tie:
            yield _("**{name}** is out.", "door", "out", True, name, stage=stage.number)
        else:
            yield _(
                "**{name}** has the fewest votes and is out.", "door", "fewest", True, name, stage=stage.number
            )


def _tie(of: Counted, stage: Stage, tie: Tie) -> Iterator[Told]:
    at, level = stage.number, [of.name(number) for number in tie.level]
    votes = of.votes(tie.level[0], at)
    yield _("{name} are level, with **{votes}** each.", "scales", "level", votes, *level, stage=at)
    if tie.parted and tie.drawn:
        name = of.name(tie.drawn)
        if tie.spare:
            yield _(
                "Stage **{n}** parts them. {name} comes first.", "magnifier", "parted", tie.parted, name, stage=at
            )
        else:
            yield _("Stage **{n}** parts them. {name} goes.", "magnifier", "parted", tie.parted, name, stage=at)
        return
    left = [of.name(number) for number in tie.left]
    yield _("No stage parts {name}. **A lot decides**.", "question", "unparted", True, *left, stage=at)
    if tie.drawn is None:
        return
    name = of.name(tie.drawn)
    if of.thrown:
        yield _("The lot fell on **{name}**.", "question", "lot", True, name, stage=at)
    elif tie.spare:
        yield _(
            "Whoever comes first, the same win. Here **{name}** does.", "question", "either", True, name, stage=at
        )
    else:
        yield _("Whoever goes, the same win. Here **{name}** goes.", "question", "either", True, name, stage=at)


def _left_open(of: Counted) -> Iterator[Told]:
    if of.sets:
        yield _("Nobody has thrown that lot yet. **It is not decided**.", "question", "lot_needed", True)
        some = {number for one in of.sets for number in one}
        for number in sorted(set(of.sure) - set(of.elected)):
            yield _("**{name}** has a place however the lot falls.", "done", "sure", True, of.name(number))
        for number in sorted(some - set(of.sure)):
            yield _("**{name}** has a place if the lot falls so.", "question", "perhaps", True, of.name(number))
    empty = of.seats - len(of.standing)
    if empty > 0:
        yield _("Places that nobody can fill: **{n}**.", "ring", "empty", empty)


def _safe(of: Counted) -> Iterator[Told]:
    """How far the first choices of somebody were above what is enough.

    Each paper that is marked otherwise takes one first choice at most from her, or makes one paper more that
    counts and so raises what is enough by one at most; never both. With that many marked otherwise, whatever they
    said, she would have been elected in the first stage all the same.
    """
    first = of.stages[0]
    for number in first.elected:
        spare = first.votes[number] // ONE_VOTE - of.quota
        if spare > 0:
            yield _(
                "Any **{n}** could have voted otherwise, and {name} would still have a place.",
                "changed",
                "spare",
                spare,
                of.name(number),
            )
