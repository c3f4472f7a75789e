"""The commands of the café, as its description names them."""

from alongside.api import Command, Lazy

COMMANDS = (
    Command(
        "solve",
        "Solve a published shift-scheduling problem, to measure the engine.",
        run=Lazy("commands.solving:solve"),
    ),
    Command(
        "fill",
        "Fill the rota for some weeks as a draft, and say why what stays open is open.",
        run=Lazy("commands.drafts:fill"),
    ),
    Command(
        "publish",
        "Publish a draft: everybody whose days change is told.",
        run=Lazy("commands.drafts:publish"),
    ),
    Command(
        "throw-away",
        "Throw a draft away; what is published stays.",
        run=Lazy("commands.drafts:throw_away"),
    ),
    Command(
        "why",
        "Say why a place of a shift (2026-11-30T09:00-Kitchen) is open, or why somebody cannot have it.",
        run=Lazy("commands.why:why"),
    ),
    Command("today", "Show one day: who comes, who does not, what is open.", run=Lazy("commands.morning:today")),
    Command(
        "off",
        "Note that somebody cannot come on some days, or can after all.",
        run=Lazy("commands.morning:off"),
    ),
    Command("stand-in", "Note who has said yes to an open place.", run=Lazy("commands.stepping_in:stand_in")),
    Command("shorter", "Make one day shorter.", run=Lazy("commands.stepping_in:shorter")),
    Command("put-back", "Let a changed shift be as it was planned.", run=Lazy("commands.stepping_in:put_back")),
    Command(
        "number",
        "Show or keep the number that the café is rung at.",
        run=Lazy("commands.stepping_in:number"),
    ),
    Command("put", "Put somebody on a place of a draft.", run=Lazy("commands.by_hand:put")),
    Command("pin", "Keep somebody on her place of a draft.", run=Lazy("commands.by_hand:pin")),
    Command("take-off", "Take somebody off her place of a draft.", run=Lazy("commands.by_hand:take_off")),
    Command(
        "set-aside",
        "Show which rules of the house were set aside.",
        run=Lazy("commands.by_hand:set_aside"),
    ),
    Command("swap", "Show what you could swap a shift for, or ask.", run=Lazy("commands.swaps:swap")),
    Command("swaps", "Show the swaps that wait for an answer.", run=Lazy("commands.swaps:swaps")),
    Command("answer-swap", "Say yes or no to a swap.", run=Lazy("commands.swaps:answer_swap")),
    Command("wishes", "Show what somebody wishes about times.", run=Lazy("commands.wishes:wishes")),
    Command("wish", "Wish to work on some days, or rather not.", run=Lazy("commands.wishes:wish")),
    Command("wish-back", "Take a wish back.", run=Lazy("commands.wishes:wish_back")),
    Command("with-whom", "Say with whom you like to work.", run=Lazy("commands.company:with_whom")),
    Command("most", "Set the most that you want to earn in a week.", run=Lazy("commands.most:most")),
    Command("never-with", "Show whom you never work with.", run=Lazy("commands.company:never_with")),
    Command("keep-apart", "Never work with somebody.", run=Lazy("commands.company:keep_apart")),
    Command(
        "together-again",
        "Take out a pair that never works together.",
        run=Lazy("commands.company:together_again"),
    ),
    Command(
        "learning",
        "Say what you want to learn, and what you show others.",
        run=Lazy("commands.learning:learning"),
    ),
    Command("changes", "Show what was changed of the published rota.", run=Lazy("commands.morning:changes")),
    Command("sheet-out", "Write the published rota as XLSX or CSV.", run=Lazy("commands.sheets:out")),
    Command("sheet-in", "Read a rota from XLSX or CSV into a draft.", run=Lazy("commands.sheets:bring")),
    Command("rota", "Show the rota that is published, or a draft.", run=Lazy("commands:rota")),
    Command("check", "Check the rota that is kept against every hard rule.", run=Lazy("commands:check")),
    Command("wall", "Write the rota for the wall, one day a sheet (PDF).", run=Lazy("commands:wall")),
    Command("pattern", "Show which shifts every week needs.", run=Lazy("commands:pattern")),
    Command(
        "pattern-start",
        "Make a week to start with, from opening days and times.",
        run=Lazy("commands.week:start"),
    ),
    Command("pattern-add", "Add a shift to every week.", run=Lazy("commands.week:add")),
    Command("pattern-remove", "Take a shift out of every week.", run=Lazy("commands.week:remove")),
    Command(
        "missing",
        "Name what is missing before the rota is filled.",
        run=Lazy("commands.missing:missing"),
    ),
    Command(
        "house-rules",
        "Show what this café has set for itself, or set it.",
        run=Lazy("commands.house:house_rules"),
    ),
    Command("share", "Share out a kind of shifts fairly, or no more.", run=Lazy("commands.house:share")),
    Command("days", "Show closed days, and shifts of one date.", run=Lazy("commands.days:days")),
    Command("close", "Close the café on a day, or on bank holidays.", run=Lazy("commands.days:close")),
    Command("open", "Open the café again on a day that was closed.", run=Lazy("commands.days:open_")),
    Command("one-off", "Add a shift on one date.", run=Lazy("commands.days:one_off")),
    Command("team", "Show who can do what, and when.", run=Lazy("commands.week:team")),
    Command("hours", "Write down when somebody can work.", run=Lazy("commands.week:hours")),
    Command(
        "hours-on", "Write down when somebody can work on one date.", run=Lazy("commands.single_days:hours_on")
    ),
    Command(
        "hours-start",
        "Let everybody who said nothing work while the café is open.",
        run=Lazy("commands.week:hours_start"),
    ),
)
