"""Training, a kind of business: for now its name and picture; courses and certificates come with it later.

Training has what every business has: its page, its people, their diary and a chapter.
"""

from alongside.api import Plugin, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe training."""
    return Plugin(name="training", title="Training", picture="book", package=__name__, api=(1, 0))
