"""The words of an outcome: the same sentences on page, command line and paper.

Each is a key in standard English with its facts; pages and papers look up its Easy Read wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from alongside.decisions.outcome import Outcome, Result
from alongside.decisions.proposal import Proposal


@attrs.frozen
class Sentence:
    """A sentence with names in braces, ``**stars**`` round the one fact, and the facts for its names."""

    key: str
    facts: Mapping[str, Any]

    @property
    def plain(self) -> str:
        """The sentence in standard English, without marks."""
        return self.key.format(**self.facts).replace("**", "")


def _(key: str, **facts: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key, facts)


def verdict(proposal: Proposal, outcome: Outcome) -> Sentence:
    """Say in one sentence what was decided, or that nothing was."""
    if outcome.result is Result.DECIDED and outcome.chosen:
        chosen = proposal.option(outcome.chosen)
        return _("Decided: **{choice}**.", choice=chosen.words, easy_choice=chosen.easy_words)
    if outcome.result is Result.TIE:
        return _("Not decided: **it was a tie**.")
    return _("**Not decided**.")


def reason(outcome: Outcome) -> Sentence:
    """Say why, with figures where the group is large enough for them."""
    facts: dict[str, Any] = {"voted": outcome.taking_part, "quorum": outcome.quorum}
    if not outcome.quorum_met and outcome.figures_told:
        return _("Too few people voted: {voted} did, and {quorum} were needed.", **facts)
    if not outcome.quorum_met:
        return _("Too few people voted: {quorum} were needed.", **facts)
    if outcome.result is Result.TIE:
        return _("The two choices with the most votes had the same number.")
    if outcome.result is Result.NOT_DECIDED:
        return _("No choice had more than half of the votes.")
    if outcome.figures_told:
        return _("{votes} of {cast} votes were for it.", **_share(outcome))
    return _("More than half of the votes were for it.")


def _share(outcome: Outcome) -> Mapping[str, int]:
    votes = next(total.votes for total in outcome.totals if total.choice == outcome.chosen)
    return {"votes": votes, "cast": sum(total.votes for total in outcome.totals[:-1])}


def in_one_line(proposal: Proposal, outcome: Outcome) -> str:
    """Return both sentences in standard English, without marks: for the command line."""
    return f"{verdict(proposal, outcome).plain} {reason(outcome).plain}"
