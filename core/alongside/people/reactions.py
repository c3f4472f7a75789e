"""What people does when something happens: a new day has begun, or somebody asks for her own record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from alongside.display import Said
from alongside.messages.message import Sentence
from alongside.messages.outbox import remind, write_to
from alongside.people import offers
from alongside.people.kept_words import WORDS
from alongside.people.supporter import NOTICE
from alongside.plugin import hook

if TYPE_CHECKING:
    from alongside.people.certificate import Certificate
    from alongside.people.supporter import ChosenSupporter
    from alongside.store import Unit


def _(key: str, **more: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, **more)


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Tell of certificates that have run out, remind of refreshers that are due and of support that ends; once."""
    offers.tell_lapses(unit, day)
    for one in offers.to_be_refreshed(unit, day):
        _remind(unit, one)
    for choice in offers.ending_soon(unit, day, day + NOTICE):
        _ask_again(unit, choice)


def _remind(unit: Unit, certificate: Certificate) -> None:
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
    remind(
        unit,
        certificate.person,
        "refresher",
        f"people:refresh:{certificate.id}",
        "people",
        _("Time for a refresher: {title}", facts=named),
        lines,
        path=course.path if course else f"/people/{certificate.person}",
    )


def _ask_again(unit: Unit, choice: ChosenSupporter) -> None:
    """Write to a person that a choice of hers ends, so that nobody is left without support by the calendar.

    Without the supporter's name, which would stay in this message when the supporter is erased.
    """
    lines = [
        _("Your choice of a {supporter} ends on **{day}**.", days={"day": choice.last_day}, picture="calendar"),
        _("You can choose again on your own page.", picture="handshake"),
    ]
    key, title = f"people:support-ends:{choice.id}:{choice.last_day}", _("Choose your {supporter} again")
    write_to(unit, choice.person, key, "people", title, lines, path=f"/people/{choice.person}")


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her row, her skills, her certificates, whom she has chosen and who has chosen her."""
    return {
        "person": attrs.asdict(offers.present(unit, person)),
        "skills": [attrs.asdict(skill) for skill in offers.full_skills_of(unit, [person])[person]],
        "certificates": [attrs.asdict(one) for one in offers.certificates_of(unit, [person])[person]],
        "supporters": [attrs.asdict(one) for one in offers.every_choice(unit, person)],
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
