"""Commands for who learns and who teaches: places, registers, certificates and wishes."""

from __future__ import annotations

from datetime import date

import click

from alongside.api import enterprise, people
from alongside.api.commands import Desk
from alongside.api.display import Edition, day
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, local

from .. import offers
from ..actions import awarding, joining, looking, marking, wishing
from ..course import kind_of
from ..pages import papers
from ..register import Mark
from ..run import Run, Session
from .meant import ON, run_meant


@click.argument("course")
@click.argument("person", required=False, default="")
@ON
@click.option("--waive", default="", help="Why without what should come first.")
def enrol(desk: Desk, course: str, person: str, first: date | None, waive: str) -> None:
    """Give PERSON, or yourself, a place in the run of COURSE, or in its waiting list."""
    business = desk.business()
    with desk.unit() as unit:
        run, who = run_meant(unit, business.id, course, first), joining.who_is_meant(unit, person)
        hers = joining.join(unit, run.id, who, waived_because=waive)
        name, seen = people.names_of(unit, [who])[who], looking.look(unit, run.id)
        line = joining.place_in_line(offers.enrolments_of(unit, [run.id])[run.id], who)
    where = f"{seen.course.title}, from {day(seen.sessions[0].day)} on"
    said = (
        f"{name} has a place in {where}." if line is None else f"{name} waits for {where}: number {line} in line."
    )
    desk.answer({"run": run.id, "person": who, "state": hers.state.value, "in_line": line}, said)


@click.argument("course")
@click.argument("person", required=False, default="")
@ON
@click.option("--because", default="", help="What could be better; kept without the name.")
def leave(desk: Desk, course: str, person: str, first: date | None, because: str) -> None:
    """Give back the place of PERSON, or your own; whoever is next in the line gets it and is told."""
    business = desk.business()
    with desk.unit() as unit:
        run, who = run_meant(unit, business.id, course, first), joining.who_is_meant(unit, person)
        before = {one.person for one in joining.with_a_place(unit, run)}
        left = joining.leave(unit, run.id, who, because)
        moved = [one.person for one in joining.with_a_place(unit, run) if one.person not in before]
        names = people.names_of(unit, [who, *moved])
    next_one = f" {names[moved[0]]} has it now." if moved else ""
    facts = {"run": run.id, "person": who, "state": left.state.value, "moved_up": moved}
    desk.answer(facts, f"{names[who]} has given the place back.{next_one}")


@click.argument("course")
@ON
@click.option("--session", "number", type=click.IntRange(1, 40), help="Which session; the latest that has begun.")
@click.option("--late", multiple=True, help="Who came late; may be said again.")
@click.option("--apologies", multiple=True, help="Who said before that they could not come.")
@click.option("--absent", multiple=True, help="Who was not there.")
def register(
    desk: Desk,
    course: str,
    first: date | None,
    number: int | None,
    late: tuple[str, ...],
    apologies: tuple[str, ...],
    absent: tuple[str, ...],
) -> None:
    """Mark who was at a session of the run of COURSE: everybody, but those who are named otherwise."""
    business = desk.business()
    with desk.unit() as unit:
        run = run_meant(unit, business.id, course, first)
        session = _session(unit, run, number)
        seen = marking.register(unit, session.id)
        marks = dict.fromkeys(seen.names, Mark.PRESENT)
        for mark, named in ((Mark.LATE, late), (Mark.APOLOGIES, apologies), (Mark.ABSENT, absent)):
            marks |= {people.find_person(unit, one).id: mark for one in named}
        new = marking.mark(unit, session.id, marks)
    there = sum(one.there for one in marks.values())
    facts = {"session": session.id, "day": session.day, "there": there, "expected": len(seen.names), "new": new}
    desk.answer(facts, f"{day(session.day)}: {there} of {len(seen.names)} were there.")


def _session(unit: Unit, run: Run, number: int | None) -> Session:
    sessions = offers.sessions_of(unit, [run.id])[run.id]
    if number is None:
        begun = [one for one in sessions if one.starts <= unit.now]
        return begun[-1] if begun else sessions[0]
    if number > len(sessions):
        raise BadInput(f"there are {len(sessions)} sessions", remedy=f"Give a number from 1 to {len(sessions)}.")
    return sessions[number - 1]


@click.argument("course")
@ON
def award(desk: Desk, course: str, first: date | None) -> None:
    """Give everybody who was at the run of COURSE often enough what it gives."""
    business = desk.business()
    with desk.unit() as unit:
        run = run_meant(unit, business.id, course, first)
        given = awarding.award(unit, run.id)
    names = ", ".join(one.name for one in given)
    facts = {"run": run.id, "people": [one.enrolment.person for one in given]}
    desk.answer(facts, f"Done by: {names}." if given else "There is nobody new who has done it.")


@click.argument("person")
@click.argument("course")
@click.option(
    "--edition", type=click.Choice([one.value for one in Edition]), help="Which wording; hers if not said."
)
def certificate(desk: Desk, person: str, course: str, edition: str | None) -> None:
    """Write PERSON's certificate of COURSE among the papers."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        who = people.find_person(unit, person)
        kind = kind_of(course)
        hers = people.newest_of_each_kind(people.certificates_of(unit, [who.id])[who.id])
        found = [one for one in hers if one.kind == kind or kind_of(one.title).startswith(kind)]
        if not found:
            named = ", ".join(one.title for one in hers)
            raise NotFound("certificate", course, f"There are: {named}." if named else "There is none.")
        seen, words = awarding.certificate(unit, business.id, found[0].id), enterprise.words(unit)
        named_in_it = set(unit.named)
    content = papers.certificate_pdf(seen, Edition(edition or who.edition), desk.zone, words)
    path = desk.file_paper(papers.certificate_file(seen), content, named_in_it)
    desk.answer({"paper": str(path), "serial": seen.certificate.serial}, f"The certificate is {path}.")


@click.argument("course")
@ON
def sheet(desk: Desk, course: str, first: date | None) -> None:
    """Write the register of the run of COURSE, to tick with a pen."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        seen = looking.manage(unit, run_meant(unit, business.id, course, first).id)
        words, named = enterprise.words(unit), set(unit.named)
    content = papers.sheet_pdf(seen, business.name, desk.today, Edition.STANDARD, desk.zone, words)
    begins = local(seen.seen.sessions[0].starts, desk.zone).date() if seen.seen.sessions else desk.today
    path = desk.file_paper(f"register-{kind_of(seen.seen.course.title)}-{begins}.pdf", content, named)
    desk.answer({"paper": str(path)}, f"The register is {path}.")


@click.argument("what")
@click.argument("person", required=False, default="")
def wish(desk: Desk, what: str, person: str) -> None:
    """Note WHAT a person, or you, would like to learn."""
    business = desk.business()
    with desk.unit() as unit:
        noted = wishing.wish(unit, business.id, joining.who_is_meant(unit, person), words=what)
    desk.answer({"wish": noted.id, "course": noted.course, "words": noted.words}, "The wish is noted.")


def wishes(desk: Desk) -> None:
    """List what people wish to learn, and where a course suggests itself."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        found = wishing.wished(unit, business.id)
    rows = [
        (one.words, len(one.names), ", ".join(one.names), "suggests itself" if one.suggestion.enough else "")
        for one in found
    ]
    desk.table("What people wish to learn", ("What", "People", "Who, the first first", "A course"), rows)
