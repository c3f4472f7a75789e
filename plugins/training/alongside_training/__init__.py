"""Training, a kind of business: courses and their runs, places and waiting lists, registers and certificates."""

from alongside.api import Lazy, Plugin, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe training."""
    return Plugin(
        name="training",
        title="Training",
        picture="book",
        api=(1, 1),
        package=__name__,
        permissions=("see", "plan"),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
    )
