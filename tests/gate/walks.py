"""Pages that stand there only after something was done: what a person presses to come to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import attrs
import pyotp
from playwright.sync_api import Page

from alongside.house.opening import House
from alongside.people import offers as people
from alongside.sign_in import offers as sign_in
from alongside.sign_in.actions import cards, passwords
from alongside.sign_in.card import path_of
from alongside.sign_in.extra import Kind
from alongside.sign_in.one_time import Purpose
from alongside.sign_in.password import digest_of
from alongside.store import Actor
from alongside.testing.pages.crawling import Place
from alongside.testing.pages.looking import Eyes
from alongside.web.cookies import DEVICE
from alongside.web.reached import Reached

_WORDS = "harbour lantern cabbage"
_ITS_NAME = "secret-of-a-tablet-in-the-tests"


def _choose(path: str) -> Callable[[Eyes, House], None]:
    """Choose the first answer of a ballot."""

    def steps(eyes: Eyes, _house: House) -> None:
        eyes.page.goto(path)
        _press(eyes.page, "button.answer[name=choice]")

    return steps


def _show_cards(many: int) -> Callable[[Eyes, House], None]:
    """Show cards, one after the other, to a tablet of ours."""
    return lambda eyes, house: _shown(
        eyes, house, [house.settings.look_as[one] for one in ("member", "trustee")][:many]
    )


def _shown(eyes: Eyes, house: House, people: list[str]) -> None:
    with house.store.unit(Actor.keyboard("the test")) as unit:
        planned = cards.plan_cards(unit, people)
        cards.issue_cards(unit, planned)
        if sign_in.device_with(unit, _ITS_NAME) is None:
            sign_in.enrol(unit, "The tablet in the café", _ITS_NAME)
    name = Reached.on_this_computer(urlsplit(eyes.address).port or 80).cookie_name(DEVICE)
    eyes.page.context.clear_cookies()  # whoever came in on a walk before, and her card
    eyes.page.context.add_cookies([{"name": name, "value": _ITS_NAME, "url": eyes.address}])
    for one in planned:
        eyes.page.goto("/card")
        eyes.page.fill("form[data-card] input[name=card]", f"{eyes.address}{path_of(one.secret)}")
        _press(eyes.page, "form[data-card] button")


def _press(page: Page, what: str) -> None:
    before = urlsplit(page.url).path
    with page.expect_navigation(url=lambda url: urlsplit(url).path != before):
        page.locator(what).first.click()


def _ask_for_more(eyes: Eyes, house: House) -> None:
    """Show the card of somebody who has chosen to be asked for pictures as well."""
    with house.store.unit(Actor.keyboard("the test")) as unit:
        ada = people.find_person(unit, "Ada Nwosu").id
        sign_in.set_extra(unit, ada, Kind.PICTURES, digest_of("cat dog sun bus"))
    _shown(eyes, house, [ada])


def _open_a_link(eyes: Eyes, house: House) -> None:
    """Open a link that was made for somebody."""
    with house.store.unit(Actor.keyboard("the test")) as unit:
        token = sign_in.make_one_time(unit, house.settings.look_as["member"], Purpose.SCREEN)
    eyes.page.goto(f"/come-in/link/{token}")


def _write_a_password(eyes: Eyes, house: House) -> None:
    """Come in by a password, up to the second step."""
    trustee = house.settings.look_as["trustee"]
    with house.store.unit(Actor.person(trustee, "Sunita Rao")) as unit:
        passwords.choose_password(unit, _WORDS, digest_of(_WORDS))
        step = passwords.begin_second_step(unit)
        passwords.agree_on_second_step(unit, pyotp.TOTP(step.secret).at(unit.now), "")
    eyes.page.goto("/come-in/password")
    eyes.page.fill("input[name=name]", "Sunita Rao")
    eyes.page.fill("input[name=password]", _WORDS)
    _press(eyes.page, "form:has(input[name=password]) button")


WALKS: Mapping[str, Callable[[Eyes, House], None]] = {
    "/card": _show_cards(0),
    "/card/extra": _ask_for_more,
    "/card/instead": _show_cards(2),
    "/finished": _show_cards(1),
    "/come-in/link/{token}": _open_a_link,
    "/come-in/code/{token}": _write_a_password,
    "/decisions/practice/{rule}/check": _choose("/decisions/practice/majority"),
}


def walk_to(place: Place, eyes: Eyes, house: House) -> Place:
    """Do what has to be done before a place shows what it is there for; return where it is then."""
    if place.route == "/decisions/{proposal}/check":
        _choose(place.path.replace("/check", "/vote"))(eyes, house)
    elif place.route in WALKS:
        WALKS[place.route](eyes, house)
        if "{token}" in place.route:  # made on the way
            return attrs.evolve(place, path=urlsplit(eyes.page.url).path)
    return place
