"""The solver's own process: a question as JSON on standard input, its answer as JSON on standard output."""

from __future__ import annotations

import os
import sys

from .search import search
from .solving import Question
from .wire import read, written

BACK = 10
"""How far it steps back behind other programs: it may take a minute, and a page must not."""


def main() -> None:
    """Answer one question, and let whoever waits for a page go first."""
    os.nice(BACK)
    question = read(Question, sys.stdin.read())
    sys.stdout.write(written(search(question.problem, question.work, question.seconds)))


if __name__ == "__main__":
    main()
