"""Searching for the best rota, layer by layer, so that the same problem gives the same answer on any machine.

Each week is searched for itself, two at a time, which is quickly proven best: what the weeks make together is then
the best of all layers that know no other week. Only where the weeks do not fit together is the whole searched too.
The wishes are weighed week after week: what is shared out, and chances to learn, count what came before each
week.
"""

from __future__ import annotations

import time as clock
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import attrs

from alongside.api.values import monday_of

from .as_values import Rota, hint_of, rota_in
from .layers import WISHES, Budget, descend, possible
from .model import Model, build
from .one_week import Week, again, alone, fixed, fresh, last, looked_up
from .problem import Answer, Ending, Layer, Problem, gaps_in
from .rules import GENTLE, LAYERS
from .side_by_side import AT_ONCE, side_by_side
from .wages import wages
from .weeks import mondays, of_week

ALONE = 0.9
"""The share of the work that may be spent on the weeks alone."""
BEGUN = 2 / 3
"""The share of the time in which all weeks are searched as far as they look at no other week."""

LOOKED_AT = 0.85
"""The share of the work of a week that people were told for a look at it; the rest is kept for its last layers."""


def search(problem: Problem, work: float, seconds: float) -> Answer:
    """Return the best rota found within ``work`` deterministic units; ``seconds`` of wall time are the backstop.

    Where the backstop was hit, the ending says so, and a second run may differ.
    """
    return searched(problem, Budget(work, clock.monotonic() + seconds))


def searched(problem: Problem, budget: Budget) -> Answer:
    """Return the best rota found within a budget, which knows afterwards what each layer took."""
    order = GENTLE if problem.published else LAYERS
    weeks = _alone(problem, order, budget, tied=False)
    rota = _rota(weeks)
    if _stands(problem, rota):
        return _answer(problem, rota, budget, order, [_sum(name, weeks) for name in order])
    return _tied(problem, order, budget, weeks)


def _rota(weeks: Iterable[Week]) -> Rota:
    return tuple(one for week in weeks for one in week.rota)


def _alone(problem: Problem, order: Sequence[str], budget: Budget, *, tied: bool) -> list[Week]:
    """Return each week searched to its end in turn, those before it being counted on."""
    weeks: list[Week] = []
    every, stay, shifts = mondays(problem), fixed(problem), {shift.id: shift for shift in problem.shifts}
    begun = iter(()) if tied else _begun(problem, order, budget)
    for n, monday in enumerate(every):
        first = next(begun, None)
        ahead = [one for one in stay if monday_of(shifts[one.shift].day) > monday]
        asked = of_week(problem, monday, [*_rota(weeks), *ahead], tied=tied)
        # The weeks that are left share the time that is left: a hard one must not take all of it.
        until = clock.monotonic() + budget.seconds / (len(every) - n)
        share = Budget((budget.work * ALONE - budget.spent) / (len(every) - n), until, took=budget.took)
        if first is not None:
            weeks.append(last(asked, first, order, share))
        else:
            weeks.append(alone(asked, monday, order, share))
        budget.spent += share.spent
    return weeks


