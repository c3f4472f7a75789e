"""A toy table, so that the store is tested without any part."""

import subprocess
import sys
from pathlib import Path

import attrs
import pytest
import sqlalchemy as sa

from alongside.store import Rows, Store
from alongside.store import columns as c
from alongside.store.audit import ENTRIES


@attrs.frozen(kw_only=True)
class Cup:
    id: str
    owner: str
    colour: str
    version: int = 1


_metadata = sa.MetaData()
CUP = sa.Table("toy_cup", _metadata, c.key(), c.text("owner"), c.text("colour"), c.version())
CUPS = Rows(Cup, CUP, called="cup", about="owner")


@pytest.fixture
def cups(databases, engine_name):
    """A store with nothing but the audit trail and cups."""
    store = Store(databases.empty(engine_name))
    ENTRIES.create(store.engine)
    _metadata.create_all(store.engine)
    yield store
    store.close()


@pytest.fixture
def cup_rows():
    return CUPS


@pytest.fixture
def cup():
    return Cup(id="c1", owner="rosa", colour="green")


class WritingProgram:
    """The program ``writer.py`` at work, and what it says line by line."""

    def __init__(self, process):
        self._process = process
        self._said = []

    def start(self, how, writers, units, store):
        """Let it fork a row of writers."""
        self._said = []
        address = store.engine.url.render_as_string(hide_password=False)
        self._process.stdin.write(f"{how} {writers} {units} {address}\n")
        self._process.stdin.flush()

    def wait_until_at_work(self):
        """Return the process numbers of the row, as soon as one of it has written something."""
        pids = [int(pid) for pid in self._until("started")]
        if not self._said:
            self._said.append(("took", self._until("took")))
        return pids

    def until_ended(self):
        """Wait for the row's end; return what it said as ``(kind, words)``."""
        self._until("ended")
        return self._said

    def _until(self, wanted):
        for line in self._process.stdout:
            kind, *words = line.split()
            if kind == wanted:
                return words
            self._said.append((kind, words))
        raise EOFError("the writing program ended")


@pytest.fixture(scope="session")
def writing_program():
    program = [sys.executable, Path(__file__).with_name("writer.py")]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield WritingProgram(process)
        process.stdin.close()
