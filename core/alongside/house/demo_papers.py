"""The demo's papers: the trustees' report of the last quarter, in both editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Edition
from alongside.house.reporting import write_report
from alongside.instants import Period

if TYPE_CHECKING:
    from alongside.cli.demo import Demo
    from alongside.house.opening import House


def write_papers(house: House, demo: Demo) -> None:
    """Write the report of the last thirteen weeks in both editions."""
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
