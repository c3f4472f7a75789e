"""A script: numbered steps in chapters, each one act of one person, in words that hold what the act holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from alongside.decisions.by_hand.acts import Act
from alongside.decisions.saying import Sentence, joined


class Who(Enum):
    """Who of the three at the table does a step."""

    READER = "reader"
    SORTER = "sorter"
    WRITER = "writer"


@attrs.frozen
class Step:
    """One act. In the ``key`` stand the fields of the act in braces, steps to go to by their number.

    ``label`` is what another step calls it that leads here.
    """

    key: str
    picture: str
    who: Who
    act: Act
    label: str = ""


@attrs.frozen
class Chapter:
    """Steps that do one thing together, below a heading."""

    heading: Sentence
    steps: tuple[Step, ...]


@attrs.frozen
class Script:
    """All that is done to count a vote, from the first step on; one follows the other unless it leads elsewhere.

    ``rows`` says what the sheet is like on which figures are written: ``stages``, ``ticks`` or ``answers``;
    ``boxes`` are the boxes above it, in the order they are filled.
    """

    sheet: str
    boxes: tuple[str, ...]
    chapters: tuple[Chapter, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in order; the first has the number 1."""
        return tuple(step for chapter in self.chapters for step in chapter.steps)

    def number(self, label: str) -> int:
        """The number of the step that is called so."""
        return next(number for number, step in enumerate(self.steps, 1) if step.label == label)

    def numbered(self) -> Iterator[tuple[Sentence, list[tuple[int, Step, Sentence]]]]:
        """Each chapter as it is read: its heading, and the number and the sentence of each step."""
        number = 0
        for chapter in self.chapters:
            told = [
                (number + place, step, Sentence(step.key, self._facts(step)))
                for place, step in enumerate(chapter.steps, 1)
            ]
            number += len(told)
            yield chapter.heading, told

    def _facts(self, step: Step) -> Mapping[str, Any]:
        found = attrs.asdict(step.act, recurse=False)
        return {name: self._worded(name, value) for name, value in found.items()}

    def _worded(self, name: str, value: object) -> object:
        if name in {"go", "other"}:
            return self.number(str(value)) if value else ""
        return joined(list(value)) if isinstance(value, tuple) else value
