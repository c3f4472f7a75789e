"""The life of a proposal: where it can stand, and the one table of moves from there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from alongside.refusal import Refusal, Worded, worded


class ProposalState(Enum):
    """Where a proposal stands."""

    DRAFT = "draft"
    TALKED_ABOUT = "talked_about"
    OPEN = "open"
    CLOSED = "closed"  # counted: a vote is closed and counted in one
    TOLD = "told"  # counted, and it is written down what was decided and what happens next
    KEPT = "kept"  # what was decided has happened
    WITHDRAWN = "withdrawn"


_S = ProposalState

MOVES: Mapping[ProposalState, frozenset[ProposalState]] = {
    _S.DRAFT: frozenset({_S.TALKED_ABOUT, _S.OPEN, _S.WITHDRAWN}),
    _S.TALKED_ABOUT: frozenset({_S.OPEN, _S.WITHDRAWN}),
    _S.OPEN: frozenset({_S.CLOSED, _S.WITHDRAWN}),
    _S.CLOSED: frozenset({_S.TOLD, _S.KEPT}),
    _S.TOLD: frozenset({_S.KEPT}),
    _S.KEPT: frozenset(),
    _S.WITHDRAWN: frozenset(),
}

VOTED_ON = frozenset({_S.CLOSED, _S.TOLD, _S.KEPT})
"""Where a proposal has an outcome."""

BEFORE_THE_VOTE = frozenset({_S.DRAFT, _S.TALKED_ABOUT})

_COUNTED = worded("decisions", "“{title}” is closed: its votes were counted.")

STANDS: Mapping[ProposalState, Worded] = {
    _S.DRAFT: worded("decisions", "“{title}” is not open for votes yet."),
    _S.TALKED_ABOUT: worded("decisions", "“{title}” is being talked about and is not open for votes yet."),
    _S.OPEN: worded("decisions", "“{title}” is open for votes already."),
    _S.CLOSED: _COUNTED,
    _S.TOLD: _COUNTED,
    _S.KEPT: worded("decisions", "“{title}” is closed: what was decided has happened."),
    _S.WITHDRAWN: worded("decisions", "“{title}” was withdrawn."),
}
"""Why nothing of the kind is done now, by where the proposal stands."""


class NotNow(Refusal):
    """What was asked for does not go with where the proposal stands, such as a vote after the close."""

    status = 409


def said_day(day: date) -> str:
    """Return a day in words, as sentences of refusal say it."""
    return f"{day:%A} {day.day} {day:%B %Y}"
