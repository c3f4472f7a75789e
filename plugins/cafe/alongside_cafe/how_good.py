"""How good a draft is known to be: what no rota does better, and what another one might, in plain words.

The cost of a rota adds up things that cannot be added: an open place and an unmet wish. So its layers are told.
"""

from __future__ import annotations

from collections.abc import Mapping

from alongside.api.values import Worded, worded

from .draft import Searched
from .problem import Ending

BEST = worded("cafe", "No rota fills more places or keeps closer to the agreed hours.")
FEWEST = worded(
    "cafe", "No rota fills more places and changes fewer days, or keeps closer to the agreed hours with so few."
)
NOTHING = worded("cafe", "No rota was found in the time there was.")
MIGHT: Mapping[str, Worded] = {
    "kept": worded("cafe", "The time ran out. Another rota might keep more of what stands."),
    "cover": worded("cafe", "The time ran out. Another rota might fill more places."),
    "skills": worded("cafe", "No rota fills more places. Another might have the key or a coach on more shifts."),
    "agreed": worded("cafe", "No rota fills more places. Another might keep closer to the agreed hours."),
    "change": worded("cafe", "No rota fills more places. Another might change fewer days."),
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
    return MIGHT[searched.unproven]
