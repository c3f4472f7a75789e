"""What training tells people: a place, a change, a reminder; each is written once, as it happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from alongside.api import diary, enterprise, messages
from alongside.api.store import Unit

from ..course import Course
from ..enrolment import Enrolment
from ..run import Run, Session

PART = "training"


def _(key: str, **more: Any) -> messages.Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return messages.Sentence(key=key, **more)


def page_of(unit: Unit, run: Run) -> str:
    """Return the address of a run's page."""
    return f"/training/{enterprise.business(unit, run.business).slug}/courses/{run.id}"


def place(
    unit: Unit, run: Run, course: Course, sessions: Sequence[Session], hers: Enrolment, *, moved_up: bool
) -> None:
    """Tell somebody that a place is hers: she moved up in the line, or somebody else has put her down for it."""
    named = {"title": course.title}
    first = (
        _("A place has become free, and it is yours: **{title}**.", facts=named, picture="done")
        if moved_up
        else _("We have kept a place for you: **{title}**.", facts=named, picture="done")
    )
    lines = [first, *_when_and_where(unit, run, sessions), _GIVE_BACK]
    title = _("You have a place: {title}", facts=named)
    path, until = page_of(unit, run), sessions[0].starts if sessions else None
    messages.write_to(unit, hers.person, _place_key(hers), PART, title, lines, path=path, until=until)


_GIVE_BACK = _("If it does not suit you, give it back on the page of the course. Nobody minds.", picture="changed")


def _when_and_where(unit: Unit, run: Run, sessions: Sequence[Session]) -> list[messages.Sentence]:
    if not sessions:
        return []
    starts = {"start": sessions[0].starts}
    room = {"room": diary.resource(unit, run.room).name}
    return [
        _("It begins on {start}.", moments=starts, picture="clock"),
        _("It is here: **{room}**.", facts=room, picture="pin"),
    ]


def place_is_gone(unit: Unit, hers: Enrolment) -> None:
    """Take back what was written of a place that somebody has no more, as far as it has not gone."""
    messages.take_back(unit, _place_key(hers), hers.person)


def place_was_taken(unit: Unit, run: Run, course: Course, hers: Enrolment) -> None:
    """Tell somebody that another has given her place, or her place in the line, back for her."""
    named = {"title": course.title}
    lines = [
        _("You are not in this course any more: **{title}**.", facts=named, picture="changed"),
        _("Is that wrong? Ask whoever plans the courses.", picture="question"),
    ]
    key, title = f"training:left:{hers.id}:{hers.version}", _("A change: {title}", facts=named)
    messages.write_to(unit, hers.person, key, PART, title, lines, path=page_of(unit, run))


def _place_key(hers: Enrolment) -> str:
    # With the version: who leaves and joins again later is told again.
    return f"training:place:{hers.id}:{hers.version}"


def not_reminded(unit: Unit, sessions: Iterable[Session], person: str) -> None:
    """Take back the reminders of sessions that somebody does not come to, as far as they have not gone."""
    for one in sessions:
        messages.replaced(unit, f"{_TOMORROW}{one.id}:", person)


def cancelled(
    unit: Unit, run: Run, course: Course, sessions: Sequence[Session], there: Iterable[Enrolment]
) -> None:
    """Tell everybody who was to come that the run does not take place."""
    named = {"title": course.title}
    first = next(iter(sessions), None)
    gone = messages.Changed(day=first.day, before=(first.starts, first.ends)) if first else None
    lines = [_("This course does not take place: **{title}**.", facts=named, picture="no", changed=gone)]
    if run.cancelled_because:
        lines.append(_("Why: {why}", facts={"why": run.cancelled_because}, picture="speech"))
    lines.append(_("The time in your diary is free again.", picture="calendar"))
    title = _("Not taking place: {title}", facts=named)
    for one in there:
        place_is_gone(unit, one)
        not_reminded(unit, sessions, one.person)
        key = f"training:cancelled:{run.id}"
        messages.write_to(unit, one.person, key, PART, title, lines, path=page_of(unit, run))


def moved(unit: Unit, run: Run, course: Course, old: Session, session: Session, people: Iterable[str]) -> None:
    """Tell everybody who comes that a session has moved; their weeks mark the day."""
    named, start = {"title": course.title}, {"start": session.starts}
    gone = messages.Changed(day=old.day, before=(old.starts, old.ends))
    new = messages.Changed(day=session.day) if session.day != old.day else None
    lines = [
        _("A session has moved: **{title}**.", facts=named, picture="changed", changed=gone),
        _("It begins on {start}.", moments=start, picture="clock", changed=new),
    ]
    key, title = f"training:moved:{session.id}:", _("New time: {title}", facts=named)
    for person in people:
        # She hears the last time alone, and is not reminded of the old one.
        for begins in (key, f"{_TOMORROW}{session.id}:"):
            messages.replaced(unit, begins, person)
        path, until = page_of(unit, run), session.starts
        messages.write_to(unit, person, f"{key}{session.version}", PART, title, lines, path=path, until=until)


def new_room(unit: Unit, run: Run, course: Course, people: Iterable[str]) -> None:
    """Tell everybody who comes or teaches that the room is another one."""
    named, room = {"title": course.title}, {"room": diary.resource(unit, run.room).name}
    lines = [
        _("It is in another room now: **{title}**.", facts=named, picture="changed"),
        _("It is here: **{room}**.", facts=room, picture="pin"),
    ]
    key, title = f"training:room:{run.id}:{run.version}", _("New room: {title}", facts=named)
    for person in people:
        messages.write_to(unit, person, key, PART, title, lines, path=page_of(unit, run))


_TOMORROW = "training:tomorrow:"


def soon(unit: Unit, run: Run, course: Course, session: Session, people: Iterable[str]) -> None:
    """Remind everybody who comes of a session of tomorrow."""
    named, start = {"title": course.title}, {"start": session.starts}
    room = {"room": diary.resource(unit, run.room).name}
    lines = [
        _("Tomorrow is your course: **{title}**.", facts=named, picture="graduation"),
        _("It begins on {start}.", moments=start, picture="clock"),
        _("It is here: **{room}**.", facts=room, picture="pin"),
    ]
    title = _("Tomorrow: {title}", facts=named)
    for person in people:
        key, until = f"{_TOMORROW}{session.id}:{session.version}", session.starts
        messages.remind(unit, person, "session", key, PART, title, lines, until=until, path=page_of(unit, run))


def enough_wishes(unit: Unit, business: str, topic: str, words: str, wishes: int) -> None:
    """Tell the managers that so many people wish to learn the same that a course suggests itself."""
    lines = [
        _("People wish to learn this: **{words}**.", facts={"words": words}, picture="star"),
        _("So many wish for it: **{n}**.", facts={"n": str(wishes)}, picture="people"),
    ]
    path = f"/training/{enterprise.business(unit, business).slug}/wishes"
    title = _("A course suggests itself: {words}", facts={"words": words})
    for manager in enterprise.people_with(unit, "manager", business):
        messages.write_to(unit, manager, f"training:wished:{business}:{topic}", PART, title, lines, path=path)
