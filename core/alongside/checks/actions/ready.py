"""Who is ready: what whoever runs a business sees of it, and the induction of somebody new."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from alongside.checks import offers
from alongside.checks.check import Shown
from alongside.checks.job_role import JobRole, Post
from alongside.checks.offers import Readiness
from alongside.checks.tables import POST, POSTS, SHOWNS
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import ActorKind, Unit


@attrs.frozen(kw_only=True)
class Colleague:
    """Somebody who works in a business, and whether she is ready for her job role; None where she has none yet."""

    face: people.Face
    ready: bool | None
    role: str
    held: bool


def businesses(unit: Unit) -> list[Business]:
    """Return the businesses whose people the actor may see the readiness of."""
    return [one for one in enterprise.businesses(unit) if unit.may("checks.ready", one.id)]


def team(unit: Unit, business: str) -> list[Colleague]:
    """Return everybody who works in a business: ready, not yet ready, or without a job role; and nothing more."""
    unit.need("checks.ready", business)
    return teams(unit, [business])[business]


def teams(unit: Unit, places: Collection[str]) -> dict[str, list[Colleague]]:
    """Return the teams of businesses, by their ids, each kind of row read once.

    Raises:
        NotAllowed: for a business of which she may not see who is ready.
    """
    for place in places:
        unit.need("checks.ready", place)
    today = enterprise.today(unit)
    there = [one for one in placements.placements_on(unit, today) if one.business in places]
    working = {(one.business, one.person) for one in there}
    posts = [one for one in offers.posts_in(unit, places) if (one.business, one.person) in working]
    known = {(one.post.business, one.post.person): one for one in offers.readiness(unit, posts, today)}
    faces = people.faces_of(unit, {who for _, who in working})
    found: dict[str, list[Colleague]] = {place: [] for place in places}
    for place, who in sorted(working):
        found[place].append(_colleague(faces[who], known.get((place, who))))
    return {place: sorted(theirs, key=_open_first) for place, theirs in found.items()}


def not_yet_ready(unit: Unit) -> list[Colleague]:
    """Return who is not yet ready for her work, of every business that the actor runs."""
    found = teams(unit, [one.id for one in businesses(unit)])
    return [one for theirs in found.values() for one in theirs if one.ready is False]


def _open_first(one: Colleague) -> tuple[bool, str, str]:
    return one.ready is not False, one.face.name.casefold(), one.face.person


def _colleague(face: people.Face, known: Readiness | None) -> Colleague:
    if known is None:
        return Colleague(face=face, ready=None, role="", held=False)
    held = known.role.first and not known.ready
    return Colleague(face=face, ready=known.ready, role=known.role.name, held=held)


@attrs.frozen(kw_only=True)
class Newcomer:
    """Somebody at work in one business, her job role, and the points of its induction with who showed each."""

    face: people.Face
    business: Business
    role: JobRole | None
    shown: dict[str, Shown]


def newcomer(unit: Unit, business: str, person: str) -> Newcomer:
    """Return one colleague's induction, for whoever runs the business.

    Raises:
        NotFound: where she does not work there.
    """
    unit.need("checks.ready", business)
    here = {one.person for one in placements.placements_on(unit, enterprise.today(unit), business)}
    if person not in here:
        raise NotFound("colleague", person)
    post = next((one for one in offers.posts_of(unit, person) if one.business == business), None)
    found = offers.job_role(unit, post.role) if post else None
    shown = {one.point: one for one in offers.shown_to(unit, person) if found and one.role == found.id}
    face = people.faces_of(unit, [person])[person]
    return Newcomer(face=face, business=enterprise.business(unit, business), role=found, shown=shown)


def choose_role(unit: Unit, business: str, person: str, role: str) -> Post:
    """Say which job role somebody does in a business.

    Raises:
        NotAllowed: where she is not ready for a role that must be ready first: another would lift what holds her
            back, and that is for a steward.
        BadInput: for a role that has ended.
    """
    newcomer(unit, business, person)
    today = enterprise.today(unit)
    old = next(iter(unit.find(POSTS, POST.c.person == person, POST.c.business == business)), None)
    if old and old.role == role:
        return old
    _refuse_ended(offers.job_role(unit, role))
    if old and any(one.role.first and not one.ready for one in offers.readiness(unit, [old], today)):
        unit.need("checks.change")
    if old is None:
        new = Post(id=unit.new_id(), person=person, business=business, role=role, since=today)
        return unit.add(POSTS, new)
    return unit.change(POSTS, old, role=role, since=today)


def _refuse_ended(role: JobRole) -> None:
    if role.ended:
        raise BadInput(worded("checks", "The role “{role}” has ended. Choose another.", role=role.name))


def show_points(unit: Unit, business: str, person: str, points: Collection[str]) -> list[Shown]:
    """Note which points of the induction were gone through with a person today; what was noted before stays.

    Raises:
        BadInput: where she does no job role there.
    """
    found = newcomer(unit, business, person)
    if found.role is None:
        raise BadInput(worded("checks", "Choose the job role first. It says what to show."))
    new = [one for one in found.role.induction if one in set(points) and one not in found.shown]
    by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    today = enterprise.today(unit)
    return [
        unit.add(
            SHOWNS,
            Shown(id=unit.new_id(), person=person, role=found.role.id, point=one, shown_on=today, shown_by=by),
        )
        for one in new
    ]


def roles_to_choose(unit: Unit, business: str) -> list[JobRole]:
    """Return the job roles that somebody in a business may be given by whoever runs it."""
    unit.need("checks.ready", business)
    return offers.job_roles(unit)
