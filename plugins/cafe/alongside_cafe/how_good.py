"""How good a draft is known to be: what no rota does better, and what another one might, in plain words.

The cost of a rota adds up things that cannot be added: an open place and an unmet wish. So its layers are told:
of the first that is not proven best how far from the best it may be, in what it counts, such as places or days.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from alongside.api.values import Worded, worded

from .draft import Searched
from .missing import hours
from .problem import Ending, Layer
from .rules import RULES

BEST = worded("cafe", "No rota fills more places or keeps closer to the agreed hours.")
FEWEST = worded(
    "cafe", "No rota fills more places and changes fewer days, or keeps closer to the agreed hours with so few."
)
NOTHING = worded("cafe", "No rota was found in the time there was.")
MIGHT: Mapping[str, Worded] = {
    "kept": worded("cafe", "The time ran out. Another rota might keep more of what stands."),
    "cover": worded("cafe", "The time ran out. Another rota might fill more places: {n} at the most."),
    "skills": worded(
        "cafe", "No rota fills more places. Another might have the key on more shifts: {n} at the most."
    ),
    "agreed": worded(
        "cafe", "No rota fills more places. Another might keep closer to the agreed hours, by {time} at the most."
    ),
    "change": worded("cafe", "No rota fills more places. Another might change fewer days: {n} fewer at the most."),
    "wishes": worded(
        "cafe", "No rota fills more places or keeps closer to the agreed hours. Another might meet more wishes."
    ),
}
"""By the first layer of which more might be had."""


def how_good(searched: Searched, *, standing: bool) -> Worded:
    """Return the sentence; ``standing`` says that a rota was published before, of which little is to change."""
    if searched.ending is Ending.NOTHING:
        return NOTHING
    if searched.unproven is None:
        return FEWEST if standing else BEST
    layer = next(one for one in searched.layers if not one.proven)
    return attrs.evolve(MIGHT[layer.name], facts=_at_most(layer))


_COUNTED = {"cover": "cover", "skills": "key_holder", "change": "changed"}
"""The rule whose weight is what one more of a layer costs."""


def _at_most(layer: Layer) -> Mapping[str, str | int]:
    """How far a layer may be from the best, from what is proven of it; nothing where it counts many things."""
    if layer.name == "agreed":
        # A minute over costs more than one under, so that there are no more minutes than this.
        return {"time": hours(layer.cost - layer.bound)}
    if layer.name not in _COUNTED:
        return {}
    weight = RULES[_COUNTED[layer.name]].weight
    # Less than a whole one is a day that changes sooner than it need: that is one as well.
    return {"n": max(1, layer.cost // weight - layer.bound // weight)}
