"""Whether a sentence says the figure that it is tied to, and nothing else: for the checker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from alongside.decisions.explaining.claim import Claim, Told


def says(told: Told, labels: Mapping[str, str]) -> bool:
    """Whether the words of a sentence hold the figure and the names of its claim, and no other number.

    ``labels`` say what candidates are called in sentences, where that is not their names.
    """
    rest = told.plain
    for name in told.claim.of if "{name}" in told.key else ():
        if labels.get(name, name) not in rest:
            return False
        rest = rest.replace(labels.get(name, name), "", 1)
    numbers = re.findall(r"[0-9][0-9,.]*[0-9]|[0-9]", rest)
    is_figure = not isinstance(told.claim.value, bool)
    said = all(any(words in told.plain for words in some) for some in _words_of(told.claim))
    return said and numbers == [told.figure] * is_figure


def _words_of(claim: Claim) -> Iterator[tuple[str, ...]]:
    """What a sentence must say beside its figure, one of several words each: whose it is, and what it is."""
    if claim.figure == "answer":
        yield (_ANSWERED[claim.of[0]],)
    elif claim.figure == "passed":
        yield ("passed" if claim.value else "not pass",)
    else:
        # The payment stands below the sentence that says for what.
        yield from ((name,) for name in claim.of if claim.figure != "payment")
        yield _WORDS[claim.figure]


_ANSWERED = {
    "yes": "said yes",
    "no": "said no",
    "abstain": "not want to choose",
    "stand-aside": "stood aside",
    "objection": "not hold",
    "upheld-objection": "that holds",
}
_WORDS = {
    "ballots": (" voted.", " took part."),
    "blank": ("an empty paper", "ticked nobody", "named nobody", "without points"),
    "valid": ("that we counted",),
    "gaps": ("left a place empty",),
    "shared": ("one place to several",),
    "withdrawn": ("withdrew",),
    "seats": ("Places to fill",),
    "quota": ("Enough for a place",),
    "stands": (" has ",),
    "surplus": ("to spare",),
    "moved": ("to pass on",),
    "stuck": ("no next choice",),
    "reached": ("enough votes for a place",),
    "rest": ("a place that is left",),
    "fewest": ("fewest votes and is out",),
    "out": (" is out.",),
    "level": (" level",),
    "parted": ("parts them",),
    "unparted": ("No stage parts",),
    "lot": ("lot fell on",),
    "either": ("the same win",),
    "lot_needed": ("thrown that lot", "set of projects is possible"),
    "sure": ("however the lot falls",),
    "perhaps": ("if the lot falls so",),
    "empty": ("nobody can fill",),
    "spare": ("still have a place",),
    "needed": ("had to say yes",),
    "same": ("had to choose the same",),
    "chose": (" chose ",),
    "chosen": ("is chosen",),
    "nothing": ("No choice",),
    "margin": ("otherwise, it", "other points"),
    "ticks": (" ticked ",),
    "total": (" points.",),
    "place": ("has a place.",),
    "places": ("can have a place",),
    "drawn": ("lot gave",),
    "budget": ("to spend",),
    "share": ("share of it",),
    "raised": ("raised every share",),
    "votes": (" wanted ",),
    "cost": (" costs ",),
    "payment": ("of them paid",),
    "left": (" was left",),
    "topped": ("The rest paid for",),
    "funded": ("gets its money",),
    "spent": ("We spend",),
}
