"""Whether a sentence says the figure that it is tied to, and nothing else: for the checker."""

from __future__ import annotations

import re
from collections.abc import Mapping

from alongside.decisions.explaining.claim import Claim, Told, names


def says(told: Told, labels: Mapping[str, str]) -> bool:
    """Whether the words of a sentence hold the figure and the names of its claim, and no other number.

    ``labels`` say what candidates are called in sentences, where that is not their names.
    """
    claim = told.claim
    # A name may be anything, a number too: the words round it are looked at without it.
    words = told.key.replace("**", "").format(**{**told.facts, "name": ""})
    numbers = re.findall(r"[0-9][0-9,.]*[0-9]|[0-9]", words)
    # True and False are numbers to Python; of what is simply so, a sentence says no number at all.
    is_figure = not isinstance(claim.value, bool)
    named = ("{name}" in told.key) is (bool(claim.of) and claim.figure not in NAMELESS)
    called = told.facts["name"] == names(tuple(labels.get(name, name) for name in claim.of))
    said = any(some in words for some in _words_of(claim))
    return named and called and said and numbers == [told.figure] * is_figure


NAMELESS = frozenset({"answer", "payment"})
"""Of an answer its own words tell; a payment stands below the sentence that says for what."""


def _words_of(claim: Claim) -> tuple[str, ...]:
    """What a sentence must say beside figure and name, one of several: what it is, or how it went."""
    if claim.figure == "answer":
        return (_ANSWERED[claim.of[0]],)
    if claim.figure == "passed":
        return ("passed" if claim.value else "not pass",)
    return _WORDS[claim.figure]


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
    "turns": ("In another turn",),
    "raised": ("raised every share",),
    "votes": (" wanted ",),
    "cost": (" costs ",),
    "payment": ("of them paid",),
    "left": (" was left",),
    "topped": ("The rest paid for",),
    "funded": ("gets its money",),
    "spent": ("We spend",),
}
