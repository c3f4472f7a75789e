"""A morning at the café by commands: somebody is off, the day says who could come, and she comes after all."""

import json
from datetime import date, timedelta

import pytest

from alongside.testing.demo import TODAY

MONDAY = TODAY + timedelta(days=7)


@pytest.fixture
def at_the_keyboard(command, own_demo):
    def run(*arguments):
        done = command("cafe", *arguments, "--json", home=own_demo)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def shifts_with(day, name, column):
    return [row["Shift"] for row in day["rows"] if name in row[column].split("\n")]


@pytest.mark.proof
def test_who_is_off_is_shown_with_who_could_come_and_may_come_after_all(at_the_keyboard):
    on = ("--on", str(MONDAY))
    name = at_the_keyboard("today", *on)["rows"][-1]["Who comes"].split("\n")[0]
    planned = shifts_with(at_the_keyboard("today", *on), name, "Who comes")
    gone = at_the_keyboard("off", name, *on)
    assert date.fromisoformat(gone["day"]) == MONDAY
    assert gone["off"]
    day = at_the_keyboard("today", *on)
    assert shifts_with(day, name, "Who does not") == planned
    (row,) = [one for one in day["rows"] if one["Shift"] == planned[0]]
    assert row["Open places"].startswith("1")
    assert name not in row["Who could come"].split("\n")
    assert at_the_keyboard("changes")["rows"][0]["What"] == f"{name} does not come."
    at_the_keyboard("off", name, *on, "--back")
    assert shifts_with(at_the_keyboard("today", *on), name, "Who comes") == planned


def test_off_on_a_day_without_a_shift_is_refused_in_one_sentence(command, own_demo):
    refused = command("cafe", "off", "Sunita Rao", "--on", str(MONDAY), home=own_demo)
    assert refused.returncode != 0
    assert "Sunita Rao has no shift on 2026-11-30 that is not over" in refused.stderr
