"""Signing in: who is here, with whose help, and how they came in."""

from alongside.plugin import Command, Lazy, OpenTo, Page, Part

PART = Part(
    name="sign_in",
    title="Signing in",
    picture="key",
    package=__name__,
    permissions=("cards", "devices"),
    pages=(
        Page(
            "/who",
            "Who are you?",
            "person",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.looking_around:who"),
            send=Lazy("pages.looking_around:choose"),
            menu=False,
        ),
        Page(
            "/finished",
            "I have finished",
            "tick",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.leaving:ask"),
            send=Lazy("pages.leaving:leave"),
            menu=False,
        ),
        Page(
            "/card",
            "Show your card",
            "card",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.showing:ask"),
            send=Lazy("pages.showing:show"),
            menu=False,
        ),
        Page(
            "/card/instead",
            "Somebody has not finished here",
            "person",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.showing:ask_instead"),
            send=Lazy("pages.showing:come_in_instead"),
            menu=False,
        ),
        Page(
            "/card/{card}",
            "A card was read",
            "card",
            needs=OpenTo.ANYONE,
            show=Lazy("pages.showing:from_camera"),
            menu=False,
        ),
        Page(
            "/cards", "Cards", "card", needs="cards", show=Lazy("pages.cards:cards"), send=Lazy("pages.cards:send")
        ),
        Page(
            "/devices",
            "Tablets",
            "tablet",
            needs="devices",
            show=Lazy("pages.devices:devices"),
            send=Lazy("pages.devices:send"),
            under="/cards",
        ),
    ),
    commands=(
        Command("list", "Show who has a card, and which devices cards open.", run=Lazy("commands:list_")),
        Command("cards", "Print cards for people, as a PDF.", run=Lazy("commands:cards")),
        Command(
            "revoke", "Stop a person's card; whoever came in with it is signed out.", run=Lazy("commands:revoke")
        ),
        Command("give-up", "Let cards open a device no more.", run=Lazy("commands:give_up")),
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
