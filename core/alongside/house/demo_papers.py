"""The demo's papers: the trustees' report of the last quarter, in both editions, and what tomorrow needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.packs.making import make
from alongside.house.packs.pack import packs_of
from alongside.house.reporting import write_report
from alongside.instants import Period

if TYPE_CHECKING:
    from alongside.cli.demo import Demo
    from alongside.house.opening import House


def write_papers(house: House, demo: Demo) -> None:
    """Write the report of the last thirteen weeks in both editions, then tomorrow's papers."""
    last = demo.day(1)
    period = Period(demo.day(91), last)
    for edition in Edition:
        with house.store.unit(demo.actor, writing=False) as unit:
            report = write_report(unit, house.parts, house.display, period, edition)
        for owner in report.failed:
            demo.say(f"  The chapter of {owner} could not be written.")
        path = demo.file_paper(report.file, report.pdf(), report.named)
        kind = "Easy Read report" if edition is Edition.EASY else "report"
        demo.did(f"The trustees' {kind}: the quarter up to {last}.", f"papers/{path.name}")
    _write_tomorrow(house, demo)


def _write_tomorrow(house: House, demo: Demo) -> None:
    day = demo.day(-1)
    with house.reading() as unit:
        packs = packs_of(day, enterprise.businesses(unit))
    for one in packs:
        for came in make(house, one, demo.actor):
            if not came.right:
                demo.say(f"  {came.words}")
    demo.did(f"What each business needs on {day}, on paper.", f"papers/{packs[-1].file}")
