"""Work and benefits: private to the person who asks, and to nobody else."""

from alongside.plugin import Lazy, OpenTo, Page, Part

PART = Part(
    name="benefits",
    title="Work and benefits",
    picture="umbrella",
    package=__name__,
    permissions=("set",),
    pages=(
        # The addresses say nothing of benefits: they stay in the memory of a browser that others use too.
        Page(
            "/what-if",
            "What if I take this shift?",
            "question",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.looking:what_if"),
            under="/my-work",
        ),
        Page(
            "/what-if/mine",
            "Only for me",
            "lock",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.choosing:mine"),
            send=Lazy("pages.choosing:send_mine"),
            menu=False,
        ),
        Page(
            "/benefits-adviser",
            "Benefits adviser",
            "umbrella",
            needs="set",
            show=Lazy("pages.advising:adviser"),
            send=Lazy("pages.advising:send_adviser"),
            under="/enterprise",
        ),
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
