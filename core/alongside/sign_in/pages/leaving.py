"""“I have finished”: whoever was here leaves, for the next person at this device."""

from __future__ import annotations

from alongside.sign_in.actions.leaving import leave as end_session
from alongside.web import GoTo, Left, Visit


def ask(visit: Visit) -> GoTo:  # noqa: ARG001 - the shape of a page
    """Lead to where one comes in; leaving takes the button."""
    return GoTo("/who")


def leave(visit: Visit) -> Left:
    """Leave."""
    if visit.visitor.session:
        end_session(visit.unit, visit.visitor.session)
    return Left("/who")
