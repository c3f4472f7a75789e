"""How early people knew: shifts as they were agreed, and what was moved or cancelled since."""

from __future__ import annotations

from collections.abc import Collection

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.placements.notice import Happening, Notice, NoticeFigures, figures, notice_of
from alongside.placements.tables import NOTICE, NOTICES
from alongside.store import Unit


def note_change(unit: Unit, before: diary.Claim, now: diary.Claim) -> Notice | None:
    """Note that somebody's shift was moved or cancelled; None for what is no work, or is over."""
    if not _is_a_shift(unit, before) or before.ends <= unit.now:
        return None
    moved = now.active
    return unit.add(
        NOTICES,
        Notice(
            id=unit.new_id(),
            claim=before.id,
            person=before.resource,
            business=str(before.business),
            what=Happening.MOVED if moved else Happening.CANCELLED,
            starts=before.starts,
            ends=before.ends,
            now_starts=now.starts if moved else None,
            by_herself=unit.actor.id == before.resource,
            at=unit.now,
        ),
    )


def called_off_herself(unit: Unit, claim: str) -> None:
    """Note that the person whose shift was cancelled said so herself, by telephone say, whoever wrote it down."""
    for one in unit.find(NOTICES, NOTICE.c.claim == claim, NOTICE.c.by_herself.is_(False)):
        unit.change(NOTICES, one, by_herself=True)


def _is_a_shift(unit: Unit, claim: diary.Claim) -> bool:
    if claim.purpose is not diary.Purpose.WORK or claim.business is None:
        return False
    return unit.once("placements.not_people", lambda: not_people(unit)).isdisjoint({claim.resource})


def not_people(unit: Unit) -> frozenset[str]:
    """Return the ids of rooms and things, whose time is claimed as well."""
    return frozenset(one.id for one in diary.resources(unit))


def changes_in(unit: Unit, business: str, period: Period) -> list[Notice]:
    """Return what was moved or cancelled in a business on the days of a period, the newest first."""
    span = period.interval(enterprise.the_enterprise(unit).zone)
    among = (NOTICE.c.business == business, NOTICE.c.at >= span.starts, NOTICE.c.at < span.ends)
    return unit.find(NOTICES, *among, order=(NOTICE.c.at.desc(), NOTICE.c.id))


def changes_of(unit: Unit, person: str, period: Period | None = None) -> list[Notice]:
    """Return what was moved or cancelled of a person's shifts, ever or in a period, the newest first."""
    among = [NOTICE.c.person == person]
    if period is not None:
        span = period.interval(enterprise.the_enterprise(unit).zone)
        among += [NOTICE.c.at >= span.starts, NOTICE.c.at < span.ends]
    return unit.find(NOTICES, *among, order=(NOTICE.c.at.desc(), NOTICE.c.id))


def notice_given(unit: Unit, business: str, period: Period) -> list[int]:
    """Return how many minutes before its start each shift of a period was agreed, as far as that was kept."""
    span, others = period.interval(enterprise.the_enterprise(unit).zone), not_people(unit)
    work = [
        one
        for one in diary.claims_of(unit, business, span)
        if one.purpose is diary.Purpose.WORK and one.resource not in others
    ]
    found = (notice_of(one.made_at, one.starts) for one in work if span.starts <= one.starts < span.ends)
    return [minutes for minutes in found if minutes is not None]


def notice_figures(unit: Unit, businesses: Collection[str], period: Period) -> NoticeFigures:
    """Return how early people knew of their shifts in some businesses, in figures that name nobody."""
    given = [minutes for one in businesses for minutes in notice_given(unit, one, period)]
    return figures(given, [change for one in businesses for change in changes_in(unit, one, period)])


def forget_changes(unit: Unit, person: str) -> None:
    """Take out what was noted of a person's shifts; nothing of it has to be kept."""
    for one in changes_of(unit, person):
        unit.remove(NOTICES, one)
