"""The reports page: the last four quarters, in each edition, to read on the screen or to print."""

from __future__ import annotations

from datetime import date

from alongside.display import Edition, View
from alongside.house.reporting import write_report
from alongside.instants import Period
from alongside.refusal import NotFound
from alongside.web import PdfAnswer, Thinking, Visit


def reports(visit: Visit) -> View:
    """Show which reports can be read."""
    visit.unit.need("reports.read")
    period, quarters = Period.quarter(visit.today), []
    for _ in range(4):
        period = period.before
        quarters.append(period)
    return View("reports.html", "Reports", {"quarters": quarters})


def paper(visit: Visit) -> Thinking:
    """Make the report of the quarter that begins on the day in the address; it is set with no unit open."""
    try:
        quarter = Period.quarter(date.fromisoformat(visit.path["quarter"]))
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("report", f"{visit.path['quarter']} {visit.path['edition']}") from wrong
    report = write_report(visit.unit, visit.host.parts, visit.host.display, quarter, edition)
    return Thinking(report.pdf, lambda _, pdf: PdfAnswer(pdf, report.file))
