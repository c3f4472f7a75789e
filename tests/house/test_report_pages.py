"""The report through a page: it is set with no unit open, so that nobody waits for it."""

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house import report_pages
from alongside.house.core import core_parts
from alongside.house.finding import Found
from alongside.house.hosting import Hosting
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.instants import LONDON
from alongside.store import Actor
from alongside.testing.fixtures import NOON
from alongside.web.visit import Visit, Visitor


def test_report_is_read_in_a_unit_and_set_outside_of_it(home):
    write_settings(home)
    house = open_house(home, core_parts(), Found((), ()))
    actor = Actor.keyboard()
    with house.store.unit(actor) as unit:
        enterprise.set_up(unit, "Tideline")
    with house.store.unit(actor, writing=False) as unit:
        visit = Visit(
            host=Hosting(house),
            unit=unit,
            visitor=Visitor(actor, "Nia"),
            part="reports",
            edition=Edition.STANDARD,
            zone=LONDON,
            today=NOON.date(),
            path={"quarter": "2026-07-01", "edition": "en"},
        )
        thinking = report_pages.paper(visit)
    house.close()
    answer = thinking.settle(visit, thinking.think())
    assert answer.name == "report-2026-07-01-to-2026-09-30.pdf"
    assert answer.content.startswith(b"%PDF")
