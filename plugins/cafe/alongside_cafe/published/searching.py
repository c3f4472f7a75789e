"""Searching a published problem, in this process: for the one that was started for it.

Two threads, for two cores: one makes columns and asks the solver about the whole, which proves what the best can
cost; the other makes the roster that is there cheaper, some people at a time. Each time one knows more it is
told at once, so that whoever waits has the best roster when the time is over.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable
from math import ceil
from threading import Lock, Thread
from typing import Any

from .beginning import rosters
from .problem import Published, Roster
from .question import Question, Solved
from .scoring import broken_rules, cost_of

NEARLY = 1e-6
"""The solver's bound is no whole number; every cost is one, so the bound may be rounded up."""
BEGINNING = 0.15
"""The share of the time in which rosters of single people are looked for, before the solver is loaded."""
TOO_LARGE = 250_000
"""Shifts of people on days beyond which a model of the whole is not written: that alone would take minutes."""


class Found:
    """The best that is known, shared by the threads of a search."""

    def __init__(self, question: Question, tell: Callable[[Solved], None]) -> None:
        self.problem: Published = question.problem
        self.began = clock.monotonic()
        self.until = self.began + question.seconds
        self.roster: Roster | None = None
        self.cost, self.bound, self.ended = 0, 0, False
        self._tell, self._lock = tell, Lock()

    @property
    def seconds(self) -> float:
        """Wall time that is left; none where nothing better can be found."""
        return 0.0 if self.ended else self.until - clock.monotonic()

    def offer(self, roster: Roster) -> bool:
        """Take a roster that is no dearer than the one that is known, as the checker scores it; say if it was."""
        cost = cost_of(self.problem, roster)
        with self._lock:
            if broken_rules(self.problem, roster) or (self.roster is not None and cost > self.cost):
                return False
            better = self.roster is None or cost < self.cost
            self.roster, self.cost = roster, cost
            if better:
                self._said()
        return True

    def proves(self, bound: float) -> None:
        """Take what no roster can cost less than."""
        least = max(0, ceil(bound - NEARLY))
        with self._lock:
            if least > self.bound:
                self.bound = least
                self._said()

    def end(self) -> None:
        """Say that nothing better can be found."""
        self.ended = True

    def _said(self) -> None:
        self.ended = self.ended or (self.roster is not None and self.cost <= self.bound)
        self._tell(self.now())

    def now(self) -> Solved:
        """Return what is known."""
        shifts = tuple((person, day, kind) for (person, day), kind in sorted((self.roster or {}).items()))
        return Solved(
            shifts=None if self.roster is None else shifts,
            cost=self.cost,
            bound=self.bound,
            seconds=round(clock.monotonic() - self.began, 2),
        )


def search(question: Question, tell: Callable[[Solved], None]) -> Solved:
    """Return the best roster found; ``tell`` is told of each that is better than the last, and of each bound.

    Its cost is scored by the checker and not taken from the solver.
    """
    found = Found(question, tell)
    for roster in rosters(question.problem, found.began + question.seconds * BEGINNING):
        found.offer(roster)
    _with_a_solver(found)
    return found.now()


def _with_a_solver(found: Found) -> None:
    # Loading the solver takes a second, in which the first roster is there already.
    from .generating import generate
    from .improving import begun, improve

    if found.roster is None:
        begun(found)
    if size(found.problem) > TOO_LARGE:
        improve(found)
        return
    proof = Thread(target=generate, args=(found,), daemon=True)
    proof.start()
    improve(found)
    proof.join(max(found.seconds, 0.0))


def size(problem: Published) -> int:
    """Return how many shifts of people on days there are to choose from."""
    return problem.days * sum(sum(most > 0 for _, most in person.most_of) for person in problem.staff)


def settle(solver: Any, seconds: float, seed: int = 1) -> None:
    """One worker that works on the relaxation: on two cores that proves more than the defaults do."""
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(seconds, 0.01)
