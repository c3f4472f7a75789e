"""Plugins written by the scaffold, some of them spoilt in one place, and no trace of them afterwards."""

import importlib
import sys

import pytest
import sqlalchemy as sa

from alongside.scaffold.writing import write_plugin
from alongside.store.columns import metadata


@pytest.fixture
def forget():
    """A function that forgets every plugin imported since; what a test imports is forgotten when it ends."""
    before, path = set(sys.modules), list(sys.path)

    def go():
        for name in {one for one in set(sys.modules) - before if one.startswith("alongside_")}:
            for table in vars(sys.modules.pop(name)).values():
                if isinstance(table, sa.Table) and table.name in metadata.tables:
                    metadata.remove(table)
        sys.path[:] = path
        importlib.invalidate_caches()

    yield go
    go()


@pytest.fixture
def written(tmp_path, forget):
    """A function that writes a new plugin, and forgets the one of an earlier test."""
    forget()

    def write(name):
        return write_plugin(name, tmp_path).folder

    return write


@pytest.fixture
def spoilt(written):
    """A function that writes a plugin and then puts other words in the place of some, file by file."""

    def write(name, *changes):
        folder = written(name)
        for file, old, new in changes:
            path = folder / f"alongside_{name}" / file
            if old is None:
                path.unlink()
                continue
            text = path.read_text(encoding="utf-8")
            assert old in text, (file, old)
            path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return write
