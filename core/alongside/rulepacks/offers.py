"""What the rule packs lend: dated legal values, what they are worth on a day, and where each was read.

``rule(id, on, age)`` looks one up for a day that the caller names; ``warnings`` says which yearly values are
due. The ids: ``shipped().ids``. Nothing here is legal advice.
"""

from alongside.rulepacks.against import AgainstRule
from alongside.rulepacks.amount import read_amount
from alongside.rulepacks.look_up import NoValue, UnknownRule, rule, values_of
from alongside.rulepacks.pack import Pack, shipped
from alongside.rulepacks.promise import Looser, Promise, check_promise, kept, strictest
from alongside.rulepacks.value import AppliesBy, Bound, Measure, RuleValue, Status
from alongside.rulepacks.wording import day_in_words, days_in_words, source_in_words
from alongside.rulepacks.yearly import StaleRule, anniversary, overdue, warnings

__all__ = [
    "AgainstRule",
    "AppliesBy",
    "Bound",
    "Looser",
    "Measure",
    "NoValue",
    "Pack",
    "Promise",
    "RuleValue",
    "StaleRule",
    "Status",
    "UnknownRule",
    "anniversary",
    "check_promise",
    "day_in_words",
    "days_in_words",
    "kept",
    "overdue",
    "read_amount",
    "rule",
    "shipped",
    "source_in_words",
    "strictest",
    "values_of",
    "warnings",
]
