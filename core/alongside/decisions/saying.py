"""The words of an outcome: the same sentences on page, command line, poster and report.

Each is a key in standard English with its facts; pages and papers look up its Easy Read wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from alongside.decisions.ballot import BallotKind
from alongside.decisions.following import Happened
from alongside.decisions.level import Level
from alongside.decisions.outcome import Outcome, Result
from alongside.decisions.proposal import Proposal
from alongside.money import pounds


@attrs.frozen
class Sentence:
    """A sentence with names in braces, ``**stars**`` round the one fact, and the facts for its names."""

    key: str
    facts: Mapping[str, Any] = attrs.field(factory=dict)

    @property
    def plain(self) -> str:
        """The sentence in standard English, without marks."""
        return self.key.format(**self.facts).replace("**", "")


def _(key: str, **facts: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key, facts)


def verdict(proposal: Proposal, outcome: Outcome) -> Sentence:
    """Say in one sentence what was decided, or that nothing was."""
    chosen = outcome.chosen_ones
    if proposal.how.ballot is BallotKind.CONSENT:
        return _agreed(outcome)
    if outcome.result is Result.TIE:
        return _("Not decided: **it was a tie**.")
    if outcome.result is Result.NOT_DECIDED or not chosen:
        return _("**Not decided**.")
    names = _choices(proposal, chosen)
    if proposal.how.spends:
        return _("The money goes to: **{choice}**.", **names)
    if all(proposal.option(key).person for key in chosen):
        return _("Elected: **{choice}**.", **names)
    return _("Decided: **{choice}**.", **names) if len(chosen) == 1 else _("Chosen: **{choice}**.", **names)


def _agreed(outcome: Outcome) -> Sentence:
    if outcome.waits:
        return _("**Not decided yet**: people look at the objections.")
    if not outcome.conditions_met:
        return _("**Not decided**.")
    return _("It is **agreed**.") if outcome.chosen_ones else _("It is **not agreed**.")


def reason(proposal: Proposal, outcome: Outcome) -> Sentence:
    """Say why, with figures where the group is large enough for them."""
    facts: dict[str, Any] = {"voted": outcome.taking_part, "quorum": outcome.quorum}
    if not outcome.quorum_met and outcome.figures_told:
        return _("Too few people voted: {voted} did, and {quorum} were needed.", **facts)
    if not outcome.quorum_met:
        return _("Too few people voted: {quorum} were needed.", **facts)
    if not outcome.conditions_met:
        return _too_few_for_it(proposal, outcome)
    return _REASONS[proposal.how.ballot](proposal, outcome)


def _too_few_for_it(proposal: Proposal, outcome: Outcome) -> Sentence:
    facts: dict[str, Any] = {"needed": outcome.yes_needed, "all": outcome.on_roll}
    keys = proposal.keys[:1] if proposal.how.ballot is BallotKind.CONSENT else proposal.keys
    first = max(keys, key=outcome.votes_for)
    # The name of somebody who stands is looked up on pages, and stands in no letter.
    if not outcome.figures_told or proposal.option(first).person:
        return _("Too few people were for it: {needed} of all {all} were needed.", **facts)
    facts |= {"votes": outcome.votes_for(first), **_choices(proposal, [first])}
    return _("“{choice}” had {votes}; {needed} of all {all} were needed.", **facts)


def _one(proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.result is Result.TIE:
        return _("The two choices with the most votes had the same number.")
    if outcome.figures_told and outcome.chosen:
        cast = sum(total.votes for total in outcome.totals[:-1])
        return _("{votes} of {cast} votes were for it.", votes=outcome.votes_for(outcome.chosen), cast=cast)
    enough, too_few = _SHARES[proposal.rule]
    return enough if outcome.chosen else too_few


_SHARES = {
    "majority": (
        _("More than half of the votes were for it."),
        _("No choice had more than half of the votes."),
    ),
    "two-thirds": (
        _("At least two thirds of the votes were for it."),
        _("No choice had two thirds of the votes."),
    ),
    "three-quarters": (
        _("At least three quarters of the votes were for it."),
        _("No choice had three quarters of the votes."),
    ),
}
"""What is said of a vote by each share: that it was reached, and that it was not."""


def _ticks(proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.result is Result.TIE:
        return _("These had the same number of ticks: {choice}.", **_choices(proposal, outcome.tied))
    if outcome.result is Result.NOT_DECIDED:
        return _("No choice had a tick.")
    if outcome.figures_told and outcome.chosen:
        votes = outcome.votes_for(outcome.chosen)
        return _("{votes} of {voted} people ticked it.", votes=votes, voted=outcome.taking_part)
    return _("It had the most ticks.") if outcome.chosen else _("They had the most ticks.")


def _consent(_proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.waits:
        return _("At least one person objects, and says why.")
    if outcome.upheld:
        return _("An objection holds. It is answered first, then it is asked again.")
    return _("Nobody has an objection that holds.") if outcome.chosen_ones else _("Nobody agreed.")


def _projects(proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.result is Result.NOT_DECIDED:
        return _("No choice had a tick.")
    spent = sum(proposal.costs[key] for key in outcome.winners)
    return _("Together it costs {spent} of {budget}.", spent=_money(spent), budget=_money(proposal.budget or 0))


def _money(pence: int) -> str:
    return pounds(pence).removesuffix(".00")


def _scores(proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.result is Result.TIE:
        return _("These had the same number of points: {choice}.", **_choices(proposal, outcome.tied))
    if outcome.result is Result.NOT_DECIDED:
        return _("No choice had a point.")
    if outcome.figures_told and outcome.chosen:
        return _("It had the most points: {n}.", n=outcome.votes_for(outcome.chosen))
    return _("It had the most points.")


def _ranks(_proposal: Proposal, outcome: Outcome) -> Sentence:
    if outcome.result is Result.NOT_DECIDED:
        return _("No vote named anybody.")
    if outcome.stages and outcome.stages.quota:
        return _("{quota} votes were enough for a place.", quota=outcome.stages.quota)
    return _("The places went by everybody’s order of choice.")


_REASONS = {
    BallotKind.ONE: _one,
    BallotKind.CONSENT: _consent,
    BallotKind.TICKS: _ticks,
    BallotKind.SCORES: _scores,
    BallotKind.PROJECTS: _projects,
    BallotKind.RANKS: _ranks,
}


def more(proposal: Proposal, outcome: Outcome) -> tuple[Sentence, ...]:
    """Say what else has to be known: an early end, damaged votes, who has a place in spite of a tie, and lots."""
    found = []
    if proposal.ended_early:
        found.append(_("The vote was ended early: “{why}”", why=proposal.ended_early))
    found += not_counted(proposal, outcome.damaged)
    if outcome.result is Result.TIE and outcome.winners:
        found.append(_("These have a place already: {choice}.", **_choices(proposal, outcome.winners)))
    if proposal.withdrawn and not outcome.stages:
        found.append(
            _("These have withdrawn and were not counted: {choice}.", **_choices(proposal, _gone(proposal)))
        )
    if outcome.drawn and proposal.how.ballot is BallotKind.TICKS:
        found.append(_("Ticks were equal, and a lot fell on: {choice}.", **_choices(proposal, outcome.drawn)))
    if outcome.drawn and proposal.how.spends:
        found.append(_("Two were equal, and a lot decided which came first."))
    if outcome.drawn and proposal.how.ballot is BallotKind.SCORES:
        found.append(_("Points were equal, and a lot fell on: {choice}.", **_choices(proposal, outcome.drawn)))
    if outcome.drawn and proposal.how.ballot is BallotKind.RANKS:
        found.append(_("Votes were equal, and a lot decided whose votes moved first."))
    if outcome.lot == outcome.id:
        found.append(_("Nobody threw dice, so the number of this outcome was the lot: {lot}.", lot=outcome.lot))
    elif outcome.lot:
        found.append(_("The lot was “{lot}”.", lot=outcome.lot))
    return tuple(found)


def not_counted(proposal: Proposal, damaged: int) -> tuple[Sentence, ...]:
    """Say how many damaged votes the count went on without; of a consent, that one may have objected."""
    if not damaged:
        return ()
    said = _("Damaged votes that nobody could open, so that they were not counted: {n}.", n=damaged)
    objects = [_("There may be an objection among the damaged votes.")]
    consent = proposal.how.ballot is BallotKind.CONSENT
    return said, *(objects if consent else ()), _("The page says why.")


def _gone(proposal: Proposal) -> list[str]:
    """The keys of those who have withdrawn, in the order of the paper."""
    return [option.key for option in proposal.options if option.withdrawn]


def _choices(proposal: Proposal, keys: Iterable[str]) -> dict[str, str]:
    options = [proposal.option(key) for key in keys]
    return {
        "choice": joined([option.words for option in options]),
        "easy_choice": joined([option.easy_words for option in options]),
    }


def joined(words: list[str]) -> str:
    """Return words as a list in a sentence: “Ann, Bo and Cy”."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def in_one_line(proposal: Proposal, outcome: Outcome) -> str:
    """Return all sentences in standard English, without marks: for the command line."""
    every = (verdict(proposal, outcome), reason(proposal, outcome), *more(proposal, outcome))
    return " ".join(sentence.plain for sentence in every)


