"""The diary: one truth about time. People, rooms and things, and the claims on their hours."""

from alongside.plugin import Lazy, Part

PART = Part(
    name="diary",
    title="The diary",
    picture="calendar",
    package=__name__,
    permissions=("see", "plan"),
    tables=Lazy("tables"),
)
