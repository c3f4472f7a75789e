"""What the trustees are told of hours and pay: hours for pay, wages, and whether everybody's pay is right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alongside.display import View
from alongside.display.wording import money
from alongside.instants import Period
from alongside.money import Pence
from alongside.pay import offers
from alongside.people.small_groups import LEAST
from alongside.placements import offers as placements
from alongside.placements.summary import Summary
from alongside.reports import Figure
from alongside.rulepacks.offers import RuleValue
from alongside.store import Unit


def write(unit: Unit, period: Period) -> View:
    """Tell hours and wages beside the period before, hours month by month, and the pay check."""
    work = placements.work_in(unit, period)
    check = placements.pay_check(unit, work.day)
    people, earned, taken = offers.holiday_of(unit, period)
    facts = {
        "work": work,
        "told": enough(work.in_paid_work),
        "holiday": {"earned": earned, "taken": taken} if enough(people) else None,
        "too_few": 0 < people < LEAST,
        "before": _before(period),
        "check": check,
        "rules": _rules(check.floors),
        **_chart(work),
    }
    return View("hours_and_pay.html", "Hours and pay", facts)


def _rules(floors: Iterable[RuleValue]) -> list[tuple[str, str, str]]:
    """Name, id and source of each rule that pay was held to, once and without its amount.

    The amounts in use could tell that somebody under 18 is paid. A promise stands beside the law's own rule.
    """
    every = {*floors, *(one.law for one in floors if one.law is not None)}
    return sorted({(one.title, one.id, one.source) for one in every})


def enough(people: int) -> bool:
    """Whether so many people are paid that nobody can tell from a sum what one of them earns."""
    return people >= LEAST


def _chart(work: Summary) -> dict[str, Any]:
    """Whole hours by month, for pay and without; no line for what nobody did, no chart of a single month."""
    months = work.months()
    lines = {
        "Paid": [round(paid / 60) for paid, _ in months.values()],
        "Unpaid": [round(unpaid / 60) for _, unpaid in months.values()],
    }
    series = {name: values for name, values in lines.items() if any(values) and len(months) > 1}
    return {"series": series, "labels": [f"{month.first:%b}" for month in months]}


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Return paid hours beside the period before, and wages where ten people or more are paid."""
    work = placements.work_in(unit, period)
    if not work.in_paid_work and not work.in_paid_work_before:
        return ()
    before, hours = _before(period), _hours(work, _before(period))
    # The wages of one or two people are what these two earn.
    few = not enough(work.in_paid_work) or not enough(work.in_paid_work_before or LEAST)
    return (hours,) if few else (hours, _wages(work, before))


def _before(period: Period) -> str:
    return "the quarter before" if period == Period.quarter(period.first) else "the time before"


def _hours(work: Summary, before: str) -> Figure:
    now, then = (round(minutes / 60) for minutes in work.paid)
    change = _change(now, then, f"{abs(now - then):,}", "fewer")
    return Figure(
        now=now,
        before=then,
        said=_so_many(now),
        said_before=f"{then:,}",
        sentence=f"People worked {now:,} paid {_hours_word(now)}, {change} {before}.",
        easy=f"We worked **{_so_many(now)}** and got paid.",
        easy_change=_easy_change(now, then, _so_many(abs(now - then)), "fewer"),
        picture="clock",
        rank=10,
    )


def _wages(work: Summary, before: str) -> Figure:
    now, then = (_whole_pounds(pence) for pence in work.earned)
    difference = money(abs(now - then) * 100)
    return Figure(
        now=now,
        before=then,
        said=money(now * 100),
        said_before=money(then * 100),
        sentence=f"People earned {money(now * 100)} in wages, {_change(now, then, difference, 'less')} {before}.",
        easy=f"We earned **{money(now * 100)}** with our work.",
        easy_change=_easy_change(now, then, difference, "less"),
        picture="money",
        rank=50,
    )


def _whole_pounds(pence: Pence) -> int:
    return round(pence / 100)


def _hours_word(number: int) -> str:
    return "hour" if number == 1 else "hours"


def _so_many(hours: int) -> str:
    return f"{hours:,} {_hours_word(hours)}"


def _change(now: int, then: int, difference: str, less: str) -> str:
    """The change as the middle of a sentence that ends with what it is compared to."""
    return "as in" if now == then else f"{difference} {'more' if now > then else less} than in"


def _easy_change(now: int, then: int, difference: str, less: str) -> str:
    if now == then:
        return "That is the same as before."
    return f"That is **{difference} {'more' if now > then else less}** than before."
