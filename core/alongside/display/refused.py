"""A refusal as a sentence to be worded: by the edition of the one who reads, where the refusal says how."""

from __future__ import annotations

from alongside.display.texts import Said
from alongside.display.why import why_of
from alongside.refusal import Refusal, Worded
from alongside.rulepacks.offers import AgainstRule

_AS_IT_IS = "{words}"


def worded_said(one: Worded) -> Said:
    """Return a sentence of a leaf, to be said by the catalogue of its part."""
    return Said(one.key, **one.facts).of(one.part)


def refused_said(refused: Refusal) -> Said:
    """Return what a refusal says, with why it says so where it rests on a rule.

    One that is not worded is said as it stands, whatever it holds, braces too.
    """
    said = _said(refused)
    return said.because(why_of(refused.rule, refused.on)) if isinstance(refused, AgainstRule) else said


def _said(refused: Refusal) -> Said:
    if not any(isinstance(one, Worded) for one in refused.said):
        return _as_it_stands(refused.sentence)
    said = [worded_said(one) if isinstance(one, Worded) else _as_it_stands(one) for one in refused.said]
    named = {f"sentence{number}": one for number, one in enumerate(said)}
    together = " ".join(f"{{{name}}}" for name in named)
    return said[0] if len(said) == 1 else Said(together, **named).of("display")


def _as_it_stands(words: str) -> Said:
    return Said(_AS_IT_IS, words=words).of("display")
