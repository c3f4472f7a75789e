"""The music studio, a kind of business: rooms and kit, bookings that cannot clash, prices, and the day's sheet."""

from alongside.api import Chapter, Command, DaySheet, Lazy, Page, Paper, Plugin, Reminder, Tile, hook


@hook
def alongside_plugin() -> Plugin:
    """Describe the studio."""
    return Plugin(
        name="studio",
        title="The studio",
        picture="microphone",
        api=(1, 2),
        package=__name__,
        permissions=("see", "plan"),
        pages=(
            Page(
                "/book",
                "Book the studio",
                "microphone",
                needs="see",
                show=Lazy("pages.book:book"),
                send=Lazy("pages.book:send_book"),
            ),
            Page("/mine", "My bookings", "calendar", needs="see", show=Lazy("pages.bookings:mine"), under="/book"),
            Page(
                "/booking/{booking}",
                "Booking",
                "calendar",
                needs="see",
                show=Lazy("pages.bookings:booking"),
                send=Lazy("pages.bookings:send_booking"),
            ),
            Page("/series/{series}", "Every week", "calendar", needs="plan", show=Lazy("pages.series:series")),
            Page("/day", "Studio day", "clock", needs="plan", show=Lazy("pages.running:day")),
            Page(
                "/close",
                "Close a room",
                "lock",
                needs="plan",
                show=Lazy("pages.running:close"),
                send=Lazy("pages.running:send_close"),
                under="/day",
            ),
            Page(
                "/customers",
                "Customers",
                "people",
                needs="plan",
                show=Lazy("pages.running:customer_list"),
                send=Lazy("pages.running:send_customers"),
                under="/day",
            ),
            Page(
                "/setup",
                "Set up the studio",
                "gear",
                needs="plan",
                show=Lazy("pages.setting_up:set_up"),
                send=Lazy("pages.setting_up:send_set_up"),
                under="/day",
            ),
        ),
        papers=(Paper("/sheet/{day}", "Day sheet", needs="plan", make=Lazy("pages.sheet:sheet")),),
        commands=(
            Command("free", "Show when rooms and kit are free to book.", run=Lazy("commands.looking:free")),
            Command("book", "Book something, once or every week.", run=Lazy("commands.booking:book")),
            Command("cancel", "Cancel a booking and give its time back.", run=Lazy("commands.changing:cancel")),
            Command("approve", "Say yes to a request or a hold.", run=Lazy("commands.changing:approve")),
            Command("move", "Move a booking to another time.", run=Lazy("commands.changing:move")),
            Command("no-show", "Say that nobody came.", run=Lazy("commands.changing:no_show")),
            Command("close", "Close a room or a thing for a while.", run=Lazy("commands.running:close")),
            Command("day", "Show a day, and what waits for a yes.", run=Lazy("commands.running:day")),
            Command("sheet", "Write a day’s sheet, a page a room (PDF).", run=Lazy("commands.running:sheet")),
            Command("customer-add", "Put a customer on the list.", run=Lazy("commands.running:customer_add")),
            Command("customer-forget", "Forget a customer.", run=Lazy("commands.running:customer_forget")),
        ),
        chapters=(Chapter("The studio", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tiles=(Tile("The studio", needs="plan", show=Lazy("tiles:studio")),),
        day_sheets=(DaySheet("Day sheet", Lazy("day_sheets:rooms"), needs="plan"),),
        reminders=(Reminder("booking", "The day before I come to the studio", "microphone"),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
