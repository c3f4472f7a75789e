"""The café, a kind of business: shifts, a rota that fills itself, the paper on the wall."""

from alongside.api import Chapter, Command, Lazy, Page, Paper, Plugin, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe the café."""
    return Plugin(
        name="cafe",
        title="Café",
        picture="cup",
        api=(1, 1),
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
                show=Lazy("pages:availability"),
                send=Lazy("pages:send_availability"),
                under="/rota",
            ),
            Page(
                "/pattern",
                "What every week needs",
                "calendar",
                needs="plan",
                show=Lazy("week_pages:pattern"),
                send=Lazy("week_pages:send_pattern"),
                under="/rota",
            ),
            Page(
                "/pattern/{line}",
                "A shift of every week",
                "calendar",
                needs="plan",
                show=Lazy("week_pages:shift"),
                send=Lazy("week_pages:send_shift"),
                menu=False,
            ),
            Page(
                "/team",
                "Who can do what",
                "people",
                needs="plan",
                show=Lazy("team_pages:team"),
                send=Lazy("team_pages:send_team"),
                under="/rota",
            ),
            Page(
                "/hours/{person}",
                "When somebody can work",
                "clock",
                needs="plan",
                show=Lazy("team_pages:hours"),
                send=Lazy("team_pages:send_hours"),
                menu=False,
            ),
        ),
        papers=(Paper("/wall/{week}", "Wall rota", needs="see", make=Lazy("pages:wall")),),
        commands=(
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
                run=Lazy("week_commands:start"),
            ),
            Command("pattern-add", "Add a shift to every week.", run=Lazy("week_commands:add")),
            Command("pattern-remove", "Take a shift out of every week.", run=Lazy("week_commands:remove")),
            Command("team", "Show who can do what, and when.", run=Lazy("week_commands:team")),
            Command("hours", "Write down when somebody can work.", run=Lazy("week_commands:hours")),
            Command(
                "hours-start",
                "Let everybody who said nothing work while the café is open.",
                run=Lazy("week_commands:hours_start"),
            ),
        ),
        chapters=(Chapter("The café", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
