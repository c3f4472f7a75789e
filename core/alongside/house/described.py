"""The one part that lives in the house: reports are made of all parts, so they stand above them."""

from __future__ import annotations

from alongside.plugin import Command, Lazy, Page, Paper, Part

REPORTS = Part(
    name="reports",
    title="Reports",
    picture="chart",
    package="alongside.house",
    permissions=("read",),
    pages=(Page("/reports", "Reports", "chart", needs="read", show=Lazy("report_pages:reports")),),
    papers=(Paper("/reports/{quarter}/{edition}", "Report", needs="read", make=Lazy("report_pages:paper")),),
    commands=(Command("write", "Write the report of a period as a PDF.", run=Lazy("report_commands:write")),),
)
