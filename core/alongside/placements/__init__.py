"""Placements: agreed work, the hours that were worked, and what they must pay."""

from alongside.plugin import Chapter, Command, Lazy, OpenTo, Page, Part, Tile

PART = Part(
    name="placements",
    title="Work",
    picture="briefcase",
    package=__name__,
    permissions=("see", "change"),
    pages=(
        Page("/placements", "Placements", "briefcase", needs="see", show=Lazy("pages.looking:placements")),
        Page(
            "/placements/new",
            "Agree work",
            "handshake",
            needs="change",
            show=Lazy("pages.agreeing:new"),
            send=Lazy("pages.agreeing:send_new"),
            under="/placements",
        ),
        Page(
            "/placements/{placement}",
            "Agreed work",
            "briefcase",
            needs="see",
            show=Lazy("pages.agreeing:one"),
            send=Lazy("pages.agreeing:send_end"),
            menu=False,
        ),
        Page(
            "/attendance",
            "Who was there",
            "clipboard",
            needs="change",
            show=Lazy("pages.attending:attendance"),
            send=Lazy("pages.attending:send_attendance"),
            under="/placements",
        ),
        Page("/hours", "My hours", "clock", needs=OpenTo.SIGNED_IN, show=Lazy("pages.own_hours:hours")),
        Page(
            "/hours/{claim}",
            "My hours",
            "clock",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.own_hours:stretch"),
            send=Lazy("pages.own_hours:send_question"),
            menu=False,
        ),
        Page(
            "/business/{business}",
            "Business",
            "shop",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.looking:business"),
            menu=False,
        ),
    ),
    commands=(
        Command("list", "Show who has agreed to work where.", run=Lazy("commands:list_")),
        Command("start", "Start a placement; its pay is checked.", run=Lazy("commands:start")),
        Command("end", "Give a placement its last day.", run=Lazy("commands:end")),
        Command("rate", "Agree another rate from a day on.", run=Lazy("commands:rate")),
        Command("hours", "Show the hours people have worked.", run=Lazy("commands:hours")),
        Command("check", "Check every paid placement against the pay floor.", run=Lazy("commands:check")),
        Command(
            "pay-check", "Hold one rate to the pay floor, for nobody in particular.", run=Lazy("commands:try_rate")
        ),
        Command("tidy", "Take out pay records that need not be kept any longer.", run=Lazy("commands:tidy")),
    ),
    chapters=(
        Chapter("Work", Lazy("chapter:write"), figures=Lazy("chapter:figures")),
        Chapter("Other businesses", Lazy("chapter:write_others")),
    ),
    tiles=(Tile("Who is off today", needs="see", show=Lazy("tiles:off")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
