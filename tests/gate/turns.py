"""Turns: one page in five is looked at early, the others where there is more time; all are each time."""

import zlib

import pytest

OF = 5


def in_turn(route, later):
    """A page to look at: with the mark ``later``, unless it is its turn, which hangs on its name alone."""
    hers = zlib.crc32(route.path.encode()) % OF == 0
    return pytest.param(route, id=route.path, marks=() if hers else later)
