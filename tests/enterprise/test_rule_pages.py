"""The pages of rules and promises, in both editions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import attrs
import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import actions, offers
from alongside.enterprise.pages import promising
from alongside.enterprise.pages import rules as pages
from alongside.refusal import BadInput, NotFound
from alongside.rulepacks.offers import shipped
from alongside.store import Actor, Store
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.around import mistakes_of
from alongside.web.visit import Form, Visit, Visitor

DISPLAY = Display({"enterprise": "alongside.enterprise", "rules": "alongside.rulepacks"})
TODAY = date(2026, 11, 26)
PROMISE = {
    "rule": "uk.minimum-wage",
    "amount": "13.45",
    "age_from": "18",
    "first_day": "2027-01-01",
    "by": "The members' meeting",
    "source": "the minutes of 3 March",
}


@pytest.fixture
def visit(store: Store, keyboard: Actor) -> Iterator[Visit]:
    """A visit by somebody who may everything; its unit is open while the test runs."""
    store.clock = lambda: datetime(2026, 11, 26, 10, tzinfo=UTC)
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        yield Visit(
            host=None,  # type: ignore[arg-type] # these pages ask nothing of it
            unit=unit,
            visitor=Visitor(keyboard, "Nia"),
            part="enterprise",
            edition=Edition.STANDARD,
            zone="Europe/London",
            today=TODAY,
        )


def shown(view: object, edition: Edition = Edition.STANDARD) -> str:
    assert isinstance(view, View)
    return DISPLAY.render("enterprise", view, edition=edition)


def of_rule(visit: Visit, rule_id: str, **query: str) -> View:
    return pages.one(attrs.evolve(visit, path={"rule": rule_id}, query=Form(tuple(query.items()))))


def sent(visit: Visit, **changes: str) -> GoTo | View:
    return promising.send_promise(attrs.evolve(visit, form=Form(tuple({**PROMISE, **changes}.items()))))


def test_every_rule_has_a_name_in_easy_read() -> None:
    for value in shipped().values:
        assert DISPLAY.say("rules", value.title) == value.title
        easy = DISPLAY.sentences("rules", [pages._(value.title)], edition=Edition.EASY)
        assert easy != [value.title] or len(value.title.split()) <= 4, value.title


def test_rules_are_all_there_by_topic_and_read_easily(visit: Visit) -> None:
    view = pages.rules(visit)
    for edition in Edition:
        html = shown(view, edition)
        assert all(f"/rules/{rule_id}" in html for rule_id in shipped().ids)
    assert easy_read_faults(shown(view, Edition.EASY)) == []


def test_list_of_rules_marks_what_is_not_confirmed_and_what_is_due(visit: Visit) -> None:
    html = shown(pages.rules(attrs.evolve(visit, today=date(2027, 2, 1)))).replace("&nbsp;", "\u00a0")
    lines = {
        rule_id: next(line for line in html.splitlines() if f"/rules/{rule_id}" in line)
        for rule_id in shipped().ids
    }
    assert "(not confirmed)" in lines["uk.permitted-work-earnings"]
    assert "A new value is due on 1\u00a0April\u00a02027." in lines["uk.minimum-wage"]
    assert not any(word in lines["uk.daily-rest"] for word in ("not confirmed", "is due"))


@pytest.mark.parametrize("rule_id", shipped().ids)
def test_page_of_each_rule_reads_easily(visit: Visit, rule_id: str) -> None:
    assert easy_read_faults(shown(of_rule(visit, rule_id), Edition.EASY)) == []


def test_page_of_a_rule_tells_value_days_source_what_was_before_and_what_is_not_sure(visit: Visit) -> None:
    html = shown(of_rule(visit, "uk.permitted-work-earnings", on="2027-03-02"))
    for words in (
        "<strong>£203.50 a week</strong>, from 1\u00a0April\u00a02026 on.",
        "It is not confirmed: please check it before you rely on it.",
        "Worked out for Alongside",
        "It changes on 1\u00a0April\u00a02027. The new value is not known here yet.",
        "£195.50 a week",
        "Nobody has compared it a second time yet.",
    ):
        assert words in html.replace("&nbsp;", "\u00a0")
    assert "We are <strong>not sure</strong> about this." in shown(
        of_rule(visit, "uk.permitted-work-earnings"), Edition.EASY
    )


def test_page_of_a_rule_on_an_earlier_day_tells_what_counted_then_and_what_came(visit: Visit) -> None:
    html = shown(of_rule(visit, "uk.minimum-wage", on="2026-03-31"))
    assert "£12.21 an hour" in html.split("What comes")[0]
    assert "£12.71 an hour" in html.split("What comes")[1]


def test_page_of_a_rule_that_is_not_there_or_of_no_day_is_refused(visit: Visit) -> None:
    with pytest.raises(NotFound):
        of_rule(visit, "uk.tea")
    with pytest.raises(BadInput, match="“soon” is no day"):
        of_rule(visit, "uk.minimum-wage", on="soon")


def test_our_promise_stands_on_the_page_of_its_rule(visit: Visit) -> None:
    before = shown(of_rule(visit, "uk.minimum-wage"))
    assert isinstance(sent(visit), GoTo)
    html = shown(of_rule(visit, "uk.minimum-wage"))
    promise = "We hold to <strong>£13.45 an hour</strong>"
    assert (promise in before, promise in html) == (False, True)
    assert "written down in the minutes of 3 March" in html


def test_promise_is_made_shown_and_ended(visit: Visit) -> None:
    assert isinstance(sent(visit), GoTo)
    (made,) = offers.promised(visit.unit)
    one = attrs.evolve(visit, path={"promise": made.id})
    for view in (promising.promises(visit), promising.promise(one)):
        assert "The minimum wage" in shown(view)
        assert easy_read_faults(shown(view, Edition.EASY)) == []
    ending = attrs.evolve(one, form=Form((("do", "end"), ("last_day", "2027-06-30"))))
    assert isinstance(promising.send_end(ending), GoTo)
    assert offers.promised(visit.unit)[0].last_day == date(2027, 6, 30)
    assert isinstance(promising.send_end(attrs.evolve(one, form=Form((("do", "take-back"),)))), GoTo)
    assert actions.look_at_promises(visit.unit) == []


def test_promise_that_people_keep_alone_is_not_said_to_be_kept(visit: Visit) -> None:
    assert isinstance(sent(visit), GoTo)
    kept = shown(promising.promises(visit))
    assert isinstance(sent(visit, rule="uk.break-length", amount="45"), GoTo)
    both = shown(promising.promises(visit))
    assert (kept.count("Nothing is less than we promise."), kept.count("People keep to it.")) == (1, 0)
    assert (both.count("Nothing is less than we promise."), both.count("People keep to it.")) == (1, 1)
    assert easy_read_faults(shown(promising.promises(visit), Edition.EASY)) == []


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"amount": "12.71", "age_from": "21"}, "amount", "The law says £12.71 an hour since 1 April 2026"),
        ({"amount": "a lot"}, "amount", "“a lot” is no number above nothing."),
        ({"first_day": "2026-11-25"}, "first_day", "A promise changes nothing for days that are over."),
        ({"rule": ""}, "rule", "Choose what you promise more of."),
        ({"source": ""}, "source", "Write where it is written down."),
    ],
)
def test_promise_that_cannot_be_is_refused_beside_its_field(
    visit: Visit, changes: dict[str, str], field: str, words: str
) -> None:
    answer = sent(visit, **changes)
    assert isinstance(answer, View)
    assert [name for name, _ in mistakes_of(answer)] == [field]
    assert words in shown(answer)
    assert easy_read_faults(shown(answer, Edition.EASY)) == []
    assert offers.promised(visit.unit) == []
