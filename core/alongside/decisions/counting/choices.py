"""Ballots that answer one proposal: yes, no, or one of the other answers that a rule knows."""

from __future__ import annotations

from collections.abc import Collection
from itertools import zip_longest

import attrs

from alongside.decisions.counting.ballots import Contest, Kind
from alongside.refusal import BadInput

YES, NO, ABSTAIN = "yes", "no", "abstain"
STAND_ASIDE, OBJECTION, UPHELD = "stand-aside", "objection", "upheld-objection"


@attrs.frozen(kw_only=True)
class Choices(Contest):
    """How many gave each answer; answers are the candidates. ``blank`` ballots give none.

    ``lines`` says where in the file each answer stands, if it comes from one.

    Raises:
        BadInput: where a number is below zero.
    """

    votes: tuple[int, ...]
    blank: int = 0
    lines: tuple[str, ...] = attrs.field(default=(), eq=False)
    kind: Kind = Kind.CHOICES

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        super().__attrs_post_init__()
        if len(self.votes) != len(self.candidates) or min((0, self.blank, *self.votes)) < 0:
            raise BadInput("votes are below zero, or not one number for each answer", where=self.source)

    @property
    def ballots(self) -> int:
        """How many ballots there are, blank ones too."""
        return sum(self.votes) + self.blank

    def gave(self, answer: str) -> int:
        """How many gave an answer; 0 where the file does not have it."""
        return dict(zip(self.candidates, self.votes, strict=True)).get(answer, 0)

    def numbers(self, answer: str) -> tuple[int, ...]:
        """The number of an answer among the candidates, if the file has it."""
        return tuple(number for number in self.standing if self.name(number) == answer)

    def only(self, known: Collection[str], rule: str) -> None:
        """Refuse answers that a rule does not know.

        Raises:
            BadInput: where there is one.
        """
        for name, where in zip_longest(self.candidates, self.lines, fillvalue=self.source):
            if name not in known:
                remedy = f"The rule {rule} knows {', '.join(known)}."
                raise BadInput(f"“{name[:40]}” is no answer here", where=where, remedy=remedy)
