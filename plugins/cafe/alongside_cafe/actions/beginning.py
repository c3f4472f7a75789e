"""What a manager does to begin: shape the week, say what people can do, and when they can work."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

import attrs

from alongside.api import enterprise, people, placements
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period

from ..pattern import OpeningPattern, ShiftTemplate
from ..rota import KeptAvailability, PatternLine, line_of
from ..starter import Opening, open_hours, starter
from ..tables import AVAILABILITIES, TEMPLATES, availabilities, pattern_lines
from .planning import usual_break

COMING = timedelta(days=365)


# --- the week


def begin_week(unit: Unit, business: str, opening: Opening) -> list[PatternLine]:
    """Make a week to start with, long shifts with a break in them; each can be changed afterwards.

    Raises:
        BadInput: where the week has shifts already: they are not thrown away for a suggestion.
    """
    unit.need("cafe.plan", business)
    if pattern_lines(unit, business):
        raise BadInput("This week has shifts already", remedy="Change them one by one.")
    usual = usual_break(unit, business)
    return [_add(unit, business, usual.into(one)) for one in starter(opening).templates]


def line(unit: Unit, business: str, called: str) -> PatternLine:
    """Return one shift of the week.

    Raises:
        NotFound: where there is none of that id.
    """
    unit.need("cafe.plan", business)
    for one in pattern_lines(unit, business):
        if one.id == called:
            return one
    raise NotFound("shift of the week", called)


def add_shifts(unit: Unit, business: str, templates: Sequence[ShiftTemplate]) -> list[PatternLine]:
    """Add shifts to the week.

    Raises:
        BadInput: for a second shift of one job at one time.
    """
    unit.need("cafe.plan", business)
    _check(unit, business, templates)
    return [_add(unit, business, one) for one in templates]


def change_shift(unit: Unit, old: PatternLine, template: ShiftTemplate) -> PatternLine:
    """Put another shift in the place of one; the rota changes when it is next filled."""
    unit.need("cafe.plan", old.business)
    _check(unit, old.business, [template], without=old.id)
    return unit.change(TEMPLATES, old, **attrs.asdict(template, recurse=False))


def remove_shift(unit: Unit, old: PatternLine) -> None:
    """Take a shift out of the week; what is on the rota stays."""
    unit.need("cafe.plan", old.business)
    unit.remove(TEMPLATES, old)


def _check(unit: Unit, business: str, new: Sequence[ShiftTemplate], without: str = "") -> None:
    there = [one.template for one in pattern_lines(unit, business) if one.id != without]
    OpeningPattern((*there, *new))


def _add(unit: Unit, business: str, template: ShiftTemplate) -> PatternLine:
    return unit.add(TEMPLATES, line_of(template, unit.new_id(), business))


# --- the people


@attrs.frozen(kw_only=True)
class Colleague:
    """Somebody who works here for pay: what she can do of what the week asks for, and what she said."""

    id: str
    name: str
    face: people.Face
    skills: frozenset[str]
    said: KeptAvailability | None


def asked_for(lines: Collection[PatternLine]) -> tuple[str, ...]:
    """Return the skills that a week asks for, by their keys, that of whoever opens the door last."""
    named = sorted({skill for one in lines for place in one.places for skill in place})
    key = ["key_holder"] if any(one.key_holder for one in lines) else []
    return (*(skill for skill in named if skill not in key), *key)


def team(unit: Unit, business: str) -> list[Colleague]:
    """Return everybody whom the rota may ask, now or within a year, by name."""
    unit.need("cafe.plan", business)
    return list(unit.once(f"cafe.team.{business}", lambda: tuple(_team(unit, business))))


def _team(unit: Unit, business: str) -> list[Colleague]:
    today = enterprise.today(unit)
    running = placements.placements_in(unit, Period(today, today + COMING), business)
    ids = {one.person for one in running if one.paid}
    faces, said = people.faces_of(unit, ids), availabilities(unit, business)
    noted, given = people.skills_of(unit, ids), people.certificates_of(unit, ids)
    found = [
        Colleague(
            id=one,
            name=face.name,
            face=face,
            skills=noted[one] | kinds_held(given[one], today),
            said=said.get(one),
        )
        for one, face in faces.items()
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def kinds_held(given: Collection[people.Certificate], today: date) -> frozenset[str]:
    """A certificate answers for a skill of its kind."""
    return frozenset(one.kind for one in given if one.holds(today))


def note_skills(unit: Unit, business: str, chosen: Mapping[str, Collection[str]]) -> int:
    """Note who can do which of what the week asks for; return how much has changed.

    What it does not ask for, and words that somebody has written, stay as they are.
    """
    unit.need("cafe.plan", business)
    wanted = set(asked_for(pattern_lines(unit, business)))
    changes = 0
    for one in team(unit, business):
        if one.id in chosen:
            now = set(chosen[one.id]) & wanted
            for skill in sorted(now - one.skills):
                people.add_skill(unit, one.id, skill, _words(skill), said_by=_who(unit))
            gone = people.remove_skills(unit, one.id, (wanted & one.skills) - now)
            changes += len(now - one.skills) + gone
    return changes


def _who(unit: Unit) -> str | None:
    return unit.actor.id if people.find(unit, unit.actor.id) else None


def _words(skill: str) -> str:
    return skill.replace("_", " ").capitalize()


def all_when_open(unit: Unit, business: str) -> int:
    """Note for everybody who has said nothing that she can work while the café is open; return for how many.

    Raises:
        BadInput: while no week is known.
    """
    unit.need("cafe.plan", business)
    hours = open_hours(one.template for one in pattern_lines(unit, business))
    if not hours:
        raise BadInput("This café has no opening pattern yet", remedy="Set which shifts each week needs first.")
    silent = [one for one in team(unit, business) if one.said is None]
    for one in silent:
        unit.add(AVAILABILITIES, KeptAvailability(id=unit.new_id(), business=business, person=one.id, hours=hours))
    return len(silent)
