"""The café, a kind of business: shifts, a rota that fills itself, the paper on the wall."""

from alongside.api import Chapter, Command, DaySheet, Lazy, Page, Paper, Plugin, Reminder, Tile, hook


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
        pages=(
            Page(
                "/rota",
                "Rota",
                "calendar",
                needs="see",
                show=Lazy("pages:rota"),
                send=Lazy("pages:send_rota"),
            ),
            Page(
                "/availability",
                "When I can work",
                "clock",
                needs="see",
                show=Lazy("pages.availability:availability"),
                send=Lazy("pages.availability:send_availability"),
                under="/rota",
            ),
            Page(
                "/pattern",
                "What every week needs",
                "calendar",
                needs="plan",
                show=Lazy("pages.week:pattern"),
                send=Lazy("pages.week:send_pattern"),
                under="/rota",
            ),
            Page(
                "/pattern/{line}",
                "A shift of every week",
                "calendar",
                needs="plan",
                show=Lazy("pages.week:shift"),
                send=Lazy("pages.week:send_shift"),
                menu=False,
            ),
            Page(
                "/team",
                "Who can do what",
                "people",
                needs="plan",
                show=Lazy("pages.team:team"),
                send=Lazy("pages.team:send_team"),
                under="/rota",
            ),
            Page(
                "/hours/{person}",
                "When somebody can work",
                "clock",
                needs="plan",
                show=Lazy("pages.team:hours"),
                send=Lazy("pages.team:send_hours"),
                menu=False,
            ),
        ),
        papers=(Paper("/wall/{week}", "Wall rota", needs="see", make=Lazy("pages:wall")),),
        commands=(
            Command(
                "solve",
                "Solve a published shift-scheduling problem, to measure the engine.",
                run=Lazy("commands.solving:solve"),
            ),
            Command(
                "fill",
                "Fill the rota for some weeks, and say why what stays open is open.",
                run=Lazy("commands:fill"),
            ),
            Command("rota", "Show the rota.", run=Lazy("commands:rota")),
            Command("check", "Check the rota that is kept against every hard rule.", run=Lazy("commands:check")),
            Command("wall", "Write the rota for the wall, one day a sheet (PDF).", run=Lazy("commands:wall")),
            Command("pattern", "Show which shifts every week needs.", run=Lazy("commands:pattern")),
            Command(
                "pattern-start",
                "Make a week to start with, from opening days and times.",
                run=Lazy("commands.week:start"),
            ),
            Command("pattern-add", "Add a shift to every week.", run=Lazy("commands.week:add")),
            Command("pattern-remove", "Take a shift out of every week.", run=Lazy("commands.week:remove")),
            Command("team", "Show who can do what, and when.", run=Lazy("commands.week:team")),
            Command("hours", "Write down when somebody can work.", run=Lazy("commands.week:hours")),
            Command(
                "hours-start",
                "Let everybody who said nothing work while the café is open.",
                run=Lazy("commands.week:hours_start"),
            ),
        ),
        chapters=(Chapter("The café", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tiles=(Tile("The rota", needs="plan", show=Lazy("tiles:rota")),),
        day_sheets=(DaySheet("Wall rota", Lazy("day_sheets:wall"), needs="plan", style="wall"),),
        reminders=(Reminder("shift", "The day before I work", "cup"),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
