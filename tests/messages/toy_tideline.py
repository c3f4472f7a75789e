"""The toy enterprise of these tests: somebody on every channel, and two sentences that a part writes to them."""

from datetime import UTC, date, datetime
from pathlib import Path

from alongside.messages.mail_settings import MailSettings
from alongside.messages.message import Sentence
from alongside.people.person import Format, Person

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
JOINED = date(2026, 1, 5)
CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "The bakery moves"
msgstr "The bakery moves"

msgid "From {opens} the {members} of the bakery work in {street}."
msgstr "We work in **{street}** from {opens_day}."

msgid "The old shop closes on {last}."
msgstr "The old shop closes on **{last}**."
"""
NIA, EVE, LEE, EASY, RAY, LISTENER, NOMAIL = "nia", "eve", "lee", "ezra", "ray", "lia", "noa"
PEOPLE = (
    Person(id=NIA, name="Nia Castell", email="nia@tideline.example", joined=JOINED),
    Person(id=EVE, name="Eve Post", email="eve@tideline.example", preferred_format=Format.EMAIL, joined=JOINED),
    Person(id=LEE, name="Lee Letter", preferred_format=Format.LETTER, joined=JOINED),
    Person(id=EASY, name="Ezra Easy", preferred_format=Format.LETTER, edition="en@easy", joined=JOINED),
    Person(id=RAY, name="Ray Bell", phone="01632 960199", preferred_format=Format.PHONE_CALL, joined=JOINED),
    Person(id=LISTENER, name="Lia Hark", phone="01632 960198", preferred_format=Format.AUDIO, joined=JOINED),
    Person(id=NOMAIL, name="Noa Gap", preferred_format=Format.EMAIL, joined=JOINED),
)
LINES = (
    Sentence(
        key="From {opens} the {members} of the bakery work in {street}.",
        facts={"street": "Quay <Street>"},
        moments={"opens": datetime(2026, 12, 1, 9, 30, tzinfo=UTC)},
        picture="bread",
    ),
    Sentence(key="The old shop closes on {last}.", days={"last": date(2027, 1, 4)}, picture="no such picture"),
)


def settings_for(server, **more):
    return MailSettings(
        host="127.0.0.1", port=server.port, security="none", sender="Tideline <post@tideline.example>", **more
    )


def papers(house):
    folder = Path(house.home) / "papers"
    return sorted(one.name for one in folder.glob("*")) if folder.exists() else []
