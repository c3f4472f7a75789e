"""The tables of people, beside the values kept in them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.people.certificate import Certificate
from alongside.people.person import Person
from alongside.people.skill import Skill
from alongside.people.supporter import ChosenSupporter
from alongside.store import Rows, table
from alongside.store import columns as c

person = table(
    "people_person",
    c.key(),
    c.text("name"),
    c.day("date_of_birth", nullable=True),
    c.text("email", nullable=True),
    c.text("phone", nullable=True),
    c.text("preferred_format"),
    c.text("edition"),
    c.text("colours"),
    c.text("text_size"),
    c.text("photo", nullable=True),
    c.text("picture", nullable=True),
    c.yes("photo_consent"),
    c.yes("rung_for_shifts"),
    c.day("joined"),
    c.day("erased_on", nullable=True),
    c.version(),
)
skill = table(
    "people_skill",
    c.key(),
    c.person("person"),
    c.text("key"),
    c.text("words"),
    c.person("said_by", nullable=True),
    c.day("since"),
    c.version(),
    sa.UniqueConstraint("person", "key"),
)
certificate = table(
    "people_certificate",
    c.key(),
    c.person("person"),
    c.text("kind"),
    c.text("title"),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.text("awarded_by"),
    c.text("serial"),
    c.day("refresh_due", nullable=True),
    c.day("revoked_on", nullable=True),
    c.text("revoked_because"),
    c.day("lapse_told", nullable=True),
    c.version(),
    sa.Index(None, "person"),
    sa.Index(None, "last_day"),
    sa.Index(None, "serial", unique=True),
)
SUPPORTER = table(
    "people_supporter",
    c.key(),
    c.person("person"),
    c.person("supporter"),
    c.day("first_day"),
    c.day("last_day"),
    c.yes("starts_visits"),
    c.version(),
    sa.Index(None, "person"),
    sa.Index(None, "supporter"),
)

PEOPLE = Rows(Person, person, called="person", about="id")
SKILLS = Rows(Skill, skill, called="skill", about="person")
CERTIFICATES = Rows(Certificate, certificate, called="certificate", about="person")
SUPPORTERS = Rows(ChosenSupporter, SUPPORTER, called="chosen supporter", about="person")
