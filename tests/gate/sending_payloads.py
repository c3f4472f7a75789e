"""Types payloads into every form that anybody is shown, and sends it: what is taken in is then on the pages."""

from __future__ import annotations

from urllib.parse import urlsplit

import attrs

from alongside.house.first_run.hosting import pages
from alongside.testing.browsing import Browser
from alongside.testing.pages.forms import forms_of, kind_of
from alongside.testing.pages.walking import NOBODY

from .payloads import PAYLOADS

NOT_SENT = frozenset({"/finished", "/ways-in", "/backups", "/tomorrow", "/plugins"})
"""What ends where somebody is signed in, copies everything, or takes away the pages that are to be looked at."""

_WORDS = frozenset({"text", "search", "textarea", "url", "email", "tel"})


@attrs.define
class Sent:
    """Which payloads were typed into a form, and the addresses that took some in."""

    tried: set = attrs.field(factory=set)
    took: set = attrs.field(factory=set)
    turn: int = 0

    def fill(self, browser, form):
        """Send a form with seven payloads in each text, then with one, then with one in a single text."""
        several = [PAYLOADS[(self.turn + step) % len(PAYLOADS)] for step in range(7)]
        self.turn += len(several)
        self.tried.update(several)
        texts = _texts(form)
        ways = [dict.fromkeys(texts, " ".join(several)), dict.fromkeys(texts, several[0])]
        # A field that takes no words of one's own (an address) may stand in the way of one that does.
        ways += [{name: several[0]} for name in texts]
        if any(_sent(browser, form, words) for words in ways):
            self.took.add(form.action)


def send_payloads(house, crawl):
    """Send every form of every place with payloads in all its texts."""
    app, browsers, known, sent = pages(house), {}, set(), Sent()
    for place in crawl.places:
        browser = browsers.get(place.person) or browsers.setdefault(
            place.person, _browser(app, house, place.person)
        )
        answer = browser.get(place.path)
        for form in forms_of(answer.text, place.path) if answer.status_code == 200 else ():
            if kind_of(form.fields) in known or urlsplit(form.action).path in NOT_SENT or not _texts(form):
                continue
            known.add(kind_of(form.fields))
            for _ in range(3):
                sent.fill(browser, form)
    return sent


def _browser(app, house, person):
    browser = Browser(app)
    browser.follow_redirects = False
    if not person.startswith(NOBODY):
        browser.come_in_as(house.store, person)
    return browser


def _texts(form):
    return [name for name, kind in form.kinds.items() if kind in _WORDS]


def _sent(browser, form, words):
    return browser.post(form.action, data={**form.ways_to_send()[0], **words}).status_code in {200, 303}
