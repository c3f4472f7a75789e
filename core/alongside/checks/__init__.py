"""Checks that a job may ask for: level, number, date and decision, and never what stands in one."""

from alongside.plugin import Part

PART = Part(
    name="checks",
    title="Checks",
    picture="shield",
    package=__name__,
)
