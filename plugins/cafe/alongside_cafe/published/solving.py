"""Asking for the solution of a published problem: the search is a process of its own, and is ended in time."""

from __future__ import annotations

import subprocess
import sys
import time as clock
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, cast

import attrs

from ..solving import FillStopped
from ..wire import read, written
from .problem import Published
from .question import Question, Solved

SPARE = 0.02
"""The share of the time, and MOST_SPARE seconds at the most, kept for scoring and writing what was found."""
MOST_SPARE = 1.0
NOTHING = Solved(shifts=None, cost=0, bound=0, seconds=0.0)


def solve(problem: Published, seconds: float) -> Solved:
    """Return the best roster found within the seconds, and what is proven of the best there can be.

    The seconds are wall time, the start of the process in them. When they are over, it is ended whatever it does,
    and what it told last is the answer.

    Raises:
        FillStopped: when the process fell over or was ended from outside before it told anything.
    """
    began = clock.monotonic()
    until = began + seconds - min(MOST_SPARE, seconds * SPARE)
    question = written(Question(problem=problem, seconds=until - began))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "alongside_cafe.published.solve_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        told: SimpleQueue[str] = SimpleQueue()
        threads = [Thread(target=_ask, args=(process, question)), Thread(target=_listen, args=(process, told))]
        for thread in threads:
            thread.start()
        try:
            best = _best(_lines(told, until))
        finally:
            process.kill()
            # Each comes to the end of its pipe now; closed under them, the pipes would make them fall over.
            for thread in threads:
                thread.join()
    if best is None:
        if clock.monotonic() < until:
            raise FillStopped("the solver ended without an answer")
        best = NOTHING
    return attrs.evolve(best, seconds=round(clock.monotonic() - began, 2))


def _best(lines: Iterator[str]) -> Solved | None:
    """Return the last that was told: each line knows at least what those before it knew."""
    last = None
    for line in lines:
        last = read(Solved, line)
        if last.proven:
            break
    return last


def _lines(told: SimpleQueue[str], until: float) -> Iterator[str]:
    """Yield what a process tells, line by line, till it ends or time is over."""
    while (left := until - clock.monotonic()) > 0:
        try:
            line = told.get(timeout=left)
        except Empty:
            return
        if not line.endswith("\n"):
            return
        yield line


def _ask(process: subprocess.Popen[str], question: str) -> None:
    try:
        with cast("IO[str]", process.stdin) as pipe:
            pipe.write(question)
    except OSError:
        # It ended before it had read everything, which is seen where its answer is waited for.
        return


def _listen(process: subprocess.Popen[str], told: SimpleQueue[str]) -> None:
    """Hand on each line as it comes, and an empty one at the end."""
    for line in cast("IO[str]", process.stdout):
        told.put(line)
    told.put("")
