"""Why a rule says no, unfolded where somebody was refused: in her edition, with nothing about a person."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.display import Edition, Said, View
from alongside.display.refused import refused_said
from alongside.display.rendering import Display
from alongside.refusal import Refusal, worded
from alongside.rulepacks.offers import AgainstRule, Promise, rule
from alongside.testing.easy_read import easy_read_faults

DISPLAY = Display({})
DAY = date(2026, 5, 1)
REST = rule("uk.daily-rest", DAY, 30)
PROMISE = Promise(
    rule="uk.daily-rest", value=13, first_day=date(2026, 4, 1), by="The members' meeting", source="its minutes"
)


def against(rule_id: str = "uk.daily-rest", age: int | None = 30, *promises: Promise) -> AgainstRule:
    held_to = rule(rule_id, DAY, age, promises=promises)
    return AgainstRule(held_to, DAY, worded("display", "See the whole rule"))


def shown(refused: Refusal, edition: Edition = Edition.STANDARD) -> str:
    view = View("refused.html", "That did not work", {"sentence": refused_said(refused), "picture": "notice"})
    return DISPLAY.render("web", view, edition=edition)


def test_refused_page_unfolds_rule_value_days_and_source() -> None:
    html = shown(against())
    for words in (
        "<summary>Why?</summary>",
        "The rule is: The rest between two working days.",
        "It asks for at least <strong>11 hours</strong>.",
        "It counts from 1 April 2023 on.",
        "Where it was read: Working Time Regulations 1998, regulation 10(1), read on 21 November 2026.",
        'href="/rules/uk.daily-rest?on=2026-05-01"',
    ):
        assert words in html


def test_promise_is_told_as_one_and_what_is_not_confirmed_too() -> None:
    assert "promised by The members&#39; meeting, written down in its minutes" in shown(
        against("uk.daily-rest", 30, PROMISE)
    )
    assert "It is not confirmed" in shown(against("uk.keep-pay-records", None))
    assert "It is not confirmed" not in shown(against())


@pytest.mark.parametrize(
    "refused", [against(), against("uk.daily-rest", 30, PROMISE), against("uk.keep-pay-records", None)]
)
def test_why_reads_easily(refused: AgainstRule) -> None:
    html = shown(refused, Edition.EASY)
    assert "<summary>Why?</summary>" in html
    assert easy_read_faults(html) == []


def test_refusal_without_a_rule_has_no_why() -> None:
    assert "Why?" not in shown(Refusal(worded("display", "See the whole rule")))


def test_why_stands_with_a_refusal_above_the_page_and_not_with_a_field_there() -> None:
    said = refused_said(against())

    def page(*mistakes: tuple[str, Said]) -> str:
        view = View("refused.html", "Rota", {"sentence": Said("Nothing."), "picture": "notice"})
        return DISPLAY.render("web", view, frame="page", mistakes=mistakes)

    assert page(("", said)).count("<summary>Why?</summary>") == 1
    assert page(("rate", said)).count("<summary>Why?</summary>") == 0  # it stands beside the field


def test_at_the_keyboard_the_sentence_says_all_of_it_and_no_age() -> None:
    said = str(against())
    assert said == (
        "See the whole rule Rule uk.daily-rest, from 1 April 2023. Source: Working Time Regulations 1998, "
        "regulation 10(1), read on 21 November 2026."
    )
    assert "18" not in said.replace("1998", "")
