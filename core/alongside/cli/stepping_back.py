"""Stepping back: long work lets whoever waits for a page of this machine go first."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

BACK = 10
"""How far long work steps back behind other programs, on the scale of ``nice``."""

_GROUP = Path("/proc/self/autogroup")


def step_back() -> None:
    """Make this process give way to others.

    Linux may share the processor out between sessions first, and only then by ``nice`` within each of them
    (sched(7), “The autogroup feature”). A command that a timer starts has a session of its own: that steps back
    as a whole. One that somebody types in stays as it is: nobody but root could bring it forward again.
    """
    if not hasattr(os, "setpriority"):
        return
    nice = max(BACK, os.getpriority(os.PRIO_PROCESS, 0))
    os.setpriority(os.PRIO_PROCESS, 0, nice)
    if os.getsid(0) == os.getpid():
        # Where there is no such file, sessions are all alike, and the above is enough.
        with contextlib.suppress(OSError):
            _GROUP.write_text(str(nice), encoding="ascii")