def how(proposal: Proposal) -> Sentence:
    """Say by which rule the vote is held."""
    if proposal.rule == "approval" and proposal.seats > 1:
        return _("You tick all you could live with. The {n} with the most ticks are chosen.", n=proposal.seats)
    if proposal.rule == "scottish-stv":
        return _("You put people in order. {n} places go by everybody’s order (Scottish STV).", n=proposal.seats)
    return {
        "majority": _("A choice needs more than half of the votes. Votes for none are left out of that."),
        "two-thirds": _("A choice needs two thirds of the votes. Votes for none are left out of that."),
        "three-quarters": _("A choice needs three quarters of the votes. Votes for none are left out of that."),
        "equal-shares-budget": _("You tick all that you want. All have an equal share of the money to spend."),
        "score": _("You give each choice from 0 to 5 points. The most points win."),
        "consent": _("You agree, stand aside, or object and say why. It passes if no objection holds."),
        "approval": _("You tick all you could live with. The one with the most ticks is chosen."),
    }[proposal.rule]


def who_sees(proposal: Proposal) -> Sentence:
    """Say who can learn what somebody chose."""
    return {
        Level.OPEN: _("It is an open vote: after the count, all members see who chose what."),
        Level.LOCKED: _("It is a private vote in a locked box: two of three key cards open it, at the count."),
        Level.PRIVATE: _("It is a private vote: nobody sees what somebody chose."),
    }[proposal.level]


def by_rule(proposal: Proposal) -> Sentence:
    """Name the rule of a vote in a few words."""
    return {
        "majority": _("more than half"),
        "two-thirds": _("two thirds"),
        "three-quarters": _("three quarters"),
        "consent": _("consent"),
        "score": _("points"),
        "equal-shares-budget": _("a budget by equal shares"),
        "approval": _("ticks"),
        "scottish-stv": _("order of choice, Scottish STV"),
    }[proposal.rule]


def happened(of: Happened) -> Sentence:
    """Say whether what was decided has happened."""
    return {
        Happened.YES: _("It **has happened**."),
        Happened.PARTLY: _("It has happened **in part**."),
        Happened.NOT_YET: _("It has **not happened yet**."),
        Happened.WILL_NOT: _("It **will not happen**."),
    }[of]
