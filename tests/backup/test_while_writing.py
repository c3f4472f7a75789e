"""Copies made while others write: each is one moment, and a copy made the simple way is not."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from alongside.house.backups.making import make
from alongside.house.backups.restoring import restore
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.people.tables import PEOPLE, SKILLS
from alongside.store import Store

WRITERS = 2


class Writers:
    """Programs at work, and the ids of the people they were told are saved."""

    def __init__(self, processes):
        self.saved = set()
        self._threads = [threading.Thread(target=self._listen, args=(one,), daemon=True) for one in processes]
        for thread in self._threads:
            thread.start()

    def _listen(self, process):
        with process.stdout:
            for line in process.stdout:
                self.saved.add(line.strip())

    def ended(self):
        """Hear the last of programs that were ended."""
        for thread in self._threads:
            thread.join()

    def wait_for(self, more):
        """Wait until so many more people were saved."""
        wanted = len(self.saved) + more
        while len(self.saved) < wanted:
            time.sleep(0.005)


@pytest.fixture
def writing(house):
    with at_work(house) as writers:
        yield writers


@contextmanager
def at_work(house):
    address = house.store.engine.url.render_as_string(hide_password=False)
    program = [sys.executable, str(Path(__file__).with_name("writing.py")), address]
    processes = [subprocess.Popen(program, stdout=subprocess.PIPE, text=True) for _ in range(WRITERS)]
    writers = Writers(processes)
    try:
        writers.wait_for(3)
        yield writers
    finally:
        for process in processes:
            process.kill()
            process.wait()
        writers.ended()


def halves(url):
    """How many people who were put in whole are there by half, and everybody who is there."""
    store = Store(url)
    try:
        with store.engine.connect() as connection:
            skills = sa.select(SKILLS.table.c.person, sa.func.count()).group_by(SKILLS.table.c.person)
            counted = dict(connection.execute(skills).all())
            people = set(connection.scalars(sa.select(PEOPLE.table.c.id).where(PEOPLE.table.c.name == "Somebody")))
        assert store.verify().holds
        return sum(counted.get(one, 0) != 2 for one in people), people
    finally:
        store.close()


def copies_are_whole(house, key, writers, tmp_path, times):
    for turn in range(times):
        writers.wait_for(2)
        acknowledged = set(writers.saved)
        made = make(house, tmp_path / "busy.backup")  # refuses where a digest differs from that of the snapshot
        folder = tmp_path / f"back{turn}"
        restore(made.path, key, folder, core_parts(), find_plugins())
        by_half, people = halves(f"sqlite:///{folder / 'alongside.db'}")
        assert by_half == 0
        assert acknowledged <= people
        shutil.rmtree(folder)


@pytest.mark.proof
def test_copies_made_while_others_write_are_whole(house, key, writing, tmp_path):
    copies_are_whole(house, key, writing, tmp_path, 2)


@pytest.mark.proof
@pytest.mark.long
def test_twenty_of_twenty_copies_made_while_others_write_are_whole(house, key, writing, tmp_path):
    copies_are_whole(house, key, writing, tmp_path, 20)


@pytest.mark.proof
def test_nobody_waits_long_while_a_copy_is_made(house, writing, tmp_path):
    before = len(writing.saved)
    make(house, tmp_path / "busy.backup")
    assert len(writing.saved) > before


def test_file_copied_the_simple_way_while_others_write_does_lose_some(lite, tmp_path):
    """The control on SQLite: the file alone, or the file and its log one after the other."""
    with at_work(lite) as writers:
        assert any(simple_copy_is_bad(lite, writers, tmp_path / f"simple{turn}") for turn in range(40))


def simple_copy_is_bad(house, writers, folder):
    folder.mkdir()
    writers.wait_for(1)
    acknowledged = set(writers.saved)
    shutil.copy(house.home / "alongside.db", folder / "alongside.db")
    try:
        by_half, people = halves(f"sqlite:///{folder / 'alongside.db'}")
    except (sa.exc.SQLAlchemyError, sqlite3.Error, AssertionError):
        return True
    return bool(by_half) or not acknowledged <= people


def test_tables_read_one_after_the_other_while_others_write_do_not_fit(house, writing):
    """The control on both: without one snapshot, people are there whose skills are not."""
    for _ in range(40):
        with house.store.engine.connect() as connection:
            skills = set(connection.scalars(sa.select(SKILLS.table.c.person)))
        writing.wait_for(1)
        with house.store.engine.connect() as connection:
            people = set(connection.scalars(sa.select(PEOPLE.table.c.id).where(PEOPLE.table.c.name == "Somebody")))
        if people - skills:
            return
    pytest.fail("forty readings in two transactions fitted, so the tests above prove nothing")
