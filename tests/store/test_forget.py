"""Who is forgotten is gone from the files too, not from answers alone."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from alongside.store import engine

NAME_TO_FORGET = "Rosamund-Quillfeather-the-Third"


@pytest.fixture
def engine_name():
    """A server's files belong to the server, so what is in them is looked at on SQLite."""
    return "sqlite"


def bytes_of(store):
    file = store.engine.url.database
    return b"".join(Path(name).read_bytes() for name in (file, f"{file}-wal") if Path(name).exists())


def remember_and_forget(store, rows, cup, keyboard):
    """Store a cup of that colour, and remove it and its words in the trail."""
    with store.unit(keyboard) as unit:
        kept = unit.add(rows, cup)
    with store.unit(keyboard) as unit:
        kept = unit.change(rows, kept, colour=NAME_TO_FORGET)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert NAME_TO_FORGET.encode() in bytes_of(store)
    with store.unit(keyboard) as unit:
        unit.remove(rows, kept)
        assert unit.forget("rosa") == 3


def test_forgotten_words_are_in_no_file_after_cleaning(cups, cup_rows, cup, keyboard):
    remember_and_forget(cups, cup_rows, cup, keyboard)
    cups.clean()
    assert NAME_TO_FORGET.encode() not in bytes_of(cups)
    assert cups.verify().holds
    with cups.unit(keyboard) as unit:  # cleaning leaves a store that can be written to
        unit.add(cup_rows, cup)


def test_forgotten_words_are_found_without_the_defence(databases, cup_rows, cup, keyboard, monkeypatch):
    """The control: nothing is overwritten and nothing cleaned."""
    from alongside.store import Store
    from alongside.store.audit import ENTRIES

    weak = tuple(pragma.replace("secure_delete = ON", "secure_delete = OFF") for pragma in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", weak)
    store = Store(databases.empty("sqlite"))
    ENTRIES.create(store.engine)
    cup_rows.table.create(store.engine)
    remember_and_forget(store, cup_rows, cup, keyboard)
    assert NAME_TO_FORGET.encode() in bytes_of(store)
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM toy_cup")).scalar() == 0
    store.close()
