"""Once a day: work is done once, whoever comes first, and what failed is undone and tried again."""

import logging
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from alongside.jobs.once import last_day, of_day, once
from alongside.jobs.round import Outcome
from alongside.store import Actor
from alongside.store.audit import ENTRIES

DAY = date(2026, 11, 23)
BOTH_AT_ONCE = Path(__file__).parent / "round_program.py"


def nothing(_):
    return None


def impossible(_):
    return 1 / 0


def outcomes(tolds):
    return sorted(told.outcome.value for told in tolds)


def tried(store, day=DAY):
    with store.unit(Actor.keyboard(), writing=False) as unit:
        return of_day(unit, day)


def test_work_is_done_once_for_each_day_as_the_daily_round(store):
    done = []
    days = (DAY, DAY, date(2026, 11, 24))
    told = [once(store, "cafe", day, lambda unit: done.append(unit.actor.kind.value)) for day in days]
    assert [one.outcome for one in told] == [Outcome.DONE, Outcome.BEFORE, Outcome.DONE]
    assert done == ["daily_round", "daily_round"]


def test_last_day_is_that_of_the_newest_try(store):
    with store.unit(Actor.keyboard(), writing=False) as unit:
        assert last_day(unit) is None
    for day in (date(2026, 11, 24), DAY):
        once(store, "cafe", day, nothing)
    with store.unit(Actor.keyboard(), writing=False) as unit:
        assert last_day(unit) == date(2026, 11, 24)


def test_work_that_fails_is_undone_noted_and_tried_again(store, caplog):
    def fails(unit):
        once_more(unit)
        raise ValueError("Rosa Fenn cannot be reached at 07700 900123")

    def once_more(unit):
        unit.forget("nobody")  # writes: shows below that the unit could be used

    with caplog.at_level(logging.ERROR):
        first, second = (once(store, "cafe", DAY, fails) for _ in range(2))
    assert first.outcome is second.outcome is Outcome.FAILED
    assert tried(store)["cafe"].fault == second.fault != first.fault
    assert once(store, "cafe", DAY, once_more).outcome is Outcome.DONE
    assert tried(store)["cafe"].fault == ""
    assert once(store, "cafe", DAY, once_more).outcome is Outcome.BEFORE
    assert first.fault in caplog.text
    assert "in fails" in caplog.text
    assert "Rosa" not in caplog.text
    assert "07700" not in caplog.text


def test_failing_of_one_keeps_nobody_else_from_their_own(store):
    assert once(store, "broken", DAY, impossible).outcome is Outcome.FAILED
    assert once(store, "cafe", DAY, nothing).outcome is Outcome.DONE


def ends(unit):
    raise SystemExit(3)


def test_work_that_would_end_the_program_has_failed(store):
    assert once(store, "broken", DAY, ends).outcome is Outcome.FAILED


def test_of_eight_threads_one_does_the_work(store):
    together, done = threading.Barrier(8), []

    def come(_):
        together.wait()
        return once(store, "cafe", DAY, lambda unit: done.append(unit.now))

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(come, range(8)))
    assert outcomes(told) == ["done"] + ["done before"] * 7
    assert len(done) == 1


def entries(store):
    with store.engine.connect() as connection:
        return connection.execute(
            sa.select(sa.func.count()).select_from(ENTRIES).where(ENTRIES.c.kind == "people_person")
        ).scalar()


def run_together(store, how):
    address = store.engine.url.render_as_string(hide_password=False)
    programs = [
        subprocess.Popen(
            [sys.executable, BOTH_AT_ONCE, address, how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    return sorted(program.communicate(timeout=60)[0].strip() for program in programs)


def test_of_three_processes_one_does_the_work(store):
    assert run_together(store, "claimed") == ["done", "done before", "done before"]
    assert entries(store) == 1


def test_processes_that_look_and_then_work_do_it_more_than_once(store):
    """The control: looking in one unit and working in the next lets several through."""
    assert run_together(store, "looked") == ["done"] * 3
    assert entries(store) == 3


def test_round_leaves_the_audit_trail_whole(store):
    once(store, "cafe", DAY, nothing)
    once(store, "broken", DAY, impossible)
    store.seal()
    assert store.verify().holds
