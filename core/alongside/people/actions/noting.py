"""Noting of people what others go by: what they do well, and what they have been given."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.certificate import Certificate
from alongside.people.skill import Skill
from alongside.refusal import NotFound
from alongside.store import ActorKind, Unit


def add_skill(unit: Unit, person: str, key: str, words: str) -> Skill:
    """Note what a person does well, and who said so. Rotas ask for it, so nobody does this for herself alone."""
    unit.need("people.skills")
    offers.present(unit, person)
    said_by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    return offers.add_skill(unit, person, key, words, said_by=said_by)


def remove_skill(unit: Unit, person: str, key: str) -> None:
    """Take out what a person does no longer.

    Raises:
        NotFound: where it is not on record.
    """
    unit.need("people.skills")
    offers.present(unit, person)
    if not offers.remove_skills(unit, person, [key]):
        raise NotFound("skill of this person", key)


def award(
    unit: Unit,
    person: str,
    kind: str,
    *,
    last_day: date | None = None,
    by: str = "",
    title: str = "",
    refresh_due: date | None = None,
) -> Certificate:
    """Give a person a certificate that holds from today."""
    unit.need("people.change")
    offers.present(unit, person)
    day = enterprise.today(unit)
    return offers.award(unit, person, kind, day, last_day, by or "people", title=title, refresh_due=refresh_due)


def revoke(unit: Unit, serial: str, because: str) -> Certificate:
    """Take a certificate back from today on, with the reason.

    Raises:
        NotFound: where no certificate has this serial.
    """
    unit.need("people.change")
    found = offers.certificate_by_serial(unit, serial)
    if found is None:
        raise NotFound("certificate with the serial", serial, "It stands on the certificate, such as 7K2M-Q9XT.")
    return offers.revoke(unit, found.id, because)
