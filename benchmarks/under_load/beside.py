"""Other work on the same machine: a rota is filled and a report written, again and again, by other programs."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from .visiting import ended
from .year import PROGRAM

CAFE = "tideline-cafe"


def _fill(turn: int) -> list[str]:
    return ["cafe", "fill", "--from", f"2027-0{1 + turn % 9}-04"]


def _report(_: int) -> list[str]:
    return ["reports", "write"]


@contextlib.contextmanager
def beside(home: Path) -> Iterator[dict[str, int]]:
    """Work beside whatever happens in the block; the count of what was finished grows meanwhile."""
    over, done = threading.Event(), {"rota fills": 0, "reports": 0}

    def again(what: str, command: Callable[[int], list[str]]) -> None:
        turn = 0
        while not over.is_set():
            asked = [PROGRAM, "--home", str(home), *command(turn)]
            work = subprocess.Popen(
                asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True, start_new_session=True
            )
            while work.poll() is None and not over.wait(0.1):
                pass
            ended(work)
            done[what] += work.returncode == 0
            turn += 1

    working = [
        threading.Thread(target=again, args=one, daemon=True)
        for one in (("rota fills", _fill), ("reports", _report))
    ]
    for one in working:
        one.start()
    try:
        yield done
    finally:
        over.set()
        for one in working:
            one.join(30)
