"""Pay: what a pay period comes to, on advice for each person and in a list for the payroll bureau."""

from alongside.plugin import Chapter, Lazy, Part

PART = Part(
    name="pay",
    title="Pay",
    picture="money",
    package=__name__,
    permissions=("run", "away"),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    chapters=(Chapter("Hours and pay", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
)
