"""Why a rule says no: its sentences for whoever unfolds “Why?”, and the page on which the rule stands."""

from __future__ import annotations

from datetime import date

from alongside.display.texts import Said, Why
from alongside.rulepacks.offers import Bound, RuleValue, Status, day_in_words, source_in_words


def _(key: str, /, **facts: object) -> Said:
    return Said(key, **facts).of("display")


def why_of(value: RuleValue, on: date) -> Why:
    """Return what a rule asks for, since when, how sure it is and where that was read; nothing about a person."""
    return Why(rows=tuple(_rows(value)), path=f"/rules/{value.id}?on={on}")


def _rows(value: RuleValue) -> list[tuple[str, Said]]:
    rows = [("book", _("The rule is: {title}.", title=Said(value.title).of("rules"))), ("scales", _worth(value))]
    rows.append(("calendar", _days(value)))
    if value.law is not None:
        promise = _("It is a promise beyond the law, {source}.", source=source_in_words(value))
        return [*rows, ("handshake", promise)]
    if value.status is not Status.IN_FORCE:
        rows.append(("question", _("It is not confirmed: please check it before you rely on it.")))
    return [*rows, ("list", _("Where it was read: {source}.", source=source_in_words(value)))]


def _worth(value: RuleValue) -> Said:
    if value.bound is Bound.AT_LEAST:
        return _("It asks for at least **{value}**.", value=value.said)
    if value.bound is Bound.AT_MOST:
        return _("It allows **{value}** at the most.", value=value.said)
    return _("It says **{value}**.", value=value.said)


def _days(value: RuleValue) -> Said:
    first = day_in_words(value.first_day)
    if value.last_day is None:
        return _("It counts from {first} on.", first=first)
    return _("It counts from {first} to {last}.", first=first, last=day_in_words(value.last_day))
