"""The ways in that a person has. The caller was checked."""

from __future__ import annotations

from alongside.sign_in.card import secret_in
from alongside.sign_in.offers.cards import card_with
from alongside.sign_in.passkey import Passkey
from alongside.sign_in.password import Password, fits
from alongside.sign_in.second_step import SecondStep
from alongside.sign_in.tables import PASSKEYS, PASSWORDS, SECOND_STEPS, passkey, password, second_step
from alongside.sign_in.ways import Ways
from alongside.store import Unit


def password_of(unit: Unit, person: str) -> Password | None:
    """Return a person's password, or None where she has none."""
    return next(iter(unit.find(PASSWORDS, password.c.person == person)), None)


def is_shown_by(unit: Unit, person: str, typed: str) -> bool:
    """True if what was typed is the person's own card, as a reader types it, or her own password."""
    secret = secret_in(typed)
    card = card_with(unit, secret) if secret else None
    if card is not None:
        return card.person == person
    held = password_of(unit, person)
    return fits(held.digest if held else None, typed)


def second_step_of(unit: Unit, person: str) -> SecondStep | None:
    """Return a person's second step, agreed or not yet; None where she has none."""
    return next(iter(unit.find(SECOND_STEPS, second_step.c.person == person)), None)


def passkeys_of(unit: Unit, person: str) -> list[Passkey]:
    """Return a person's passkeys, the oldest first."""
    return unit.find(PASSKEYS, passkey.c.person == person, order=(passkey.c.made, passkey.c.id))


def ways_of(unit: Unit, person: str) -> Ways:
    """Return all ways in that a person has."""
    step = second_step_of(unit, person)
    return Ways(
        password=password_of(unit, person) is not None,
        second_step=step is not None and step.agreed is not None,
        spare_codes=len(step.spare) if step else 0,
        passkeys=tuple(passkeys_of(unit, person)),
    )
