"""What the café tells when a shift waits for a certificate: that it does, and how the certificate is renewed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.api import enterprise, messages, people
from alongside.api.store import Unit
from alongside.api.values import monday_of

from ..flag import Flag
from ..rota import KeptShift


def _(key: str, **more: Any) -> messages.Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return messages.Sentence(key=key, **more)


def tell(unit: Unit, certificate: people.Certificate, shifts: Sequence[KeptShift]) -> None:
    """Tell who has newly flagged shifts, and who manages them; each is told once of one certificate."""
    by_cafe: Mapping[str, list[KeptShift]] = defaultdict(list)
    for shift in shifts:
        by_cafe[shift.business].append(shift)
    for cafe, flagged in by_cafe.items():
        rota = _rota(unit, cafe, flagged[0])
        for manager in enterprise.people_with(unit, "manager", cafe):
            _tell_the_manager(unit, manager, certificate, flagged, rota)
        _tell_her(unit, certificate, cafe, rota)


def take_back(unit: Unit, settled: Sequence[Flag]) -> None:
    """Take back what was written of flags that are settled, as far as it has not gone."""
    for cafe, certificate, person in sorted({(one.business, one.certificate, one.person) for one in settled}):
        for told in (*enterprise.people_with(unit, "manager", cafe), person):
            messages.take_back(unit, _key(cafe, certificate), told)


def _key(cafe: str, certificate: str) -> str:
    return f"cafe:flagged:{cafe}:{certificate}"


def _rota(unit: Unit, cafe: str, first: KeptShift) -> str:
    return f"/cafe/{enterprise.business(unit, cafe).slug}/rota?week={monday_of(first.day)}"


def _tell_the_manager(
    unit: Unit, manager: str, certificate: people.Certificate, flagged: Sequence[KeptShift], rota: str
) -> None:
    # No name: it would stay in this message when its owner is erased. The rota shows whose shifts they are.
    named, first = {"title": certificate.title, "shifts": str(len(flagged))}, {"day": flagged[0].day}
    lines = [
        _("Somebody on your rota needs a certificate renewed: **{title}**.", facts=named, picture="certificate"),
        _("Shifts to come that wait for it: **{shifts}**.", facts=named, picture="wait"),
        _("The first is on **{day}**. The rota shows whose it is.", days=first, picture="calendar"),
    ]
    key, title = _key(flagged[0].business, certificate.id), _("Shifts that wait for a certificate")
    messages.write_to(unit, manager, key, "cafe", title, lines, path=rota)


def _tell_her(unit: Unit, certificate: people.Certificate, cafe: str, rota: str) -> None:
    named = {"title": certificate.title}
    lines = [
        _("Your certificate does not hold any more: **{title}**.", facts=named, picture="certificate"),
        _("Your shifts that need it are kept for you and wait for a new one.", picture="wait"),
    ]
    course = people.next_course(unit, certificate.kind)
    if course is None:
        lines.append(_("Ask your manager how to get a new one.", picture="question"))
    else:
        days = {"day": course.first_day}
        lines.append(_("The next course begins on **{day}**. You can join it.", days=days, picture="graduation"))
    path = course.path if course else rota
    title = _("Time to renew: {title}", facts=named)
    messages.write_to(unit, certificate.person, _key(cafe, certificate.id), "cafe", title, lines, path=path)
