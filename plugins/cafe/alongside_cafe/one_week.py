"""One week of a rota, searched for itself: anew, or beside what people were told of it."""

from __future__ import annotations

import time as clock
from collections.abc import Sequence
from datetime import date

import attrs

from .as_values import Rota, hint_of, rota_in
from .layers import CHANGE, FIRST, WISHES, Budget, descend, priced, whole
from .model import build, stays
from .problem import Layer, Problem

LOOK = 2.0
"""Units of work for a look whether less need be open in a week that people were told."""


@attrs.frozen
class Week:
    """A week that was searched alone: its rota and its layers' figures; if it ``stays`` as people were told it."""

    monday: date
    rota: Rota
    layers: tuple[Layer, ...]
    stays: bool = False


def fresh(asked: Problem, monday: date, order: Sequence[str], budget: Budget) -> Week | None:
    """Return the best rota of a week by all layers before the wishes."""
    return _first(asked, monday, order[: order.index(WISHES)], budget)


def again(asked: Problem, monday: date, order: Sequence[str], budget: Budget) -> Week | None:
    """Return what of a week stays as people were told it, or the rota that changes the fewest days."""
    # Measured with 40 people: the fewest changes are proven sooner by a model with nothing of what comes later.
    upto = order[: order.index(CHANGE) + 1]
    told = _told(asked, monday, upto, budget)
    if told is None:
        return None
    stays = _may_stay(asked, told, order, budget)
    if stays is not None:
        return stays
    unproven = tuple(attrs.evolve(one, bound=0) for one in told.layers)
    return _first(asked, monday, upto, budget, told) or attrs.evolve(told, layers=unproven)


def last(asked: Problem, begun: Week, order: Sequence[str], budget: Budget) -> Week:
    """Return the best rota by the last layers of those that are as good as the one that was begun."""
    if begun.stays:
        return _stays(asked, begun, order)
    model, known = build(asked), {layer.name: layer for layer in begun.layers}
    hint = hint_of(model, begun.rota)
    # After the fewest changes there is so little time that the search must begin with a rota that is worked out.
    descent = descend(model, order, budget, whole(model, hint) if asked.published else hint, known)
    if descent.values is None:
        layers = {layer.name: layer for layer in looked_up(asked, begun.rota, order)} | known
        return attrs.evolve(begun, layers=tuple(layers[name] for name in order if name in layers))
    rota = rota_in(model, descent.values) if descent.values else begun.rota
    return attrs.evolve(begun, rota=rota, layers=descent.layers)


def alone(asked: Problem, monday: date, order: Sequence[str], budget: Budget) -> Week:
    """Return the best rota of a week that was found; where none was, what was told of it, or what is fixed."""
    begun = again(asked, monday, order, budget) if asked.published else None
    if begun is not None:
        return last(asked, begun, order, budget)
    model = build(asked)
    descent = descend(model, order, budget)
    if descent.values is not None:
        return Week(monday, rota_in(model, descent.values), descent.layers)
    rota = fixed(asked)
    return Week(monday, rota, looked_up(asked, rota, order))


def looked_up(problem: Problem, rota: Rota, order: Sequence[str]) -> tuple[Layer, ...]:
    """Return what a rota costs in each layer, where nothing is proven of it.

    What others could have had counts in it too: who wanted a shift that she has not, and has no hours.
    """
    return tuple(attrs.evolve(one, bound=0) for one in priced(build(problem, settled=rota), order))


def fixed(problem: Problem) -> Rota:
    """Return who stays where she is whatever the search does: what is pinned, and what is frozen as published."""
    return tuple(sorted(stays(problem)))


def _first(
    asked: Problem, monday: date, order: Sequence[str], budget: Budget, told: Week | None = None
) -> Week | None:
    """Return the best rota of a week by its first layers, where one was found; ``told`` is where to begin."""
    model = build(asked, layers=order)
    descent = descend(model, order, budget, hint_of(model, told.rota) if told is not None else None)
    return None if descent.values is None else Week(monday, rota_in(model, descent.values), descent.layers)


def _told(asked: Problem, monday: date, order: Sequence[str], budget: Budget) -> Week | None:
    """Return what of a week can stay as people were told it, with its figures in some layers."""
    model = build(asked, only=asked.published, layers=order)
    descent = descend(model, order, budget, narrowing=False)
    return None if descent.values is None else Week(monday, rota_in(model, descent.values), descent.layers)


def _may_stay(asked: Problem, told: Week, order: Sequence[str], budget: Budget) -> Week | None:
    """Return a week as people were told it, with what is proven of it, where nothing is open or no less was found.

    Whether there is a rota with less open is looked for with little work: nobody's days are turned over for what
    was not found when the week was filled. Nothing else is asked, so the model has no other costs.
    """
    costs = {layer.name: layer.cost for layer in told.layers}
    if costs.get(CHANGE):
        return None
    if not any(costs.get(name) for name in FIRST):
        return attrs.evolve(told, stays=True)
    model, first = build(asked, layers=FIRST), [name for name in order if name in FIRST]
    work, seconds = budget.part(all_of_it=False)
    share = Budget(min(LOOK, work), clock.monotonic() + seconds)
    found = {one.name: one for one in descend(model, first, share, hint_of(model, told.rota)).layers}
    budget.add(share)
    # From the weightiest layer on: less of a later one is no gain where an earlier one has more.
    if [one.cost for one in found.values()] < [costs[name] for name in found]:
        return None
    bounds = {name: found[name].bound if name in found else 0 for name in first}
    layers = (attrs.evolve(one, bound=min(one.cost, bounds.get(one.name, one.bound))) for one in told.layers)
    return attrs.evolve(told, layers=tuple(layers), stays=True)


def _stays(asked: Problem, begun: Week, order: Sequence[str]) -> Week:
    """Return a week that stays as it was told, with what its wishes cost beside the other weeks."""
    told = {one.name: one for one in begun.layers}
    found = told | {one.name: one for one in looked_up(asked, begun.rota, order)}
    # With not a day changed there is no other rota: what comes after, it costs at least.
    least = {name: one.cost for name, one in found.items() if not found[CHANGE].cost}
    least |= {name: one.bound for name, one in told.items()}
    layers = (attrs.evolve(found[name], bound=least.get(name, 0)) for name in order if name in found)
    return attrs.evolve(begun, layers=tuple(layers))
