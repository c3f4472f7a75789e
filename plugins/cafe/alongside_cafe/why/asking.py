"""Asking why from the process that serves pages, which never loads the solver."""

from __future__ import annotations

from ..solving import STARTING, FillStopped, run
from ..wire import read, written
from .conflict import Finding, Question


def ask(question: Question) -> Finding:
    """Return what is found; a solver that falls over or takes too long has found nothing."""
    try:
        return read(
            Finding, run(["alongside_cafe.why.process"], written(question), question.together * 2 + STARTING)
        )
    except FillStopped:
        return Finding(known=False)
