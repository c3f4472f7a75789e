"""The chapter about people: how many, what they can do, what they have been given. No name stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import View
from alongside.people import offers
from alongside.people.summing_up import Summary, sum_up
from alongside.reports import Figure

if TYPE_CHECKING:
    from alongside.instants import Period
    from alongside.store import Unit


def write(unit: Unit, period: Period) -> View:
    """Write the chapter."""
    return View("chapter.html", "Our people", {"summary": _summary(unit, period), "period": period})


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Hand over the certificates given in the period, beside those of the one before."""
    now, before = (_summary(unit, one).given for one in (period, period.before))
    if not now:
        return ()
    more = now - before
    things = "certificate" if now == 1 else "certificates"
    change = f"{abs(more)} {'more' if more > 0 else 'fewer'} than" if more else "as many as"
    return (
        Figure(
            now=now,
            before=before,
            said=f"{now:,}",
            sentence=f"People were given {now:,} {things}, {change} in the period before.",
            easy=f"People got **{now:,} {things}**.",
            easy_change=f"That is **{change}** before." if more else "That is **the same** as before.",
            picture="certificate",
            rank=50,
        ),
    )


def _summary(unit: Unit, period: Period) -> Summary:
    people = offers.for_counting(unit)
    ids = [person.id for person in people]
    skills = [skill for having in offers.full_skills_of(unit, ids).values() for skill in having]
    certificates = [one for given in offers.certificates_of(unit, ids).values() for one in given]
    return sum_up(period, people, skills, certificates)
