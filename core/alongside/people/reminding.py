"""Reminding: a person is told in time that it is good to learn something again, and where."""

from __future__ import annotations

from typing import Any

from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers
from alongside.people.certificate import Certificate
from alongside.store import Unit


def _(key: str, **more: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, **more)


def remind(unit: Unit, certificate: Certificate) -> None:
    """Write to its holder that it is time for a refresher, with the next course; the same is written once."""
    named = {"title": certificate.title}
    lines = [_("It is a good time to refresh your certificate: **{title}**.", facts=named, picture="certificate")]
    if certificate.last_day is not None:
        lines.append(_("It is good until **{day}**.", days={"day": certificate.last_day}, picture="calendar"))
    course = offers.next_course(unit, certificate.kind)
    if course is not None:
        lines.append(
            _("The next course begins on **{day}**.", days={"day": course.first_day}, picture="graduation")
        )
    write_to(
        unit,
        certificate.person,
        f"people:refresh:{certificate.id}",
        "people",
        _("Time for a refresher: {title}", facts=named),
        lines,
        path=course.path if course else f"/people/{certificate.person}",
    )
