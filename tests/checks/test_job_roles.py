"""A role says which checks may be asked for; readiness follows from the role and what is on record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.checks.check import Check, Decision, Kind
from alongside.checks.job_role import (
    Eligible,
    JobRole,
    Level,
    NotEligible,
    Scheme,
    further,
    furthest,
    points_of,
)
from alongside.checks.readiness import Because, Known, Missing, Need, needs_on, ready_until
from alongside.refusal import BadInput

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOTHING = Known(checks=(), shown=(), age=30)


def role(**more: Any) -> JobRole:
    return JobRole(**{"id": "r", "name": "Café helper", "right_to_work": False, **more})


def check(**more: Any) -> Check:
    facts = {"id": "c", "person": "amy", "turn": 1, "role": "r", "kind": Kind.RIGHT_TO_WORK, "noted_at": NOW}
    return Check(**{**facts, **more})


def record(level: Level, **more: Any) -> Check:
    facts = {"kind": Kind.RECORD, "scheme": Scheme.DBS, "done_on": TODAY, "decision": Decision.FINE}
    return check(level=level, **{**facts, **more})


# --- what a role may ask for


@given(st.sampled_from(Level), st.one_of(st.none(), st.sampled_from(Eligible)))
def test_role_may_have_no_level_that_its_reason_does_not_reach_to(level: Level, why: Eligible | None) -> None:
    reach = {
        None: 1,
        Eligible.LISTED: 2,
        Eligible.CHILDREN: 3,
        Eligible.ADULTS: 3,
        Eligible.REGULATED_CHILDREN: 4,
        Eligible.REGULATED_ADULTS: 4,
    }
    if list(Level).index(level) <= reach[why]:
        assert role(level=level, why=why).level is level
    else:
        with pytest.raises(NotEligible, match="is an offence"):
            role(level=level, why=why)


@pytest.mark.parametrize(
    ("level", "why"),
    [
        (Level.STANDARD, "positions that the law lists"),
        (Level.ENHANCED, "work with children, or care of adults"),
        (Level.ENHANCED_BARRED, "regulated activity"),
    ],
)
def test_refusal_is_one_sentence_that_names_role_and_reason(level: Level, why: str) -> None:
    with pytest.raises(NotEligible) as refused:
        role(level=level)
    sentence = str(refused.value)
    assert why in sentence
    assert "“Café helper”" in sentence
    assert sentence.count(".") == 1


def test_role_may_ask_for_its_own_level_and_less() -> None:
    enhanced = role(level=Level.ENHANCED, why=Eligible.ADULTS)
    assert [level for level in Level if enhanced.may_ask(level)] == list(Level)[:4]
    assert furthest(None) is Level.BASIC
    assert further(Level.BASIC, Level.NONE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 61},
        {"min_age": 100},
        {"induction": tuple(str(n) for n in range(21))},
        {"induction": ("x" * 121,)},
    ],
)
def test_role_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        role(**wrong)


def test_points_are_read_one_a_line_without_gaps_or_twins() -> None:
    assert points_of(" Fire exit \n\nWhom to ask\nFire exit\n") == ("Fire exit", "Whom to ask")


# --- what is kept of a check


def test_check_has_no_field_for_words_or_files() -> None:
    kept = {field for field in Check.__annotations__ if field not in {"id", "version", "turn", "noted_at"}}
    assert kept == {
        "person",
        "role",
        "kind",
        "scheme",
        "level",
        "number",
        "done_on",
        "decision",
        "decided_by",
        "until",
    }


def test_share_code_is_not_kept() -> None:
    with pytest.raises(BadInput, match="share code is not kept"):
        check(number="W1A2B3C4D")


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": "see: convicted of"},
        {"number": "1" * 21},
        {"done_on": None},
        {"done_on": TODAY + timedelta(days=1)},
        {"until": TODAY - timedelta(days=1)},
    ],
)
def test_check_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        record(Level.BASIC, **wrong)


def test_number_is_kept_without_its_gaps() -> None:
    assert record(Level.BASIC, number="0017 0000 0001").number == "001700000001"


# --- ready


def test_everything_that_a_role_asks_for_is_missing_at_first() -> None:
    asks = role(right_to_work=True, level=Level.BASIC, induction=("Fire exit",), min_age=40)
    assert [need.what for need in needs_on(asks, NOTHING, TODAY)] == list(Missing)
    assert needs_on(role(), NOTHING, TODAY) == ()


def test_age_that_nobody_knows_is_not_old_enough() -> None:
    known = Known(checks=(), shown=(), age=None)
    assert needs_on(role(min_age=16), known, TODAY) == (Need(Missing.AGE, Because.NOT_YET),)
    assert needs_on(role(), known, TODAY) == ()


def test_right_to_work_holds_through_its_last_day_and_is_missing_from_the_next() -> None:
    known = Known(checks=(check(done_on=TODAY, decision=Decision.FINE, until=TODAY),), shown=(), age=30)
    asks = role(right_to_work=True)
    assert needs_on(asks, known, TODAY) == ()
    assert ready_until(asks, known, TODAY) == TODAY
    tomorrow = TODAY + timedelta(days=1)
    assert needs_on(asks, known, tomorrow) == (Need(Missing.RIGHT_TO_WORK, Because.RAN_OUT, tomorrow),)


@pytest.mark.parametrize(
    "other", [{"level": Level.BASIC}, {"role": "another"}, {"scheme": Scheme.PVG}], ids=["level", "role", "scheme"]
)
def test_check_that_looks_less_far_or_was_for_another_role_or_system_does_not_count(other: dict[str, Any]) -> None:
    asks = role(level=Level.ENHANCED, why=Eligible.ADULTS)
    fits = record(Level.ENHANCED)
    there = record(**{"level": Level.ENHANCED, **other})
    assert needs_on(asks, Known(checks=(fits,), shown=(), age=30), TODAY) == ()
    assert needs_on(asks, Known(checks=(there,), shown=(), age=30), TODAY) == (
        Need(Missing.RECORD, Because.NOT_YET),
    )


def test_last_decision_counts_and_one_that_is_on_its_way_leaves_the_one_that_holds() -> None:
    asks = role(level=Level.BASIC)
    fine, no = record(Level.BASIC), record(Level.BASIC, decision=Decision.NOT_FOR_THIS_ROLE)
    waiting = record(Level.BASIC, decision=Decision.WAITING, done_on=None)

    def needs(*checks: Check) -> list[Because]:
        return [need.why for need in needs_on(asks, Known(checks=checks, shown=(), age=30), TODAY)]

    assert needs(fine, no) == [Because.DECIDED]
    assert needs(no, fine) == []
    assert needs(waiting) == [Because.WAITING]
    assert needs(fine, waiting) == []
    assert needs(fine, no, waiting) == [Because.WAITING]
