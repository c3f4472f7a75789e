"""The diary: one truth about time. People, rooms and things, and the claims on their hours."""

from alongside.plugin import Command, Lazy, OpenTo, Page, Paper, Part, Tile

PART = Part(
    name="diary",
    title="The diary",
    picture="calendar",
    package=__name__,
    permissions=("see", "plan"),
    pages=(
        Page(
            "/week",
            "My week",
            "calendar",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.week:my_week"),
            send=Lazy("pages.week:send_week"),
        ),
        Page(
            "/week/{person}",
            "A week",
            "calendar",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.week:week_of"),
            menu=False,
        ),
        Page(
            "/my-calendar",
            "My calendar",
            "phone",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.beyond:my_calendar"),
            send=Lazy("pages.beyond:send_my_calendar"),
            menu=False,
        ),
        Page(
            "/calendar/{secret}",
            "Work as a calendar",
            "calendar",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.beyond:calendar"),
            menu=False,
        ),
    ),
    papers=(Paper("/my-week/paper", "My week", needs=OpenTo.SIGNED_IN, make=Lazy("pages.beyond:week_paper")),),
    commands=(
        Command("week", "Show a person’s week.", run=Lazy("commands:week")),
        Command("free", "Show when a room or a thing is free.", run=Lazy("commands:free")),
        Command("close", "Close a room or a thing for a while.", run=Lazy("commands:close")),
    ),
    tiles=(Tile("Your day", needs=OpenTo.SIGNED_IN, show=Lazy("tiles:own_day")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
