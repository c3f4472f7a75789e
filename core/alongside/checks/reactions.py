"""What checks do when somebody plans, a day begins, or a person is erased or exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from alongside.checks import offers
from alongside.checks.kept_words import WORDS
from alongside.checks.offers import Readiness
from alongside.display import Said
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.placements import offers as placements
from alongside.placements.held import HeldBack
from alongside.plugin import hook
from alongside.store import Unit


@hook
def held_back(unit: Unit, business: str, period: Period) -> HeldBack:
    """Hold back who lacks what her role asks for before the first shift."""
    return offers.held_by_checks(unit, business, period)


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Tell those who run a business, once for each thing, that somebody is not ready for her job role."""
    for business in enterprise.businesses(unit):
        working = {one.person for one in placements.placements_on(unit, day, business.id)}
        posts = [one for one in offers.posts_in(unit, [business.id]) if one.person in working]
        for one in offers.readiness(unit, posts, day):
            if not one.ready:
                _tell(unit, one)


def _tell(unit: Unit, one: Readiness) -> None:
    # What is missing is in the key, so that the same is not told twice; a person reads neither it nor a name.
    missing = "-".join(f"{need.what.value}.{need.since or ''}" for need in one.needs)
    title = Sentence(key="Somebody is not ready for their work", picture="shield")
    lines = [Sentence(key="Something that the work asks for is missing or has run out.", picture="shield")]
    for person in enterprise.people_with(unit, "manager", one.post.business):
        key = f"checks:not-ready:{one.post.id}:{missing}"
        write_to(unit, person, key, "checks", title, lines, path="/checks/team", private=True)


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take out her checks, what she was shown and which job roles she did: no law is known to keep them."""
    offers.forget(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her checks with their numbers and decisions: they are hers to see."""
    roles = {one.id: one.name for one in offers.job_roles(unit, ended=True)}
    return {
        "checks": [attrs.asdict(one) for one in offers.checks_of(unit, person)],
        "shown": [attrs.asdict(one) for one in offers.shown_to(unit, person)],
        "job_roles": [attrs.asdict(one) | {"title": roles[one.role]} for one in offers.posts_of(unit, person)],
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
