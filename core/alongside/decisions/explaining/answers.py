"""The story of an answer to one proposal: by a majority, or by consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alongside.decisions.counting import consent, majority
from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.choices import ABSTAIN, NO, OBJECTION, STAND_ASIDE, UPHELD, YES, Choices
from alongside.decisions.counting.majority import Threshold
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.claim import told as _


def by_majority(threshold: Threshold, contest: Choices) -> Iterator[Told]:
    """Tell who said what, how many had to say yes, and how few could have changed it."""
    verdict = majority.answered(threshold, contest)
    yield _("**{n}** voted.", "people", "ballots", contest.ballots)
    yield _("**{n}** said yes.", "yes", "answer", verdict.in_favour, YES)
    yield _("**{n}** said no.", "no", "answer", verdict.against, NO)
    yield from _others(contest)
    yield _("**{n}** had to say yes.", "scales", "needed", verdict.needed)
    if verdict.carried:
        yield _("The proposal **passed**.", "done", "passed", True)
    else:
        yield _("The proposal did **not pass**.", "no", "passed", False)
    if (margin := _margin(threshold, verdict.in_favour, verdict.against)) is not None:
        yield _("If **{n}** had answered otherwise, it could have been different.", "changed", "margin", margin)


def _others(contest: Choices) -> Iterator[Told]:
    if contest.gave(ABSTAIN):
        yield _("**{n}** did not want to choose.", "ring", "answer", contest.gave(ABSTAIN), ABSTAIN)
    if contest.blank:
        yield _("**{n}** handed in an empty paper.", "ballot", "blank", contest.blank)


def _margin(threshold: Threshold, yes: int, no: int) -> int | None:
    """How many at least would have had to answer yes for no, or no for yes, to change the outcome.

    Nothing else changes it with fewer: an answer that becomes an abstention counts on one side alone.
    """
    needed = threshold.needed(yes + no)
    if yes >= needed:
        return yes - needed + 1
    return needed - yes if needed - yes <= no else None


def by_consent(contest: Choices) -> Iterator[Told]:
    """Tell who said what, and whether an objection stands in the way."""
    found = consent.decide(contest)
    yield _("**{n}** took part.", "people", "ballots", contest.ballots)
    yield _("**{n}** said yes.", "yes", "answer", found.yes, YES)
    if found.stand_aside:
        yield _("**{n}** stood aside: not for me, but go on.", "ring", "answer", found.stand_aside, STAND_ASIDE)
    if found.no:
        yield _("**{n}** said no and gave no reason.", "no", "answer", found.no, NO)
    yield from _others(contest)
    if found.objections:
        yield _(
            "**{n}** had an objection that did not hold.", "raised-hand", "answer", found.objections, OBJECTION
        )
    yield _("**{n}** had an objection that holds.", "raised-hand", "answer", found.upheld, UPHELD)
    if found.passed:
        yield _("The proposal **passed**.", "done", "passed", True)
    else:
        yield _("The proposal did **not pass**.", "no", "passed", False)


def by_choice(
    threshold: Threshold, contest: Contest, chose: Mapping[int, int], *, ballots: int, abstained: int
) -> Iterator[Told]:
    """Tell a vote for one choice of several: who chose what, how many had to, and what is chosen."""
    cast = sum(chose.values())
    needed = threshold.needed(cast)
    yield _("**{n}** voted.", "people", "ballots", ballots)
    for number in sorted(chose, key=lambda one: (-chose[one], one)):
        yield _("**{n}** chose {name}.", "ballot", "chose", chose[number], contest.name(number))
    if abstained:
        yield _("**{n}** did not want to choose.", "ring", "answer", abstained, ABSTAIN)
    yield _("**{n}** had to choose the same.", "scales", "same", needed)
    most = max(chose.values())
    chosen = [number for number in chose if chose[number] >= needed]
    for number in chosen:
        yield _("**{name}** is chosen.", "done", "chosen", True, contest.name(number))
    if not chosen:
        yield _("**No choice** has so many.", "ring", "nothing", True)
    if cast:
        # Whoever takes a vote from one and gives it to another leaves what is needed as it is; nothing does more.
        margin = most - needed + 1 if chosen else needed - most
        yield _("If **{n}** had chosen otherwise, it could have been different.", "changed", "margin", margin)
