"""The script for Scottish STV: piles below names, letters for what a card is worth, a stage for each move.

Source of the arithmetic: the same rules 46-52 as the count (``counting/scottish_stv.py``), put as acts at a table.
Alike cards in one pile are worth the same, so a letter stands on each: A is one vote, and each surplus gives new
letters to what moves. Nobody has to write five decimals on a card.
"""

from __future__ import annotations

from alongside.decisions.by_hand import moving
from alongside.decisions.by_hand.acts import CountCards, CountHeaps, Deal, SetAside
from alongside.decisions.by_hand.beginning import beginning, end
from alongside.decisions.by_hand.choosing import IfFull, IfNoMoreLeft, IfSpare, MarkEnough
from alongside.decisions.by_hand.steps import Chapter, Script, Step, Who
from alongside.decisions.by_hand.steps import Step as _
from alongside.decisions.by_hand.vote import MOST_CARDS, Vote
from alongside.decisions.by_hand.working import CheckHeaps, Work
from alongside.decisions.saying import Sentence

READER, SORTER, WRITER = Who.READER, Who.SORTER, Who.WRITER


def by_orders(vote: Vote) -> Script:
    """Return the script for a vote that puts people in order."""
    return Script(
        "stages",
        ("Cards", "Votes", "Share", "Enough"),
        (
            Chapter(Sentence("Make ready"), (*beginning(vote), *_ready(vote))),
            Chapter(Sentence("Who has a place?"), _who_is_in(vote.seats)),
            Chapter(Sentence("Somebody has votes to spare"), moving.SPARE),
            Chapter(Sentence("Nobody has votes to spare: somebody goes out"), moving.OUT),
            Chapter(Sentence("Move the cards"), moving.move(_most_cut(vote))),
            Chapter(Sentence("The end"), (end(),)),
        ),
    )


def _ready(vote: Vote) -> tuple[Step, ...]:
    divide = Work("Share", "Votes", "÷", vote.seats + 1)
    return (
        _("Lay aside the cards that name nobody. They do not count on.", "ring", READER, SetAside()),
        _(
            "Count the cards that are left. Write the number in box **{box}**.",
            "people",
            SORTER,
            CountCards("Votes"),
        ),
        _(
            "Work out **{left} {sign} {right}**. Leave out what comes after the point. Write it in box **{box}**.",
            "list",
            WRITER,
            divide,
        ),
        _(
            "Work out **{left} {sign} {right}**. Write it in box **{box}**. So many votes are enough for a place.",
            "more",
            WRITER,
            Work("Enough", "Share", "+", 1),
        ),
        _("Read the 1st name on each card. The card is laid below that name.", "speech", READER, Deal()),
        _(
            "Count the cards below each name, twice. The numbers go into column **Now** of stage 1.",
            "people",
            SORTER,
            CountHeaps(),
        ),
        _(
            "Add these numbers up. They make what is in box **{box}**, else count again.",
            "done",
            WRITER,
            CheckHeaps("Votes"),
        ),
    )


def _who_is_in(seats: int) -> tuple[Step, ...]:
    return (
        _(
            "Look at each name without a mark. Has it as many votes as box **{box}**, or more? Mark it **In**.",
            "done",
            WRITER,
            MarkEnough("Enough"),
            "in",
        ),
        _(
            "Count the names marked **In**. Is it {places}? Then all places are taken: go to step **{go}**.",
            "star",
            WRITER,
            IfFull(seats, "end"),
        ),
        _(
            "Take the number marked **In** away from {places}: so many places are free. Are as many names without "
            "a mark left, or fewer? Mark them all **In** and go to step **{go}**.",
            "star",
            WRITER,
            IfNoMoreLeft(seats, "end"),
        ),
        _(
            "Has a name marked **In**, and not **Moved**, more votes than box **{box}**? Go to step **{go}**. "
            "If not, go to step **{other}**.",
            "question",
            WRITER,
            IfSpare("Enough", "spare", "out"),
        ),
    )


def _most_cut(vote: Vote) -> str:
    """More than cutting can take away: a hundred-thousandth a card in each stage; a cent of a vote at least."""
    people, stages = vote.people or MOST_CARDS, len(vote.names) - 1
    hundredths = people * stages // 1_000 + 1
    return f"{hundredths // 100}.{hundredths % 100:02d}"
