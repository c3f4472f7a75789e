"""The shipped pack is whole, replays each year, and a planted fault is found."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.refusal import BadInput
from alongside.rulepacks.offers import (
    NoValue,
    Pack,
    RuleValue,
    Status,
    UnknownRule,
    rule,
    shipped,
    values_of,
    warnings,
)
from alongside.rulepacks.pack import faults, read

WAGE = "uk.minimum-wage"
WAGES = shipped().of(WAGE)


def without(*unwanted: RuleValue) -> list[RuleValue]:
    return [value for value in WAGES if value not in unwanted]


def wage_of(day: date, age: int) -> RuleValue:
    return rule(WAGE, day, age)


@pytest.mark.parametrize(
    ("day", "by_age", "apprentice"),
    [
        (date(2023, 4, 1), {16: 528, 18: 749, 21: 1018, 22: 1018, 23: 1042}, 528),
        (date(2024, 3, 31), {17: 528, 20: 749, 21: 1018, 22: 1018, 64: 1042}, 528),
        (date(2024, 4, 1), {16: 640, 18: 860, 21: 1144, 23: 1144}, 640),
        (date(2025, 3, 31), {17: 640, 20: 860, 22: 1144, 64: 1144}, 640),
        (date(2025, 4, 1), {16: 755, 18: 1000, 21: 1221, 23: 1221}, 755),
        (date(2026, 3, 31), {17: 755, 20: 1000, 22: 1221, 64: 1221}, 755),
        (date(2026, 4, 1), {16: 800, 18: 1085, 21: 1271, 23: 1271}, 800),
        (date(2026, 11, 21), {17: 800, 20: 1085, 22: 1271, 64: 1271}, 800),
    ],
)
def test_wages_of_each_past_year_replay_by_age(day: date, by_age: dict[int, int], apprentice: int) -> None:
    assert {age: wage_of(day, age).pence for age in by_age} == by_age
    assert rule("uk.minimum-wage-apprentice", day).pence == apprentice


@given(day=st.dates(date(2023, 4, 1), date(2030, 1, 1)), age=st.integers(16, 150))
def test_wage_on_any_day_and_age_is_exactly_one_value(day: date, age: int) -> None:
    assert len(values_of(WAGE, day, age)) == 1


def test_rests_and_breaks_differ_for_the_young() -> None:
    day = date(2026, 5, 4)
    minutes = {
        name: (rule(f"uk.{name}", day, 17).minutes, rule(f"uk.{name}", day, 18).minutes)
        for name in ("daily-rest", "weekly-rest", "break-after", "break-length")
    }
    assert minutes == {
        "daily-rest": (720, 660),
        "weekly-rest": (2880, 1440),
        "break-after": (270, 360),
        "break-length": (30, 20),
    }
    assert [rule(f"uk.longest-{name}", day, 16).minutes for name in ("day", "week")] == [480, 2400]
    assert [rule(f"uk.night-{name}", day, 16).said for name in ("starts", "ends")] == ["22:00", "06:00"]


def test_every_value_names_source_place_and_reading_and_an_unconfirmed_one_says_so() -> None:
    assert all(value.source and value.place and value.read_on and value.checked_by for value in shipped().values)
    derived = {(value.id, value.first_day) for value in shipped().values if value.status is Status.DERIVED}
    assert derived == {
        (WAGE, date(2023, 4, 1)),
        ("uk.minimum-wage-apprentice", date(2023, 4, 1)),
        ("uk.keep-pay-records", date(2021, 4, 1)),
        ("uk.sick-pay-longest", date(2026, 4, 6)),
        ("uk.sick-pay-linked-within", date(2026, 4, 6)),
        ("uk.sick-pay-linked-from", date(2026, 4, 6)),
        ("uk.permitted-work-earnings", date(2026, 4, 1)),
        ("uk.uc-work-allowance-with-housing", date(2026, 4, 1)),
        ("uk.uc-work-allowance-without-housing", date(2026, 4, 1)),
        ("uk.uc-taper", date(2021, 11, 24)),
    }


def test_benefits_checks_and_volunteers_have_the_values_that_were_read() -> None:
    day = date(2026, 5, 1)
    said = {
        rule_id: rule(rule_id, day).said
        for rule_id in shipped().ids
        if rule_id.startswith(("uk.permitted", "uk.uc", "uk.dbs", "uk.sorp"))
    }
    assert said == {
        "uk.permitted-work-hours": "16 hours",
        "uk.permitted-work-earnings": "£203.50 a week",
        "uk.uc-work-allowance-with-housing": "£427.00 a month",
        "uk.uc-work-allowance-without-housing": "£710.00 a month",
        "uk.uc-taper": "55 %",
        "uk.dbs-minimum-age": "16 years",
        "uk.sorp-tier-2-from": "£500,000.00 a year",
        "uk.sorp-tier-3-from": "£15,000,000.00 a year",
    }
    earlier = [rule("uk.permitted-work-earnings", date(year, 5, 1)).pence for year in (2024, 2025)]
    assert earlier == [18350, 19550]


def test_permitted_work_of_april_2026_is_the_pattern_of_the_years_that_were_read() -> None:
    for year in (2024, 2025, 2026):
        week = 16 * wage_of(date(year, 4, 1), 21).pence
        assert rule("uk.permitted-work-earnings", date(year, 4, 1)).pence == -(-week // 50) * 50


@pytest.mark.parametrize("rule_id", ["uk.minimum-wage", "uk.permitted-work-earnings"])
def test_pack_without_its_step_of_april_2026_is_refused_by_rule_and_day(rule_id: str) -> None:
    april = date(2026, 4, 1)
    others = [value for value in shipped().values if (value.id, value.first_day) != (rule_id, april)]
    assert Pack(shipped().values) == shipped()
    with pytest.raises(BadInput, match=f"“{rule_id}” has a hole on 2026-04-01"):
        Pack(others)


@pytest.mark.parametrize("missing", WAGES[:-3], ids=lambda value: f"{value.first_day}-{value.age_from}")
def test_pack_with_any_value_taken_out_has_a_hole(missing: RuleValue) -> None:
    assert any("has a hole" in fault for fault in faults(without(missing)))


def test_pack_without_a_whole_year_is_refused_with_rule_and_day() -> None:
    year = [value for value in WAGES if value.first_day == date(2024, 4, 1)]
    with pytest.raises(BadInput, match="“uk.minimum-wage” has a hole on 2024-04-01 for ages 16 to 150"):
        Pack(without(*year))


def test_pack_with_the_oldest_band_of_the_newest_year_missing_has_a_hole() -> None:
    assert faults(without(WAGES[-1])) == ["“uk.minimum-wage” has a hole on 2026-04-01 for ages 21 to 150"]


def test_pack_with_a_step_one_day_longer_has_an_overlap() -> None:
    old = WAGES[4]
    longer = attrs.evolve(old, last_day=old.last_day + timedelta(days=1))
    assert any("has an overlap on 2025-04-01" in fault for fault in faults([*without(old), longer]))


def test_pack_with_a_band_one_year_wider_has_an_overlap_for_that_age() -> None:
    old = wage_of(date(2026, 4, 1), 18)
    wider = attrs.evolve(old, age_to=21)
    assert faults([*without(old), wider]) == ["“uk.minimum-wage” has an overlap on 2026-04-01 for ages 21 to 21"]


VALUE = """
[[value]]
id = "uk.tea"
title = "Tea"
value = 15
unit = "minutes"
from = 2026-01-01
applies_by = "day"
jurisdiction = "United Kingdom"
status = "in_force"
source = "The tea act"
place = "section 1"
read_on = 2026-11-21
checked_by = "nobody yet"
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('source = "The tea act"\n', "", "tea.toml, value 1 (uk.tea): it has no “source”."),
        ('"The tea act"', '" "', "tea.toml, value 1 (uk.tea): its source is empty."),
        ("from = 2026-01-01\n", "", "tea.toml, value 1 (uk.tea): it has no “from”."),
        ("from = ", "form = 1\nfrom = ", "tea.toml, value 1 (uk.tea): “form” is no field of a value."),
        ('"minutes"', '"sips"', "tea.toml, value 1 (uk.tea): 'sips' is not a valid Measure."),
        (VALUE, "tea", "tea.toml: this is not TOML"),
        (VALUE, "tea = 1", "tea.toml: it has no [[value]] tables."),
        ("applies_by", "to = 2025-01-01\napplies_by", "it ends on 2025-01-01, before it begins on 2026-01-01."),
    ],
)
def test_pack_file_with_a_mistake_is_refused_by_file_and_value(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    (tmp_path / "tea.toml").write_text(VALUE, "utf-8")
    assert read(tmp_path).ids == ("uk.tea",)
    (tmp_path / "tea.toml").write_text(VALUE.replace(old, new), "utf-8")
    with pytest.raises(BadInput) as refused:
        read(tmp_path)
    assert sentence in refused.value.sentence


def test_rule_with_a_wrong_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownRule) as refused:
        rule("uk.minimum-wages", date(2026, 4, 1))
    assert refused.value.sentence == "There is no rule “uk.minimum-wages”. Did you mean “uk.minimum-wage”?"