def _begun(problem: Problem, order: Sequence[str], budget: Budget) -> Iterator[Week | None]:
    """Return weeks as far as they look at no other week, searched side by side in a part of the time there is.

    Where a rota was told, whoever fills it again waits at the counter: there the last layers of a week are
    searched while later weeks are still looked at, so some of the work is kept for them.
    """
    every, now = mondays(problem), clock.monotonic()
    if len(every) < 2:
        return iter(())
    # Each turn has its time: the first weeks must not take all of it, or the last ones would stay empty.
    turns = [n // AT_ONCE + 1 for n in range(len(every))]
    untils = [now + budget.seconds * BEGUN * turn / turns[-1] for turn in turns]
    begin, part = (again, LOOKED_AT) if problem.published else (fresh, 1.0)
    shares = [Budget(budget.work * ALONE * part / len(every), until) for until in untils]
    weeks = side_by_side(
        partial(begin, of_week(problem, monday, (), tied=False), monday, order, share)
        for monday, share in zip(every, shares, strict=True)
    )
    counted = _counted(weeks, shares, budget)
    return counted if problem.published else iter(list(counted))


def _counted(weeks: Iterable[Week | None], shares: Sequence[Budget], budget: Budget) -> Iterator[Week | None]:
    """Yield weeks, and count what they spent; of one that is not there yet, all that it may spend counts."""
    budget.spent += sum(share.work for share in shares)
    for share, week in zip(shares, weeks, strict=True):
        budget.spent -= share.work
        budget.add(share)
        yield week


def _stands(problem: Problem, rota: Rota) -> bool:
    """True if the weeks fit together: the rows of the whole hold with everybody where she is."""
    return possible(_with(problem, rota))


def _with(problem: Problem, rota: Rota) -> Model:
    """Return a model in which just this rota is possible."""
    model = build(problem, only=rota, layers=())
    for places in model.x.values():
        model.cp.add(sum(places.values()) == 1)
    if {*model.x, *model.fixed} < {(one.person, one.shift) for one in rota}:
        model.cp.add_bool_or([])
    return model


def _sum(name: str, weeks: Iterable[Week]) -> Layer:
    layers = [layer for week in weeks for layer in week.layers if layer.name == name]
    return Layer(name=name, cost=sum(one.cost for one in layers), bound=sum(one.bound for one in layers))


def _tied(problem: Problem, order: Sequence[str], budget: Budget, alone: Sequence[Week]) -> Answer:
    """Return the best rota where the weeks alone do not fit together: each beside the others, then the whole.

    What the weeks cost alone is the least that they can cost together, layer by layer.
    """
    weeks = _alone(problem, order, budget, tied=True)
    rota = _rota(weeks)
    if not _stands(problem, rota):
        return _whole(problem, order, budget, fixed(problem), {})
    known = dict(_as_good(order, weeks, alone))
    if len(known) < len(order) - 1:
        return _whole(problem, order, budget, rota, known)
    return _answer(problem, rota, budget, order, [*known.values(), _sum(WISHES, weeks)])


def _as_good(order: Sequence[str], weeks: Sequence[Week], alone: Sequence[Week]) -> Iterator[tuple[str, Layer]]:
    """Yield the layers, from the weightiest on, in which the weeks together cost what they cost alone."""
    for name in order:
        reached, least = _sum(name, weeks), _sum(name, alone)
        if name == WISHES or reached.cost > least.bound:
            return
        yield name, attrs.evolve(reached, bound=reached.cost)


def _whole(
    problem: Problem, order: Sequence[str], budget: Budget, rota: Rota, known: Mapping[str, Layer]
) -> Answer:
    """Return the best rota of all weeks at once, from one that is there."""
    model = build(problem)
    descent = descend(model, order, budget, hint_of(model, rota), known)
    if descent.values is not None and not (model.x and not descent.values):
        return _answer(problem, rota_in(model, descent.values), budget, order, descent.layers)
    return _answer(problem, rota, budget, order, tuple(known.values()))


def _answer(problem: Problem, rota: Rota, budget: Budget, order: Sequence[str], layers: Sequence[Layer]) -> Answer:
    """Return a rota as an answer; where a layer was not come to, what the rota costs in it is looked up."""
    told = {layer.name: layer for layer in layers}
    if len(told) < len(order):
        told = {one.name: told.get(one.name, one) for one in looked_up(problem, rota, order)}
    found = tuple(told[name] for name in order if name in told)
    return Answer(
        assignments=rota,
        gaps=gaps_in(problem, rota),
        ending=_ending(found, budget, nothing=not rota),
        cost=sum(one.cost for one in found),
        bound=_bound(found),
        work=round(budget.spent, 3),
        wages=wages(problem, rota),
        layers=found,
    )


def _ending(layers: Sequence[Layer], budget: Budget, *, nothing: bool) -> Ending:
    if all(one.proven for one in layers):
        return Ending.BEST
    if nothing:
        return Ending.NOTHING
    return Ending.CLOCK if budget.seconds <= 0 else Ending.WORK_DONE


def _bound(layers: Sequence[Layer]) -> int:
    """Return what every rota costs at least: a layer's bound counts while those before it are proven."""
    least = 0
    for layer in layers:
        least += layer.bound
        if not layer.proven:
            break
    return least
