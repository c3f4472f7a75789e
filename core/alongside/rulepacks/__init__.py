"""Dated legal values as data files, each with its source: a leaf without a database.

``rule(id, on, age)`` looks one up for a day that the caller names; ``why`` explains it; ``warnings`` says which
yearly values are due. The ids: ``shipped().ids``. Nothing here is legal advice.
"""

from alongside.plugin import Command, Lazy, Part
from alongside.rulepacks.look_up import NoValue, UnknownRule, rule, values_of
from alongside.rulepacks.pack import Pack, shipped
from alongside.rulepacks.value import AppliesBy, Measure, RuleValue, Status
from alongside.rulepacks.wording import day_in_words, days_in_words, source_in_words
from alongside.rulepacks.yearly import StaleRule, anniversary, warnings

__all__ = [
    "PART",
    "AppliesBy",
    "Measure",
    "NoValue",
    "Pack",
    "RuleValue",
    "StaleRule",
    "Status",
    "UnknownRule",
    "anniversary",
    "day_in_words",
    "days_in_words",
    "rule",
    "shipped",
    "source_in_words",
    "values_of",
    "warnings",
]

PART = Part(
    name="rules",
    title="Rules",
    picture="book",
    package=__name__,
    commands=(
        Command("why", "Say what a rule is worth on a day, and where that was read.", run=Lazy("commands:why")),
    ),
)
