"""The ways in of an enterprise that is no demo: by mail, by password, by a card on its tablet, locked or not."""

from contextlib import ExitStack
from itertools import count

import attrs
import pyotp

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import House
from alongside.house.settings import Settings
from alongside.messages.mail_settings import MailSettings
from alongside.people import offers as people
from alongside.sign_in import offers as sign_in
from alongside.sign_in.actions import cards, locking, passwords
from alongside.sign_in.card import path_of
from alongside.sign_in.one_time import Purpose
from alongside.sign_in.password import digest_of
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import HERE, Browser
from alongside.testing.demo import noon
from alongside.testing.pages.answered import Answered, asked_for
from alongside.testing.pages.walking import NOBODY
from alongside.web.cookies import BROWSER, DEVICE, SESSION, received
from alongside.web.marks import known_again

WORDS = "harbour lantern cabbage"
TABLET = "secret-of-the-tablet"
NOBODY_AT_HOME = f"{NOBODY} at home"
MAIL = MailSettings(
    host="127.0.0.1", port=2525, security="none", sender="Tideline Together <post@tideline.example>"
)


@attrs.define
class Home:
    """A real enterprise with the people of the demo, and whoever comes in there."""

    house: House
    people: dict[str, str]
    ending: ExitStack
    number: count = attrs.field(factory=count)

    def browser(self, *, device="", person=""):
        """Another browser: on the tablet, or somebody's own."""
        browser = self.ending.enter_context(Browser(pages(self.house)))
        browser.keep(BROWSER, f"browser-{next(self.number)}")
        if device:
            browser.keep(DEVICE, device)
        if person:
            with self.keyboard() as unit:
                browser.come_in(sign_in.begin(unit, self.people[person], Way.PASSKEY))
        return browser

    def keyboard(self):
        return self.house.store.unit(Actor.keyboard("the test"))

    def card(self, person):
        """Print a card; return what a reader types of it."""
        with self.keyboard() as unit:
            (planned,) = cards.plan_cards(unit, [self.people[person]])
            cards.issue_cards(unit, [planned])
        return f"{HERE}{path_of(planned.secret)}"

    def link(self, person, purpose, browser=""):
        with self.keyboard() as unit:
            return sign_in.make_one_time(unit, self.people[person], purpose, browser)


def at_home(demo_copy, shown):
    """Come in in every way there is; yield each page that is met, in each of its states."""
    with ExitStack() as ending:
        house = House(Settings(demo_copy, mail=MAIL), core_parts(), find_plugins(), clock=noon)
        ending.callback(house.close)
        home = Home(house, dict(shown), ending)
        with home.keyboard() as unit:
            sign_in.enrol(unit, "The tablet in the café", TABLET)
        for states in (by_mail, by_password, own_ways, by_card, locked, several_papers):
            yield from states(home)


def _seen(browser, route, state, path=None, form=None, *, member=True):
    return Answered(route, state, path or route, NOBODY_AT_HOME, *asked_for(browser, path or route, form), member)


def by_mail(home):
    browser, link = home.browser(), "/come-in/link/{token}"
    yield _seen(browser, "/who", "ways in")
    yield _seen(browser, "/come-in/mail", "asked")
    yield _seen(browser, "/come-in/mail", "sent empty", form={"address": ""})
    yield _seen(browser, "/come-in/mail", "sent wrong", form={"address": "nobody at home"})
    yield _seen(browser, "/come-in/mail/sent", "sent")
    browser.get("/who")
    token = home.link("member", Purpose.MAIL, known_again(_held(browser, BROWSER)))
    yield _seen(browser, link, "in the browser that asked", f"/come-in/link/{token}")
    yield _seen(home.browser(), link, "in another browser", f"/come-in/link/{token}")


def _held(browser, name):
    return received({one.name: one.value or "" for one in browser.cookies.jar}, browser.reached).get(name, "")


