"""What people are asked for after their cards. The caller was checked."""

from __future__ import annotations

from alongside.sign_in.extra import Extra, Kind
from alongside.sign_in.tables import EXTRAS, extra
from alongside.store import Unit


def extra_of(unit: Unit, person: str) -> Extra | None:
    """Return what a person is asked for after her card; None where she has chosen nothing."""
    return next(iter(unit.find(EXTRAS, extra.c.person == person)), None)


def with_an_extra(unit: Unit) -> list[str]:
    """Return the ids of those who are asked for something after their cards."""
    return [one.person for one in unit.find(EXTRAS)]


def set_extra(unit: Unit, person: str, kind: Kind, digest: str) -> Extra:
    """Ask a person for something after her card, in the place of what she was asked for before."""
    remove_extra(unit, person)
    return unit.add(EXTRAS, Extra(id=unit.new_id(), person=person, kind=kind, digest=digest, set_at=unit.now))


def remove_extra(unit: Unit, person: str) -> bool:
    """Ask a person for nothing more than her card; return whether she was asked before."""
    held = extra_of(unit, person)
    if held is not None:
        unit.remove(EXTRAS, held)
    return held is not None
