"""Work beside the pages: it begins soon, comes back, survives its own faults and ends when told to."""

import logging
import threading
import time

from alongside.jobs import background
from alongside.jobs.background import Background


def test_work_comes_back_also_after_it_has_failed(caplog):
    turns, thrice = [], threading.Event()

    def work(stopped):
        turns.append(stopped())
        if len(turns) == 3:
            thrice.set()
        raise ValueError("Rosa Fenn")

    with caplog.at_level(logging.ERROR), Background(work, soon=0.01, every=0.01):
        assert thrice.wait(10)
    assert turns[:3] == [False, False, False]
    assert "the work beside the pages failed with ValueError" in caplog.text
    assert "Rosa" not in caplog.text


def test_end_waits_for_work_that_asks_whether_to_stop():
    begun, steps = threading.Event(), []

    def work(stopped):
        begun.set()
        while not stopped():
            time.sleep(0.01)
        steps.append("whole")

    with Background(work, soon=0.0):
        assert begun.wait(10)
    assert steps == ["whole"]


def test_end_before_the_first_turn_does_nothing():
    with Background(lambda _: 1 / 0, soon=60.0):
        pass
    assert not any(thread.name == "the daily round" for thread in threading.enumerate())


def test_end_does_not_wait_for_ever_for_work_that_hangs(monkeypatch):
    monkeypatch.setattr(background, "PATIENCE", 0.1)
    begun, let_go = threading.Event(), threading.Event()

    def hangs(stopped):
        begun.set()
        let_go.wait(60)

    started = time.monotonic()
    with Background(hangs, soon=0.0):
        assert begun.wait(10)
    assert time.monotonic() - started < 10
    let_go.set()
