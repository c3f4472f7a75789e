"""The process that searches: a question as JSON on standard input, what it knows on lines of standard output."""

from __future__ import annotations

import os
import sys
from threading import Lock

from ..wire import read, written
from .question import Question, Solved
from .searching import search

_WHOLE = Lock()
"""Held while a line is written: threads tell what they find, and no line may stand within another."""


def main() -> None:
    """Answer one question, ever better."""
    _tell(search(read(Question, sys.stdin.read()), _tell))
    # A thread may still wait for the solver: nothing more is asked of it.
    os._exit(0)


def _tell(solved: Solved) -> None:
    with _WHOLE:
        sys.stdout.write(written(solved) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
