"""What the stewards' home page says of rules: what is due, and what is less than promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import actions, offers, tiles
from alongside.enterprise.shortfall import Shortfall
from alongside.refusal import NotAllowed, worded
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import sentence_faults, sentences
from alongside.web.visit import Visit, Visitor

DISPLAY = Display({"enterprise": "alongside.enterprise"})


@pytest.fixture
def on(store: Store, keyboard: Actor) -> Callable[[date], Iterator[Visit]]:
    """A function that opens a visit of the keyboard on a day."""
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")

    def visit(day: date) -> Iterator[Visit]:
        store.clock = lambda: datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        with store.unit(keyboard) as unit:
            yield Visit(
                host=None,  # type: ignore[arg-type] # these tiles ask nothing of it
                unit=unit,
                visitor=Visitor(keyboard, "Nia"),
                part="enterprise",
                edition=Edition.STANDARD,
                zone="Europe/London",
                today=day,
            )

    return visit


def said(glance: Any, edition: Edition = Edition.STANDARD) -> list[str]:
    return DISPLAY.sentences("enterprise", [note.said for note in glance.notes], edition=edition)


def test_tile_names_the_rules_that_change_within_sixty_days_and_is_not_there_before(
    on: Callable[[date], Iterator[Visit]],
) -> None:
    (before,) = [tiles.due(visit) for visit in on(date(2027, 1, 30))]
    assert before is None
    for visit in on(date(2027, 1, 31)):
        glance = tiles.due(visit)
        assert glance is not None
        told = said(glance)
        assert "The minimum wage: a new value is due on 1 April 2027." in told
        assert told[-1] == "2 more rules change soon."
        assert (len(told), glance.path, glance.waits) == (5, "/rules", True)
        for one in said(glance, Edition.EASY):
            assert [fault for sentence in sentences(one) for fault in sentence_faults(sentence)] == []


class OneIsLess:
    """A dispatch in which one agreement is less than whatever was promised."""

    def tell(self, *_: Any) -> tuple[str, ...]:
        return ()

    def collect(self, _unit: Unit, event: str, _facts: Any) -> list[tuple[str, Any]]:
        short = Shortfall(said=worded("enterprise", "Amy is paid less."), path="/placements/1")
        return [("placements", (short,))] if event == "under_promise" else []


def test_tile_names_a_promise_that_is_not_kept_and_none_that_is(
    store: Store, on: Callable[[date], Iterator[Visit]]
) -> None:
    for visit in on(date(2026, 11, 26)):
        terms = {"first_day": date(2027, 1, 1), "by": "The members' meeting", "source": "its minutes"}
        actions.make_promise(visit.unit, "uk.minimum-wage", "13.45", **terms)
        assert tiles.short(visit) is None
    store.dispatch = OneIsLess()
    for visit in on(date(2026, 11, 26)):
        glance = tiles.short(visit)
        assert said(glance) == ["We promised £13.45 an hour, and one agreement is less."]
        for one in said(glance, Edition.EASY):
            assert [fault for sentence in sentences(one) for fault in sentence_faults(sentence)] == []


def test_tiles_are_for_stewards(store: Store, on: Callable[[date], Iterator[Visit]]) -> None:
    with store.unit(Actor.person("dan", "Dan"), writing=False) as unit, pytest.raises(NotAllowed):
        actions.rules_due(unit)
