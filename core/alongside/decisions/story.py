"""The story of a count in stages, told stage by stage in sentences that each hold one figure of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from alongside.decisions.counting.stages import ONE_VOTE
from alongside.decisions.outcome import StageFigures, Stages
from alongside.decisions.proposal import Proposal
from alongside.decisions.saying import Sentence


@attrs.frozen
class Row:
    """One sentence with its picture; the face of ``option`` takes its place where that is a person."""

    picture: str
    sentence: Sentence
    option: str = ""


@attrs.frozen
class StageTold:
    """One stage in sentences."""

    number: int
    rows: tuple[Row, ...]


def _(key: str, **facts: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key, facts)


def story(proposal: Proposal, stages: Stages) -> tuple[StageTold, ...]:
    """Tell what moved in each stage, who reached a place by it, and who is out next."""
    return tuple(
        StageTold(number, tuple(_stage(proposal, stages, stage))) for number, stage in enumerate(stages.stages, 1)
    )


def _stage(proposal: Proposal, stages: Stages, stage: StageFigures) -> Iterator[Row]:
    if stage.giver is None:
        yield Row("ballot", _("We counted the **first choices** of {n} people.", n=stages.valid))
    else:
        name, moved = proposal.option(stage.giver).words, votes(stage.moved)
        if stage.kind == "surplus":
            yield Row("more", _("{name} had **{votes} to spare**.", name=name, votes=moved), stage.giver)
        else:
            yield Row("changed", _("{name} is out, with {votes}.", name=name, votes=moved), stage.giver)
        yield Row("arrow-down", _("These votes went to people’s **next choices**."))
    for key in stage.elected:
        stands = next(total.votes for total in stage.votes if total.choice == key)
        enough = stands >= stages.quota * ONE_VOTE
        name = proposal.option(key).words
        if enough:
            yield Row("done", _("**{name}** has enough votes for a place.", name=name), key)
        else:
            yield Row("done", _("**{name}** has the last place that is free.", name=name), key)
    for key in stage.excluded:
        yield Row("ring", _("**{name}** has the fewest votes.", name=proposal.option(key).words), key)


def votes(hundred_thousandths: int) -> str:
    """Return votes as people write them: ``1 vote``, ``4 votes``, ``1.39994 votes``."""
    whole, rest = divmod(hundred_thousandths, ONE_VOTE)
    said = f"{whole:,}" + (f".{rest:05d}".rstrip("0") if rest else "")
    return f"{said} vote{'' if said == '1' else 's'}"
