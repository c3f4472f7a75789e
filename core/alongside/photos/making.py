"""Making the photo that is kept from the picture that was sent, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from threading import BoundedSemaphore

from alongside.photos.photo import LARGEST, MOST_PIXELS, NotAPhoto
from alongside.photos.process import TOO_LARGE

DEADLINE = 15.0
"""Seconds after which the process is ended, whatever it does."""

_two_at_once = BoundedSemaphore(2)

_ANOTHER = "Choose another one, as JPEG, PNG or WebP."


def make_photo(sent: bytes, *, deadline: float = DEADLINE, module: str = "alongside.photos.process") -> bytes:
    """Return the square JPEG that is kept of a picture that was sent.

    Raises:
        NotAPhoto: where it is none, is too large, or could not be decoded in time.
    """
    if len(sent) > LARGEST:
        raise NotAPhoto("this photo has more than 10 million bytes", remedy="Choose a smaller one.")
    done = _decoded(sent, deadline, module)
    if done.returncode == TOO_LARGE:
        found = f"this photo has more than {MOST_PIXELS // 1_000_000} million points"
        raise NotAPhoto(found, remedy="Choose a smaller one.")
    if done.returncode != 0 or not done.stdout:
        raise NotAPhoto("this file could not be read as a photo", remedy=_ANOTHER)
    return done.stdout


def _decoded(sent: bytes, deadline: float, module: str) -> subprocess.CompletedProcess[bytes]:
    with _two_at_once:
        try:
            return subprocess.run(  # noqa: S603 - our own interpreter and module, no shell, no outside words
                [sys.executable, "-I", "-m", module],
                input=sent,
                capture_output=True,
                timeout=deadline,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NotAPhoto("this photo took too long to read", remedy=_ANOTHER) from None
