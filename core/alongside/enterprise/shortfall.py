"""A shortfall: something that is less than what was promised, said with the page on which it can be put right."""

from __future__ import annotations

import attrs

from alongside.refusal import Worded


@attrs.frozen(kw_only=True)
class Shortfall:
    """One thing under a promise: ``said`` is its sentence, ``path`` the page on which it stands."""

    said: Worded
    path: str
    picture: str = "notice"
