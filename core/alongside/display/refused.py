"""A refusal as a sentence to be worded: by the edition of the one who reads, where the refusal says how."""

from __future__ import annotations

from alongside.display.texts import Said
from alongside.refusal import Refusal, Worded

_AS_IT_IS = "{words}"


def worded_said(one: Worded) -> Said:
    """Return a sentence of a leaf, to be said by the catalogue of its part."""
    return Said(one.key, **one.facts).of(one.part)


def refused_said(refused: Refusal) -> Said:
    """Return what a refusal says. One that is not worded is said as it stands, whatever it holds, braces too."""
    sentences = [one for one in refused.said if isinstance(one, Worded)]
    if not sentences or len(sentences) < len(refused.said):
        return Said(_AS_IT_IS, words=refused.sentence).of("display")
    said = [worded_said(one) for one in sentences]
    named = {f"sentence{number}": one for number, one in enumerate(said)}
    together = " ".join(f"{{{name}}}" for name in named)
    return said[0] if len(said) == 1 else Said(together, **named).of("display")
