"""The process that searches: a question as JSON on standard input, what came of it as JSON on standard output."""

from __future__ import annotations

import sys

from ..wire import read, written
from .question import Question
from .searching import search


def main() -> None:
    """Answer one question."""
    sys.stdout.write(written(search(read(Question, sys.stdin.read()))))


if __name__ == "__main__":
    main()
