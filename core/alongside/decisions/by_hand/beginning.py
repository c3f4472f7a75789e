"""The first steps of every script, and the last."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.decisions.by_hand.acts import Compare, CountCards, LayOut
from alongside.decisions.by_hand.steps import Step, Who
from alongside.decisions.by_hand.steps import Step as _
from alongside.decisions.by_hand.vote import Vote


def beginning(vote: Vote, *, names: bool = True) -> Iterator[Step]:
    """Lay out the cards, with ``names`` to lay them below, and see that no card is missing."""
    if names:
        yield _("Cut out the names and the cards. Lay the names in a row.", "card", Who.SORTER, LayOut())
    else:
        yield _("Cut out the cards. Keep the sheet with the names beside you.", "card", Who.SORTER, LayOut())
    if vote.grouped:
        yield _(
            "A card may stand for several people. Wherever cards are counted, count the people on them.",
            "people",
            Who.READER,
            LayOut(),
        )
    if vote.cards:
        yield _(
            "Count all the cards, twice. Write the number in box **{box}**. There are {cards}.",
            "ballot",
            Who.SORTER,
            CountCards("Cards", vote.people),
        )
    else:
        yield _(
            "Count all the cards, twice. Write the number in box **{box}**.",
            "ballot",
            Who.SORTER,
            CountCards("Cards"),
        )


def end() -> Step:
    """Compare with the program."""
    return _(
        "The names marked **In** have a place. Open the last sheet, and compare.",
        "envelope",
        Who.READER,
        Compare(),
        "end",
    )
