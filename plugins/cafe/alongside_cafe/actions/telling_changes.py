"""What is told when the rota that stands is changed: to whose shift, task or coach it is, and who is asked.

No name stands in a message: it would stay there when its owner is erased. The pages say whose it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from alongside.api import enterprise, messages, people
from alongside.api.store import Unit
from alongside.api.values import monday_of

from ..legal import brings_the_key
from ..problem import Problem
from ..request import Request
from ..rota import KeptShift, Rota
from ..swap import Swap
from . import telling_shifts
from .teaching import teacher_gone
from .telling_shifts import MOST_DAYS, more_days

PART = "cafe"


def _(key: str, **more: Any) -> messages.Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return messages.Sentence(key=key, **more)


def tell(unit: Unit, business: str, problem: Problem, before: Rota, after: Rota) -> None:
    """Tell everybody but the one who acts how her days stand now, who supports her, and whether she opens."""
    telling_shifts.changed(unit, business, before, after, knows=unit.actor.id)
    tell_who_is_beside(unit, problem, before, after, knows=unit.actor.id)


def tell_who_is_beside(unit: Unit, problem: Problem, before: Rota, after: Rota, *, knows: str = "") -> None:
    """Tell whoever has another coach on a shift that stays, nobody to learn from, or the key alone now.

    Of shifts that are new, nothing is told. Whoever ``knows``, as it was her own act, is told nothing.
    """
    keys: dict[str, list[KeptShift]] = defaultdict(list)
    coaches: dict[str, dict[KeptShift, bool]] = defaultdict(dict)
    for shift, person in _alone_with_the_key(before, after, problem):
        keys[person].append(shift)
    for shift, person, there in _coach_changed(before, after, problem):
        coaches[person][shift] = there
    alone: dict[str, list[KeptShift]] = defaultdict(list)
    for shift, learner in teacher_gone(problem.workers, before, after):
        alone[learner].append(shift)
    for person in sorted(keys.keys() - {knows}):
        _tell_of_the_key(unit, keys[person], person)
    for person in sorted(coaches.keys() - {knows}):
        _tell_of_the_coach(unit, coaches[person], person)
    for person in sorted(alone.keys() - {knows}):
        _tell_of_the_teacher(unit, alone[person], person)


def _coach_changed(before: Rota, after: Rota, problem: Problem) -> Iterator[tuple[KeptShift, str, bool]]:
    """Each shift on which whoever stays has another coach beside her now, and whether one is there at all."""
    workers = {one.id: one for one in problem.workers}
    for shift in _told_before(before, after):
        old, new = set(_on(before, shift)), set(after.on(shift))
        for person in sorted(old & new & workers.keys()):
            beside = workers[person].coaches_on(shift.day)
            if beside & old != beside & new:
                yield shift, person, bool(beside & new)


def _alone_with_the_key(before: Rota, after: Rota, problem: Problem) -> Iterator[tuple[KeptShift, str]]:
    """Each shift on which one person alone has the key now, who had it beside others or was not there."""
    workers = {one.id: one for one in problem.workers}
    for shift in _told_before(before, after):
        old, new = (
            {who for who in _team(rota, shift) if who in workers and brings_the_key(workers[who], shift.shift)}
            for rota in (before, after)
        )
        if len(new) == 1 and old != new:
            yield shift, next(iter(new))


def _told_before(before: Rota, after: Rota) -> Iterator[KeptShift]:
    return (shift for shift in after.shifts if shift.id in before.by_id)


def _tell_of_the_key(unit: Unit, shifts: Sequence[KeptShift], person: str) -> None:
    lines = [
        _("Nobody else has the key on **{day}**.", days={"day": one.day}, picture="key")
        for one in shifts[:MOST_DAYS]
    ]
    lines += [*_start(shifts), _("Please bring the key.", picture="door")]
    _tell_of_shifts(unit, shifts, person, "cafe:key:", _("You bring the key"), lines)


def _start(shifts: Sequence[KeptShift]) -> list[messages.Sentence]:
    if len(shifts) > 1:
        return []
    return [_("You start at {starts_time}.", moments={"starts": shifts[0].starts}, picture="clock")]


def _tell_of_shifts(
    unit: Unit,
    shifts: Sequence[KeptShift],
    person: str,
    kind: str,
    title: messages.Sentence,
    lines: list[messages.Sentence],
) -> None:
    """Tell somebody of some shifts at once, however many; what she has not heard yet of one of them is gone."""
    for one in shifts:
        messages.replaced(unit, f"{kind}{one.id}:", person)
    path = f"/week?from={monday_of(shifts[0].day)}"
    lines = [*lines, *more_days(len(shifts) - MOST_DAYS)]
    write(unit, shifts[-1], person, f"{kind}{shifts[0].id}:{unit.new_id()}", title, lines, path)


def _on(rota: Rota, shift: KeptShift) -> list[str]:
    return [one.person for one in rota.assignments if one.shift == shift.id]


def _team(rota: Rota, shift: KeptShift) -> list[str]:
    there = [one for one in rota.assignments if one.shift == shift.id]
    return [one.person for one in there if one.place < len(shift.places)]


def _tell_of_the_coach(unit: Unit, there: Mapping[KeptShift, bool], person: str) -> None:
    shifts = list(there)
    lines = [_of_the_coach(one.day, there=there[one]) for one in shifts[:MOST_DAYS]]
    if not all(there.values()):
        lines += [_("We look for somebody else.", picture="magnifier"), _("You can ask us.", picture="help")]
    lines += _start(shifts)
    _tell_of_shifts(unit, shifts, person, "cafe:coach:", _("Who supports you has changed"), lines)


def _of_the_coach(day: date, *, there: bool) -> messages.Sentence:
    if there:
        return _("Somebody else supports you on **{day}**.", days={"day": day}, picture="handshake")
    return _("Your supporter does not come on **{day}**.", days={"day": day}, picture="handshake")


def _tell_of_the_teacher(unit: Unit, shifts: Sequence[KeptShift], person: str) -> None:
    lines = [
        _("Nobody is there to learn from on **{day}**.", days={"day": one.day}, picture="graduation")
        for one in shifts[:MOST_DAYS]
    ]
    lines += [_("We look for somebody else.", picture="magnifier"), *_start(shifts)]
    _tell_of_shifts(unit, shifts, person, "cafe:teacher:", _("Your teacher does not come"), lines)


# --- to who could stand in


def ask(unit: Unit, shift: KeptShift, request: Request) -> None:
    """Ask somebody whether she wants a shift that is free."""
    lines = [
        _("A shift is free on **{day}**.", days={"day": shift.day}, picture="open"),
        _("The work is: {job}.", facts={"job": shift.job}, picture="cup"),
        _("It starts at {starts_time}.", moments={"starts": shift.starts}, picture="clock"),
        _("It ends at {ends_time}.", moments={"ends": shift.ends}, picture="clock"),
        _("Whoever says yes first gets it.", picture="handshake"),
        _("No is fine too.", picture="question"),
    ]
    path = f"{here(unit, shift)}/asked"
    write(
        unit, shift, request.person, f"cafe:request:{request.id}", _("Can you come?"), lines, path, until="start"
    )


def tell_gone(unit: Unit, shift: KeptShift, request: Request) -> None:
    """Tell somebody who was asked that a shift is taken; nothing where she had not heard of it."""
    if messages.take_back(unit, f"cafe:request:{request.id}", request.person):
        return
    lines = [
        _("The shift on **{day}** is not free any more.", days={"day": shift.day}, picture="done"),
        NOTHING_TO_DO,
    ]
    write(unit, shift, request.person, f"cafe:gone:{request.id}", _("The shift is taken"), lines, "/week")


# --- of swaps


def ask_to_swap(unit: Unit, shift: KeptShift, swap: Swap) -> None:
    """Ask a colleague whether she wants to swap."""
    lines = [
        _("Somebody asks to swap a shift with you.", picture="changed"),
        _("It is about your shift on **{day}**.", days={"day": shift.day}, picture="calendar"),
        _("The page shows both shifts.", picture="list"),
        _("No is fine too.", picture="question"),
    ]
    path = f"{here(unit, shift)}/asked"
    write(unit, shift, swap.other, f"cafe:swap:{swap.id}", _("Do you want to swap?"), lines, path, until="start")


def take_question_back(unit: Unit, swap: Swap) -> None:
    """Take the question back as far as the colleague has not heard of it."""
    messages.take_back(unit, f"cafe:swap:{swap.id}", swap.other)


def tell_not_swapped(unit: Unit, shift: KeptShift, swap: Swap, person: str, said: messages.Sentence) -> None:
    """Tell one of the two that nothing came of a swap, and why as far as it is for her."""
    lines = [
        said,
        _("Your shift on **{day}** stays as it was.", days={"day": shift.day}, picture="calendar"),
    ]
    write(unit, shift, person, f"cafe:unswapped:{swap.id}", NO_SWAP, lines, "/week")


NO_SWAP = _("There is no swap")
NOT_ANY_MORE = _("The swap is not possible any more.", picture="changed")
NOTHING_TO_DO = _("You need to do nothing.", picture="sofa")
NOT_WANTED = _("Your colleague would rather not swap.", picture="handshake")
NOT_AGREED = _("Who plans the rota said no to the swap.", picture="handshake")


# --- writing


def here(unit: Unit, shift: KeptShift) -> str:
    """Return where the pages of the café of a shift begin."""
    return f"/cafe/{enterprise.business(unit, shift.business).slug}"


def write(
    unit: Unit,
    shift: KeptShift,
    person: str,
    key: str,
    title: messages.Sentence,
    lines: list[messages.Sentence],
    path: str,
    until: str = "end",
) -> None:
    """Write to somebody of a shift; what nobody has read by its end, or its start, is not read any more."""
    ends = shift.ends if until == "end" else shift.starts
    if people.find(unit, person) is not None:
        messages.write_to(unit, person, key, PART, title, lines, path=path, until=ends)
