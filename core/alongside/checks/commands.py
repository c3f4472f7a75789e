"""Checks at the keyboard: who does which job role, and whether she is ready; no number and no decision."""

from __future__ import annotations

from alongside.checks import actions
from alongside.cli import Desk


def list_(desk: Desk) -> None:
    """Show everybody with a job role: ready, or what is still missing."""
    with desk.unit(writing=False) as unit:
        found = actions.everybody(unit)
    rows = [
        (
            face.name,
            place.name,
            one.role.name,
            "ready" if one.ready else "not yet ready",
            ", ".join(need.what.value for need in one.needs),
            one.until.isoformat() if one.until else "",
        )
        for face, place, one in found
    ]
    desk.table("Checks", ("person", "business", "job role", "ready", "missing", "until"), rows)


def roles(desk: Desk) -> None:
    """Show which checks each job role may ask for."""
    with desk.unit(writing=False) as unit:
        found = actions.roles(unit)
    rows = [
        (
            one.name,
            one.level.value,
            one.why.value if one.why else "",
            one.scheme.value,
            "yes" if one.right_to_work else "no",
            str(len(one.induction)),
            "before the first shift" if one.first else "",
        )
        for one in found
    ]
    headers = ("job role", "criminal record", "because", "scheme", "right to work", "induction", "needed")
    desk.table("Job roles", headers, rows)
