"""Writers in several processes on one file take turns: none is turned away, and none waits for ever."""

import pytest

from alongside.store import Store

WRITERS, UNITS = 4, 20


@pytest.fixture
def engine_name():
    """PostgreSQL has many writers at once, so turns are SQLite's alone."""
    return "sqlite"


def row_of_writers(program, how, store):
    """Let writers write side by side; return the milliseconds of each unit, and why units were refused."""
    program.start(how, WRITERS, UNITS, store)
    said = program.until_ended()
    times = [float(words[1]) for kind, words in said if kind == "took"]
    return times, [" ".join(words) for kind, words in said if kind == "refused"]


def test_writers_in_four_processes_are_all_served_and_none_waits_long(cups, writing_program):
    times, refused = row_of_writers(writing_program, "after", cups)
    assert (len(times), refused) == (WRITERS * UNITS, [])
    mean = sum(times) / len(times)
    assert max(times) < 3 * WRITERS * mean + 100, (
        "a turn comes after those of the others, not after many of theirs"
    )
    with_chain = Store(cups.engine.url.render_as_string())
    assert with_chain.verify().sealed == WRITERS * UNITS
    with_chain.close()


def test_writers_without_turns_are_turned_away(cups, writing_program):
    _, refused = row_of_writers(writing_program, "without_turns", cups)
    assert any("is held by another program" in one for one in refused)
