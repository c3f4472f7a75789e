"""Pay: what a pay period comes to, on advice for each person and in a list for the payroll bureau."""

from alongside.plugin import Chapter, Command, Lazy, OpenTo, Page, Paper, Part

PART = Part(
    name="pay",
    title="Pay",
    picture="money",
    package=__name__,
    permissions=("run", "away"),
    pages=(
        Page(
            "/pay",
            "Pay",
            "money",
            needs="run",
            show=Lazy("pages.runs:overview"),
            send=Lazy("pages.runs:send_overview"),
        ),
        Page(
            "/pay/runs/{run}",
            "A pay run",
            "money",
            needs="run",
            show=Lazy("pages.runs:one"),
            send=Lazy("pages.runs:send_one"),
            menu=False,
            noted=True,
        ),
        Page(
            "/pay/advice/{advice}",
            "Pay advice",
            "money",
            needs="run",
            show=Lazy("pages.runs:advice"),
            send=Lazy("pages.runs:send_advice"),
            menu=False,
            noted=True,
        ),
        Page(
            "/pay/setup",
            "How we pay",
            "gear",
            needs="run",
            show=Lazy("pages.setting:how_we_pay"),
            send=Lazy("pages.setting:send_how_we_pay"),
            under="/pay",
        ),
        Page(
            "/pay/people/{person}",
            "How somebody is paid",
            "money",
            needs="run",
            show=Lazy("pages.setting:person"),
            send=Lazy("pages.setting:send_person"),
            menu=False,
        ),
        Page(
            "/away",
            "Who was away",
            "sofa",
            needs="away",
            show=Lazy("pages.away:away"),
            send=Lazy("pages.away:send_away"),
            under="/placements",
            noted=True,
        ),
        Page(
            "/my-pay", "My pay", "money", needs=OpenTo.SIGNED_IN, show=Lazy("pages.own_pay:my_pay"), under="/my-work"
        ),
        Page(
            "/my-pay/{advice}",
            "My pay",
            "money",
            needs=OpenTo.SIGNED_IN,
            show=Lazy("pages.own_pay:advice"),
            menu=False,
        ),
    ),
    papers=(
        Paper("/my-pay/{advice}/paper", "My pay advice", needs=OpenTo.SIGNED_IN, make=Lazy("pages.own_pay:paper")),
    ),
    commands=(
        Command("run", "Work out the next pay run as a draft.", run=Lazy("commands:run")),
        Command("list", "List the pay runs.", run=Lazy("commands:list_")),
        Command("csv", "Write an agreed run for the payroll bureau.", run=Lazy("commands:csv_")),
    ),
    chapters=(Chapter("Hours and pay", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
)
