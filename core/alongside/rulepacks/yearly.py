"""Rules that change each year: when the next change is due, and a warning while its value is not known here."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.rulepacks.pack import Pack, shipped
from alongside.rulepacks.value import RuleValue
from alongside.rulepacks.wording import day_in_words

AHEAD = timedelta(days=60)


@attrs.frozen(kw_only=True)
class StaleRule:
    """A yearly rule whose next value is due and not known: ``due`` is the day of the change."""

    rule: str
    title: str
    due: date
    newest: date

    @property
    def sentence(self) -> str:
        """What to do about it, for the people who look after the installation."""
        return (
            f"{self.title} (“{self.rule}”) changes on {day_in_words(self.due)}, and its new value is not known: "
            f"the newest here is of {day_in_words(self.newest)}. Please bring Alongside up to date."
        )


def anniversary(day: date, years: int) -> date:
    """Return the same day ``years`` later; 29 February becomes 1 March in a common year.

    That is how the law counts a birthday: Age of Legal Capacity (Scotland) Act 1991, section 6(2).
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # a 29 February in a common year
        return date(day.year + years, 3, 1)


def warnings(on: date, *, pack: Pack | None = None) -> tuple[StaleRule, ...]:
    """Return the yearly rules whose next change is at most 60 days ahead of ``on`` (or past) and has no value."""
    pack = pack or shipped()
    found = []
    for rule_id in pack.ids:
        newest = max(pack.of(rule_id), key=lambda value: value.first_day)
        due = anniversary(newest.first_day, 1)
        if newest.yearly and on >= due - AHEAD:
            found.append(StaleRule(rule=rule_id, title=newest.title, due=due, newest=newest.first_day))
    return tuple(found)


def overdue(value: RuleValue, on: date) -> date | None:
    """Return the day by which a newer value of a yearly rule was due, if that was by ``on`` and none is known."""
    due = anniversary(value.first_day, 1)
    return due if value.yearly and value.last_day is None and on >= due else None
