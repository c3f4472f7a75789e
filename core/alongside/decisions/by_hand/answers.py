"""The script for majorities: a heap for each answer, and how many votes are enough, worked out step by step."""

from __future__ import annotations

from alongside.decisions.by_hand.acts import Compare, CountHeaps, Deal
from alongside.decisions.by_hand.beginning import beginning
from alongside.decisions.by_hand.choosing import Carried
from alongside.decisions.by_hand.steps import Chapter, Script, Step, Who
from alongside.decisions.by_hand.steps import Step as _
from alongside.decisions.by_hand.vote import Vote
from alongside.decisions.by_hand.working import AtLeast, CheckHeaps, SumUp, Work
from alongside.decisions.counting import majority
from alongside.decisions.saying import Sentence


def by_answers(vote: Vote) -> Script:
    """Return the script for a vote in which an answer needs so many of the votes."""
    return Script(
        "answers",
        (
            "Cards",
            "Votes",
            *(step.act.box for step in _ENOUGH[vote.rule][:1] if isinstance(step.act, Work)),
            "Enough",
        ),
        (
            Chapter(Sentence("Make ready"), tuple(beginning(vote))),
            Chapter(Sentence("Count the answers"), _count(vote)),
            Chapter(Sentence("How many are enough?"), _ENOUGH[vote.rule]),
            Chapter(Sentence("The end"), _end(vote)),
        ),
    )


def _count(vote: Vote) -> tuple[Step, ...]:
    share = tuple(name for name in vote.names if name not in vote.outside)
    return (
        _("Read each card. It is laid below the answer on it.", "speech", Who.READER, Deal()),
        _(
            "Count the cards of each answer, twice. Write the numbers in column **Number**.",
            "people",
            Who.SORTER,
            CountHeaps(),
        ),
        _("Add all of them up. They make what is in box **{box}**.", "done", Who.WRITER, CheckHeaps("Cards")),
        _(
            "Add up these alone: **{of}**. Write it in box **{box}**. Who chooses none is no part of it.",
            "more",
            Who.WRITER,
            SumUp(share, "Votes"),
        ),
    )


_ENOUGH = {
    majority.SIMPLE.name: (
        _(
            "Work out **{left} {sign} {right}**. Leave out what comes after the point. Write it in box **{box}**.",
            "list",
            Who.WRITER,
            Work("Half", "Votes", "÷", 2),
        ),
        _(
            "Work out **{left} {sign} {right}**, for more than half. Write it in box **{box}**.",
            "more",
            Who.WRITER,
            Work("Enough", "Half", "+", 1),
        ),
    ),
    majority.TWO_THIRDS.name: (
        _(
            "Work out **{left} {sign} {right}**. Write it in box **{box}**.",
            "list",
            Who.WRITER,
            Work("Times", "Votes", "×", 2),
        ),
        _(
            "Work out **{left} {sign} {right}**. Is something left over? Take the next whole number. Write it "
            "in box **{box}**.",
            "list",
            Who.WRITER,
            Work("Enough", "Times", "÷", 3, up=True),
        ),
        _("Is it 0? Then write **{least}** in box **{box}**.", "ring", Who.WRITER, AtLeast("Enough", 1)),
    ),
    majority.THREE_QUARTERS.name: (
        _(
            "Work out **{left} {sign} {right}**. Write it in box **{box}**.",
            "list",
            Who.WRITER,
            Work("Times", "Votes", "×", 3),
        ),
        _(
            "Work out **{left} {sign} {right}**. Is something left over? Take the next whole number. Write it "
            "in box **{box}**.",
            "list",
            Who.WRITER,
            Work("Enough", "Times", "÷", 4, up=True),
        ),
        _("Is it 0? Then write **{least}** in box **{box}**.", "ring", Who.WRITER, AtLeast("Enough", 1)),
    ),
}


def _end(vote: Vote) -> tuple[Step, ...]:
    may = vote.may_carry or tuple(name for name in vote.names if name not in vote.outside)
    if len(may) == 1:
        asked = _(
            "Has **{of}** as many votes as box **{box}**, or more? Then it is decided: mark it **In**. If "
            "not, it is not decided.",
            "star",
            Who.WRITER,
            Carried(may, "Enough"),
        )
    else:
        asked = _(
            "Has one of these as many votes as box **{box}**, or more: {of}? Then it is decided: mark it "
            "**In**. If not, nothing is decided.",
            "star",
            Who.WRITER,
            Carried(may, "Enough"),
        )
    return (asked, _("Open the last sheet, and compare.", "envelope", Who.READER, Compare()))
