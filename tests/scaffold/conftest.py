"""Plugins written by the scaffold, some of them spoilt in one place, and no trace of them afterwards."""

import sys

import pytest

from alongside.scaffold.writing import write_plugin
from alongside.store.columns import metadata


@pytest.fixture
def written(tmp_path):
    """A function that writes a new plugin; what is imported of it is forgotten when the test ends."""
    tables, modules, path = set(metadata.tables), set(sys.modules), list(sys.path)

    def write(name):
        return write_plugin(name, tmp_path).folder

    yield write
    for name in set(metadata.tables) - tables:
        metadata.remove(metadata.tables[name])
    for name in {one for one in set(sys.modules) - modules if one.startswith("alongside_")}:
        del sys.modules[name]
    sys.path[:] = path


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
