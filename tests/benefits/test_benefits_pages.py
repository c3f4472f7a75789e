"""The pages, in both editions: easy to read, with the number, its source and an adviser; never a verdict."""

from datetime import date

import pytest

from alongside.benefits import actions
from alongside.benefits.own_choice import Question
from alongside.benefits.pages import choosing, looking
from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.instants import LONDON
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Form, Visit, Visitor

from .acting import AMY, HELPED, MORNING

PARTS = {"benefits": "alongside.benefits", "placements": "alongside.placements"}
DISPLAY = Display(PARTS)
DAY = date(2026, 11, 25)


def opened(cafe, page, edition=Edition.STANDARD, actor=AMY, **query):
    with cafe.unit(actor, writing=False) as unit:
        visit = Visit(
            unit=unit,
            host=None,  # these pages ask nothing of it
            visitor=Visitor(actor, actor.name),
            part="benefits",
            edition=edition,
            zone=LONDON,
            today=DAY,
            query=Form(tuple(query.items())),
        )
        html = DISPLAY.render("benefits", page(visit), edition=edition)
    return html.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def asked(cafe):
    """Amy asks for everything there is, and has planned work."""
    cafe.work(date(2026, 11, 23), *MORNING)
    with cafe.unit() as unit:
        actions.choose(unit, (Question.PERMITTED_WORK, Question.UC_WITH_HOUSING), 10 * 60)
    with cafe.unit(Actor.keyboard()) as unit:
        actions.name_adviser(unit, "Harbour Advice", "01632 960188")
    return cafe


HOURS = {"business": "tideline-cafe", "day": "2026-11-25", "since": "09:00", "until": "13:00"}


def test_page_shows_hours_pay_numbers_sources_and_the_adviser(asked):
    page = opened(asked, looking.what_if, **HOURS)
    for said in (
        "4 hours",
        "8 hours",
        "£52",
        "£104",
        "16 hours",
        "£203.50",
        "not confirmed",
        "GOV.UK",
        "1 April 2026",
    ):
        assert said in page
    assert "Harbour Advice" in page
    assert "01632 960188" in page


def test_page_never_says_what_somebody_may_or_may_not(asked):
    page = opened(asked, looking.what_if, **HOURS).casefold()
    for verdict in (
        "you may",
        "you must",
        "you should",
        "not allowed",
        "over the limit",
        "you can earn",
    ):
        assert verdict not in page


def test_adviser_is_named_in_general_words_where_nobody_was_said(cafe):
    assert "Citizens Advice" in opened(cafe, looking.what_if)
    assert "Citizens Advice" in opened(cafe, looking.what_if, **HOURS)


def test_page_without_a_choice_shows_no_number_of_any_benefit(cafe):
    page = opened(cafe, looking.what_if, **HOURS)
    assert "£52" in page
    assert "ermitted work" not in page
    assert "Universal Credit" not in page


@pytest.mark.parametrize("query", [{}, HOURS, {"business": "tideline-cafe", "day": "soon"}])
@pytest.mark.parametrize("page", [looking.what_if, choosing.mine])
def test_pages_are_easy_to_read(asked, page, query):
    assert easy_read_faults(opened(asked, page, Edition.EASY, **query)) == []


def test_supporter_in_a_visit_opens_neither_page(asked):
    for page in (looking.what_if, choosing.mine):
        with pytest.raises(actions.OnlyAlone):
            opened(asked, page, actor=HELPED)
