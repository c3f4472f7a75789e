"""The pages about work, in both editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any, cast

import pytest

from alongside.diary.claim import Purpose
from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.instants import LONDON
from alongside.placements.pages import looking as pages
from alongside.placements.pages import own_hours
from alongside.placements.placement import Placement
from alongside.refusal import NotAllowed
from alongside.store import Actor, Store
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visit, Visitor
from alongside.web.host import Host

DISPLAY = Display({"placements": "alongside.placements"})
MONDAY = date(2026, 11, 23)


def opened(store: Store, actor: Actor, page: Callable[[Visit], View], edition: Edition, **path: str) -> str:
    with store.unit(actor, writing=False) as unit:
        visit = Visit(
            unit=unit,
            host=cast("Host", None),  # these pages ask nothing of it
            visitor=Visitor(actor, actor.name),
            part="placements",
            edition=edition,
            zone=LONDON,
            today=MONDAY,
            path=path,
        )
        return DISPLAY.render("placements", page(visit), edition=edition)


@pytest.fixture
def week(tideline: Store, keyboard: Actor, agree: Callable[..., Placement], work: Callable[..., Any]) -> Store:
    """Amy has worked on two days of November, works on Tuesday, and is away on Wednesday."""
    with tideline.unit(keyboard) as unit:
        agree(unit, supporter="ben")
        work(unit, "amy", date(2026, 11, 3), time(9), time(12))
        work(unit, "amy", date(2026, 11, 4), time(9), time(10, 30), "harbour-garden")
        work(unit, "amy", date(2026, 11, 24), time(9), time(12))
        work(unit, "amy", date(2026, 11, 25), time(9), time(12), purpose=Purpose.LEAVE)
    return tideline


AMY = Actor.person("amy", "Amy Lind")


def test_own_hours_are_told_in_plain_words(week: Store) -> None:
    page = opened(week, AMY, own_hours.hours, Edition.STANDARD).replace("\N{NO-BREAK SPACE}", " ")
    assert "You worked <strong>4½ hours</strong>." in page
    assert "<li>Harbour Garden: 1½ hours</li>" in page
    assert "You did not work in this month." in page


def test_page_of_a_business_shows_who_comes_and_never_who_is_away_nor_pay(week: Store) -> None:
    page = opened(week, AMY, pages.business, Edition.STANDARD, business="tideline-cafe")
    assert "Tuesday" in page
    assert "Wednesday" not in page
    assert "£" not in page
    assert "gives support" not in page  # a member without the right sees names alone
    seen = opened(week, Actor.keyboard(), pages.business, Edition.STANDARD, business="tideline-cafe")
    assert "Ben Roe gives support." in seen


def test_page_of_all_placements_is_closed_to_a_member(week: Store) -> None:
    assert "£13 an hour" in opened(week, Actor.keyboard(), pages.placements, Edition.STANDARD)
    with pytest.raises(NotAllowed):
        opened(week, AMY, pages.placements, Edition.STANDARD)


def test_easy_read_pages_have_no_fault(week: Store) -> None:
    everybody = Actor.keyboard()
    found = (
        opened(week, AMY, own_hours.hours, Edition.EASY),
        opened(week, everybody, pages.business, Edition.EASY, business="tideline-cafe"),
        opened(week, everybody, pages.placements, Edition.EASY),
    )
    assert [easy_read_faults(page) for page in found] == [[], [], []]
