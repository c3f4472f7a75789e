"""Keys of open votes: files outside the database, its backups and the enterprise's folder.

Whoever holds a copy of the database alone can open no ballot. A key is made when a vote opens and destroyed
after its count; until then, losing it loses the votes, and members vote again.
"""

from __future__ import annotations

import os
from pathlib import Path

from alongside.decisions.actions import sealing
from alongside.refusal import BadInput, Refusal, worded


class KeyLost(Refusal):
    """The key of an open vote is not where it was put."""

    status = 409

    def __init__(self, title: str) -> None:
        super().__init__(
            worded(
                "decisions",
                "The key of the vote “{title}” is lost, so its ballots cannot be opened. "
                "A teller begins the vote again, on its page: members must vote again.",
                title=title,
            )
        )


def folder() -> Path:
    """Return where keys are kept: ``ALONGSIDE_KEYS``, else in the state folder of whoever runs Alongside."""
    named = os.environ.get("ALONGSIDE_KEYS")
    if named:
        return Path(named)
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "alongside" / "keys"


def check_apart_from(home: Path) -> None:
    """Refuse to keep keys below the enterprise's folder: a backup would hold ballots and key together."""
    if folder().resolve().is_relative_to(home.resolve()):
        found = f"the keys of votes would lie in the enterprise’s own folder, {home}"
        raise BadInput(found, where="ALONGSIDE_KEYS", remedy="Name a folder outside it.")


def make() -> str:
    """Make the key of a vote, on the disk for good before this returns; return its public half."""
    public, private = sealing.new_pair()
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    folder().chmod(0o700)
    opened = os.open(_file(public), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w") as file:
        file.write(private)
        file.flush()
        os.fsync(file.fileno())
    _settle()
    return public


def is_there(public: str) -> bool:
    """True if the key can be read."""
    return _file(public).is_file()


def private_half(public: str, title: str) -> str:
    """Return the private half, to open the ballots of the vote called ``title``.

    Raises:
        KeyLost: where it is not there.
    """
    try:
        return _file(public).read_text()
    except FileNotFoundError as lost:
        raise KeyLost(title) from lost


def destroy(public: str) -> None:
    """Destroy a key, if it is there still."""
    if is_there(public):
        _file(public).unlink()
        _settle()


def _file(public: str) -> Path:
    return folder() / f"{public}.key"


def _settle() -> None:
    """Wait until the folder's own list of names is on the disk."""
    opened = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
