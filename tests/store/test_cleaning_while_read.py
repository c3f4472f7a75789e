"""Somebody who reads for long is not waited for, and nobody waits behind the cleaning for as long as she reads."""

import threading
import time

import pytest
import sqlalchemy as sa

from alongside.store import NotCleanYet


def read(cups):
    with cups.engine.connect() as reader:
        return reader.execute(sa.text("SELECT count(*) FROM toy_cup")).scalar_one()


def test_cleaning_gives_way_to_a_long_reader_and_is_done_after_her(cups):
    said = []

    def clean():
        try:
            cups.clean()
        except NotCleanYet as not_yet:
            said.append(not_yet)

    with cups.engine.connect() as reader:
        reader.execute(sa.text("SELECT count(*) FROM toy_cup")).scalar_one()
        cleaning = threading.Thread(target=clean)
        cleaning.start()
        time.sleep(0.5)
        assert cleaning.is_alive()
        read(cups)  # whoever comes now is served at once
        assert cleaning.is_alive()
        cleaning.join(30)
    assert len(said) == 1
    cups.clean()
    assert read(cups) == 0


def test_cleaning_comes_back_to_a_table_that_was_read_for_a_moment(cups):
    with cups.engine.connect() as reader:
        reader.execute(sa.text("SELECT count(*) FROM toy_cup")).scalar_one()
        ending = threading.Timer(0.5, reader.rollback)
        ending.start()
        cups.clean()
        ending.join()


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_every_table_is_written_anew_on_postgresql(cups):
    def files():
        with cups.engine.connect() as connection:
            where = "SELECT relname, relfilenode FROM pg_class WHERE relkind = 'r' AND relnamespace = {}"
            return dict(connection.execute(sa.text(where.format("current_schema()::regnamespace"))).all())

    before = files()
    cups.clean()
    assert before
    assert all(number != before[name] for name, number in files().items())
