"""What is told where two who keep apart would meet: it is told of one of them, and the other is named to nobody.

The checker finds it of both. Two names side by side would say what nobody may learn: who keeps apart from whom.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .checker import Breach
from .problem import Problem


def told_of_one(problem: Problem, broken: Sequence[Breach], comes: Collection[str] = ()) -> tuple[Breach, ...]:
    """Leave out the breaches of whoever is met by one that is told of.

    Told of is first whoever ``comes``, then who would meet most: the fewer are named, the less is said.
    """
    apart = list(dict.fromkeys(one.person for one in broken if one.rule == "apart"))
    met = {who: {other for other in apart if frozenset({who, other}) in problem.apart} for who in apart}
    named: set[str] = set()
    for who in sorted(apart, key=lambda one: (one not in comes, -len(met[one]))):
        if not met[who] or not met[who] <= named:
            named.add(who)
    return tuple(one for one in broken if one.rule != "apart" or one.person in named)
