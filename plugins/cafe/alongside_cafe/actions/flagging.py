"""Flagging: as soon as a certificate does not hold, each shift to come that needs it says so; past ones stay."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.api import people
from alongside.api.store import Unit

from ..flag import Flag
from ..rota import KeptAssignment, KeptShift
from ..tables import FLAG, FLAGS, SHIFT, assignments_with_shifts
from . import telling

Places = Sequence[tuple[KeptAssignment, KeptShift]]


def look_again(unit: Unit, certificate: people.Certificate) -> list[Flag]:
    """Bring the flags of a person's shifts to come in line with what she holds of the certificate's kind.

    What is newly flagged is told to her and to the managers; what they were told and is not so any more is taken
    back, as far as it has not gone.
    """
    coming = _that_need_it(unit, certificate)
    wanting = {one.id for one, shift in coming if not _holds(unit, certificate, shift)}
    known = {
        one.assignment: one for one in _known(unit, certificate) if one.assignment in {a.id for a, _ in coming}
    }
    settled = [flag for place, flag in known.items() if place not in wanting]
    for flag in settled:
        unit.remove(FLAGS, flag)
    new = [(one, shift) for one, shift in coming if one.id in wanting and one.id not in known]
    flags = [unit.add(FLAGS, _flag(unit, certificate, one)) for one, _ in new]
    telling.tell(unit, certificate, [shift for _, shift in new])
    if not wanting:
        telling.take_back(unit, settled)
    return flags


def _that_need_it(unit: Unit, certificate: people.Certificate) -> Places:
    """Her places in teams that ask for it; of whoever learns beside a team no certificate is asked."""
    coming = assignments_with_shifts(unit, certificate.person, SHIFT.c.starts > unit.now)
    return [
        (one, shift)
        for one, shift in coming
        if one.place < len(shift.places) and certificate.kind in shift.places[one.place]
    ]


def _holds(unit: Unit, certificate: people.Certificate, shift: KeptShift) -> bool:
    """True if she has what the place asks for on the day of the shift, by whichever certificate or as a skill."""
    person, kind = certificate.person, certificate.kind
    given = people.certificates_of(unit, [person])[person]
    by_certificate = any(one.kind == kind and one.holds(shift.day) for one in given)
    return by_certificate or kind in people.skills_of(unit, [person])[person]


def _known(unit: Unit, certificate: people.Certificate) -> list[Flag]:
    return unit.find(FLAGS, FLAG.c.person == certificate.person, FLAG.c.kind == certificate.kind)


def _flag(unit: Unit, certificate: people.Certificate, place: KeptAssignment) -> Flag:
    return Flag(
        id=unit.new_id(),
        business=place.business,
        assignment=place.id,
        person=place.person,
        kind=certificate.kind,
        certificate=certificate.id,
        since=unit.now,
    )
