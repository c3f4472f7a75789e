"""What was deleted goes out of the file too, also the copies that SQLite leaves behind when a page splits."""

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

NAME = "Quillfeather"
ROWS = 40


@pytest.fixture
def engine_name():
    """PostgreSQL's files are its server's own."""
    return "sqlite"


def churned(store, seed):
    """Fill a table, change rows at random so that its pages split and merge, delete the named row, checkpoint."""
    dice = random.Random(seed)
    with store.engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS churn")
        connection.exec_driver_sql("CREATE TABLE churn (id INTEGER PRIMARY KEY, name TEXT, more TEXT)")
        for row in range(ROWS):
            name = NAME if row == ROWS // 2 else "x"
            connection.exec_driver_sql(
                "INSERT INTO churn VALUES (?, ?, ?)", (row, name, "9" * dice.randint(1, 300))
            )
        for _ in range(4 * ROWS):
            change = ("9" * dice.randint(1, 1500), dice.randrange(ROWS))
            connection.exec_driver_sql("UPDATE churn SET more = ? WHERE id = ?", change)
        connection.execute(sa.text("DELETE FROM churn WHERE name = :name"), {"name": NAME})
    with store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_copy_left_by_a_split_page_is_gone_after_cleaning(cups):
    file = Path(cups.engine.url.database)

    def found():
        return NAME.encode() in file.read_bytes()

    for seed in range(400):
        churned(cups, seed)
        if found():
            break
    assert found(), "no seed left a copy: overwriting alone would do on this SQLite"
    cups.clean()
    assert not found()
