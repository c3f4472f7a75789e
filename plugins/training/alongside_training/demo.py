"""The training of the demo, from a plain file: runs that were and will be, registers, certificates and wishes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from alongside.api import diary, enterprise, people
from alongside.api.commands import Demo
from alongside.api.display import Edition
from alongside.api.values import Interval, Period, monday_of

from . import offers
from .actions import awarding, courses, joining, marking, planning, wishing
from .pages.papers import certificate_file, certificate_pdf
from .register import Mark
from .run import Run, TrainerRole, over

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AFTER_WORK = time(16)
BEFORE = timedelta(days=120)


def fill(demo: Demo) -> None:
    """Give courses as a small training business would have, each thing on a day of its own."""
    lines = tomllib.loads((demo.examples / "training.toml").read_text(encoding="utf-8"))
    school = demo.businesses["training"].id
    with demo.unit(demo.today - BEFORE) as unit:
        room = planning.add_room(unit, school, lines["room"])
        for line in lines["course"]:
            courses.add_course(unit, school, **{name: _whole(value) for name, value in line.items()})
    for line in lines["run"]:
        _give(demo, _plan(demo, school, room, lines["how_to_find"], line), line)
    _wish(demo, school, lines["wish"])
    _certificates(demo, lines)
    demo.did(
        f"{len(lines['course'])} courses, {len(lines['run'])} runs, a waiting list, registers and wishes.",
        "Courses, in the menu",
    )
    _paper(demo, school, lines["paper"])


def _whole(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _monday(demo: Demo, weeks: int) -> date:
    return monday_of(demo.today) + timedelta(weeks=weeks)


def _plan(demo: Demo, school: str, room: str, how_to_find: str, line: Mapping[str, Any]) -> Run:
    weeks, weekday = line["begins"]
    first = _monday(demo, weeks) + timedelta(days=DAYS.index(weekday))
    starts, ends = time.fromisoformat(line["starts"]), time.fromisoformat(line["ends"])
    with demo.unit(_monday(demo, line["planned"])) as unit:
        for name in line.get("wished", ()):
            wishing.wish(unit, school, demo.people[name], words=line["course"])
        plan = planning.Plan(
            course=offers.course_named(unit, school, line["course"]).id,
            times=planning.weekly(first, starts, ends, line["times"], demo.zone),
            room=room,
            trainers={
                demo.people[line["lead"]]: TrainerRole.LEAD,
                **{demo.people[name]: TrainerRole.CO_TRAINER for name in line["with"]},
            },
            customer=line.get("customer", ""),
            how_to_find=how_to_find,
        )
        return planning.plan_run(unit, plan)


def _give(demo: Demo, run: Run, line: Mapping[str, Any]) -> None:
    """Let people join and leave, and where it is over, mark the registers and give the certificates."""
    told = _monday(demo, line["planned"]) + timedelta(days=1)
    for number, name in enumerate(line["join"]):
        with demo.unit(told, AFTER_WORK.replace(minute=number)) as unit:
            who, meetings = demo.people[name], offers.sessions_of(unit, [run.id])[run.id]
            # Who wished for it has her place already.
            if offers.enrolment_of(unit, run.id, who) is None and offers.is_free(unit, who, meetings):
                joining.join(unit, run.id, who)
    for name in line.get("leave", ()):
        with demo.unit(demo.day(3), AFTER_WORK) as unit:
            joining.leave(unit, run.id, demo.people[name], line["because"])
    if line["begins"][0] < 0 or len(line["join"]) > len(line["with"]) + 4:
        with demo.unit(min(demo.today, _monday(demo, line["planned"]) + timedelta(days=4))) as unit:
            planning.confirm(unit, run.id)
    _close(demo, run, line)


def _close(demo: Demo, run: Run, line: Mapping[str, Any]) -> None:
    with demo.unit() as unit:
        sessions = offers.sessions_of(unit, [run.id])[run.id]
        if not over(sessions, unit.now):
            return
    for one in sessions:
        with demo.unit(one.day, time(20)) as unit:
            seen = marking.register(unit, one.id)
            said = dict(_said(line, last=one is sessions[-1]))
            marks = {person: said.get(name, Mark.PRESENT) for person, name in seen.names.items()}
            marking.mark(unit, one.id, marks)
    with demo.unit(sessions[-1].day, time(20, 30)) as unit:
        awarding.award(unit, run.id)


def _said(line: Mapping[str, Any], *, last: bool) -> Iterator[tuple[str, Mark]]:
    """Yield who was not simply there; apologies are for the last session."""
    yield from ((name, Mark.LATE) for name in line.get("late", ()))
    if last:
        yield from ((name, Mark.APOLOGIES) for name in line.get("apologies", ()))


def _wish(demo: Demo, school: str, lines: list[Mapping[str, Any]]) -> None:
    for line in lines:
        for number, name in enumerate(line["people"]):
            with demo.unit(demo.day(20 - number)) as unit:
                wishing.wish(unit, school, demo.people[name], words=line["words"])


def _certificates(demo: Demo, lines: Mapping[str, Any]) -> None:
    """Let one have run out, and take one back: whose shifts need it, reads so on the café's rota."""
    lapsed, revoked = lines["lapsed"], lines["revoked"]
    ended, business = demo.day(lapsed["days"]), demo.businesses["training"].name
    with demo.unit(ended) as unit:
        first = ended - timedelta(days=3 * 365)
        people.award(unit, demo.people[lapsed["person"]], lapsed["kind"], first, ended, business)
    with demo.unit() as unit:
        who = demo.people[revoked["person"]]
        for one in people.certificates_of(unit, [who])[who]:
            if one.kind == revoked["kind"] and one.holds(demo.today):
                people.revoke(unit, one.id, revoked["because"])
        waiting = [one for one in diary.holds(unit, [who], _weeks(demo)) if one.purpose is diary.Purpose.WORK]
    demo.did(
        f"A certificate that does not hold any more, of somebody with {len(waiting)} shifts to come.",
        "Rota, in the menu, as a manager",
    )


def _weeks(demo: Demo) -> Interval:
    return Period(demo.today, demo.today + timedelta(weeks=5)).interval(demo.zone)


def _paper(demo: Demo, school: str, line: Mapping[str, str]) -> None:
    with demo.unit() as unit:
        who = people.person(unit, demo.people[line["person"]])
        given = [one for one in people.certificates_of(unit, [who.id])[who.id] if one.kind == line["kind"]]
        seen, words = awarding.certificate(unit, school, given[-1].id), enterprise.words(unit)
        named = set(unit.named)
    content = certificate_pdf(seen, Edition(who.edition), demo.zone, words)
    path = demo.file_paper(certificate_file(seen), content, named)
    demo.did("A certificate to hang up.", f"papers/{path.name}")
