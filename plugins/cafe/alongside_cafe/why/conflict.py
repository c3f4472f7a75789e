"""What is asked about a place, and what is found: the rules that stand against it together."""

from __future__ import annotations

from datetime import date

import attrs

from ..problem import Problem
from ..shift import Assignment

KEPT = "kept"
"""Not a rule of the rota, but a fact that stands like one: somebody keeps a shift that she has."""

OF_SHIFTS = frozenset({"cover", "key_holder"})
OF_PLAN = frozenset({"pinned", "frozen", KEPT})


@attrs.frozen(kw_only=True)
class Bar:
    """One rule that stands against something: for a person (and the ``other`` of a pair), or for a shift.

    It counts for a whole week, which is as fine as people tell rules apart. Without a person it is the rule for
    everybody; with a ``day`` it is what is asked of all other shifts of that day.
    """

    rule: str
    person: str = ""
    other: str = ""
    shift: str = ""
    day: date | None = None


@attrs.frozen(kw_only=True)
class Question:
    """Why nobody has a place of a shift (``place`` None: the key is missing), or why one ``person`` cannot.

    ``problem`` is the shift's week, ``rota`` who is where in it. ``seconds`` is what one look of the solver at
    some rules may take, and ``together`` what all looks may.
    """

    problem: Problem
    rota: tuple[Assignment, ...]
    shift: str
    place: int | None = None
    person: str = ""
    seconds: float = 2.0
    together: float = 10.0


@attrs.frozen(kw_only=True)
class Change:
    """One thing that would have to be otherwise: a rule for a person, who works ``minutes`` more than agreed.

    ``one_more`` is somebody more, with the ``skills`` of the place, at the time of the shift.
    """

    rule: str
    person: str = ""
    shift: str = ""
    minutes: int = 0


ONE_MORE = "one_more"


@attrs.frozen(kw_only=True)
class Finding:
    """What was found: the rules in conflict, and the smallest change with which they would be none.

    Without a ``conflict`` the place can be had, or no answer was found in time: ``known`` tells.
    ``minimal`` is true where each of the rules was left out in turn and the place could be had then.
    ``told`` and ``proven`` are the seconds to the first set of rules and to the end of that proof.
    """

    known: bool
    conflict: tuple[Bar, ...] = ()
    minimal: bool = False
    repair: tuple[Change, ...] = ()
    told: float = 0.0
    proven: float = 0.0
