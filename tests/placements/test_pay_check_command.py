"""``alongside placements pay-check``: one rate, held to the floor of one pay period; no enterprise is needed."""

from __future__ import annotations

import json

import pytest

from alongside.cli.ending import NOT_RIGHT, run
from alongside.house.main import alongside as root

BORN = "2005-02-14"  # 21 since February 2026


def checked(*words: str) -> int:
    return run(root, ["placements", "pay-check", "--born", BORN, *words])


@pytest.mark.parametrize(
    ("rate", "starts", "ends", "words"),
    [
        (
            "12.70",
            "2026-04-02",
            NOT_RIGHT,
            "the least is £12.71 an hour. Agree at least £12.71. Rule uk.minimum-wage, from 1 April 2026.",
        ),
        ("12.71", "2026-04-02", 0, "£12.71 an hour may be paid"),
        ("12.21", "2026-03-02", 0, "(rule uk.minimum-wage, from 1 April 2025 to 31 March 2026)"),
        ("12.20", "2026-03-02", NOT_RIGHT, "Agree at least £12.21."),
    ],
)
def test_rate_is_accepted_or_refused_by_the_floor_of_its_pay_period(
    capsys: pytest.CaptureFixture[str], rate: str, starts: str, ends: int, words: str
) -> None:
    assert checked("--rate", rate, "--period-start", starts) == ends
    said = capsys.readouterr().out
    assert words in said
    assert "Source: GOV.UK, minimum wage calculator" in said


def test_rate_of_a_pay_period_after_a_change_that_is_not_known_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    checked("--rate", "12.71", "--period-start", "2027-03-31")
    assert "is not known here" not in capsys.readouterr().out
    checked("--rate", "12.71", "--period-start", "2027-04-01", "--json")
    assert json.loads(capsys.readouterr().out)["newer_due"] == "2027-04-01"
    checked("--rate", "12.71", "--period-start", "2027-04-01")
    assert "A new value was due on 1 April 2027 and is not known here." in capsys.readouterr().out


def test_first_year_of_an_apprenticeship_has_its_own_floor(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--rate", "8.00", "--period-start", "2026-04-02", "--apprentice-since", "2026-01-05", "--json")
    assert checked(*words) == 0
    assert json.loads(capsys.readouterr().out)["rule"] == "uk.minimum-wage-apprentice"
