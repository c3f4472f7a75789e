"""What the cost of a rota that was found rules out, before the next layer is searched beside it.

A relaxation of the model prices its rows. At any prices a rota costs a certain sum at least, and more for each
variable that is off its cheap end and each row that is off its tight one (reduced-cost fixing: Nemhauser and
Wolsey, Integer and Combinatorial Optimization, 1988, II.5). What alone would cost too much is left out.

It is reckoned in whole numbers from rounded prices: were they wrong, it would rule out less, and nothing possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import gcd, inf
from typing import Any

import attrs
from ortools.linear_solver.python import model_builder
from ortools.sat.python import cp_model

FINE = 2**40
"""Into how many parts a unit of price is divided."""
NONE = 2**40
"""A row that may come to as much as this has no end on that side."""
WORK = "max_deterministic_time: 1.0"
"""Where the relaxation takes more than this, in the solver's units, nothing is ruled out."""


@attrs.frozen
class Row:
    """A row of a model: its terms as (variable, times), what they come to at least and at most, and itself."""

    terms: Sequence[tuple[int, int]]
    least: int
    most: int
    itself: Any


def rule_out(cp: Any, cost: Any, most: int) -> None:
    """Narrow the variables and rows of a model to what a rota can have that costs no more than ``most``.

    What is no row, or is a row behind a guard, says nothing here and stays as it is.
    """
    flat = cp_model.FlatIntExpr(cost)
    each = gcd(*(int(times) for times in flat.coeffs)) or 1
    costs = {one.index: int(times) // each for one, times in zip(flat.vars, flat.coeffs, strict=True)}
    rows = list(_rows(cp))
    prices = _prices(cp, rows, costs)
    _narrow(cp, rows, prices, costs, (most - int(flat.offset)) // each)


def _rows(cp: Any) -> Iterator[Row]:
    for one in cp.proto.constraints:
        if one.has_linear() and not one.enforcement_literal:
            linear = one.linear
            terms = list(zip(linear.vars, linear.coeffs, strict=True))
            # Counted from the front: the wrapped list knows no places from its end.
            yield Row(terms, linear.domain[0], linear.domain[1], linear)


def _prices(cp: Any, rows: Sequence[Row], costs: Mapping[int, int]) -> list[int]:
    """Return what the relaxation says that a unit of each row is worth; nothing where it came to no end."""
    model = model_builder.Model()  # type: ignore[no-untyped-call] # of the solver
    there = [model.new_num_var(one.domain[0], one.domain[1], "") for one in cp.proto.variables]
    for row in rows:
        least, most = (row.least if row.least > -NONE else -inf), (row.most if row.most < NONE else inf)
        model.add_linear_constraint(_sum(there, row.terms), least, most)
    model.minimize(_sum(there, list(costs.items())))
    solver = model_builder.Solver("glop")
    solver.set_solver_specific_parameters(WORK)
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        return [0] * len(rows)
    return [round(price * FINE) for price in solver.dual_values(model.get_linear_constraints())]


def _sum(there: Sequence[Any], terms: Sequence[tuple[int, int]]) -> Any:
    return model_builder.LinearExpr.weighted_sum([there[n] for n, _ in terms], [times for _, times in terms])


def _narrow(cp: Any, rows: Sequence[Row], prices: Sequence[int], costs: Mapping[int, int], most: int) -> None:
    priced = [(row, price) for row, price in zip(rows, prices, strict=True) if _ends(row, price)]
    dear = [costs.get(n, 0) * FINE for n in range(len(cp.proto.variables))]
    for row, price in priced:
        for n, times in row.terms:
            dear[n] -= price * times
    variables = [(one.domain, price) for one, price in zip(cp.proto.variables, dear, strict=True) if price]
    ends = [*variables, *((row.itself.domain, price) for row, price in priced)]
    to_spare = most * FINE - sum(price * domain[0 if price > 0 else 1] for domain, price in ends)
    for domain, price in ends:
        _cut(domain, price, to_spare // abs(price))


def _ends(row: Row, price: int) -> bool:
    """True if a row has an end on the side on which its price counts."""
    return (price > 0 and row.least > -NONE) or (price < 0 and row.most < NONE)


def _cut(domain: Any, price: int, steps: int) -> None:
    """Leave as many steps from the cheap end as there are to spare."""
    if price > 0:
        domain[1] = min(domain[1], domain[0] + steps)
    else:
        domain[0] = max(domain[0], domain[1] - steps)
