"""The café, a kind of business: shifts, a rota that fills itself, the paper on the wall."""

from alongside.api import Chapter, DaySheet, Lazy, Paper, Plugin, Reminder, Tile, hook

from .described.commands import COMMANDS
from .described.pages import PAGES


@hook
def alongside_plugin() -> Plugin:
    """Describe the café."""
    return Plugin(
        name="cafe",
        title="Café",
        picture="cup",
        api=(1, 2),
        package=__name__,
        permissions=("see", "plan"),
        pages=PAGES,
        papers=(
            Paper("/wall/{week}", "Wall rota", needs="see", make=Lazy("pages:wall")),
            Paper("/sheet/{day}", "Wall rota of a day", needs="plan", make=Lazy("pages.today:sheet")),
        ),
        commands=COMMANDS,
        chapters=(Chapter("The café", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tiles=(
            Tile("The rota", needs="plan", show=Lazy("tiles:rota")),
            Tile("What I am asked", needs="see", show=Lazy("tiles:asked"), on_week=True),
        ),
        day_sheets=(DaySheet("Wall rota", Lazy("day_sheets:wall"), needs="plan", style="wall"),),
        reminders=(Reminder("shift", "The day before I work", "cup"),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
