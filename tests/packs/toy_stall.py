"""The people of these tests, and the sheets that a stall may have."""

from datetime import date

from alongside.plugin import DaySheet, Lazy

JOINED = date(2026, 1, 5)
DAY = date(2026, 11, 24)
NIA, MO, ANA, SAM = "nia", "mo", "ana", "sam"
"""A steward, the manager of the first stall, the manager of the second, a member."""

PEOPLE_THERE = DaySheet("People there", Lazy("sheets:people_there"), needs="plan")
WALL = DaySheet("On the wall", Lazy("sheets:on_the_wall"), needs="plan", style="wall")
NOTHING = DaySheet("Nothing", Lazy("sheets:nothing"), needs="see")
RAISES = DaySheet("Broken", Lazy("sheets:raises"), needs="plan")
HALFWAY = DaySheet("Half", Lazy("sheets:raises_halfway"), needs="plan")
MISSING = DaySheet("Missing", Lazy("no_module:write"), needs="plan")
