"""What the templates of decisions are given: proposals, choices and outcomes in the words of one edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

import attrs

from alongside.decisions import saying, saying_who, story
from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind, drawn_order
from alongside.decisions.candidacy import Candidacy
from alongside.decisions.counting.stages import ONE_VOTE
from alongside.decisions.electorate import FEW
from alongside.decisions.level import Level
from alongside.decisions.outcome import Outcome, StageFigures, Stages
from alongside.decisions.proposal import Option, Proposal
from alongside.display import Edition, Said
from alongside.display.pictures import NAMES
from alongside.display.sentences import each_sentence
from alongside.display.wording import money

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.explaining.claim import Told
    from alongside.people.face import Face


ELECTED, OUT = "✓", "×"
"""How a table of stages marks who has reached a place, and who is out."""


StoryRow = tuple[str, Said, "Choice | None"]
"""A sentence of a story: its picture, the sentence, and the choice that it is about, if it is about one."""


@attrs.frozen(kw_only=True)
class Choice:
    """One choice as it is shown: ``picture`` is None for a person without one, ``photo`` the address of a photo.

    ``says`` is the first sentence of what a candidate says, ``statement`` all of it, in rows, ``cost`` what a
    project costs, in words. ``letter`` stands for a choice without a picture: by its place on the paper, A, B, C.
    """

    key: str
    words: str
    picture: str | None
    person: bool
    letter: str
    says: str = ""
    statement: tuple[str, ...] = ()
    photo: str | None = None
    withdrawn: bool = False
    cost: str = ""


def choices(
    asked: Proposal,
    edition: Edition,
    standing: Mapping[str, Candidacy] | None = None,
    faces: Mapping[str, Face] | None = None,
) -> list[Choice]:
    """Return the choices in the order of the paper, with what people say who stand, and their faces."""
    said, known = standing or {}, faces or {}
    return [
        _choice(option, number, edition, said.get(option.key), known.get(option.person or ""))
        for number, option in enumerate(asked.options)
    ]


def _choice(option: Option, number: int, edition: Edition, stands: Candidacy | None, face: Face | None) -> Choice:
    easy = edition is Edition.EASY
    return Choice(
        key=option.key,
        words=option.easy_words if easy else option.words,
        # A picture may leave the pack in a later version; the page still has to open.
        picture=option.picture if option.picture in NAMES else None,
        person=option.person is not None,
        letter=ascii_uppercase[number % len(ascii_uppercase)],
        says=stands.in_short(easy=easy) if stands else "",
        statement=tuple(rows(stands.says(easy=easy), edition)) if stands else (),
        photo=face.photo if face else None,
        withdrawn=option.withdrawn,
        cost=money(option.cost, edition) if option.cost is not None else "",
    )


def for_voter(asked: Proposal, found: list[Choice], person: str) -> list[Choice]:
    """Return the choices in the voter's own order where people stand: drawn for her, the same each time."""
    if asked.how.ballot is not BallotKind.RANKS and not any(one.person for one in found):
        return found
    order = drawn_order(asked.keys, f"{asked.id}/{person}")
    return sorted(found, key=lambda one: order.index(one.key))


def asked_facts(seen: Seen, edition: Edition, standing: Mapping[str, Candidacy] | None = None) -> dict[str, Any]:
    """Return what every page and paper says of a proposal, and of its outcome where there is one."""
    asked, easy = seen.proposal, edition is Edition.EASY
    facts: dict[str, Any] = {
        "seen": seen,
        "title": asked.easy_title if easy else asked.title,
        "why": asked.easy_why if easy else asked.why,
        "why_rows": rows(asked.easy_why if easy else asked.why, edition),
        "choices": choices(asked, edition, standing, seen.faces),
        "how": said(saying.how(asked)),
        "level": asked.level.value,
        "budget": money(asked.budget, edition) if asked.budget is not None else "",
        "who_sees": said(saying.who_sees(asked)),
        "who_decides": said(seen.who_decides),
        "no_vote": said(seen.no_vote),
        "second": said(second) if (second := saying_who.second_condition(asked, seen.on_roll)) else None,
        "few": seen.on_roll < FEW and asked.level is not Level.OPEN,
        "abstain": ABSTAIN,
    }
    if seen.statement:
        told = seen.statement
        decided, then = (told.easy_decided, told.easy_next) if easy else (told.decided, told.next)
        facts |= {"next": then, "told": (rows(decided, edition), rows(then, edition))}
    if seen.last_review:
        facts["happened"] = said(saying.happened(seen.last_review.happened))
    return {**facts, **(outcome_facts(asked, seen.outcome, facts["choices"]) if seen.outcome else {})}


