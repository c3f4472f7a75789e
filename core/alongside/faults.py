"""Faults: what is kept of one is its kind and where it happened, never what it said.

The words of an error may name people: a database spells out the row it refused, a plugin the person it looked at.
A log is copied, is passed on to whoever mends things, and no erasing reaches it. So a note holds a reference, what
was being done in words of ours, the class of the error and of what led to it, and lines of code: no words of the
error, no values, no names of folders (a home folder is called after somebody).
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import attrs


@attrs.frozen
class Heard:
    """A fault that was noted, and what was being done."""

    fault: BaseException
    what: str


_log = logging.getLogger(__name__)
_heard: ContextVar[list[Heard] | None] = ContextVar("heard", default=None)

MOST = 5
"""How many errors, each of which led to the next, are told of."""


def noted(fault: BaseException, what: str) -> str:
    """Write a fault to the log; return the reference it stands under.

    Args:
        fault: what was raised.
        what: what was being done, in words that name nobody: the pattern of an address, the name of a part.
    """
    reference = os.urandom(4).hex()
    heard = _heard.get()
    if heard is not None:
        heard.append(Heard(fault, what))
    else:
        _log.error("Reference %s: %s failed with %s", reference, what, told(fault))
    return reference


def told(fault: BaseException) -> str:
    """Return the class of a fault and the lines it came through, then those of what led to it."""
    return "\n after ".join("\n  ".join([_kind(one), *_places(one)]) for one in _chain(fault))


def _kind(fault: BaseException) -> str:
    """Its class; of a group also the classes it holds."""
    held = fault.exceptions if isinstance(fault, BaseExceptionGroup) else ()
    return " ".join([type(fault).__name__, *sorted({type(one).__name__ for one in held})])


def _places(fault: BaseException) -> Iterator[str]:
    """The lines it came through, by module; Python's own would tell nothing."""
    for frame, line in traceback.walk_tb(fault.__traceback__):
        code = frame.f_code
        # A template has no module: its file's own name says which it is.
        module = Path(str(frame.f_globals.get("__name__") or code.co_filename)).name
        if module.partition(".")[0] not in sys.stdlib_module_names:
            yield f"{module}:{line} in {code.co_name}"


def _chain(fault: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = fault
    for _ in range(MOST):
        if one is None:
            return
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


@contextmanager
def heard() -> Iterator[list[Heard]]:
    """Collect what is noted meanwhile, and write none of it to the log: in a trial a fault is an answer."""
    faults: list[Heard] = []
    before = _heard.set(faults)
    try:
        yield faults
    finally:
        _heard.reset(before)


class Place(str):
    """Where a fault happened, in words of ours that are added to it as a note and may be shown to anybody."""

    __slots__ = ()


def places_of(fault: BaseException) -> str:
    """Return what we have added to a fault of where it happened; notes of others are left out."""
    return " ".join(one for one in getattr(fault, "__notes__", ()) if isinstance(one, Place))
