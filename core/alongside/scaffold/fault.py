"""What can be wrong with a plugin: each fault has a name, and a sentence that says what, where, and what to do."""

from __future__ import annotations

import traceback
from enum import Enum
from pathlib import Path

import attrs


class Kind(Enum):
    """The kinds of faults, by the name that people read."""

    MODULE = "missing module"
    DESCRIPTION = "no description"
    VERSION = "wrong API version"
    RULE = "looser rule"
    PREFIX = "wrong prefix"
    HOOK = "unknown hook"
    PAGE = "page that raises"
    CHAPTER = "chapter that raises"
    TILE = "tile that raises"
    SHEET = "day sheet that raises"
    LOADING = "does not load"
    DESCRIBED = "described wrongly"
    TABLES = "tables unlike their migrations"
    REACTION = "reaction that raises"
    PERSONS = "persons not cared for"
    DEMO = "demo that raises"


@attrs.frozen
class Fault:
    """One thing that is not right."""

    kind: Kind
    sentence: str


@attrs.frozen
class Report:
    """What came of looking at a plugin: its faults, what is worth knowing, and what was looked at."""

    name: str
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """True if nothing is wrong."""
        return not self.faults


def said(fault: BaseException, package: str) -> str:
    """Say what was raised, and at which line of the plugin: “ZeroDivisionError: no stock (rooms.py, line 3)”."""
    words = f"{type(fault).__name__}: {fault}".removesuffix(": ").rstrip(".")
    lines = [one for one in traceback.extract_tb(fault.__traceback__) if package in Path(one.filename).parts]
    return f"{words} ({Path(lines[-1].filename).name}, line {lines[-1].lineno})" if lines else words
