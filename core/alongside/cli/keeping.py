"""The file for faults: what is logged by whichever library goes there, and nothing of what it said.

A record of ours is written as it is: it was made to name nobody. Of any other, a warning of a library or an error
that a thread or a task was ended by, only its kind and its place are kept.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path
from typing import Any

from alongside.faults import noted, told

OURS = "alongside.faults"


def keep_faults() -> None:
    """From now on write what is logged to the file for faults."""
    logging.basicConfig(handlers=[_LateFile()], level=logging.WARNING, force=True)


def keep_what_nobody_saw() -> None:
    """From now on write there as well what would go to the terminal: warnings, and what ends a thread unseen."""
    logging.captureWarnings(True)
    sys.excepthook = lambda _kind, fault, _trace: _unseen(fault, "the program")
    sys.unraisablehook = lambda unseen: _unseen(unseen.exc_value, "putting something away")
    threading.excepthook = lambda ended: _unseen(ended.exc_value, "a thread")


def _unseen(fault: BaseException | None, what: str) -> None:
    if fault is not None:
        noted(fault, what)


def faults_log() -> Path:
    """Return the file that keeps the details of faults, outside every enterprise; its folder is made."""
    folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "alongside"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / "faults.log"


class _LateFile(logging.Handler):
    """Writes to the file for faults, which is made when there is something to keep."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record at the end of the file."""
        with faults_log().open("a", encoding="utf-8") as file:
            file.write(f"{_WORDLESS.format(record)}\n")


class Wordless(logging.Formatter):
    """Words a record without what another's library said in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return when, who and, of ours, what; of another's, where it was said and what was raised."""
        words = record.getMessage() if record.name == OURS else _without_words(record)
        return f"{self.formatTime(record)} {record.name}: {words}"


def _without_words(record: logging.LogRecord) -> str:
    fault: Any = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    raised = f", of {told(fault)}" if fault is not None else ""
    return f"{record.levelname.lower()} at {record.module}:{record.lineno}{raised}"


_WORDLESS = Wordless()
