"""The pages on which a manager shapes the week: what every week needs, shift by shift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import time
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import GoTo, Visit

from ..actions import beginning, planning
from ..pattern import WEEKDAYS, ShiftTemplate
from ..rota import PatternLine, wanted
from ..starter import Opening
from ..tables import pattern_lines

USUAL = ("kitchen", "front", "till", "food_hygiene")
"""Skills that are offered before any week has asked for one."""

PICTURES = {"kitchen": "cook", "front": "cup", "till": "till"}
MOST = 20
WEEK = [(str(number), name) for number, name in enumerate(WEEKDAYS)]
_START = {"days": ["1", "2", "3", "4", "5"], "opens": "10:00", "closes": "15:00", "kitchen": "2", "front": "2"}


def _here(visit: Visit) -> Any:
    return visit.business


def pattern(visit: Visit) -> View:
    """Show the shifts of every week, or offer a week to start with."""
    return _pattern(visit, _START, {})


def _pattern(visit: Visit, start: Mapping[str, Any], mistakes: Mapping[str, Any]) -> View:
    lines = planning.pattern(visit.unit, _here(visit).id)
    days = [(name, [_card(one) for one in lines if one.weekday == number]) for number, name in enumerate(WEEKDAYS)]
    facts = {
        "days": [(name, cards) for name, cards in days if cards],
        "week": WEEK,
        "start": start,
        "mistakes": mistakes,
        "new": visit.link("/pattern/new"),
        "team": visit.link("/team"),
        "change": visit.link("/pattern/"),
    }
    return View("pattern.html", "What every week needs", facts)


def _card(one: PatternLine) -> dict[str, Any]:
    groups = Counter(wanted(place) for place in one.places)
    return {
        "id": one.id,
        "job": one.job,
        "picture": PICTURES.get(one.job.casefold(), "cup"),
        "starts": one.starts,
        "ends": one.ends,
        "people": len(one.places),
        "groups": sorted(groups.items()),
        "key_holder": one.key_holder,
    }


def send_pattern(visit: Visit) -> GoTo | View:
    """Make a week to start with, or take one shift out."""
    what, _colon, called = visit.form.get("do", "start").partition(":")
    if what == "remove":
        old = beginning.line(visit.unit, _here(visit).id, called)
        beginning.remove_shift(visit.unit, old)
        return GoTo(visit.link("/pattern"), _("The shift is out of the week. The rota stays as it is."))
    start = {name: visit.form.get(name, "") for name in ("opens", "closes", "kitchen", "front")}
    start["days"] = list(visit.form.every("days"))  # type: ignore[assignment] # a list of ticks
    mistakes = _start_mistakes(start)
    if mistakes:
        return _pattern(visit, start, mistakes)
    made = beginning.begin_week(visit.unit, _here(visit).id, _opening(start))
    return GoTo(visit.link("/pattern"), _("The week has {number} shifts. You can change each.", number=len(made)))


def _start_mistakes(start: Mapping[str, Any]) -> dict[str, Any]:
    mistakes: dict[str, Any] = {}
    if not start["days"]:
        mistakes["days"] = _("Choose one day or more.")
    for name in ("kitchen", "front"):
        if _number(start[name]) is None:
            mistakes[name] = _("Give a number from 0 to 20.")
    opens, closes = _clock(start["opens"]), _clock(start["closes"])
    if opens is None or closes is None or closes <= opens:
        mistakes["closes"] = _("Give an end that is later than the start, such as 15:00.")
    if not mistakes and not int(start["kitchen"]) + int(start["front"]):
        mistakes["kitchen"] = _("Say how many people you want.")
    return mistakes


def _opening(start: Mapping[str, Any]) -> Opening:
    return Opening(
        days=tuple(int(day) for day in start["days"] if day in "0123456"),
        opens=time.fromisoformat(start["opens"]),
        closes=time.fromisoformat(start["closes"]),
        kitchen=int(start["kitchen"]),
        front=int(start["front"]),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= MOST else None


def _clock(text: str) -> time | None:
    try:
        clock = time.fromisoformat(text)
    except ValueError:
        return None
    # A week is planned by the clocks of the place: a time with a zone of its own is none of theirs.
    return None if clock.tzinfo else clock


# --- one shift


def shift(visit: Visit) -> View:
    """Show the form of one shift, empty for a new one."""
    called = visit.path["line"]
    old = None if called == "new" else beginning.line(visit.unit, _here(visit).id, called)
    return _shift(visit, _written(old), {})


def _written(old: PatternLine | None) -> dict[str, Any]:
    if old is None:
        empty = {"days": [], "starts": "09:00", "ends": "14:00", "job": "", "key": False}
        return {**empty, "groups": [("1", [])]}
    groups = [(str(many), sorted(place)) for place, many in Counter(old.places).items()]
    return {
        "days": [str(old.weekday)],
        "starts": f"{old.starts:%H:%M}",
        "ends": f"{old.ends:%H:%M}",
        "job": old.job,
        "key": old.key_holder,
        "groups": groups,
    }


def _shift(visit: Visit, written: Mapping[str, Any], mistakes: Mapping[str, Any]) -> View:
    new = visit.path["line"] == "new"
    used = beginning.asked_for(pattern_lines(visit.unit, _here(visit).id))
    keys = dict.fromkeys((*USUAL, *(key for key in used if key != "key_holder")))
    facts = {
        **written,
        "groups": [*written["groups"], ("", [])],
        "new": new,
        "week": WEEK,
        "skills": [(key, wanted([key])) for key in keys],
        "mistakes": mistakes,
        "back": visit.link("/pattern"),
        "here": visit.link(f"/pattern/{visit.path['line']}"),
    }
    return View("shift.html", "A shift of every week" if not new else "Another shift", facts)


def send_shift(visit: Visit) -> GoTo | View:
    """Keep a shift, or say beside its fields what is wrong."""
    written = _sent(visit)
    try:
        templates = _templates(written)
        _keep(visit, templates)
    except BadInput as wrong:
        return _shift(visit, written, _shift_mistakes(written) or {"job": wrong.sentence})
    return GoTo(visit.link("/pattern"), _("The shift is kept. The rota changes when it is next filled."))


def _sent(visit: Visit) -> dict[str, Any]:
    form, groups = visit.form, list[tuple[str, list[str]]]()
    while f"people{len(groups)}" in form:
        at = len(groups)
        other = "_".join(form.get(f"other{at}", "").casefold().split())
        skills = [*form.every(f"skills{at}"), *([other] if other else [])]
        groups.append((form[f"people{at}"].strip(), skills))
    return {
        "days": list(form.every("days")),
        "starts": form.get("starts", ""),
        "ends": form.get("ends", ""),
        "job": " ".join(form.get("job", "").split()),
        "key": "key" in form,
        "groups": [group for group in groups if group[0] not in {"", "0"} or group[1]],
    }


def _shift_mistakes(written: Mapping[str, Any]) -> dict[str, Any]:
    mistakes: dict[str, Any] = {}
    if not written["days"]:
        mistakes["days"] = _("Choose one day or more.")
    if _clock(written["starts"]) is None or _clock(written["ends"]) in {None, _clock(written["starts"])}:
        mistakes["ends"] = _("Give two times, such as 9:00 and 14:00.")
    if not written["job"] or len(written["job"]) > 40 or not written["job"].isprintable():
        mistakes["job"] = _("Write what the work is, such as Kitchen.")
    if not written["groups"] or any(not _number(many) for many, _skills in written["groups"]):
        mistakes["people0"] = _("Say how many people you want, from 1 to 20.")
    elif any(not _is_key(skill) for _many, skills in written["groups"] for skill in skills):
        mistakes["other0"] = _("Write a skill in letters, such as barista.")
    return mistakes


def _is_key(skill: str) -> bool:
    return skill.isascii() and skill[:1].isalpha() and skill.replace("_", "").isalnum() and skill != "key_holder"


def _templates(written: Mapping[str, Any]) -> list[ShiftTemplate]:
    if _shift_mistakes(written):
        raise BadInput("the shift is not whole")
    places = tuple(frozenset(skills) for many, skills in written["groups"] for _place in range(int(many)))
    return [
        ShiftTemplate(
            weekday=int(day),
            starts=time.fromisoformat(written["starts"]),
            ends=time.fromisoformat(written["ends"]),
            job=written["job"],
            places=places,
            key_holder=written["key"],
        )
        for day in written["days"]
        if day in "0123456"
    ]


def _keep(visit: Visit, templates: list[ShiftTemplate]) -> None:
    business, called = _here(visit).id, visit.path["line"]
    if called == "new":
        beginning.add_shifts(visit.unit, business, templates)
        return
    first, *further = templates
    beginning.change_shift(visit.unit, beginning.line(visit.unit, business, called), first)
    beginning.add_shifts(visit.unit, business, further)
