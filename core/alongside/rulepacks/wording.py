"""How days and ages are written in the sentences about rules."""

from __future__ import annotations

from datetime import date

from alongside.rulepacks.value import OLDEST, RuleValue


def day_in_words(day: date) -> str:
    """Write a day as ``1 April 2026``."""
    return f"{day.day} {day:%B %Y}"


def ages_in_words(value: RuleValue) -> str:
    """Write for whom a value is: ``for people aged 18 to 20``; empty for everybody."""
    if not value.banded:
        return ""
    if value.age_to == OLDEST:
        return f"for people aged {value.age_from} and over"
    return f"for people aged {value.age_from} to {value.age_to}"


def days_in_words(value: RuleValue) -> str:
    """Write when a value counts: ``from 1 April 2025 to 31 March 2026``."""
    since = f"from {day_in_words(value.first_day)}"
    return since if value.last_day is None else f"{since} to {day_in_words(value.last_day)}"


def source_in_words(value: RuleValue) -> str:
    """Write where a value was read, and when; for a promise, who made it and where it is written down."""
    if value.law is not None:
        return f"promised by {value.source}, written down in {value.place}"
    return f"{value.source}, {value.place}, read on {day_in_words(value.read_on)}"
