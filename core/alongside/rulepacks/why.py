"""Why a value is what it is: a sentence with its rule, days and source, and how sure it is."""

from __future__ import annotations

from datetime import date

from alongside.rulepacks.value import AppliesBy, RuleValue, Status
from alongside.rulepacks.wording import ages_in_words, day_in_words, days_in_words, source_in_words
from alongside.rulepacks.yearly import overdue

_APPLIES = {
    AppliesBy.DAY: "",
    AppliesBy.PAY_PERIOD_START: "It counts for pay periods that start on one of these days.",
    AppliesBy.LEAVE_YEAR_START: "It counts for leave years that start on one of these days.",
    AppliesBy.REPORTING_PERIOD_START: "It counts for reporting years that start on one of these days.",
}
_STATUS = {
    Status.IN_FORCE: "",
    Status.ANNOUNCED: "It is announced and not yet law.",
    Status.DERIVED: "It is not confirmed: please check it before you rely on it.",
}


def why(value: RuleValue, on: date) -> str:
    """Explain a value for somebody who asks on the day ``on``.

    The status is told unless the value is in force; so is a yearly change that was due by ``on`` and is not known.
    """
    whom = f" {ages_in_words(value)}" if value.banded else ""
    return " ".join(
        sentence
        for sentence in (
            f"{value.title} (“{value.id}”) is {value.said}{whom}, {days_in_words(value)}.",
            _APPLIES[value.applies_by],
            _STATUS[value.status],
            value.note,
            _law(value),
            _overdue(value, on),
            f"Source: {source_in_words(value)}.",
        )
        if sentence
    )


def _law(value: RuleValue) -> str:
    return "" if value.law is None else f"It is a promise; the law itself says {value.law.said}."


def _overdue(value: RuleValue, on: date) -> str:
    due = overdue(value, on)
    return f"A new value was due on {day_in_words(due)} and is not known here." if due else ""
