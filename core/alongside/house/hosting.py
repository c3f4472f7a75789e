"""The house as the web kit's host: who visits, which businesses there are, and what is said on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from alongside.display import Edition, Said
from alongside.display.look import Colours, Look, TextSize
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.house.messages.at_once import mail_at_once
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import SomebodyWasFaster
from alongside.sign_in import offers as sign_in
from alongside.store import Actor, Guarded, Store, Unit
from alongside.web import Choice, Helper, Visitor
from alongside.web.door import Door

if TYPE_CHECKING:
    from alongside.display.rendering import Display
    from alongside.enterprise.business import Business
    from alongside.house.finding import LeftOut
    from alongside.house.opening import House
    from alongside.plugin import Part


def in_menu_order(parts: Sequence[Part]) -> list[Part]:
    """Return the parts as people meet them: their own week, then the businesses, then what is looked up."""
    first = ["home", "diary"]
    last = [
        "decisions",
        "placements",
        "people",
        "reports",
        "enterprise",
        "start",
        "messages",
        "pack",
        "plugin",
        "backup",
    ]
    last += ["sign_in", "trail"]
    between = [part.name for part in parts if part.name not in {*first, *last}]
    order = [*first, *between, *last]
    return sorted(parts, key=lambda part: order.index(part.name))


class Hosting:
    """Answers what the web kit asks about the enterprise that is shown.

    ``house`` is for the parts that live in the house and stand above all others.
    """

    def __init__(self, house: House, door: Door | None = None) -> None:
        self.house = house
        self.door = door
        self.store: Store = house.store
        self.display: Display = house.display
        self.parts: Sequence[Part] = in_menu_order(house.parts)
        self.broken: Sequence[LeftOut] = house.left_out
        self.photos = house.photos

    @property
    def notice(self) -> str:
        """What every page says at its foot: in a demo, that it is one and which day it shows."""
        today = self.house.settings.demo_today
        return f"This is a demo. Its date is {day_words(today, year=True)}." if today else ""

    def visitor(self, unit: Unit, token: str) -> Visitor | None:
        """Return who is in the session with this secret, and who came in with them."""
        session = sign_in.going_on(unit, token)
        found = people.by_ids(unit, {session.person, session.helper or session.person}) if session else {}
        if session is None or session.person not in found or not sign_in.visit_holds(unit, session):
            return None
        presence, minutes = sign_in.presence_and_minutes(unit, session)
        if presence and presence.is_locked(unit.now, minutes):
            return _locked(found[session.person], session.id)
        person = found[session.person]
        face, helper = people.face_of(person), found.get(session.helper or "")
        return Visitor(
            Actor.person(person.id, person.name, helper=session.helper),
            person.name,
            edition=Edition(person.edition),
            look=_look(person),
            photo=face.photo,
            picture=face.picture,
            helper=_helper(people.face_of(helper)) if helper else None,
            shared=session.shared,
            locks_after=minutes,
            unnoted=presence is not None and presence.is_old(unit.now),
            session=session.id,
            turn_due=session.turn_due,
        )

    def must_clean(self) -> object:
        """Note that what is erased has to go out of papers and files too."""
        return self.house.must_clean()

    def clean(self) -> None:
        """Take what was erased out of papers and files."""
        self.house.clean()

    def seen(self, visitor: Visitor) -> None:
        """Write down that somebody is there now; of two who come at once, one is enough."""
        with suppress(SomebodyWasFaster, Guarded), self.store.unit(Actor.keyboard("the front door")) as unit:
            sign_in.note_seen(unit, visitor.session)

    def photo(self, unit: Unit, name: str) -> bytes | None:
        """Return a photo of somebody who agreed to be shown."""
        return self.photos.read(name) if people.photo_is_shown(unit, name) else None

    def turned(self, unit: Unit, session: str) -> str:
        """Give a session another secret, and return it."""
        return sign_in.turn(unit, session)

    @property
    def is_demo(self) -> bool:
        """True if the folder's settings say so."""
        return self.house.settings.demo_today is not None

    @property
    def can_mail(self) -> bool:
        """True if the settings name a mail server; a demo sends nothing to anybody."""
        return self.house.settings.mail is not None and not self.house.settings.demo_today

    def mail(self, unit: Unit, person: str, part: str, subject: Said, sentences: Sequence[Said]) -> None:
        """Send a person a mail at once, which is kept nowhere."""
        if self.can_mail:
            mail_at_once(self.house, unit, person, part, subject, sentences)

    def choices(self, unit: Unit) -> Sequence[Choice]:
        """Return as whom anybody may look around: everybody in a demo, and nobody elsewhere."""
        if not self.is_demo:
            return []
        look_as = {person: role for role, person in self.house.settings.look_as.items()}
        return [
            Choice(one.person, one.name, photo=one.photo, picture=one.picture, look_as=look_as.get(one.person, ""))
            for one in map(people.face_of, people.everybody(unit))
        ]

    def to_ask(self, unit: Unit) -> Choice | None:
        """Return the steward, by the name she is called."""
        steward = enterprise.steward(unit)
        for person in people.by_ids(unit, [steward] if steward else []).values():
            face = people.face_of(person)
            return Choice(face.person, face.first_name, photo=face.photo, picture=face.picture)
        return None

    def businesses(self, unit: Unit) -> Sequence[Business]:
        """Return all businesses but those whose plugin is switched off."""
        off = enterprise.switched_off(unit)
        return [one for one in enterprise.businesses(unit) if one.kind not in off]

    def business(self, unit: Unit, kind: str, slug: str) -> Business | None:
        """Return the business of a kind by its short name; none while the plugin is switched off."""
        if kind in enterprise.switched_off(unit):
            return None
        return enterprise.business_by_slug(unit, kind, slug)

    def enterprise(self, unit: Unit) -> str:
        """Return the enterprise's name."""
        return enterprise.the_enterprise(unit).name

    def zone(self, unit: Unit) -> str:
        """Return the enterprise's time zone."""
        return enterprise.the_enterprise(unit).zone

    def words(self, unit: Unit) -> Mapping[str, str]:
        """Return the words the enterprise has chosen."""
        return enterprise.words(unit)

    def today(self, unit: Unit) -> date:
        """Return the day it is."""
        return self.house.settings.demo_today or enterprise.today(unit)


def _look(person: Person) -> Look:
    return Look(colours=Colours(person.colours), text_size=TextSize(person.text_size))


def _locked(person: Person, session: str) -> Visitor:
    """Whoever has left a device that many use: how she sees things, and not who she is."""
    edition, look = Edition(person.edition), _look(person)
    return Visitor(Actor.stranger(), "", edition=edition, look=look, shared=True, locked=True, session=session)


def _helper(face: people.Face) -> Helper:
    return Helper(face.person, face.name, photo=face.photo, picture=face.picture)
