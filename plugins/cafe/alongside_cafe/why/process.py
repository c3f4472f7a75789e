"""The process in which a question is answered: JSON on standard input, the finding as JSON on standard output."""

from __future__ import annotations

import sys

from ..wire import read, written
from .answering import answer
from .conflict import Question


def main() -> None:
    """Answer one question."""
    sys.stdout.write(written(answer(read(Question, sys.stdin.read()))))


if __name__ == "__main__":
    main()
