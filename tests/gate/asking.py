"""Asking for everything as everybody: who was let in, what the pages held, and what a form changed."""

from __future__ import annotations

import attrs
import sqlalchemy as sa

from alongside.testing.pages.forms import forms_of, kind_of

from .examples import ADDRESSES
from .world import ROLES

WAYS_IN = ("/who", "/come-in", "/card")


@attrs.define
class Seen:
    """Whether every role was let in, by row, the pages she saw, and what came of sending without a mark."""

    let: dict = attrs.field(factory=dict)
    pages: dict = attrs.field(factory=dict)
    unmarked: dict = attrs.field(factory=dict)


def everything_opened(there, every):
    """Open every row as everybody, and send something without a mark; nothing of it changes anything."""
    found = Seen()
    for role in ROLES:
        browser = there.browser(role)
        for row in every:
            answer = browser.get(row.address(role))
            found.let[row, role] = let(answer, row)
            if found.let[row, role] and answer.headers["content-type"].startswith("text/html"):
                found.pages[row, role] = answer.text
            browser.marks = False
            found.unmarked[row.route.path, role] = browser.post(row.address(role)).status_code
            browser.marks = True
    return found


def let(answer, row, *, there_at_all=False):
    """True if a page was shown or a form taken in. Being led to a way in is a refusal.

    What is not there may be hidden; not so a thing that an empty form does not name (``there_at_all``), nor a
    paper that is not made yet.
    """
    assert answer.status_code < 500, row.route.path
    led = answer.headers.get("location", "")
    if led.startswith(WAYS_IN) and not row.route.before_signing_in:
        return False
    hidden = answer.status_code == 404 and not there_at_all and row.route.path not in ADDRESSES
    return answer.status_code not in {401, 403} and not hidden


def changes(house):
    """How much the audit trail holds: whatever changes anything is written there."""
    with house.store.engine.connect() as connection:
        return connection.execute(sa.text("SELECT count(*) FROM store_audit")).scalar_one()


def shown(seen):
    """The forms that anybody saw: by row and kind, where what is sent, and to whom it is shown."""
    found = {}
    for (row, role), html in seen.pages.items():
        for form in forms_of(html, row.address(role)):
            for fields in form.ways_to_send():
                _, _, to = found.setdefault((row, kind_of(fields)), (form.action, fields, set()))
                to.add(role)
    return found


def private(house):
    """The e-mail addresses, telephone numbers and birthdays on record, each with whose it is."""
    with house.store.engine.connect() as connection:
        people = connection.execute(sa.text("SELECT id, email, phone, date_of_birth FROM people_person")).all()
    for person, email, phone, born in people:
        yield from (
            (person, kind, value) for kind, value in (("e-mail", email), ("phone", phone), ("born", born)) if value
        )
