"""The music studio, a kind of business: for now its name and picture; rooms and bookings come with it later.

A studio has what every business has: its page, its people, their diary and a chapter.
"""

from alongside.api import Plugin, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe the studio."""
    return Plugin(name="studio", title="The studio", picture="microphone", package=__name__, api=(1, 0))
