"""Placements: agreed work, the hours that were worked, and what they must pay."""

from alongside.placements.described.pages import PAGES
from alongside.plugin import Chapter, Command, Lazy, OpenTo, Paper, Part, Reminder, Tile

PART = Part(
    name="placements",
    title="Work",
    picture="briefcase",
    package=__name__,
    permissions=("see", "change", "coach"),
    pages=PAGES,
    papers=(
        Paper(
            "/my-work/reference/{placement}",
            "What I did here",
            needs=OpenTo.SIGNED_IN,
            make=Lazy("pages.reference:reference"),
        ),
    ),
    reminders=(Reminder("review", "Before a talk about work", "speech"),),
    commands=(
        Command("list", "Show who has agreed to work where.", run=Lazy("commands:list_")),
        Command("start", "Start a placement; its pay is checked.", run=Lazy("commands:start")),
        Command("end", "Give a placement its last day.", run=Lazy("commands:end")),
        Command("rate", "Agree another rate from a day on.", run=Lazy("commands.rates:rate")),
        Command("hours", "Show the hours people have worked.", run=Lazy("commands:hours")),
        Command(
            "attendance", "Show or confirm who was there on a day.", run=Lazy("commands.attending:attendance")
        ),
        Command("check", "Check every paid placement against the pay floor.", run=Lazy("commands:check")),
        Command(
            "pay-check", "Hold one rate to the pay floor, for nobody in particular.", run=Lazy("commands:try_rate")
        ),
        Command("way", "Show a person’s way to work.", run=Lazy("commands.way:way")),
        Command("stage", "Note the stage that a person is at.", run=Lazy("commands.way:stage")),
        Command("grow", "Agree how the hours of a placement grow.", run=Lazy("commands.way:grow")),
        Command("outcomes", "Show paid work that has lasted.", run=Lazy("commands.way:outcomes")),
        Command("confirm", "Confirm that paid work has lasted.", run=Lazy("commands.way:confirm")),
        Command("audit-list", "Write the list for an audit (PDF).", run=Lazy("commands.way:audit_list")),
        Command("is-this-a-job", "Show who must be asked about, and by when.", run=Lazy("commands:is_this_a_job")),
        Command("days-off", "Show who asks for days off.", run=Lazy("commands.leave:days_off")),
        Command("ask-days-off", "Ask for days off for somebody.", run=Lazy("commands.leave:ask_days_off")),
        Command("answer-days-off", "Say yes or no to days off.", run=Lazy("commands.leave:answer_days_off")),
        Command("tidy", "Take out pay records that need not be kept any longer.", run=Lazy("commands:tidy")),
    ),
    chapters=(
        Chapter("Work", Lazy("chapter:write"), figures=Lazy("chapter:figures")),
        Chapter("Other businesses", Lazy("chapter:write_others")),
        Chapter("Placements and outcomes", Lazy("chapter.outcomes:write")),
    ),
    tiles=(
        Tile("Is this a job?", needs="change", show=Lazy("tiles.status:status")),
        Tile("Is my work a job?", needs=OpenTo.SIGNED_IN, show=Lazy("tiles.status:own_status"), on_week=True),
        Tile("Days off", needs="change", show=Lazy("tiles.leave:asked")),
        Tile("Who is off today", needs="see", show=Lazy("tiles.people:off")),
        Tile("People I coach", needs="coach", show=Lazy("tiles.people:coaching"), on_week=True),
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
