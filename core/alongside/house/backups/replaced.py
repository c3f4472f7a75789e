"""What the folder that a backup takes the place of still tells, without opening the house in it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from alongside.house.settings import read_settings
from alongside.store.engine import engine_for


def looked_up(home: Path, question: sa.Select[tuple[str]]) -> set[str]:
    """Return what the database of the folder ``home`` answers.

    Raises:
        Refusal, SQLAlchemyError, OSError: where it cannot be read: it is replaced because it is broken, perhaps.
    """
    url = read_settings(home).url
    path = url.removeprefix("sqlite:///")
    if path != url and not Path(path).is_file():
        raise FileNotFoundError(path)
    engine = engine_for(url)
    try:
        with engine.connect() as connection:
            return set(connection.scalars(question))
    finally:
        engine.dispose()
