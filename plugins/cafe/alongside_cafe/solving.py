"""Asking for a rota: the solver runs in a process of its own, so that it can neither slow nor stop this one."""

from __future__ import annotations

import subprocess
import sys

import attrs

from alongside.api.values import Refusal

from .problem import Answer, Problem
from .wire import read, written

STARTING = 20.0
"""Seconds allowed for starting the process and writing the model, on top of the search itself."""


WORK = 24.0
"""Deterministic units of search that a fill may take: a café month is proven best, or nearly, well within them."""


class FillStopped(Refusal):
    """The solver's process ended without an answer; nothing was changed."""

    status = 503

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The rota was not filled: {why}. Nothing was changed. Try again, or ask for fewer weeks."
        )


@attrs.frozen(kw_only=True)
class Question:
    """What the solver's process is asked: a problem, and how much work and wall time it may take."""

    problem: Problem
    work: float
    seconds: float


def fill(problem: Problem, *, work: float = WORK, seconds: float = 60.0) -> Answer:
    """Return the best rota found for a problem; the same problem and work give the same answer.

    Args:
        problem: who could work which shifts.
        work: deterministic units of search, two to three seconds each on a small machine.
        seconds: wall time after which the search stops whatever it has; ``Answer.ending`` tells.

    Raises:
        FillStopped: when the process was ended from outside, fell over, or did not keep to its time.
    """
    question = written(Question(problem=problem, work=work, seconds=seconds))
    return read(Answer, run(["alongside_cafe.solve_process"], question, seconds + STARTING))


def run(module: list[str], question: str, deadline: float) -> str:
    """Return what a module of Python prints when it is asked, within ``deadline`` seconds.

    Raises:
        FillStopped: when it gives no answer.
    """
    try:
        # With -P, what lies in the folder where somebody stands is not taken for a module of ours.
        done = subprocess.run(  # noqa: S603 our own interpreter and module, no shell, no outside words
            [sys.executable, "-P", "-m", *module],
            input=question,
            capture_output=True,
            text=True,
            timeout=deadline,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FillStopped(f"the solver gave no answer within {deadline:g} seconds") from None
    if done.returncode < 0:
        raise FillStopped(f"the solver was ended from outside (signal {-done.returncode})")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it did not say why"])[-1]
        # What stands after the kind of an error may be words of the problem, which people are in.
        raise FillStopped(f"the solver fell over ({last.partition(':')[0]})")
    return done.stdout
