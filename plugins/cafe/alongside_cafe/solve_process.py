"""The solver's own process: a question as JSON on standard input, its answer as JSON on standard output."""

from __future__ import annotations

import sys

from .search import search
from .solving import Question
from .wire import read, written


def main() -> None:
    """Answer one question."""
    question = read(Question, sys.stdin.read())
    sys.stdout.write(written(search(question.problem, question.work, question.seconds)))


if __name__ == "__main__":
    main()
