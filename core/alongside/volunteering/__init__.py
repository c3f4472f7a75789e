"""Volunteering: roles, hours freely given, and real expenses."""

from alongside.plugin import Chapter, Command, Lazy, OpenTo, Page, Paper, Part

PART = Part(
    name="volunteering",
    title="Volunteering",
    picture="raised-hand",
    package=__name__,
    permissions=("agree", "set"),
    pages=(
        Page(
            "/my-expenses",
            "My expenses",
            "wallet",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.own:expenses"),
            send=Lazy("pages.own:send_expenses"),
            under="/my-work",
        ),
        Page(
            "/volunteers/thanks",
            "Thank you",
            "flower",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.thanking:thanks"),
            menu=False,
        ),
        Page(
            "/volunteers",
            "Volunteers",
            "raised-hand",
            needs="agree",
            show=Lazy("pages.agreeing:volunteers"),
            send=Lazy("pages.agreeing:send_volunteers"),
            under="/placements",
        ),
        Page(
            "/volunteers/report",
            "How we report on volunteers",
            "chart",
            needs="set",
            show=Lazy("pages.reporting:report"),
            send=Lazy("pages.reporting:send_report"),
            under="/enterprise",
        ),
    ),
    papers=(Paper("/my-expenses/paper", "My expenses", needs=OpenTo.SIGNED_IN, make=Lazy("pages.own:paper")),),
    commands=(
        Command(
            "tidy",
            "Take out paid expenses that need not be kept any longer.",
            run=Lazy("commands:tidy"),
        ),
    ),
    chapters=(Chapter("Volunteers", Lazy("chapter:write")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
