"""What three people do at the table, one act a step: here, with cards. Figures and marks have files of their own.

An act says what changes, and holds what its sentence names: a box, a number, the step to go to. Whoever follows a
script needs the cards, the acts and nothing that counts ballots.

Cards lie in heaps: below a name, with those that name nobody, or with those that have no next choice. A card has
the letter it was given last, and a letter is worth so many votes. Figures with a point have five decimals.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Act:
    """One thing that somebody does at the table; its fields are what its sentence names."""


@attrs.frozen
class LayOut(Act):
    """Make ready; no figure changes."""


@attrs.frozen
class CountCards(Act):
    """Count the cards that are in play, whatever heap they lie in, into a ``box``.

    Where ``cards`` is not 0, so many there must be.
    """

    box: str
    cards: int = 0


@attrs.frozen
class SetAside(Act):
    """Take the cards that name nobody out of play."""


@attrs.frozen
class Deal(Act):
    """Lay each card in play below the first name on it. Its letter is A, which is worth one vote."""


@attrs.frozen
class CountHeaps(Act):
    """Count the cards below each name, and write the numbers down as a new stage."""


@attrs.frozen
class WriteLetters(Act):
    """Write the new letters on these cards in place of the old ones."""


@attrs.frozen
class MoveCards(Act):
    """Take each card of the name with the coin, and lay it crosswise below the first name on it without a mark.

    Where there is none, it is laid with those that have no next choice.
    """


@attrs.frozen
class CountCame(Act):
    """Count the cards that came to each name, letter by letter."""


@attrs.frozen
class NextStage(Act):
    """Lay the cards straight, take the coin away, and go to a step."""

    go: str


@attrs.frozen
class PickTicked(Act):
    """Take the next name on the sheet, and every card with a tick for it."""


@attrs.frozen
class CountPicked(Act):
    """Count the cards that were taken, and write the number down for that name."""


@attrs.frozen
class PutBack(Act):
    """Put the cards back. Where names are left, go to a step."""

    go: str


@attrs.frozen
class Compare(Act):
    """Open the sheet with the program's totals, and compare."""
