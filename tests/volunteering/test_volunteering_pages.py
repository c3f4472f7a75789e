"""The pages, in both editions: easy to read, and each shows to whoever opens it what is hers to see."""

from datetime import timedelta

import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.volunteering import actions
from alongside.volunteering.pages import agreeing, own, reporting, thanking
from alongside.web import Form, Visit, Visitor

from .acting import AMY, BEN, KEYBOARD, MIA

DISPLAY = Display({"volunteering": "alongside.volunteering"})


def visit(garden, unit, actor, edition, form=()):
    return Visit(
        unit=unit,
        host=None,  # these pages ask nothing of it
        visitor=Visitor(actor, actor.name),
        part="volunteering",
        edition=edition,
        zone=LONDON,
        today=enterprise.today(unit),
        form=Form(tuple(form)),
    )


def opened(garden, page, actor, edition=Edition.STANDARD, form=()):
    with garden.unit(actor) as unit:
        answer = page(visit(garden, unit, actor, edition, form))
        html = DISPLAY.render("volunteering", answer, edition=edition)
    return html.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def busy(garden):
    """Amy has asked for several things, and is thanked by name."""
    for days in (40, 20, 1):
        last = garden.ask(500, days_ago=days)
    garden.agree(garden.ask(390, days_ago=30), receipt=False)
    with garden.unit(MIA) as unit:
        actions.say_role(unit, garden.placement, "Waters the plants")
        actions.decline(unit, last.id, "It was another day.")
    garden.ask(500, days_ago=2)
    with garden.unit() as unit:
        actions.thank_by_name(unit, wanted=True)
    with garden.unit(KEYBOARD) as unit:
        actions.set_income(unit, 2025, 60_000_000, charity=True)
    return garden


PAGES = [
    (own.expenses, AMY),
    (own.expenses, BEN),
    (agreeing.volunteers, MIA),
    (agreeing.volunteers, BEN),
    (reporting.report, KEYBOARD),
    (thanking.thanks, BEN),
]


@pytest.mark.parametrize(("page", "actor"), PAGES)
def test_pages_are_easy_to_read(busy, page, actor):
    assert easy_read_faults(opened(busy, page, actor, Edition.EASY)) == []


@pytest.mark.parametrize(("page", "actor"), PAGES)
def test_pages_are_easy_to_read_while_there_is_nothing(garden, page, actor):
    assert easy_read_faults(opened(garden, page, actor, Edition.EASY)) == []


def test_manager_is_told_of_the_same_amount_again(busy):
    page = opened(busy, agreeing.volunteers, MIA)
    assert "Amy Lind asks for £5.00" in page
    assert "<strong>3 times</strong> in eight weeks" in page


def test_whoever_runs_nothing_sees_no_expense_of_others(busy):
    page = opened(busy, agreeing.volunteers, BEN)
    assert "Amy" not in page
    assert "£" not in page


def test_form_without_a_real_cost_says_the_rule_beside_the_box(garden):
    with garden.unit(KEYBOARD) as unit:
        day = enterprise.today(unit) - timedelta(days=1)
    sent = [("do", "ask"), ("placement", garden.placement), ("day", str(day)), ("cost", "travel"), ("amount", "5")]
    page = opened(garden, own.send_expenses, AMY, form=sent)
    assert "Please look at this:" in page
    assert "by law, more could be pay" in page
    assert garden.expenses() == []


def test_only_those_who_chose_are_thanked_by_name(busy):
    page = opened(busy, thanking.thanks, BEN)
    assert "Amy Lind" in page
    assert "Mia" not in page


@pytest.mark.parametrize("edition", Edition)
def test_page_offers_thanks_by_name_to_her_alone(garden, edition):
    words = "Come in by yourself to choose this." if edition is Edition.EASY else "when you come in by yourself"
    html = opened(garden, own.expenses, Actor.person("amy", "Amy Lind", helper="ben"), edition)
    assert words in html
    assert 'value="thanks"' not in html
    assert 'value="thanks"' in opened(garden, own.expenses, AMY, edition)
