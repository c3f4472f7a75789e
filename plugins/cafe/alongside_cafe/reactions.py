"""What the café does when something happens elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from alongside.api import diary, enterprise, hook, people, placements
from alongside.api.display import Said
from alongside.api.display import Said as _
from alongside.api.rules import Promise
from alongside.api.store import Unit
from alongside.api.values import Interval, Period, local, worded

from . import offers
from .actions import (
    beginning,
    flagging,
    looking_again,
    over_by_now,
    planning,
    promised,
    recording,
    telling_pairs,
    telling_shifts,
)
from .kept_words import WORDS
from .offers import beside, brought
from .rota import KeptAssignment, KeptShift, wanted
from .tables import PUBLICATIONS, pattern_lines
from .tables.drafts import PUBLICATION


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take her off shifts to come; shifts that were worked hold an id and no name."""
    coming = [shift for _, shift in offers.on_rota(unit, person) if shift.starts > unit.now]
    offers.let_go(unit, person)
    for cafe in sorted({shift.business for shift in coming}):
        days = [shift.day for shift in coming if shift.business == cafe]
        recording.record(unit, cafe, Period(min(days), max(days)))
    brought.forget(unit, person)
    offers.forget_what_she_said(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her hours, her wishes and her shifts, and what she has said of whom she works with.

    Pairs that somebody else entered are not in it: they were told in confidence by whoever entered them.
    """
    shifts = [
        {
            "starts": str(local(shift.starts, shift.zone)),
            "ends": str(local(shift.ends, shift.zone)),
            "job": shift.job,
        }
        for _, shift in offers.on_rota(unit, person)
    ]
    return {
        "availability": offers.said_by(unit, person),
        "shifts": shifts,
        "waiting_for_certificates": offers.waiting_for(unit, person),
        "published": [
            {"first_day": str(one.first), "last_day": str(one.last), "at": str(local(one.at, _zone(unit)))}
            for one in unit.find(PUBLICATIONS, PUBLICATION.c.by == person)
        ],
        **brought.handed_over(unit, person),
        **offers.changes_told(unit, person),
    }


def _zone(unit: Unit) -> str:
    return enterprise.the_enterprise(unit).zone


@hook
def certificate_issued(unit: Unit, certificate: people.Certificate) -> None:
    """Take the flags off shifts that waited for it."""
    flagging.look_again(unit, certificate)


@hook
def certificate_lapsed(unit: Unit, certificate: people.Certificate) -> None:
    """Flag her shifts to come that need it."""
    flagging.look_again(unit, certificate)


@hook
def certificate_revoked(unit: Unit, certificate: people.Certificate) -> None:
    """Flag her shifts to come that need it."""
    flagging.look_again(unit, certificate)


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Remind everybody of the shifts of tomorrow, and end what is over: reasons, pairs, questions of swaps."""
    telling_shifts.tomorrow(unit, day + timedelta(days=1))
    offers.forget_old_reasons(unit, day)
    brought.end_pairs(unit, day)
    telling_pairs.from_before(unit)
    over_by_now.by_the_clock(unit)


@hook
def cannot_come(unit: Unit, person: str, claims: Sequence[diary.Claim]) -> dict[str, str]:
    """Lead from her own shifts to come to the page on which she says that she cannot."""
    hers = {one.claim: one for one, _ in _on_rota(unit, person)}
    slugs = {one.id: one.slug for one in enterprise.businesses(unit, "cafe")}
    return {
        claim.id: f"/cafe/{slugs[hers[claim.id].business]}/not-coming/{hers[claim.id].shift}"
        for claim in claims
        if claim.id in hers and hers[claim.id].business in slugs
    }


@hook
def supporting(unit: Unit, person: str, claims: Sequence[diary.Claim]) -> dict[str, str]:
    """Name the coach of hers who is on a shift with her, where she has agreed that one is."""
    return beside.coach_by_claim(unit, person, claims)


@hook
def learning(unit: Unit, person: str, claims: Sequence[diary.Claim]) -> dict[str, str]:
    """Say what she learns on which of her shifts, beside the team."""
    asked = {one.id for one in claims}
    hers = [(one.claim, shift.shift.learnt_on(one.place)) for one, shift in _on_rota(unit, person)]
    return {claim: wanted([skill]) for claim, skill in hers if skill and claim in asked}


def _on_rota(unit: Unit, person: str) -> Sequence[tuple[KeptAssignment, KeptShift]]:
    # Her week asks twice on one page.
    return unit.once(f"cafe.on_rota:{person}", lambda: offers.on_rota(unit, person))


@hook
def why_not(unit: Unit, person: str, starts: datetime, ends: datetime) -> str | None:
    """Say what would break if she worked then, for a café that she works in."""
    zone = enterprise.the_enterprise(unit).zone
    day = local(starts, zone).date()
    for one in placements.placements_on(unit, day):
        if one.person == person and enterprise.business(unit, one.business).kind == "cafe":
            usual = planning.usual_break(unit, one.business)
            wished = KeptShift(
                id="wished",
                business=one.business,
                called="wished",
                day=day,
                job="",
                starts=starts,
                ends=ends,
                places=(frozenset(),),
                key_holder=False,
                zone=zone,
                # As it would be planned: what is asked is whether she may, not whether there is a break.
                break_minutes=usual.of(Interval(starts, ends).minutes),
            )
            if said := looking_again.objection(unit, one.business, person, wished):
                return said
    return None


@hook
def under_promise(unit: Unit, promise: Promise) -> tuple[enterprise.Shortfall, ...]:
    """Count the shifts of rotas that stand and break a promise about rest or hours, week by week."""
    found = []
    for one in enterprise.businesses(unit, "cafe"):
        if unit.may("cafe.plan", one.id):
            found += [_short(one.slug, *week) for week in promised.weeks_under(unit, one.id, promise)]
    return tuple(found)


def _short(slug: str, monday: date, shifts: int) -> enterprise.Shortfall:
    said = worded("cafe", "Shifts of the week from {monday} that break the promise: {n}.", monday=monday, n=shifts)
    return enterprise.Shortfall(said=said, path=f"/cafe/{slug}/rota?week={monday}", picture="calendar")


@hook
def first_steps(unit: Unit, business: enterprise.Business) -> tuple[enterprise.Step, ...]:
    """Say what a café has to do before its rota can fill itself."""
    if business.kind != "cafe":
        return ()
    lines, colleagues = pattern_lines(unit, business.id), beginning.team(unit, business.id)
    held = {skill for one in colleagues for skill in one.skills}
    done = (
        bool(lines),
        bool(lines) and held.issuperset(beginning.asked_for(lines)),
        bool(colleagues) and all(one.said for one in colleagues),
        offers.has_a_rota(unit, business.id),
    )
    asked = (
        (_("Say which shifts every week needs."), "pattern", "calendar"),
        (_("Say who can do what."), "team", "star"),
        (_("Say when people can work."), "team", "clock"),
        (_("Fill the first rota and publish it."), "rota", "done"),
    )
    return tuple(
        enterprise.Step(key=said.key, path=f"/cafe/{business.slug}/{page}", picture=picture, done=yes)
        for (said, page, picture), yes in zip(asked, done, strict=True)
    )


@hook
def skills_wanted(unit: Unit) -> frozenset[str]:
    """Say which skills the weeks of all cafés ask for."""
    cafes = enterprise.businesses(unit, "cafe")
    return frozenset(key for one in cafes for key in beginning.asked_for(pattern_lines(unit, one.id)))


@hook
def open_work(unit: Unit, person: str, starts: datetime, ends: datetime) -> tuple[placements.OpenWork, ...]:
    """Tell the open places of the cafés in which she works, of days on which she is not held back."""
    hers = {one.business for one in placements.placements_of(unit, person)}
    return tuple(
        placements.OpenWork(business=cafe.id, starts=shift.starts, ends=shift.ends, label=shift.job)
        for cafe in enterprise.businesses(unit, "cafe")
        if cafe.id in hers
        for shift in offers.with_open_places(unit, cafe.id, starts, ends)
        if not _held(unit, cafe.id, person, shift.day)
    )


def _held(unit: Unit, business: str, person: str, day: date) -> bool:
    held = placements.held_back(unit, business, Period(day, day))
    return any(one.on(day) for one in held.get(person, ()))


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
