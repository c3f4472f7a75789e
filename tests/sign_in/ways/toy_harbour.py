"""What the tests of signing in share: a clock, a thread that is none, and whether a browser is in."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.testing.fixtures import engines

START = datetime(2026, 11, 23, 12, tzinfo=UTC)

both_databases = pytest.mark.parametrize("engine_name", engines(), indirect=True)


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def goes_on(self, **time):
        self.now += timedelta(**time)


class Straight:
    def __init__(self, *, target, args, **_):
        self.start = lambda: target(*args)


def is_in(browser, name):
    """True if the browser is in the session of the person of that name."""
    answer = browser.get("/ways-in")
    return answer.url.path == "/ways-in" and name in answer.text
