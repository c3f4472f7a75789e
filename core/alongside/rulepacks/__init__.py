"""Dated legal values as data files, each with its source: a leaf without a database. See ``offers.py``."""

from alongside.plugin import Command, Lazy, Part

PART = Part(
    name="rules",
    title="Rules",
    picture="book",
    package=__name__,
    commands=(
        Command("list", "Show the id and the name of each rule.", run=Lazy("commands:list_")),
        Command("why", "Say what a rule is worth on a day, and where that was read.", run=Lazy("commands:why")),
    ),
)