def by_password(home):
    browser, code = home.browser(), "/come-in/code/{token}"
    with home.house.store.unit(Actor.person(home.people["trustee"], "Sunita Rao")) as unit:
        passwords.choose_password(unit, WORDS, digest_of(WORDS))
        step = passwords.begin_second_step(unit)
        passwords.agree_on_second_step(unit, pyotp.TOTP(step.secret).at(unit.now), "")
    yield _seen(browser, "/come-in/password", "asked")
    yield _seen(browser, "/come-in/password", "sent empty", form={"name": "", "password": ""})
    yield _seen(browser, "/come-in/password", "wrong password", form={"name": "Sunita Rao", "password": "harbour"})
    right = {"name": "Sunita Rao", "password": WORDS}
    browser.follow_redirects = False
    path = browser.post("/come-in/password", data=right).headers["location"]
    yield _seen(browser, code, "asked", path)
    yield _seen(browser, code, "sent empty", path, {"code": ""})
    yield _seen(browser, code, "wrong code", path, {"code": "000000"})
    yield _seen(home.browser(), code, "in another browser", path)
    for _ in range(12):
        browser.post("/come-in/password", data={"name": "Rosa Delgado", "password": "no"})
    yield _seen(browser, "/come-in/password", "too many", form={"name": "Rosa Delgado", "password": "no"})
    yield _seen(browser, "/come-in/passkey", "asked")


def own_ways(home):
    browser, step = home.browser(person="steward"), "/ways-in/second-step"
    yield _seen(browser, "/ways-in", "at home", member=False)
    mistakes = {"do": "password", "first": "short", "again": "other"}
    yield _seen(browser, "/ways-in", "two passwords", form=mistakes, member=False)
    with home.house.store.unit(Actor.person(home.people["steward"], "Nia Castell")) as unit:
        passwords.choose_password(unit, WORDS, digest_of(WORDS))
    yield _seen(browser, step, "to begin", member=False)
    browser.post(step, data={"do": "begin"})
    yield _seen(browser, step, "to be read by an app", member=False)
    yield _seen(browser, step, "sent empty", form={"do": "agree", "code": ""}, member=False)
    yield _seen(browser, step, "wrong code", form={"do": "agree", "code": "000000"}, member=False)
    with home.house.store.unit(Actor.person(home.people["steward"], "Nia Castell")) as unit:
        code = pyotp.TOTP(passwords.second_step_now(unit).secret).at(unit.now)
    spare = browser.post(step, data={"do": "agree", "code": code})
    assert "spare" in spare.text
    yield _seen(browser, step, "agreed", member=False)


def by_card(home):
    tablet, hers, managers = home.browser(device=TABLET), home.card("member"), home.card("manager")
    yield _seen(home.browser(), "/card", "not one of our tablets")
    yield _seen(tablet, "/card", "to show a card")
    yield _seen(tablet, "/who", "on a tablet of ours", "/who?other=way")
    yield _seen(tablet, "/card", "no card of ours", form={"card": f"{HERE}/card/none"})
    yield _seen(tablet, "/card", "a manager's card", form={"card": managers})
    tablet.get(hers.removeprefix(HERE))
    yield _seen(tablet, "/card", "read by the camera")
    tablet.post("/card")
    yield _seen(tablet, "/week", "on a tablet of ours")
    tablet.post("/card", data={"card": home.card("trustee")})
    yield _seen(tablet, "/card/instead", "somebody has not finished")


def locked(home):
    """All of it but the page that sends on what was kept: where scripts run it does so by itself."""
    tablet, hers = home.browser(device=TABLET), home.card("member")
    tablet.post("/card", data={"card": hers})
    with home.keyboard() as unit:
        session = sign_in.going_on(unit, _held(tablet, SESSION))
        locking.lock(unit, session.id)
    yield _seen(tablet, "/locked", "left alone")
    yield _seen(tablet, "/week", "left alone")
    yield _seen(tablet, "/news", "left alone while something was sent", form={"do": "x", "words": "My words"})
    kept = {"to": "/news", "posted": "yes", "sent:words": "My words"}
    yield _seen(tablet, "/locked", "no card of ours", form={**kept, "card": f"{HERE}/card/none"})
    yield _seen(tablet, "/locked", "another's card", form={**kept, "card": home.card("trustee")})


def several_papers(home):
    """Asked which of several papers one wants. In Easy Read alone: else it is one paper, and no page."""
    with home.keyboard() as unit:
        home.people["sam"] = people.find_person(unit, "Sam Whitlock").id
    _paper, asked = asked_for(home.browser(person="sam"), "/me/take-along", {"do": "paper"})
    assert "paper:2" in asked.html
    yield Answered("/me/take-along", "which paper", "/me/take-along", NOBODY_AT_HOME, asked, asked)
