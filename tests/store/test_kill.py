"""Saved means saved: writers are killed at any moment, and what they were told was saved is there."""

import contextlib
import os
import random
import signal
import time

import pytest
import sqlalchemy as sa

from alongside.store import Store

LATEST_KILL = 0.06  # seconds after the first acknowledgement; a unit takes some milliseconds
WRITERS = 2
# One statement, as a server may still be ending the last transaction of a client that was killed.
BOTH = sa.text("SELECT 'cup', id FROM toy_cup UNION ALL SELECT 'entry', row FROM store_audit")


def killed_row(program, how, store, dice, latest=LATEST_KILL):
    """Start a row of writers, kill them, and return the cups they said were saved."""
    program.start(how, WRITERS, 10_000, store)
    pids = program.wait_until_at_work()
    time.sleep(dice.uniform(0, latest))
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return {words[0] for kind, words in program.until_ended() if kind == "took"}


def found_after(store):
    """Open the database anew, check that all of it is in order, and return the cups in it."""
    again = Store(store.engine.url.render_as_string(hide_password=False))
    try:
        again.seal()
        assert again.verify().faults == ()
        with again.engine.connect() as connection:
            if again.is_sqlite:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            seen = connection.execute(BOTH).all()
        cups, entries = ({row for kind, row in seen if kind == wanted} for wanted in ("cup", "entry"))
        assert cups == entries, "a row and its entry in the trail stand or fall together"
        return cups
    finally:
        again.close()


def kill_often(program, store, kills):
    """Kill rows of writers; return how many cups were said to be saved."""
    dice, acknowledged = random.Random(22), set()
    for _ in range(kills // WRITERS):
        acknowledged |= killed_row(program, "after", store, dice)
        assert acknowledged <= found_after(store)
    return len(acknowledged)


def test_writers_killed_ten_times_lose_nothing_they_acknowledged(cups, writing_program):
    assert kill_often(writing_program, cups, kills=10) > 0


@pytest.mark.proof
@pytest.mark.long
def test_writers_killed_two_hundred_times_lose_nothing_they_acknowledged(cups, writing_program):
    assert kill_often(writing_program, cups, kills=200) > 200


def test_writers_that_acknowledge_before_the_commit_do_lose_some(cups, writing_program):
    dice = random.Random(22)
    lost = (killed_row(writing_program, "before", cups, dice, latest=0.005) - found_after(cups) for _ in range(40))
    assert any(lost)
