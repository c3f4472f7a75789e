"""The mark that files are to be cleaned outlasts whatever kept that from being done, and is taken away once."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from alongside.house.core import core_parts
from alongside.house.daily import clean_files
from alongside.house.finding import Found
from alongside.house.opening import open_house
from alongside.house.settings import write_settings

DAY = date(2026, 11, 23)


@pytest.fixture
def a_house(home):
    write_settings(home)
    house = open_house(home, core_parts(), Found((), ()))
    yield house
    house.close()


def test_round_cleans_what_is_marked_and_nothing_else(a_house):
    assert list(clean_files(a_house, DAY)) == []
    a_house.must_clean()
    assert [came.words for came in clean_files(a_house, DAY)] == ["what was erased is out of its files too"]
    assert list(clean_files(a_house, DAY)) == []


def test_mark_of_somebody_who_erases_while_files_are_cleaned_stays(a_house, monkeypatch):
    clean = a_house.store.clean

    def while_another_erases():
        clean()
        a_house.must_clean()

    monkeypatch.setattr(a_house.store, "clean", while_another_erases)
    a_house.clean()
    assert a_house.unclean.exists()
    monkeypatch.undo()
    a_house.clean()
    assert not a_house.unclean.exists()


def test_somebody_who_reads_for_long_keeps_nobody_out_and_the_mark_waits(a_house, home):
    a_house.must_clean()
    with closing(sqlite3.connect(home / "alongside.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people_person").fetchone()
        open_house(home, core_parts(), Found((), ())).close()
        assert a_house.unclean.exists()
    open_house(home, core_parts(), Found((), ())).close()
    assert not a_house.unclean.exists()