def rows(text: str, edition: Edition) -> list[str]:
    """Return what somebody wrote as it stands in rows: in Easy Read a sentence each, else all of it in one."""
    whole = " ".join(text.split())
    if edition is not Edition.EASY:
        return [whole] if whole else []
    return each_sentence(whole)


def outcome_facts(asked: Proposal, outcome: Outcome, paper: Sequence[Choice]) -> dict[str, Any]:
    """Return the sentences of an outcome, who or what was chosen, and the figures that may be told."""
    shown = {one.key: one for one in paper}
    told = [(shown[total.choice], total.votes) for total in outcome.totals if total.choice in shown]
    return {
        "verdict": said(saying.verdict(asked, outcome)),
        "reason": said(saying.reason(asked, outcome)),
        "more": [said(sentence) for sentence in saying.more(asked, outcome)],
        "picture": _picture(asked, outcome),
        "chosen": [shown[key] for key in outcome.chosen_ones],
        "rows": told,
        "withdrawn": [one for one in paper if one.withdrawn],
        "abstained": outcome.votes_for(ABSTAIN),
        **(_stages(outcome.stages, shown) if outcome.stages else {"stages": None}),
    }


def chosen_by(paper: Sequence[Choice], found: Mapping[str, list[str]]) -> list[tuple[list[Choice], list[str]]]:
    """Return who chose what in an open vote: choices and names, those that most people chose first."""
    shown = {one.key: one for one in paper}
    most = sorted(found.items(), key=lambda chosen: (-len(chosen[1]), chosen[0]))
    return [(_chosen(Ballot.of(text), shown), names) for text, names in most]


def _chosen(ballot: Ballot, shown: Mapping[str, Choice]) -> list[Choice]:
    if ballot.points:
        given = {key: points for key, points in ballot.points.items() if key in shown}
        return [attrs.evolve(shown[key], words=f"{shown[key].words}: {points}") for key, points in given.items()]
    return [shown[key] for key in ballot.keys if key in shown]


def _picture(asked: Proposal, outcome: Outcome) -> str:
    if not outcome.chosen_ones:
        return "scales"
    first = asked.option(outcome.chosen_ones[0])
    alone = len(outcome.chosen_ones) == 1 and first.person is None
    return first.picture if alone and first.picture in NAMES else "people" if first.person else "done"


def story_of(seen: Seen, paper: Sequence[Choice]) -> list[tuple[int, list[StoryRow]]]:
    """Return the story of a vote by stage, 0 where it is of the whole count; nothing where none may be told."""
    asked, outcome = seen.proposal, seen.outcome
    if outcome is None:
        return []
    shown = {one.key: one for one in paper}
    keys = {name: key for key, name in asked.names.items()}
    told = [one for one in story.told(asked, outcome) if one.claim.figure != "ballots"]
    return [
        (stage, [_story_row(one, [shown[keys[name]] for name in one.claim.of if name in keys]) for one in some])
        for stage, some in groupby(told, key=lambda one: one.claim.stage)
    ]


def _story_row(one: Told, about: list[Choice]) -> StoryRow:
    name = saying.joined([choice.words for choice in about])
    return one.picture, Said(one.key, **{**one.facts, "name": name}), about[0] if len(about) == 1 else None


def _stages(stages: Stages, shown: Mapping[str, Choice]) -> dict[str, Any]:
    counted = {key: one for key, one in shown.items() if not one.withdrawn}
    rows = [[one.words, *(_cell(stage, key) for stage in stages.stages)] for key, one in counted.items()]
    return {"stages": stages, "stage_rows": rows}


def _cell(stage: StageFigures, key: str) -> str:
    """Votes with a mark; where somebody has left the count, nothing."""
    votes = next((total.votes for total in stage.votes if total.choice == key), 0)
    mark = ELECTED if key in stage.elected else OUT if key in stage.excluded else ""
    whole, rest = divmod(votes, ONE_VOTE)
    figure = f"{whole:,}" + (f".{rest:05d}".rstrip("0") if rest else "")
    return f"{figure} {mark}".strip()


def said(sentence: saying.Sentence) -> Said:
    """Return a sentence to be worded in the edition of whoever reads it."""
    return Said(sentence.key, **sentence.facts)
