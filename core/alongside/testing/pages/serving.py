"""An enterprise in a folder, served by the program itself, as people start it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import attrs

from alongside.testing.demo import AT_NOON

_ADDRESS = re.compile(r"https?://127\.0\.0\.1:\d+\S*")


@attrs.frozen
class Served:
    """The address that the program says to open, and the lines it has said so far, a fault's among them."""

    address: str
    said: list[str]


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Serve the enterprise in a folder for as long as the block lasts, from noon on if it is a demo."""
    program = str(Path(sys.executable).with_name("alongside"))
    command = [program, "--home", str(home), "serve", "--port", str(free_port())]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ | AT_NOON
    ) as process:
        try:
            yield _listening(process)
        finally:
            process.terminate()


def _listening(process: subprocess.Popen[str]) -> Served:
    said: list[str] = []
    lines = iter(process.stderr or ())
    for line in lines:
        said.append(line)
        if found := _ADDRESS.search(line):
            # Read on: a program whose words nobody takes stops when the pipe is full.
            Thread(target=said.extend, args=(lines,), daemon=True).start()
            return Served(found[0], said)
    raise RuntimeError(f"It was not served: {''.join(said)}")


def free_port() -> int:
    """Return a port of this computer that nothing uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