def test_rule_before_its_first_value_and_for_a_child_has_none() -> None:
    with pytest.raises(NoValue) as refused:
        rule(WAGE, date(2023, 3, 31), 30)
    assert refused.value.sentence == (
        "“uk.minimum-wage” has no value for age 30 on 31 March 2023. What is known of it begins on 1 April 2023."
    )
    with pytest.raises(NoValue, match="for age 15"):
        rule(WAGE, date(2026, 4, 1), 15)


def test_rule_that_differs_by_age_without_an_age_is_refused() -> None:
    with pytest.raises(BadInput, match="differs by age and no age was given. Give the age in whole years."):
        rule(WAGE, date(2026, 4, 1))


def test_warnings_begin_sixty_days_before_a_yearly_change_without_a_value() -> None:
    assert warnings(date(2027, 1, 30)) == ()
    due = warnings(date(2027, 1, 31))
    assert [(one.rule, one.due) for one in due] == [
        ("uk.accommodation-offset", date(2027, 4, 1)),
        ("uk.minimum-wage", date(2027, 4, 1)),
        ("uk.minimum-wage-apprentice", date(2027, 4, 1)),
        ("uk.permitted-work-earnings", date(2027, 4, 1)),
        ("uk.uc-work-allowance-with-housing", date(2027, 4, 1)),
        ("uk.uc-work-allowance-without-housing", date(2027, 4, 1)),
    ]
    assert due[1].sentence == (
        "The minimum wage (“uk.minimum-wage”) changes on 1 April 2027, and its new value is not known: "
        "the newest here is of 1 April 2026. Please bring Alongside up to date."
    )


def test_warnings_end_once_the_next_value_is_there() -> None:
    old = WAGES[-3:]
    ended = [attrs.evolve(value, last_day=date(2027, 3, 31)) for value in old]
    coming = [attrs.evolve(value, first_day=date(2027, 4, 1), status="announced") for value in old]
    pack = Pack([*without(*old), *ended, *coming])
    assert warnings(date(2027, 3, 1), pack=pack) == ()
    assert [one.due for one in warnings(date(2028, 3, 1), pack=pack)] == [date(2028, 4, 1)]
