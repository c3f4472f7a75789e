"""What trustees and members are told of work, in both editions."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.display import Edition, View
from alongside.display.missing import missing_texts
from alongside.display.rendering import Display
from alongside.instants import Period
from alongside.money import Pence
from alongside.placements import chapter
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.summary import Summary
from alongside.placements.wages import Account
from alongside.store import Actor, Store
from alongside.testing.easy_read import easy_read_faults, sentence_faults

from .conftest import QUARTER, text

KINDS = (PlacementType.PAID, PlacementType.SUPPORTED_INTERNSHIP, PlacementType.VOLUNTEERING)
DISPLAY = Display({"placements": "alongside.placements"})


def shown(view: View | None, edition: Edition) -> str:
    assert view is not None
    return DISPLAY.render("placements", view, edition=edition, on_paper=True)


def test_chapter_tells_hours_of_both_quarters_by_business(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        view = chapter.write(unit, QUARTER)
    said = text(shown(view, Edition.STANDARD))
    assert "2 people had a placement in this time." in said
    assert "Together they worked 65 hours . It was 36 hours in the quarter before." in said
    assert "Tideline Café 1 12 hours 39 hours 36 hours" in said
    assert "Paid job 1 12 hours 39 hours 36 hours" in said


@pytest.mark.parametrize(
    ("interns", "others", "told"),
    [(2, 12, {PlacementType.PAID, None}), (10, 10, {*KINDS}), (10, 9, {PlacementType.PAID, None})],
)
def test_unpaid_kinds_are_told_apart_where_each_has_ten_people(
    interns: int, others: int, told: set[PlacementType | None]
) -> None:
    counts = (3, interns, others)
    now = [
        _account(kind, f"{kind.value}{n}") for kind, count in zip(KINDS, counts, strict=True) for n in range(count)
    ]
    kinds = chapter.kinds_told(Summary(now=tuple(now), before=(), days=QUARTER))
    assert set(kinds) == told
    assert sum(line.people for line in kinds.values()) == 3 + interns + others


def _account(kind: PlacementType, person: str) -> Account:
    rate = Pence(1300) if kind is PlacementType.PAID else None
    facts = {"business": "cafe", "kind": kind, "first_day": QUARTER.first, "agreed_minutes": 60, "rate": rate}
    return Account(placement=Placement(id=person, person=person, **facts), months={QUARTER: 60})


def test_easy_read_chapters_have_no_fault_and_at_most_six_rows(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        views = chapter.write(unit, QUARTER), chapter.write_others(unit, QUARTER)
    pages = [shown(view, Edition.EASY) for view in views]
    assert [easy_read_faults(page) for page in pages] == [[], []]
    assert [page.count('class="row"') for page in pages] == [5, 2]


def test_other_businesses_are_those_without_a_plugin(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        said = text(shown(chapter.write_others(unit, QUARTER), Edition.STANDARD))
        before = chapter.write_others(unit, Period(date(2026, 4, 1), date(2026, 6, 30)))
    assert "Harbour Garden" in said
    assert "Tideline Café" not in said
    assert before is None


def test_figure_sets_people_in_paid_work_beside_the_quarter_before(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        (people,) = chapter.figures(unit, QUARTER)
    assert people.now == 1
    assert people.sentence == "1 person had paid work, as in the quarter before."
    easy = [people.easy, people.easy_change]
    assert [fault for words in easy for fault in sentence_faults(words.replace("**", ""))] == []


def test_figures_of_an_enterprise_in_which_nobody_is_paid_are_none(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard, writing=False) as unit:
        assert chapter.figures(unit, QUARTER) == ()
        assert "Nobody had a placement" in text(shown(chapter.write(unit, QUARTER), Edition.STANDARD))


def test_every_text_of_placements_has_a_wording_in_easy_read() -> None:
    (found,) = missing_texts({"placements": "alongside.placements"})
    assert found.used > 0
    assert found.keys == ()
