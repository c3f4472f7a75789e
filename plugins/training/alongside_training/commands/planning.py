"""Commands for who plans: courses, runs and what becomes of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import click

from alongside.api import people
from alongside.api.commands import WALL_TIME, Desk
from alongside.api.display import day
from alongside.api.store import Unit
from alongside.api.values import BadInput

from .. import offers
from ..actions import courses, looking, planning
from ..course import kind_of
from ..run import TrainerRole
from .meant import ON, run_meant


def list_courses(desk: Desk) -> None:
    """List the courses and when they are given."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        known = offers.courses(unit, business.id)
        runs = looking.coming(unit, business.id)
    rows = []
    for one in known.values():
        given = [seen for seen in runs if seen.course.id == one.id]
        coming = "\n".join(f"{day(seen.sessions[0].day)}: {_places(seen)}" for seen in given if seen.sessions)
        rows.append((one.title, (one.gives or "").replace("_", " "), coming))
    desk.table(f"Courses of {business.name}", ("Course", "Certificate", "Coming"), rows)


def _places(seen: looking.Seen) -> str:
    waiting = f", {seen.waiting} waiting" if seen.waiting else ""
    return f"{seen.enrolled} of {seen.run.places} places taken{waiting} ({seen.run.state.value})"


@click.argument("title")
@click.option("--easy-title", default="", help="The title in Easy Read.")
@click.option("--gives", default="", help="The certificate it gives, such as “Food hygiene”.")
@click.option("--months", type=click.IntRange(1, 240), help="For how long the certificate is good.")
@click.option("--refresh", "refresh_months", type=click.IntRange(1, 240), help="When a refresher is advised.")
@click.option("--needs", multiple=True, help="A certificate that comes first; may be said again.")
@click.option("--after", multiple=True, help="A course that comes first; may be said again.")
@click.option("--least", type=click.IntRange(1, 500), default=4, show_default=True, help="People it needs.")
@click.option("--most", type=click.IntRange(1, 500), default=8, show_default=True, help="Places it has.")
def course(
    desk: Desk,
    title: str,
    easy_title: str,
    gives: str,
    months: int | None,
    refresh_months: int | None,
    needs: tuple[str, ...],
    after: tuple[str, ...],
    least: int,
    most: int,
) -> None:
    """Add a course; what it is like can be written on its page."""
    business = desk.business()
    with desk.unit() as unit:
        new = courses.add_course(
            unit,
            business.id,
            title=title,
            easy_title=easy_title,
            gives=kind_of(gives) or None,
            months=months,
            refresh_months=refresh_months,
            needs=tuple(kind_of(one) for one in needs),
            after=tuple(offers.course_named(unit, business.id, one).id for one in after),
            least=least,
            most=most,
        )
    desk.answer({"course": new.id, "title": new.title}, f"“{new.title}” can be planned now.")


@click.argument("course")
@click.option("--at", "starts", type=WALL_TIME, required=True, help="When it begins.")
@click.option("--hours", type=click.FloatRange(0.25, 12), default=2.0, show_default=True, help="For how long.")
@click.option("--times", type=click.IntRange(1, 40), default=1, show_default=True, help="Meetings, a week apart.")
@click.option("--room", required=True, help="In which room; a new name makes a new room.")
@click.option("--lead", default="", help="Who leads.")
@click.option("--with", "co_trainers", multiple=True, help="Who teaches with them; may be said again.")
@click.option(
    "--places", type=click.IntRange(1, 500), help="How many places; as many as the course has if not said."
)
@click.option("--for", "customer", default="", help="For which organisation; our own people if not said.")
def plan(
    desk: Desk,
    course: str,
    starts: datetime,
    hours: float,
    times: int,
    room: str,
    lead: str,
    co_trainers: tuple[str, ...],
    places: int | None,
    customer: str,
) -> None:
    """Plan a run of COURSE: all its times are claimed, or none."""
    business, ends = desk.business(), starts + timedelta(hours=hours)
    if ends.date() != starts.date():
        raise BadInput("a session ends on the day it begins", remedy="Give fewer hours.")
    with desk.unit() as unit:
        trainers = {people.find_person(unit, one).id: TrainerRole.CO_TRAINER for one in co_trainers}
        trainers |= {people.find_person(unit, one).id: TrainerRole.LEAD for one in (lead,) if one}
        new = planning.plan_run(
            unit,
            planning.Plan(
                course=offers.course_named(unit, business.id, course).id,
                times=planning.weekly(starts.date(), starts.time(), ends.time(), times, desk.zone),
                room=_room(unit, business.id, room),
                trainers=trainers,
                places=places,
                customer=customer,
            ),
        )
        seen = looking.look(unit, new.id)
    facts = {"run": new.id, "course": seen.course.title, "state": new.state.value, "first": seen.sessions[0].day}
    said = f"{seen.course.title} is planned from {day(seen.sessions[0].day)} on. Confirm it when it is sure."
    desk.answer(facts, said)


def _room(unit: Unit, business: str, name: str) -> str:
    known = {called.casefold(): row for row, called in looking.rooms(unit, business).items()}
    return known.get(name.strip().casefold()) or planning.add_room(unit, business, name)


@click.argument("course")
@ON
def show_run(desk: Desk, course: str, first: date | None) -> None:
    """Show the run of COURSE that is on or comes next: who is in it, and how far they are."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        found = looking.manage(unit, run_meant(unit, business.id, course, first).id)
    rows = [
        (
            one.name,
            "has a place",
            f"{one.attendance.there} of {one.attendance.sessions}",
            one.enrolment.done_on or "",
        )
        for one in found.reached
    ]
    rows += [(face.name, f"waits, number {n}", "", "") for n, face in enumerate(found.line, start=1)]
    begins = day(found.seen.sessions[0].day, year=True) if found.seen.sessions else "not dated"
    title = f"{found.seen.course.title}, {begins}, {found.seen.room}: {found.seen.run.state.value}"
    desk.table(title, ("Name", "Place", "Was there", "Done on"), rows)


@click.argument("course")
@ON
def confirm(desk: Desk, course: str, first: date | None) -> None:
    """Say that the run of COURSE takes place."""
    business = desk.business()
    with desk.unit() as unit:
        found = planning.confirm(unit, run_meant(unit, business.id, course, first).id)
    desk.answer({"run": found.id, "state": found.state.value}, "The run is confirmed.")


@click.argument("course")
@ON
@click.option("--because", default="", help="Why; everybody in it reads this.")
def cancel(desk: Desk, course: str, first: date | None, because: str) -> None:
    """Cancel the run of COURSE; everybody in it is told."""
    business = desk.business()
    with desk.unit() as unit:
        found = planning.cancel(unit, run_meant(unit, business.id, course, first).id, because)
    desk.answer({"run": found.id, "state": found.state.value}, "The run is cancelled. Everybody in it is told.")
