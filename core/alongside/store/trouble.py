"""What a database itself cannot do, as sentences: it is damaged, cannot be reached, is held, or has no room.

Anything else that goes wrong there is a fault of ours and stays one.
"""

from __future__ import annotations

import sqlite3

import sqlalchemy as sa
from sqlalchemy.engine import Engine, ExceptionContext

from alongside.refusal import Refusal

_BUSY, _READ_ONLY, _READING_OR_WRITING, _DAMAGED, _FULL, _NOT_OPENED, _NO_DATABASE = 5, 8, 10, 11, 13, 14, 26

_NO_RIGHT = "42501"  # PostgreSQL's code for a missing right

# By SQLite's primary result codes (https://www.sqlite.org/rescode.html, read on 23 November 2026).
_SQLITE = {
    _BUSY: "is held by another program. Wait until that has ended, or end it, then try again.",
    _READ_ONLY: "may not be written. Give yourself the right to write to the file and its folder, then try again.",
    _READING_OR_WRITING: "could not be read or written. Look whether the disk is whole and has room left.",
    _DAMAGED: "is damaged. Put back the last copy of it that was whole.",
    _FULL: "has no room left on its disk. Make room, then try again; nothing was half-written.",
    _NOT_OPENED: "cannot be opened. Look whether its folder is there and may be written.",
    _NO_DATABASE: "is not a database. Put back the last copy of it that was whole.",
}


class DatabaseTrouble(Refusal):
    """The database cannot do its work; no input of this moment is at fault."""

    status = 503


def translate(engine: Engine) -> None:
    """Let an engine say in words what people can do something about."""

    @sa.event.listens_for(engine, "handle_error")
    def _translate(context: ExceptionContext) -> None:
        if found := in_words(engine, context.original_exception):
            raise found from context.original_exception


def in_words(engine: Engine, error: BaseException) -> DatabaseTrouble | None:
    """Return the sentence for an error of the driver, or ``None`` where it is a fault of ours."""
    if isinstance(error, sqlite3.Error):
        # The lower byte is the primary code; the rest tells kinds of it apart.
        said = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        return DatabaseTrouble(f"The database {engine.url.database} {said}") if said else None
    state, place = getattr(error, "sqlstate", None), engine.url.render_as_string(hide_password=True)
    if type(error).__name__ == "OperationalError" and state is None:
        return DatabaseTrouble(
            f"The database {place} cannot be reached{_refused(error)}. "
            "Look whether it runs, and at its address in settings.toml."
        )
    if state == _NO_RIGHT:
        told = getattr(getattr(error, "diag", None), "message_primary", "")
        return DatabaseTrouble(
            f"The database {place} does not allow this: {told}. "
            "Let its owner give the right to the role in the address."
        )
    return None


def _refused(error: BaseException) -> str:
    """What a server that was reached says before it hangs up, such as a wrong password or a missing one."""
    _, found, told = str(error).partition("FATAL:")
    return f": {told.strip().splitlines()[0].strip()}" if found and told.strip() else ""
