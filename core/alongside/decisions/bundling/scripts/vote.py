"""What the ballots say. Candidates are numbers from 1, in the order of the ballots file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Vote(NamedTuple):
    """Names, who can be chosen, how many ballots say what place by place, and their lines in the file."""

    names: list[str]
    standing: list[int]
    ballots: Counter[tuple[frozenset[int], ...]]
    lines: list[str]
    money: tuple[Any, ...] = ()

    def called(self, numbers: Iterable[int]) -> list[str]:
        """The names that belong to numbers."""
        return [self.names[one - 1] for one in numbers]

    def by_name(self, figures: dict[int, Any], said: Callable[[Any], Any] = lambda same: same) -> dict[str, Any]:
        """Figures by name, where they were by number, each as it is said."""
        return {self.names[one - 1]: said(figure) for one, figure in figures.items()}
