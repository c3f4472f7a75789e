"""The pages on which a manager shapes the week: what every week needs, shift by shift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import GoTo, ManyOf, Visit, all_valid

from ..actions import beginning, planning
from ..pattern import WEEKDAYS, ShiftTemplate
from ..rota import PatternLine, wanted
from ..starter import Opening
from ..tables import pattern_lines
from .shaping import Places, ShiftForm, StartForm, facts_of, first_mistake

USUAL = ("kitchen", "front", "till", "food_hygiene")
"""Skills that are offered before any week has asked for one."""

PICTURES = {"kitchen": "cook", "front": "cup", "till": "till"}


def _here(visit: Visit) -> Any:
    return visit.business


def pattern(visit: Visit) -> View:
    """Show the shifts of every week, or offer a week to start with."""
    return _pattern(visit, StartForm.as_usual(visit))


def _pattern(visit: Visit, form: StartForm) -> View:
    lines = planning.pattern(visit.unit, _here(visit).id)
    days = [(name, [_card(one) for one in lines if one.weekday == number]) for number, name in enumerate(WEEKDAYS)]
    facts = {
        "days": [(name, cards) for name, cards in days if cards],
        "form": form,
        "new": visit.link("/pattern/new"),
        "team": visit.link("/team"),
        "days_path": visit.link("/days"),
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
        "learning": wanted(one.learning),
        "rest": one.break_minutes,
    }


def send_pattern(visit: Visit) -> GoTo | View:
    """Make a week to start with, or take one shift out."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what == "remove":
        old = beginning.line(visit.unit, _here(visit).id, called)
        beginning.remove_shift(visit.unit, old)
        return GoTo(visit.link("/pattern"), _("The shift is out of the week. The rota stays as it is."))
    form = StartForm(visit)
    if not form.valid():
        return _pattern(visit, form)
    made = beginning.begin_week(visit.unit, _here(visit).id, _opening(form))
    return GoTo(visit.link("/pattern"), _("The week has {number} shifts. You can change each.", number=len(made)))


def _opening(form: StartForm) -> Opening:
    return Opening(
        days=tuple(int(day) for day in form.days.value),
        opens=form.opens.value,
        closes=form.closes.value,
        kitchen=form.kitchen.value,
        front=form.front.value,
    )


# --- one shift


def shift(visit: Visit) -> View:
    """Show the form of one shift, empty for a new one."""
    called = visit.path["line"]
    old = None if called == "new" else beginning.line(visit.unit, _here(visit).id, called)
    kinds = Counter(old.places).items() if old else ()
    form = ShiftForm.of(visit, old, planning.usual_break(visit.unit, _here(visit).id))
    offer_learning(visit, form.learning, old.learning if old else ())
    return _shift(visit, form, places_asked(visit, [*kinds, (frozenset(), 0)]))


def offer_learning(visit: Visit, field: ManyOf, already: Sequence[str] = ()) -> None:
    """Offer what the week asks for to be learnt, and what was chosen before."""
    field.offer((key, wanted([key])) for key in dict.fromkeys((*_skills(visit), *already)))


def _skills(visit: Visit) -> list[str]:
    used = beginning.asked_for(pattern_lines(visit.unit, _here(visit).id))
    return list(dict.fromkeys((*USUAL, *(key for key in used if key != "key_holder"))))


def places_asked(visit: Visit, kinds: Sequence[tuple[frozenset[str], int]]) -> list[Places]:
    """A form for each kind of places, with what it asks for and how many there are; the last one is empty."""
    keys = _skills(visit)
    forms = []
    for number, (skills, many) in enumerate(kinds):
        form = Places(visit, {"people": many or None, "skills": sorted(skills)}, prefix=f"{number}-")
        form.skills.offer((key, wanted([key])) for key in keys)
        form.people.depends = number == 0
        forms.append(form)
    return forms


def _shift(visit: Visit, form: ShiftForm, places: Sequence[Places]) -> View:
    facts = {
        "form": form,
        "places": places,
        "back": visit.link("/pattern"),
        "here": visit.link(f"/pattern/{visit.path['line']}"),
    }
    return View("shift.html", "Another shift" if visit.path["line"] == "new" else "A shift of every week", facts)


def send_shift(visit: Visit) -> GoTo | View:
    """Keep a shift, or say beside its fields what is wrong."""
    number = sum(f"{n}-people" in visit.form for n in range(len(visit.form)))
    usual = planning.usual_break(visit.unit, _here(visit).id)
    form = ShiftForm(visit, facts=facts_of(usual))
    places = places_asked(visit, [(frozenset(), 0)] * max(number, 1))
    offer_learning(visit, form.learning, _learnt(visit))
    if not all_valid((form, *places)) or first_mistake(places):
        return _shift(visit, form, places)
    try:
        _keep(visit, form.templates([kind for one in places for kind in one.kinds()], usual))
    except BadInput as wrong:
        form.refuse(form.job, wrong)
        return _shift(visit, form, places)
    return GoTo(visit.link("/pattern"), _("The shift is kept. The rota changes when it is next filled."))


def _learnt(visit: Visit) -> Sequence[str]:
    called = visit.path["line"]
    return () if called == "new" else beginning.line(visit.unit, _here(visit).id, called).learning


def _keep(visit: Visit, templates: list[ShiftTemplate]) -> None:
    business, called = _here(visit).id, visit.path["line"]
    if called == "new":
        beginning.add_shifts(visit.unit, business, templates)
        return
    first, *further = templates
    beginning.change_shift(visit.unit, beginning.line(visit.unit, business, called), first)
    beginning.add_shifts(visit.unit, business, further)
