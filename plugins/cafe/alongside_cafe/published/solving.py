"""Asking for the solution of a published problem: the search runs in a process of its own."""

from __future__ import annotations

from ..solving import STARTING, run
from ..wire import read, written
from .problem import Published
from .question import Question, Solved


def solve(problem: Published, seconds: float) -> Solved:
    """Return the best roster found within the seconds, and what is proven of the best there can be.

    Raises:
        FillStopped: when the process was ended from outside, fell over, or did not keep to its time.
    """
    question = written(Question(problem=problem, seconds=seconds))
    return read(Solved, run(["alongside_cafe.published.solve_process"], question, seconds + STARTING))
