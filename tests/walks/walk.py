"""A walk: one task of a member from the page where she begins to where it is done, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import attrs


@attrs.frozen(kw_only=True)
class Walk:
    """One task. ``steps(hands, place)`` does it, and sees in the page or the record that it is done.

    ``who`` comes in first (nobody for the ways in); ``most`` is how many keys it may take, letters not counted;
    ``sends`` are the addresses of the pages whose forms it sends, as they stand in ``docs/who-may-open.md``. It
    begins signed in; with ``tablet`` at a tablet of ours that asks for a card, with ``at_home`` in an enterprise
    that is no demo, before the ways in.
    """

    name: str
    steps: Callable
    who: str
    most: int
    sends: tuple[str, ...] = ()
    quick: bool = False
    tablet: bool = False
    at_home: bool = False
