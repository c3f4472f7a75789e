"""Volunteering: roles, hours freely given, and real expenses."""

from alongside.plugin import Part

PART = Part(
    name="volunteering",
    title="Volunteering",
    picture="raised-hand",
    package=__name__,
)
