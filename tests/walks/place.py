"""The demo that is walked through: served by the program, and opened here beside it to see what was written."""

from __future__ import annotations

from contextlib import contextmanager

import pyotp
import sqlalchemy as sa

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.people import offers as people
from alongside.sign_in import offers as sign_in
from alongside.sign_in.actions import cards
from alongside.sign_in.card import path_of
from alongside.sign_in.extra import Kind, read_pictures
from alongside.sign_in.password import digest_of
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.demo import noon
from alongside.testing.pages.hands import Hands
from alongside.web.cookies import DEVICE, SESSION
from alongside.web.reached import Reached

ITS_NAME = "secret-of-a-tablet-in-the-walks"


class Place:
    """A copy of the demo. ``person`` and ``name`` are whose it is who walks just now."""

    def __init__(self, house, address):
        self.house, self.home, self.person, self.name = house, house.home, "", ""
        self.address = address.partition("/who")[0].rstrip("/")
        self.reached = Reached.on_this_computer(int(self.address.rsplit(":", 1)[1]))
        with self.unit() as unit:
            sign_in.enrol(unit, "The tablet in the café", ITS_NAME)

    def unit(self):
        return self.house.store.unit(Actor.keyboard("the test"))

    def of(self, name):
        """The id of somebody of the demo."""
        with self.house.reading() as unit:
            return people.find_person(unit, name).id

    def asked(self, query, **facts):
        """What the record holds: the first value that a query finds."""
        with self.house.store.engine.connect() as connection:
            return connection.execute(sa.text(query), {"person": self.person, **facts}).scalars().first()

    def card(self):
        """A new card for whoever walks: what a reader types."""
        return self.card_of(self.name)

    def card_of(self, name):
        """A new card for somebody."""
        person = self.of(name)
        with self.unit() as unit:
            (planned,) = cards.plan_cards(unit, [person])
            cards.issue_cards(unit, [planned])
        return f"{self.address}{path_of(planned.secret)}"

    def code_now(self, secret):
        """What an app shows that knows this."""
        return pyotp.TOTP(secret.replace(" ", "")).at(noon())

    def chooses(self, pictures):
        """Whoever walks is asked for these pictures after her card."""
        with self.unit() as unit:
            sign_in.set_extra(unit, self.person, Kind.PICTURES, digest_of(read_pictures(pictures)))

    def signed_in_elsewhere(self):
        """Whoever walks is signed in somewhere else too."""
        with self.unit() as unit:
            sign_in.begin(unit, self.person, Way.MAIL)

    def hands(self, browser, walk, *, spaced=False):
        """Hands on a phone: signed in on her week in Easy Read, or nobody's yet on the page to come in."""
        hands = Hands.at(browser, self.address, spaced=spaced)
        if walk.who:
            self.person, self.name = self.of(walk.who), walk.who
        if walk.tablet:
            self._hold(hands, DEVICE, ITS_NAME)
            hands.arrive("/card?edition=easy")
            return hands
        if walk.at_home:
            hands.arrive("/who?edition=easy")
            return hands
        with self.unit() as unit:
            self._hold(hands, SESSION, sign_in.begin(unit, self.person, Way.DEMO))
        hands.arrive("/week?edition=easy")
        hands.screens = 1
        return hands

    def _hold(self, hands, name, value):
        cookie = {"name": self.reached.cookie_name(name), "value": value, "url": self.address}
        hands.page.context.add_cookies([cookie])

    def lock(self):
        """What the program does when nobody was there for some minutes."""
        with self.unit() as unit:
            for one in sign_in.every_session(unit, self.person):
                if one.ended is None:
                    sign_in.lock(unit, one.id)


@contextmanager
def demo_place(home, address):
    """A served demo, opened here beside the program."""
    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = noon  # as for the program that serves it
    try:
        yield Place(house, address)
    finally:
        house.close()
