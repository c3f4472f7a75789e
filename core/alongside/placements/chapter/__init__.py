"""What the trustees are told of work: who has a place at work, where, and for how long."""

from __future__ import annotations

from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people.small_groups import shown_groups
from alongside.placements import offers
from alongside.placements.placement import PlacementType
from alongside.placements.summary import Line, Summary
from alongside.reports import Figure
from alongside.store import Unit

MOST = 2
"""How many businesses Easy Read names: more rows than six would not be read."""


def write(unit: Unit, period: Period) -> View:
    """Tell placements and hours, by business and by kind."""
    work = offers.work_in(unit, period)
    known = {one.id: one for one in enterprise.all_businesses(unit)}
    businesses = [(known[place], line) for place, line in work.by_business().items()]
    facts = {
        "work": work,
        "before": _before(period),
        "businesses": businesses,
        "most": sorted((one for one in businesses if one[1].worked), key=lambda one: -one[1].worked)[:MOST],
        "kinds": kinds_told(work),
    }
    return View("work.html", "Work", facts)


def kinds_told(work: Summary) -> dict[PlacementType | None, Line]:
    """Unpaid kinds are told apart where each has people enough: behind a supported internship is an EHC plan."""
    unpaid = {kind: line.people for kind, line in work.by_kind().items() if kind is not PlacementType.PAID}
    enough = len(shown_groups(unpaid)) == len(unpaid)
    return work.by_kind() if enough else work.by_kind({PlacementType.PAID})


def write_others(unit: Unit, period: Period) -> View | None:
    """Tell people and hours of the businesses that no plugin tells of; None where there are none."""
    served = {row.name for row in enterprise.plugins(unit) if row.switched_on}
    others = {one.id: one for one in enterprise.all_businesses(unit) if one.kind not in served}
    work = offers.work_in(unit, period)
    lines = [(others[place], line) for place, line in work.by_business().items() if place in others]
    return View("other_businesses.html", "Other businesses", {"lines": lines}) if lines else None


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Return people in paid work beside the period before; none where nobody is paid."""
    work = offers.work_in(unit, period)
    if not work.in_paid_work and not work.in_paid_work_before:
        return ()
    return (_people(work, _before(period)),)


def _before(period: Period) -> str:
    return "the quarter before" if period == Period.quarter(period.first) else "the time before"


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
        easy_change=_easy_change(now, then),
        picture="people",
        rank=30,
    )


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _change(now: int, then: int) -> str:
    """The change as the middle of a sentence that ends with what it is compared to."""
    return "as in" if now == then else f"{abs(now - then):,} {'more' if now > then else 'fewer'} than in"


def _easy_change(now: int, then: int) -> str:
    if now == then:
        return "That is the same as before."
    difference = abs(now - then)
    said = f"{difference:,} {_plural(difference, 'person', 'people')}"
    return f"That is **{said} {'more' if now > then else 'fewer'}** than before."
