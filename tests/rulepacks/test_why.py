"""What people read when they ask for a rule."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from alongside.rulepacks.commands import list_
from alongside.rulepacks.commands import why as why_command
from alongside.rulepacks.offers import Promise, UnknownRule, rule, shipped
from alongside.rulepacks.why import why


def test_why_of_a_value_in_force_names_rule_value_days_and_source() -> None:
    assert why(rule("uk.minimum-wage", date(2025, 5, 1), 21), date(2025, 5, 1)) == (
        "The minimum wage (“uk.minimum-wage”) is £12.21 an hour for people aged 21 and over, from 1 April 2025 to "
        "31 March 2026. It counts for pay periods that start on one of these days. Source: GOV.UK, minimum wage "
        "calculator, its table of rates by date, read on 21 November 2026."
    )


def test_why_of_a_derived_value_says_that_it_is_not_confirmed() -> None:
    assert "It is not confirmed: please check it before you rely on it. Counted from the end of" in why(
        rule("uk.keep-pay-records", date(2026, 5, 1)), date(2026, 5, 1)
    )


def test_why_asked_after_a_change_that_is_not_known_says_so() -> None:
    value = rule("uk.minimum-wage", date(2027, 4, 1), 21)
    overdue = "A new value was due on 1 April 2027 and is not known here."
    assert overdue in why(value, date(2027, 4, 1))
    assert overdue not in why(value, date(2027, 3, 31))


class PaperDesk:
    """A desk that writes to standard output, on a day of its own."""

    today = date(2026, 3, 31)
    promises: tuple[Promise, ...] = ()

    def answer(self, facts: dict[str, Any], text: str) -> None:
        click.echo(json.dumps(facts))
        click.echo(text)


def asked(*words: str) -> Result:
    command = click.command()(click.pass_obj(why_command))
    return CliRunner().invoke(command, words, obj=PaperDesk())


@pytest.mark.parametrize(
    ("words", "pence"), [((), [755, 1000, 1221]), (("--on", "2026-04-01"), [800, 1085, 1271])]
)
def test_command_why_answers_every_band_of_the_day(words: tuple[str, ...], pence: list[int]) -> None:
    facts, *text = asked("uk.minimum-wage", *words).stdout.splitlines()
    assert [value["value"] for value in json.loads(facts)["values"]] == pence
    assert len(text) == 3


def test_command_why_with_an_age_answers_one_value_with_its_source() -> None:
    facts = json.loads(asked("uk.break-after", "--age", "17").stdout.splitlines()[0])
    assert facts == {
        "on": "2026-03-31",
        "values": [
            {
                "rule": "uk.break-after",
                "title": "The working time after which a break is due",
                "value": "4.5",
                "unit": "hours",
                "from": "2023-04-01",
                "to": None,
                "ages": [16, 17],
                "applies_by": "day",
                "status": "in_force",
                "source": "Working Time Regulations 1998",
                "place": "regulation 12(4)",
                "read_on": "2026-11-21",
                "checked_by": "nobody yet",
                "law": None,
            }
        ],
    }


def test_command_why_tells_what_was_promised_and_what_the_law_says(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Promise(
        rule="uk.break-after", value=4, first_day=date(2026, 1, 1), by="The members' meeting", source="its minutes"
    )
    monkeypatch.setattr(PaperDesk, "promises", (made,))
    facts, text = asked("uk.break-after", "--age", "17").stdout.splitlines()
    (told,) = json.loads(facts)["values"]
    assert (told["value"], told["law"]) == (4, "4.5 hours")
    assert "It is a promise; the law itself says 4.5 hours." in text


def test_command_list_names_every_rule() -> None:
    command = click.command()(click.pass_obj(list_))
    facts, *lines = CliRunner().invoke(command, [], obj=PaperDesk()).stdout.splitlines()
    assert [one["rule"] for one in json.loads(facts)["rules"]] == list(shipped().ids)
    assert len(lines) == len(shipped().ids)


def test_command_why_with_a_wrong_rule_or_day_is_refused() -> None:
    assert isinstance(asked("uk.minimum").exception, UnknownRule)
    assert asked("uk.minimum-wage", "--on", "1 April").exit_code == 2
