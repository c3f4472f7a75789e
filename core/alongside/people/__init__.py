"""People: the names they use, what they can do, what they have been given, and how they want to be told."""

from alongside.plugin import Chapter, Command, Lazy, OpenTo, Page, Part, Reminder

PART = Part(
    name="people",
    title="People",
    picture="people",
    package=__name__,
    permissions=("see", "change", "erase", "skills"),
    pages=(
        Page("/people", "People", "people", needs="see", show=Lazy("pages:people")),
        Page(
            "/people/{person}",
            "A person",
            "person",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.person:person"),
            send=Lazy("pages.person:send_person"),
            menu=False,
        ),
        Page(
            "/people/{person}/seeing",
            "How a person sees things",
            "person",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("seeing_pages:seeing"),
            send=Lazy("seeing_pages:send_seeing"),
            menu=False,
        ),
        Page(
            "/seeing",
            "How I see things",
            "person",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("seeing_pages:seeing"),
            send=Lazy("seeing_pages:send_seeing"),
            menu=False,
        ),
        Page(
            "/certificates",
            "Look up a certificate",
            "certificate",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:certificate"),
            menu=False,
        ),
    ),
    commands=(
        Command("list", "List everybody.", run=Lazy("commands:list_people")),
        Command("show", "Show a person.", run=Lazy("commands:show")),
        Command("add", "Put a person on record.", run=Lazy("commands:add")),
        Command("skill", "Note what a person does well.", run=Lazy("commands:skill")),
        Command("skill-remove", "Take out what a person does no longer.", run=Lazy("commands:skill_remove")),
        Command("award", "Give a person a certificate.", run=Lazy("commands:award")),
        Command("revoke", "Take a certificate back, with the reason.", run=Lazy("commands:revoke")),
        Command("erase", "Erase a person; what the law keeps is listed first.", run=Lazy("commands:erase")),
    ),
    reminders=(Reminder("refresher", "When a course of mine is due again", "certificate"),),
    chapters=(Chapter("Our people", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
