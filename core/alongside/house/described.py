"""The parts that stand above all others: reports, messages, backups, and what looks after plugins."""

from __future__ import annotations

from alongside.plugin import Command, Lazy, OpenTo, Page, Paper, Part, Tile

HOME = Part(
    name="home",
    title="Today",
    picture="home",
    package="alongside.house.home",
    permissions=("see",),
    pages=(
        Page("/", "Home", "home", needs=OpenTo.SIGNED_IN, show=Lazy("pages:land"), menu=False),
        Page("/today", "Today", "home", needs="see", show=Lazy("pages:today")),
    ),
)

REPORTS = Part(
    name="reports",
    title="Reports",
    picture="chart",
    package="alongside.house",
    permissions=("read",),
    pages=(Page("/reports", "Reports", "chart", needs="read", show=Lazy("report_pages:reports")),),
    papers=(Paper("/reports/{quarter}/{edition}", "Report", needs="read", make=Lazy("report_pages:paper")),),
    commands=(Command("write", "Write the report of a period as a PDF.", run=Lazy("report_commands:write")),),
    tiles=(
        Tile("Reports", needs="read", show=Lazy("report_tiles:reports")),
        Tile("What has changed", needs="read", show=Lazy("report_tiles:changed")),
    ),
)

# The tools for plugins stand above the house, which knows them by name alone.
PLUGINS = Part(
    name="plugin",
    title="Plugins",
    picture="gear",
    package="alongside.scaffold",
    permissions=("see", "switch"),
    pages=(
        Page(
            "/plugins",
            "Plugins",
            "gear",
            needs="see",
            under="/enterprise",
            show=Lazy("pages:plugins"),
            send=Lazy("pages:send"),
        ),
    ),
    tiles=(Tile("Plugins", needs="see", show=Lazy("tiles:plugins")),),
    commands=(
        Command(
            "list", "Show what is installed, what is switched on, and what is broken.", run=Lazy("commands:list_")
        ),
        Command("new", "Write a new plugin: a kind of business of your own.", run=Lazy("commands:new")),
        Command(
            "check", "Try a plugin in an invented enterprise, and name what is wrong.", run=Lazy("commands:check")
        ),
        Command("migration", "Write a plugin's next migration.", run=Lazy("commands:migration")),
    ),
)

BACKUP = Part(
    name="backup",
    title="Backups",
    picture="safe",
    package="alongside.house.backups",
    permissions=("see", "make"),
    pages=(
        Page(
            "/backups",
            "Backups",
            "safe",
            needs="see",
            under="/enterprise",
            show=Lazy("pages:backups"),
            send=Lazy("pages:send_backups"),
        ),
    ),
    tiles=(Tile("Backups", needs="see", show=Lazy("tiles:backups")),),
)

MESSAGES = Part(
    name="messages",
    title="Messages",
    picture="envelope",
    package="alongside.house.messages",
    permissions=("see", "send"),
    pages=(
        Page(
            "/messages",
            "Messages",
            "envelope",
            needs="see",
            show=Lazy("pages:messages"),
            send=Lazy("pages:send_messages"),
            under="/enterprise",
        ),
        Page(
            "/messages/ring",
            "People to ring",
            "phone",
            needs="send",
            show=Lazy("ring_pages:ring"),
            send=Lazy("ring_pages:send_ring"),
            under="/enterprise",
        ),
        Page(
            "/news",
            "News for you",
            "notice",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("news_pages:news"),
            send=Lazy("news_pages:send_news"),
            under="/week",
        ),
        Page(
            "/news/reminders",
            "Reminders",
            "bell",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("reminders_pages:reminders"),
            send=Lazy("reminders_pages:send_reminders"),
            under="/week",
        ),
    ),
    papers=(
        Paper("/messages/letters/{file}", "Letter", needs="see", make=Lazy("pages:letter")),
        Paper("/messages/ring/list", "People to ring", needs="send", make=Lazy("ring_pages:paper")),
    ),
    commands=(
        Command("list", "Count the messages, and name those that are stuck.", run=Lazy("commands:list_messages")),
        Command("send", "Send what waits, now.", run=Lazy("commands:send")),
        Command("ring", "List the people to ring, with what to say.", run=Lazy("commands:ring")),
    ),
    tiles=(
        Tile("News for you", needs=OpenTo.SIGNED_IN, show=Lazy("tiles:news")),
        Tile("Messages", needs="see", show=Lazy("tiles:messages")),
    ),
    # Its tables are the kit's, which keeps them in the core's line of migrations.
    reactions=Lazy("reactions"),
)

