"""A core part for the tests of pages."""

from alongside.plugin import Lazy, OpenTo, Page, Paper, Part

PART = Part(
    name="office",
    title="Office",
    picture="briefcase",
    package=__name__,
    permissions=("see",),
    pages=(
        Page(
            "/who",
            "Who are you?",
            "person",
            needs=OpenTo.ANYONE,
            show=Lazy("pages:who"),
            send=Lazy("pages:choose"),
            menu=False,
        ),
        Page(
            "/finished",
            "Finished",
            "tick",
            needs=OpenTo.ANYONE,
            show=Lazy("pages:who"),
            send=Lazy("pages:finish"),
            menu=False,
        ),
        Page("/desks", "Desks", "briefcase", needs=OpenTo.SIGNED_IN, show=Lazy("pages:desks")),
        Page("/safe", "The safe", "lock", needs="see", show=Lazy("pages:desks")),
        Page("/careless", "Careless", "lock", needs=OpenTo.SIGNED_IN, show=Lazy("pages:careless"), menu=False),
        Page(
            "/plan",
            "A large plan",
            "map",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:desks"),
            send=Lazy("pages:desk_plan"),
            takes_file=True,
            largest=3_000_000,
            menu=False,
        ),
        Page(
            "/errand",
            "An errand",
            "briefcase",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:errand"),
            send=Lazy("pages:keep"),
            menu=False,
        ),
        Page("/desks/{person}", "A desk", "briefcase", needs=OpenTo.SIGNED_IN, show=Lazy("pages:desk")),
    ),
    papers=(Paper("/bell", "The bell", needs="see", make=Lazy("pages:bell")),),
)
