"""Decisions: proposals, the roll, ballots, and counting them exactly."""

from alongside.plugin import Chapter, Command, Lazy, Page, Part

PART = Part(
    name="decisions",
    title="Decisions",
    picture="ballot",
    package=__name__,
    permissions=("see", "propose", "vote", "count"),
    pages=(
        Page("/decisions", "Decisions", "ballot", needs="see", show=Lazy("pages:board")),
        Page(
            "/decisions/{proposal}",
            "A decision",
            "ballot",
            needs="see",
            show=Lazy("pages:proposal"),
            send=Lazy("pages:send_vote"),
            menu=False,
        ),
    ),
    commands=(
        Command("list", "List proposals and what was decided.", run=Lazy("commands:list_proposals")),
        Command("show", "Show a proposal, or what was decided.", run=Lazy("commands:show")),
        Command("propose", "Put a proposal to the members.", run=Lazy("commands:propose")),
        Command("open", "Open the vote; the roll is frozen.", run=Lazy("commands:open_vote")),
        Command("close", "Close the vote and count it.", run=Lazy("commands:close")),
        Command("reopen", "Open a vote again whose key is lost.", run=Lazy("commands:reopen")),
        Command("withdraw", "Withdraw a proposal.", run=Lazy("commands:withdraw")),
        Command("count", "Count the ballots of a .blt file.", run=Lazy("commands:count")),
    ),
    chapters=(Chapter("What we decided", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
