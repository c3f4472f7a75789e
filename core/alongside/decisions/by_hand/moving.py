"""The script for Scottish STV: whose cards move, what they are worth from then on, and where they go."""

from __future__ import annotations

from alongside.decisions.by_hand.acts import CountCame, MoveCards, NextStage, WriteLetters
from alongside.decisions.by_hand.choosing import ByLot, CoinOnFewest, CoinOnMost, LookBack, Mark, MarkCoin
from alongside.decisions.by_hand.steps import Step, Who
from alongside.decisions.by_hand.steps import Step as _
from alongside.decisions.by_hand.working import AddUp, LeftOut, NewLetters, NowOfCoin, Spare, WorthCame

READER, SORTER, WRITER = Who.READER, Who.SORTER, Who.WRITER

SPARE = (
    _(
        "Of the names **In**, not **Moved**, with more than **{box}**, lay a coin on the one with the most votes. "
        "Are several equal? Lay a coin on each.",
        "money",
        WRITER,
        CoinOnMost("Enough"),
        "spare",
    ),
    _(
        "Several coins? Look at these names in the stage before. Leave the coins on those with the most "
        "there. Do that stage by stage, until one coin lies.",
        "magnifier",
        WRITER,
        LookBack(most=True),
    ),
    _(
        "Still several? Leave the coin on the one that comes **first** in the order of the lot.",
        "scales",
        WRITER,
        ByLot(first=True),
    ),
    _(
        "Take **{enough}** away from its votes. Write the rest in box **{box}** of a new stage.",
        "list",
        WRITER,
        Spare("Enough", "Spare"),
    ),
    _(
        "For each letter on its cards, work out **{box} × what the letter is worth ÷ its votes**. Keep five "
        "figures after the point and leave out the rest. Write it beside the next free letter.",
        "list",
        WRITER,
        NewLetters("Spare"),
    ),
    _("Write the new letter on each of its cards, and cross out the old one.", "card", READER, WriteLetters()),
    _("Mark it **Moved** as well. Go to step **{go}**.", "changed", SORTER, MarkCoin(Mark.MOVED, "move")),
)

OUT = (
    _(
        "Of the names without a mark, lay a coin on the one with the fewest votes. Are several equal? Lay a "
        "coin on each.",
        "money",
        WRITER,
        CoinOnFewest(),
        "out",
    ),
    _(
        "Several coins? Look at these names in the stage before. Leave the coins on those with the fewest "
        "there. Do that stage by stage, until one coin lies.",
        "magnifier",
        WRITER,
        LookBack(most=False),
    ),
    _(
        "Still several? Leave the coin on the one that comes **last** in the order of the lot.",
        "scales",
        WRITER,
        ByLot(first=False),
    ),
    _("Mark it **Out**. The letters on its cards stay as they are.", "changed", SORTER, MarkCoin(Mark.OUT)),
)


def move(below: str) -> tuple[Step, ...]:
    """Return the steps that move the cards of whoever has the coin; cutting takes away less than ``below``."""
    return (
        _(
            "Read each card of the name with the coin. It is laid crosswise below the first name on it "
            "without a mark. Is there none? Lay it below “No next choice”.",
            "speech",
            READER,
            MoveCards(),
            "move",
        ),
        _(
            "Count what came to each name, letter by letter. It goes into column **Came**, such as 3 A, 2 B.",
            "people",
            SORTER,
            CountCame(),
        ),
        _(
            "Work out what these cards are worth together, and write it in column **Worth**.",
            "list",
            WRITER,
            WorthCame(),
        ),
        _(
            "In column **Now** the name with the coin has what is in box **{enough}** if it is In, and 0 if "
            "it is Out.",
            "money",
            WRITER,
            NowOfCoin("Enough"),
        ),
        _("For the others, add **Worth** to **Before**, and write it in column **Now**.", "more", WRITER, AddUp()),
        _(
            "Add up column **Now** and take it away from **{box}**. Write what is left in box **Left out**. "
            "It is less than {below}, else count again.",
            "done",
            WRITER,
            LeftOut("Votes", below),
        ),
        _(
            "Lay the cards straight and take the coin away. Go back to step **{go}**.",
            "arrow-up",
            SORTER,
            NextStage("in"),
        ),
    )