PACK = Part(
    name="pack",
    title="Tomorrow on paper",
    picture="list",
    package="alongside.house.packs",
    permissions=("see",),
    pages=(
        Page(
            "/tomorrow",
            "Tomorrow on paper",
            "list",
            needs="see",
            show=Lazy("pages:tomorrow"),
            send=Lazy("pages:send_tomorrow"),
            under="/week",
        ),
    ),
    papers=(Paper("/tomorrow/{file}", "Tomorrow on paper", needs="see", make=Lazy("pages:paper")),),
    tiles=(Tile("Tomorrow on paper", needs="see", show=Lazy("tiles:tomorrow")),),
)

TRAIL = Part(
    name="trail",
    title="Audit trail",
    picture="list",
    package="alongside.house.trail",
    permissions=("see", "words"),
    pages=(
        Page(
            "/trail",
            "Audit trail",
            "list",
            needs="see",
            show=Lazy("pages:entries"),
            send=Lazy("pages:send_entries"),
            under="/enterprise",
        ),
        Page(
            "/trail/{number}",
            "An entry of the audit trail",
            "list",
            needs="words",
            show=Lazy("pages:entry"),
            noted=True,
            menu=False,
        ),
    ),
)

RECORD = Part(
    name="record",
    title="What is kept about me",
    picture="list",
    package="alongside.house.own_record",
    permissions=("hand_over",),
    pages=(
        Page(
            "/me/kept",
            "What is kept about me",
            "list",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:kept"),
            menu=False,
        ),
        Page(
            "/me/kept/{part}",
            "What one part keeps about me",
            "list",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:part"),
            menu=False,
        ),
        Page(
            "/me/take-along",
            "Take it with me",
            "list",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages:taking"),
            send=Lazy("pages:take"),
            menu=False,
        ),
    ),
)

START = Part(
    name="start",
    title="Start",
    picture="rocket",
    package="alongside.house",
    permissions=("begin",),
    pages=(
        Page(
            "/first-steps",
            "First steps",
            "rocket",
            needs="begin",
            show=Lazy("first_steps_pages:first_steps"),
            under="/enterprise",
        ),
        Page(
            "/people/new",
            "Add a person",
            "person",
            needs="begin",
            show=Lazy("people_file.pages:by_hand"),
            send=Lazy("people_file.pages:send_by_hand"),
            under="/people",
        ),
        Page(
            "/people/file",
            "Bring in a list",
            "people",
            needs="begin",
            show=Lazy("people_file.pages:from_file"),
            send=Lazy("people_file.pages:send_file"),
            under="/people",
            takes_file=True,
        ),
        Page(
            "/first/{step}",
            "First questions",
            "rocket",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("first_run.pages:over"),
            send=Lazy("first_run.pages:over"),
            menu=False,
        ),
    ),
    tiles=(Tile("First steps", needs="begin", show=Lazy("first_steps_tiles:first_steps")),),
)

FIRST_RUN = Part(
    name="start",
    title="Start",
    picture="rocket",
    package="alongside.house",
    pages=(
        Page("/", "Welcome", "rocket", needs=OpenTo.SIGNED_IN, show=Lazy("first_run.pages:welcome"), menu=False),
        Page(
            "/first/{step}",
            "First questions",
            "rocket",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("first_run.pages:show"),
            send=Lazy("first_run.pages:send"),
            menu=False,
        ),
    ),
)
"""All that there is before an enterprise is set up; it stands in the place of every other part."""
