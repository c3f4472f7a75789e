"""The pages of who plans: what has to be seen to, a course to write, a run to plan, and what people wish for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput, Period
from alongside.api.web import GoTo, Visit

from .. import offers
from ..actions import courses, looking, planning, wishing
from ..course import Course, kind_of
from ..run import TrainerRole
from .learning import here, run_facts

PICTURES = ("graduation", "cook", "lunch", "help", "speech", "microphone", "scales", "people", "book", "tools")
"""What a course may have beside its title."""

MOST_SESSIONS = 40


def plan(visit: Visit) -> View:
    """Show runs to come, runs to close, courses, and certificates that run out."""
    seen = looking.planned(visit.unit, here(visit).id)
    facts = {
        "coming": [run_facts(visit, one) for one in seen.coming],
        "to_close": [run_facts(visit, one) for one in seen.to_close],
        "finished": [run_facts(visit, one) for one in seen.finished],
        "courses": seen.courses,
        "lapsing": seen.lapsing,
        "link": visit.link,
    }
    return View("plan.html", "Plan courses", facts)


def wishes(visit: Visit) -> View:
    """Show what people wish to learn; where enough wish for one thing, a course suggests itself."""
    facts = {"wished": wishing.wished(visit.unit, here(visit).id), "link": visit.link}
    return View("wishes.html", "Learning wishes", facts)


# --- a course


def new_course(visit: Visit) -> View:
    """Show the form for a new course, with what people wished for where it begins with a wish."""
    return _course_form(visit, None)


def send_new_course(visit: Visit) -> GoTo:
    """Add the course that was written."""
    facts = _course_facts(visit)
    new = courses.add_course(visit.unit, here(visit).id, from_wishes=visit.form.get("wish", ""), **facts)
    return GoTo(visit.link(f"/run?course={new.id}"), _("The course is kept. Now plan when it is given."))


def change_course(visit: Visit) -> View:
    """Show the form with what is said of a course."""
    old = offers.course(visit.unit, visit.path["course"])
    visit.unit.need("training.plan", old.business)
    return _course_form(visit, old)


def send_course(visit: Visit) -> GoTo:
    """Keep what was changed of a course."""
    courses.change_course(visit.unit, visit.path["course"], **_course_facts(visit))
    return GoTo(visit.link("/plan"), _("The course is kept."))


def _course_form(visit: Visit, old: Course | None) -> View:
    visit.unit.need("training.plan", here(visit).id)
    wish = visit.form.get("wish", visit.query.get("wish", ""))
    sent = visit.form if visit.form else _as_sent(old, wish)
    known = offers.courses(visit.unit, here(visit).id).values()
    facts = {
        "value": {name: sent.get(name, "") for name in _FIELDS},
        "pictures": [(name, name.capitalize()) for name in PICTURES],
        "others": [(one.id, one.title) for one in known if old is None or one.id != old.id],
        "after": visit.form.every("after") if visit.form else (old.after if old else ()),
        "wish": wish,
    }
    title = _("Change {title}", title=old.title) if old else _("A new course")
    return View("course_form.html", title, facts)


_TEXTS = ("title", "easy_title", "words", "easy_words", "picture")
_NUMBERS = ("months", "refresh_months", "may_miss", "least", "most")
_FIELDS = (*_TEXTS, *_NUMBERS, "able", "easy_able", "gives", "needs")


def _as_sent(old: Course | None, wish: str) -> Mapping[str, str]:
    """A course as its form holds it; one that is new has room for a usual group."""
    if old is None:
        return {"title": wish, "least": "4", "most": "8", "may_miss": "0", "picture": PICTURES[0]}
    return {
        **{name: getattr(old, name) for name in _TEXTS},
        **{name: "" if (number := getattr(old, name)) is None else str(number) for name in _NUMBERS},
        "able": "\n".join(old.able),
        "easy_able": "\n".join(old.easy_able),
        "gives": (old.gives or "").replace("_", " ").capitalize(),
        "needs": "\n".join(kind.replace("_", " ").capitalize() for kind in old.needs),
    }


def _course_facts(visit: Visit) -> dict[str, Any]:
    sent = visit.form
    return {
        **{name: sent.get(name, "").strip() for name in _TEXTS},
        "able": _lines(sent.get("able", "")),
        "easy_able": _lines(sent.get("easy_able", "")),
        "gives": kind_of(sent.get("gives", "")) or None,
        "needs": tuple(kind_of(line) for line in _lines(sent.get("needs", ""))),
        "after": sent.every("after"),
        "months": number(sent.get("months", "")),
        "refresh_months": number(sent.get("refresh_months", "")),
        "may_miss": number(sent.get("may_miss", "")) or 0,
        "least": number(sent.get("least", "")) or 1,
        "most": number(sent.get("most", "")) or 0,
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def number(text: str) -> int | None:
    """Return the whole number in a field of a form, None where it is empty."""
    if not text.strip():
        return None
    if not text.strip().isdecimal() or len(text.strip()) > len("999"):
        raise BadInput(f"“{text}” is no number that can be used here", remedy="Write it in digits, such as 8.")
    return int(text)


# --- a run


def new_run(visit: Visit) -> View:
    """Show the form for a run."""
    business = here(visit).id
    visit.unit.need("training.plan", business)
    known = [one for one in offers.courses(visit.unit, business).values() if not one.closed]
    usual = {"since": "16:30", "until": "18:30", "times": "1", "course": visit.query.get("course", "")}
    sent = visit.form if visit.form else usual
    rooms = looking.rooms(visit.unit, business)
    facts = {
        "value": {name: sent.get(name, "") for name in _RUN_FIELDS},
        "courses": [(one.id, one.title) for one in known],
        "rooms": list(rooms.items()),
        "people": [(one.person, one.name) for one in looking.could_teach(visit.unit, business)],
        "co_trainers": visit.form.every("co_trainers"),
        "link": visit.link,
    }
    return View("run_form.html", "Plan a run", facts)


_RUN_FIELDS = (
    *("course", "first", "since", "until", "times", "room", "new_room", "lead"),
    *("places", "customer", "how_to_find"),
)


def send_run(visit: Visit) -> GoTo:
    """Plan the run; all of its times are claimed, or none."""
    sent, business = visit.form, here(visit).id
    times = number(sent.get("times", "")) or 1
    if times > MOST_SESSIONS:
        raise BadInput(f"a run of {times} sessions is too long", remedy=f"Give {MOST_SESSIONS} at the most.")
    meetings = planning.weekly(
        _day(sent, "first"), _clock(sent, "since"), _clock(sent, "until"), times, visit.zone
    )
    trainers = dict.fromkeys(sent.every("co_trainers"), TrainerRole.CO_TRAINER)
    if sent.get("lead"):
        trainers[sent["lead"]] = TrainerRole.LEAD
    new_room = sent.get("new_room", "").strip()
    plan = planning.Plan(
        course=sent.get("course", ""),
        times=meetings,
        room=planning.add_room(visit.unit, business, new_room) if new_room else sent.get("room", ""),
        trainers=trainers,
        places=number(sent.get("places", "")),
        customer=sent.get("customer", ""),
        how_to_find=sent.get("how_to_find", ""),
    )
    new = planning.plan_run(visit.unit, plan)
    return GoTo(visit.link(f"/runs/{new.id}"), _("The run is planned. Confirm it when it is sure."))


def _day(sent: Mapping[str, str], name: str) -> date:
    try:
        day = date.fromisoformat(sent.get(name, ""))
    except ValueError as wrong:
        raise BadInput("the day is missing, or is no day", remedy="Write it as 2026-12-07.") from wrong
    # A period holds no day so far off that adding weeks to it would leave the calendar.
    return Period(day, day).first


def _clock(sent: Mapping[str, str], name: str) -> time:
    try:
        return time.fromisoformat(sent.get(name, "")).replace(tzinfo=None)
    except ValueError as wrong:
        raise BadInput("a time is missing, or is no time", remedy="Write it as 16:30.") from wrong


def meeting_of(visit: Visit) -> Any:
    """Return the one meeting that a form says: its day, and from when until when."""
    sent = visit.form
    (one,) = planning.weekly(_day(sent, "day"), _clock(sent, "since"), _clock(sent, "until"), 1, visit.zone)
    return one
