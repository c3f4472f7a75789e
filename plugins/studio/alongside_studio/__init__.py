"""The music studio, a kind of business: rooms and kit, bookings that cannot clash, prices, and the day's sheet."""

from alongside.api import Command, Lazy, Plugin, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe the studio."""
    return Plugin(
        name="studio",
        title="The studio",
        picture="microphone",
        api=(1, 1),
        package=__name__,
        permissions=("see", "plan"),
        commands=(
            Command("free", "Show when rooms and kit are free to book.", run=Lazy("commands:free")),
            Command("book", "Book a room or kit for somebody, once or every week.", run=Lazy("commands:book")),
            Command("cancel", "Cancel a booking and give its time back.", run=Lazy("commands:cancel")),
            Command("approve", "Say yes to a request, or keep a hold for good.", run=Lazy("commands:approve")),
            Command("move", "Move a booking to another time.", run=Lazy("commands:move")),
            Command("no-show", "Say that nobody came.", run=Lazy("commands:no_show")),
            Command("close", "Close a room or a thing for a while.", run=Lazy("commands:close")),
            Command("day", "Show the bookings of a day, and what waits for a yes.", run=Lazy("commands:day")),
        ),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
    )
