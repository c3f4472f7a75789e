"""The script for approval: name after name, the cards with a tick for it; the most ticks get the places."""

from __future__ import annotations

from alongside.decisions.by_hand.acts import CountPicked, PickTicked, PutBack
from alongside.decisions.by_hand.beginning import beginning, end
from alongside.decisions.by_hand.choosing import CoinOnMost, IfMore, IfNone, MarkByLot, MarkIfRoom
from alongside.decisions.by_hand.steps import Chapter, Script, Step, Who
from alongside.decisions.by_hand.steps import Step as _
from alongside.decisions.by_hand.vote import Vote
from alongside.decisions.saying import Sentence


def by_ticks(vote: Vote) -> Script:
    """Return the script for a vote that ticks names."""
    return Script(
        "ticks",
        ("Cards",),
        (
            Chapter(Sentence("Make ready"), tuple(beginning(vote, names=False))),
            Chapter(Sentence("Count the ticks"), _COUNT),
            Chapter(Sentence("Who has a place?"), _places(vote)),
            Chapter(Sentence("Too many are equal"), (_by_lot(vote.seats),)),
            Chapter(Sentence("The end"), (end(),)),
        ),
    )


_COUNT = (
    _("Take the next name. Pick out every card that has a tick for it.", "yes", Who.READER, PickTicked(), "pick"),
    _(
        "Count these cards, twice. Write the number beside the name, in column **Ticks**.",
        "people",
        Who.SORTER,
        CountPicked(),
    ),
    _("Put the cards back. Are names left? Go back to step **{go}**.", "arrow-up", Who.SORTER, PutBack("pick")),
)


def _places(vote: Vote) -> tuple[Step, ...]:
    none = (_("Is that 0 ticks? Take the coins away and go to step **{go}**.", "ring", Who.WRITER, IfNone("end")),)
    return (
        _(
            "Of the names without a mark, lay a coin on the one with the most ticks. Are several equal? Lay a "
            "coin on each.",
            "money",
            Who.WRITER,
            CoinOnMost(),
            "most",
        ),
        *(none if vote.ticked else ()),
        _(
            "Take the number marked **In** away from {places}: so many places are free. Are there as many coins, "
            "or fewer? Mark these names **In** and take the coins away. If not, go to step **{other}**.",
            "done",
            Who.WRITER,
            MarkIfRoom(vote.seats, "lot"),
        ),
        _(
            "Count the names marked **In**. Is it less than {places}, and is a name without a mark left? Go back "
            "to step **{go}**. If not, go to step **{other}**.",
            "question",
            Who.WRITER,
            IfMore(vote.seats, "most", "end"),
        ),
    )


def _by_lot(seats: int) -> Step:
    return _(
        "It is a tie. Mark names with a coin **In**, in the order of the lot, until the number marked "
        "In is {places}.",
        "scales",
        Who.WRITER,
        MarkByLot(seats),
        "lot",
    )
