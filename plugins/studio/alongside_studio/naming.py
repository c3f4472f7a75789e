"""What is meant by what somebody typed: a whole name, or the beginning of one name alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from alongside.api.values import BadInput, NotFound

T = TypeVar("T")
LISTED = 5


def meant(what: str, named: Sequence[tuple[str, T]], text: str) -> T:
    """Return the one that is meant by its whole name, else by the beginning of its name alone.

    Raises:
        NotFound: where nothing fits; it names some that there are.
        BadInput: where several fit.
    """
    wanted = text.strip().casefold()
    whole = [pair for pair in named if pair[0].casefold() == wanted]
    beginning = [pair for pair in named if wanted and pair[0].casefold().startswith(wanted)]
    for fitting in (whole, beginning):
        if len(fitting) == 1:
            return fitting[0][1]
        if fitting:
            raise BadInput(f"“{text}” could be {_listed(fitting)}", remedy="Say the whole name.")
    raise NotFound(what, text, f"There are: {_listed(named)}." if named else "There is none yet.")


def _listed(named: Sequence[tuple[str, T]]) -> str:
    more = len(named) - LISTED
    return ", ".join(name for name, _ in named[:LISTED]) + (f" and {more} more" if more > 0 else "")
