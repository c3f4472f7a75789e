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
        ),
        chapters=(Chapter("The café", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
