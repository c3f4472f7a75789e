"""Wishing: when somebody likes to work and when rather not, what she wants to learn, and the same times."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, worded

from ..company import Routine
from ..shift import KEY_HOLDER
from ..skill_wish import Side, SkillWish
from ..tables import pattern_lines
from ..tables.bringing import ROUTINES, SKILL_WISHES, WISHES, routine_of, skill_wishes_of, wishes_of
from ..tables.needs import one_offs_in
from ..wish import Part, Wish, WishKind
from .beginning import asked_for, kinds_held
from .days import AHEAD

MOST = 40
"""Wishes of one person: with more, nothing is wished for any more than anything else."""


# --- times


def wishes(unit: Unit, business: str, person: str) -> list[Wish]:
    """Return what a person wishes, to herself and to who plans; days that have been are over."""
    unit.need("cafe.plan", business, own=person)
    today = enterprise.today(unit)
    return [one for one in wishes_of(unit, person, business) if one.day is None or one.day >= today]


def wish(
    unit: Unit,
    business: str,
    kind: WishKind,
    part: Part,
    *,
    weekdays: Collection[int] = (),
    day: date | None = None,
) -> list[Wish]:
    """Keep a wish of the one who acts for each of the weekdays, or for one day; what she wished of it before goes.

    Raises:
        BadInput: for no day, for weekdays and a day at once, a day that has been, or more wishes than count.
    """
    unit.need("cafe.see", business)
    _refuse_past(unit, day)
    when = [(number, None) for number in sorted(weekdays)] + ([(None, day)] if day or not weekdays else [])
    if weekdays and day:
        raise BadInput(worded("cafe", "Choose days of the week, or one date."))
    new = [_wish(unit, business, kind, part, *one) for one in when]
    _take_out(unit, [old for old in wishes_of(unit, unit.actor.id, business) if _meant_by(old, new)])
    if len(wishes_of(unit, unit.actor.id, business)) + len(new) > MOST:
        raise BadInput(worded("cafe", "These are many wishes. Take some away first."))
    return [unit.add(WISHES, one) for one in new]


def _wish(unit: Unit, business: str, kind: WishKind, part: Part, weekday: int | None, day: date | None) -> Wish:
    me = unit.actor.id
    return Wish(id=unit.new_id(), business=business, person=me, kind=kind, weekday=weekday, day=day, part=part)


def _meant_by(old: Wish, new: Sequence[Wish]) -> bool:
    return any(old.same_time(one) for one in new)


def _take_out(unit: Unit, found: Sequence[Wish]) -> None:
    for one in found:
        unit.remove(WISHES, one)


def _refuse_past(unit: Unit, day: date | None) -> None:
    if day is not None and day < enterprise.today(unit):
        raise BadInput(worded("cafe", "This day has been. Choose one that is still to come."))


def take_wish_back(unit: Unit, business: str, called: str) -> None:
    """Take back a wish of the one who acts.

    Raises:
        NotFound: where she has none of that id here.
    """
    found = [one for one in wishes_of(unit, unit.actor.id, business) if one.id == called]
    if not found:
        raise NotFound("wish", called)
    _take_out(unit, found)


# --- the same times


def needs_routine(unit: Unit, business: str) -> bool:
    """Whether the one who acts has said that the same days and times help her."""
    unit.need("cafe.see", business)
    return routine_of(unit, unit.actor.id, business) is not None


def say_routine(unit: Unit, business: str, *, helps: bool) -> None:
    """Keep whether the same days and times help the one who acts."""
    unit.need("cafe.see", business)
    there = routine_of(unit, unit.actor.id, business)
    if helps and there is None:
        unit.add(ROUTINES, Routine(id=unit.new_id(), business=business, person=unit.actor.id))
    if not helps and there is not None:
        unit.remove(ROUTINES, there)


# --- learning


@attrs.frozen(kw_only=True)
class Learning:
    """What somebody can do of what the café asks for, what she cannot yet, and what she has said of it."""

    can: tuple[str, ...]
    cannot: tuple[str, ...]
    wants: frozenset[str]
    shows: frozenset[str]


def learning(unit: Unit, business: str) -> Learning:
    """Return it of the one who acts."""
    unit.need("cafe.see", business)
    me = unit.actor.id
    noted, certificates = people.skills_of(unit, [me])[me], people.certificates_of(unit, [me])[me]
    held = noted | kinds_held(certificates, enterprise.today(unit))
    every = _skills_here(unit, business)
    said = skill_wishes_of(unit, me, business)
    return Learning(
        # A certificate is not shown to anybody: it is what a course gives.
        can=tuple(one for one in every if one in noted),
        cannot=tuple(one for one in every if one not in held),
        wants=frozenset(one.skill for one in said if one.side is Side.LEARN),
        shows=frozenset(one.skill for one in said if one.side is Side.SHOW),
    )


def _skills_here(unit: Unit, business: str) -> list[str]:
    """What the café's shifts ask for and what can be learnt on them, the key apart: it is given and not learnt."""
    lines, today = pattern_lines(unit, business), enterprise.today(unit)
    once = one_offs_in(unit, business, Period(today, today + AHEAD))
    learnt = {skill for one in lines for skill in one.learning} | {skill for one in once for skill in one.learning}
    return sorted({*asked_for(lines), *learnt} - {KEY_HOLDER})


def say_learning(unit: Unit, business: str, wants: Collection[str], shows: Collection[str]) -> None:
    """Keep what the one who acts wants to learn and what she is glad to show, and nothing that she said before."""
    here = learning(unit, business)
    for old in skill_wishes_of(unit, unit.actor.id, business):
        unit.remove(SKILL_WISHES, old)
    new = [(skill, Side.LEARN) for skill in here.cannot if skill in wants]
    new += [(skill, Side.SHOW) for skill in here.can if skill in shows]
    for skill, side in new:
        row = SkillWish(id=unit.new_id(), business=business, person=unit.actor.id, skill=skill, side=side)
        unit.add(SKILL_WISHES, row)
