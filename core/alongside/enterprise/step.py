"""A first step: what a new enterprise has to do before it can work, said with the page on which it is done."""

from __future__ import annotations

import attrs

from alongside.display import Said


@attrs.frozen(kw_only=True)
class Step:
    """One thing to do first, in words of the part that names it; ``path`` is where, ``done`` whether it was."""

    words: Said
    path: str
    picture: str
    done: bool
