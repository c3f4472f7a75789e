"""Certificates: what people have been given, when it ends, and that it has ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people.certificate import Certificate, newest_of_each_kind, serial_of, serial_typed, title_of
from alongside.people.next_course import NextCourse
from alongside.people.tables import CERTIFICATES
from alongside.refusal import BadInput
from alongside.store import Unit


def certificates_of(unit: Unit, ids: Iterable[str]) -> dict[str, tuple[Certificate, ...]]:
    """Return the certificates of each of the people, also those that have run out, in the order of their days."""
    wanted = sorted(set(ids))
    table = CERTIFICATES.table
    order = (table.c.first_day, table.c.kind, table.c.id)
    found: dict[str, list[Certificate]] = defaultdict(list)
    for certificate in unit.find(CERTIFICATES, table.c.person.in_(wanted), order=order):
        found[certificate.person].append(certificate)
    return {one: tuple(found[one]) for one in wanted}


def certificate(unit: Unit, id: str) -> Certificate:  # noqa: A002 - what the column is called
    """Return a certificate by its id."""
    return unit.get(CERTIFICATES, id)


def certificate_by_serial(unit: Unit, text: str) -> Certificate | None:
    """Return the certificate with a serial, however it was typed; None where there is none."""
    return next(iter(unit.find(CERTIFICATES, CERTIFICATES.table.c.serial == serial_typed(text))), None)


def award(
    unit: Unit,
    person: str,
    kind: str,
    first_day: date,
    last_day: date | None,
    by: str,
    *,
    title: str = "",
    refresh_due: date | None = None,
) -> Certificate:
    """Give a person a certificate and let everybody react to it; ``by`` is a part, a plugin or a name.

    One that she had before stays as it is: renewing is giving a new one.
    """
    id = unit.new_id()  # noqa: A001 - what the column is called
    new = Certificate(
        id=id,
        person=person,
        kind=kind,
        title=title or title_of(kind),
        first_day=first_day,
        last_day=last_day,
        awarded_by=by,
        serial=serial_of(id),
        refresh_due=refresh_due,
    )
    unit.add(CERTIFICATES, new)
    unit.tell("certificate_issued", certificate=new)
    return new


def revoke(unit: Unit, id: str, because: str) -> Certificate:  # noqa: A002 - what the column is called
    """Take a certificate back from today on, and let everybody react to it; it stays on record with the reason.

    Raises:
        BadInput: without a reason, or where it was revoked before.
    """
    given = certificate(unit, id)
    if given.revoked_on is not None:
        raise BadInput(f"this certificate was revoked on {given.revoked_on} already")
    changed = unit.change(CERTIFICATES, given, revoked_on=enterprise.today(unit), revoked_because=because.strip())
    unit.tell("certificate_revoked", certificate=changed)
    return changed


def lapsing(unit: Unit, until: date) -> list[Certificate]:
    """Return the certificates that hold today and will have run out by the end of ``until``, the soonest first.

    One that a newer of its kind outlasts is not among them.
    """
    table, day = CERTIFICATES.table, enterprise.today(unit)
    ending = unit.find(CERTIFICATES, table.c.last_day.between(day, until), table.c.revoked_on.is_(None))
    held = certificates_of(unit, {one.person for one in ending})
    newest = {one.id for hers in held.values() for one in newest_of_each_kind(hers)}
    found = [one for one in ending if one.id in newest and one.holds(day)]
    return sorted(found, key=lambda one: (one.last_day or day, one.id))


def tell_lapses(unit: Unit, day: date) -> int:
    """Tell everybody of each certificate whose last day is over and of which nobody was told; return how many."""
    table = CERTIFICATES.table
    over = (table.c.last_day < day, table.c.lapse_told.is_(None), table.c.revoked_on.is_(None))
    lapsed = unit.find(CERTIFICATES, *over, order=(table.c.last_day, table.c.id))
    for one in lapsed:
        # Marked first, so that a reaction that looks again finds it told.
        unit.tell("certificate_lapsed", certificate=unit.change(CERTIFICATES, one, lapse_told=day))
    return len(lapsed)


def to_be_refreshed(unit: Unit, day: date) -> list[Certificate]:
    """Return the certificates of which their holders should be reminded by the day; renewed ones are left out."""
    table = CERTIFICATES.table
    ends = (table.c.last_day.is_not(None) | table.c.refresh_due.is_not(None), table.c.revoked_on.is_(None))
    known = unit.find(CERTIFICATES, *ends)
    held = certificates_of(unit, {one.person for one in known})
    newest = {one.id for hers in held.values() for one in newest_of_each_kind(hers)}
    due = [one for one in known if one.id in newest and one.holds(day)]
    return [one for one in due if one.reminder_day is not None and one.reminder_day <= day]


def next_course(unit: Unit, kind: str) -> NextCourse | None:
    """Return the next course that gives certificates of a kind, the earliest that anybody offers."""
    answers: list[NextCourse] = [answer for _, answer in unit.collect("next_course", kind=kind)]
    return min(answers, key=lambda one: (one.first_day, one.path), default=None)
