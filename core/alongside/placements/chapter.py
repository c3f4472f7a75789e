"""What the trustees are told of work: hours, people, wages, and whether everybody's pay is right."""

from __future__ import annotations

from typing import Any

from alongside.display import View
from alongside.display.wording import money
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import Pence
from alongside.people.small_groups import shown_groups
from alongside.placements import offers
from alongside.placements.placement import PlacementType
from alongside.placements.summary import Line, Summary
from alongside.reports import Figure
from alongside.rulepacks.offers import source_in_words
from alongside.store import Unit

MOST = 2
"""How many businesses Easy Read names: more rows than six would not be read."""


def write(unit: Unit, period: Period) -> View:
    """Tell placements and hours by business and kind, month by month, and the pay check."""
    work = summary(unit, period)
    kinds = kinds_told(work)
    known = {one.id: one for one in enterprise.all_businesses(unit)}
    businesses = [(known[place], line) for place, line in work.by_business().items()]
    check = offers.pay_check(unit, work.day)
    facts = {
        "work": work,
        "before": _before(period),
        "businesses": businesses,
        "most": sorted((one for one in businesses if one[1].worked), key=lambda one: -one[1].worked)[:MOST],
        "kinds": kinds,
        "check": check,
        "sources": {floor: source_in_words(floor) for floor in check.floors},
        **_chart(work),
    }
    return View("work.html", "Work", facts)


def kinds_told(work: Summary) -> dict[PlacementType | None, Line]:
    """Unpaid kinds are told apart where each has people enough: behind a supported internship is an EHC plan."""
    unpaid = {kind: line.people for kind, line in work.by_kind().items() if kind is not PlacementType.PAID}
    enough = len(shown_groups(unpaid)) == len(unpaid)
    return work.by_kind() if enough else work.by_kind({PlacementType.PAID})


def _chart(work: Summary) -> dict[str, Any]:
    """Whole hours by month, for pay and without; no line for what nobody did, no chart of a single month."""
    months = work.months()
    lines = {
        "Paid": [round(paid / 60) for paid, _ in months.values()],
        "Unpaid": [round(unpaid / 60) for _, unpaid in months.values()],
    }
    series = {name: values for name, values in lines.items() if any(values) and len(months) > 1}
    return {"series": series, "labels": [f"{month.first:%b}" for month in months]}


def write_others(unit: Unit, period: Period) -> View | None:
    """Tell people and hours of the businesses that no plugin tells of; None where there are none."""
    served = {row.name for row in enterprise.plugins(unit) if row.switched_on}
    others = {one.id: one for one in enterprise.all_businesses(unit) if one.kind not in served}
    work = summary(unit, period)
    lines = [(others[place], line) for place, line in work.by_business().items() if place in others]
    return View("other_businesses.html", "Other businesses", {"lines": lines}) if lines else None


def summary(unit: Unit, period: Period) -> Summary:
    """Add up the work of a period and of the one before."""
    last = max(period.first, min(period.last, enterprise.today(unit)))
    return Summary(
        now=tuple(offers.accounts(unit, period)),
        before=tuple(offers.accounts(unit, period.before)),
        days=Period(period.before.first, last),
    )


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Return paid hours, people in paid work and wages beside the period before; none where nobody is paid."""
    work = summary(unit, period)
    if not work.in_paid_work and not work.in_paid_work_before:
        return ()
    before = _before(period)
    return _hours(work, before), _people(work, before), _wages(work, before)


def _before(period: Period) -> str:
    return "the quarter before" if period == Period.quarter(period.first) else "the time before"


def _hours(work: Summary, before: str) -> Figure:
    now, then = (round(minutes / 60) for minutes in work.paid)
    return Figure(
        now=now,
        before=then,
        said=f"{now:,} {_plural(now, 'hour', 'hours')}",
        said_before=f"{then:,}",
        sentence=f"People worked {now:,} paid {_plural(now, 'hour', 'hours')}, {_change(now, then)} {before}.",
        easy=f"We worked **{now:,} {_plural(now, 'hour', 'hours')}** and got paid.",
        easy_change=_easy_change(now, then, "hour", "hours"),
        picture="clock",
        rank=10,
    )


def _people(work: Summary, before: str) -> Figure:
    now, then = work.in_paid_work, work.in_paid_work_before
    had = _plural(now, "person", "people")
    return Figure(
        now=now,
        before=then,
        said=f"{now:,} {had}",
        said_before=f"{then:,}",
        sentence=f"{now:,} {had} had paid work, {_change(now, then)} {before}.",
        easy=f"**{now:,} {had}** had a paid job with us.",
        easy_change=_easy_change(now, then, "person", "people"),
        picture="people",
        rank=30,
    )


def _wages(work: Summary, before: str) -> Figure:
    now, then = (_whole_pounds(pence) for pence in work.earned)
    difference = money(abs(now - then) * 100)
    return Figure(
        now=now,
        before=then,
        said=money(now * 100),
        said_before=money(then * 100),
        sentence=f"People earned {money(now * 100)} in wages, {_change(now, then, difference)} {before}.",
        easy=f"We earned **{money(now * 100)}** with our work.",
        easy_change=_easy_change(now, then, "", "", difference),
        picture="money",
        rank=50,
    )


def _whole_pounds(pence: Pence) -> int:
    return round(pence / 100)


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _change(now: int, then: int, said: str = "") -> str:
    """The change as the middle of a sentence that ends with what it is compared to."""
    if now == then:
        return "as in"
    return f"{said or f'{abs(now - then):,}'} {'more' if now > then else 'fewer' if not said else 'less'} than in"


def _easy_change(now: int, then: int, one: str, many: str, said: str = "") -> str:
    if now == then:
        return "That is the same as before."
    difference = abs(now - then)
    thing = said or f"{difference:,} {_plural(difference, one, many)}"
    return f"That is **{thing} {'more' if now > then else 'less' if said else 'fewer'}** than before."
