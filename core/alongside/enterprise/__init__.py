"""The enterprise: its own words, its businesses, the plugins switched on, and who may do what."""

from alongside.plugin import Command, Lazy, OpenTo, Page, Part, Tile

PART = Part(
    name="enterprise",
    title="The enterprise",
    picture="home",
    package=__name__,
    permissions=("see", "change"),
    pages=(
        Page(
            "/enterprise",
            "Our enterprise",
            "gear",
            needs="change",
            show=Lazy("pages:enterprise"),
            send=Lazy("pages:send_enterprise"),
        ),
        Page(
            "/promises",
            "What we promise",
            "handshake",
            needs="change",
            show=Lazy("pages.promising:promises"),
            send=Lazy("pages.promising:send_promise"),
            under="/enterprise",
        ),
        Page(
            "/promises/{promise}",
            "A promise",
            "handshake",
            needs="change",
            show=Lazy("pages.promising:promise"),
            send=Lazy("pages.promising:send_end"),
            menu=False,
        ),
        Page(
            "/rules",
            "The rules of work",
            "book",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.rules:rules"),
            under="/my-work",
        ),
        Page(
            "/rules/{rule}",
            "A rule",
            "book",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.rules:one"),
            menu=False,
        ),
    ),
    commands=(
        Command("show", "Show businesses, plugins and roles.", run=Lazy("commands:show")),
        Command("words", "Show the words the enterprise has chosen.", run=Lazy("commands:words")),
        Command("words-set", "Choose a word of your own.", run=Lazy("commands:words_set")),
        Command("business-add", "Open a business.", run=Lazy("commands:business_add")),
        Command(
            "business-close", "Close a business; what it was stays on record.", run=Lazy("commands:business_close")
        ),
        Command("plugin-on", "Switch a plugin on.", run=Lazy("commands:plugin_on")),
        Command("plugin-off", "Switch a plugin off; its data stays.", run=Lazy("commands:plugin_off")),
        Command("role-give", "Give a person a role.", run=Lazy("commands:role_give")),
        Command("role-end", "End a person's role.", run=Lazy("commands:role_end")),
        Command(
            "promises",
            "Show what we promise beyond the law, and what is under it.",
            run=Lazy("commands.promising:promises"),
        ),
        Command("promise-make", "Promise more than the law asks for.", run=Lazy("commands.promising:make")),
        Command("promise-end", "Give a promise its last day.", run=Lazy("commands.promising:end")),
        Command(
            "promise-take-back",
            "Take back a promise that has not begun.",
            run=Lazy("commands.promising:take_back"),
        ),
    ),
    tiles=(
        Tile("Rules that change", needs="change", show=Lazy("tiles:due")),
        Tile("What we promise", needs="change", show=Lazy("tiles:short")),
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
