"""Signing in: who is here, with whose help, and how they came in."""

from alongside.plugin import Lazy, OpenTo, Page, Part

PART = Part(
    name="sign_in",
    title="Signing in",
    picture="key",
    package=__name__,
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
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
