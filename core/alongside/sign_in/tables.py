"""The tables of signing in, beside the values kept in them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.sign_in.card import Card, CardName
from alongside.sign_in.device import Device
from alongside.sign_in.extra import Extra
from alongside.sign_in.guess import Guess
from alongside.sign_in.one_time import OneTime
from alongside.sign_in.passkey import Passkey
from alongside.sign_in.password import Password
from alongside.sign_in.presence import Locking, Presence
from alongside.sign_in.second_step import SecondStep
from alongside.sign_in.session import Session
from alongside.sign_in.visiting import NoVisits
from alongside.store import Rows, table
from alongside.store import columns as c

_OPENS = sa.text("revoked_on IS NULL")

card = table(
    "sign_in_card",
    c.key(),
    c.person("person"),
    c.text("seal"),
    c.text("serial"),
    c.day("printed_on"),
    c.day("revoked_on", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "serial"),
    # One card of each person opens anything, whoever prints at the same time.
    sa.Index(None, "person", unique=True, sqlite_where=_OPENS, postgresql_where=_OPENS),
)
device = table(
    "sign_in_device",
    c.key(),
    c.text("name"),
    c.business("business", nullable=True),
    c.person("person", nullable=True),
    c.text("seal"),
    c.day("enrolled_on"),
    c.day("revoked_on", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
)
session = table(
    "sign_in_session",
    c.key(),
    c.text("seal"),
    c.person("person"),
    c.person("helper", nullable=True),
    c.text("way"),
    c.instant("begun"),
    c.instant("ended", nullable=True),
    c.yes("shared"),
    c.reference("card", "sign_in_card", nullable=True),
    c.reference("device", "sign_in_device", nullable=True),
    c.instant("turn_asked", nullable=True),
    c.text("former", nullable=True),
    c.instant("turned", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
    sa.Index(None, "helper"),
    sa.Index(None, "card"),
    sa.Index(None, "device"),
    sa.Index(None, "former"),
)
one_time = table(
    "sign_in_one_time",
    c.key(),
    c.text("seal"),
    c.text("purpose"),
    c.person("person"),
    c.text("browser", nullable=True),
    c.instant("made"),
    c.instant("spent", nullable=True),
    c.version(),
    sa.Index(None, "seal", unique=True),
    sa.Index(None, "person"),
    sa.Index(None, "made"),
)
guess = table(
    "sign_in_guess",
    c.key(),
    c.text("about"),
    c.instant("at"),
    c.version(),
    sa.Index(None, "about", "at"),
    sa.Index(None, "at"),
)
password = table(
    "sign_in_password",
    c.key(),
    c.person("person"),
    c.text("digest"),
    c.instant("set_at"),
    c.version(),
    sa.UniqueConstraint("person"),
)
second_step = table(
    "sign_in_second_step",
    c.key(),
    c.person("person"),
    c.text("secret"),
    c.whole("last_step"),
    c.json("spare"),
    c.instant("agreed", nullable=True),
    c.version(),
    sa.UniqueConstraint("person"),
)
passkey = table(
    "sign_in_passkey",
    c.key(),
    c.person("person"),
    c.text("credential"),
    c.text("public"),
    c.whole("counter"),
    c.text("title"),
    c.instant("made"),
    c.instant("used", nullable=True),
    c.version(),
    sa.Index(None, "credential", unique=True),
    sa.Index(None, "person"),
)

presence = table(
    "sign_in_presence",
    sa.Column("id", sa.Text, sa.ForeignKey("sign_in_session.id"), primary_key=True),
    c.instant("at"),
    c.yes("locked"),
    c.version(),
)
locking = table("sign_in_locking", c.key(), c.whole("minutes"), c.version())
card_name = table(
    "sign_in_card_name", c.key(), c.person("person"), c.text("name"), c.version(), sa.UniqueConstraint("person")
)
extra = table(
    "sign_in_extra",
    c.key(),
    c.person("person"),
    c.text("kind"),
    c.text("digest"),
    c.instant("set_at"),
    c.version(),
    sa.UniqueConstraint("person"),
)
no_visits = table("sign_in_no_visits", c.key(), c.person("person"), c.version(), sa.UniqueConstraint("person"))

CARDS = Rows(Card, card, called="card", about="person")
CARD_NAMES = Rows(CardName, card_name, called="name on a card", about="person")
DEVICES = Rows(Device, device, called="device", about="person")
SESSIONS = Rows(Session, session, called="session", about="person")
ONE_TIMES = Rows(OneTime, one_time, called="link", about="person")
GUESSES = Rows(Guess, guess, called="guess", unsaid=True)
# What somebody could come in by is in no trail, which many may read: who and on which day, and no more.
PASSWORDS = Rows(Password, password, called="password", about="person", quiet=True)
EXTRAS = Rows(Extra, extra, called="pictures or number", about="person", quiet=True)
SECOND_STEPS = Rows(SecondStep, second_step, called="second step", about="person", quiet=True)
PASSKEYS = Rows(Passkey, passkey, called="passkey", about="person")
# Of every minute that somebody is there, the trail would say when.
PRESENCES = Rows(Presence, presence, called="presence", unsaid=True)
LOCKING = Rows(Locking, locking, called="choice of when to lock")
NO_VISITS = Rows(NoVisits, no_visits, called="choice of no visits", about="person")
