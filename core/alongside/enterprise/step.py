"""A first step: what a new enterprise has to do before it can work, said with the page on which it is done."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Step:
    """One thing to do first: ``key`` is its sentence in the catalogue of the part that names it.

    ``path`` is the page on which it is done, ``done`` whether it was.
    """

    key: str
    facts: Mapping[str, str] = attrs.field(factory=dict)
    path: str
    picture: str
    done: bool
