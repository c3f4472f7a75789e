"""Two people ring in sick at a quarter to seven: the manager sees to it on a telephone; each tap is counted."""

import shutil
from datetime import UTC, datetime, time, timedelta

import attrs
import pytest

from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Period, at
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.testing.demo import TODAY
from alongside.web.cookies import SESSION
from alongside_cafe.actions import looking
from alongside_cafe.tables import rota_of

from .at_home import home_place

pytestmark = pytest.mark.browser

TUESDAY = TODAY + timedelta(days=1)
BEGUN = datetime.now(UTC)
MOST_TAPS = 12


def quarter_to_seven():
    """A quarter to seven on Tuesday, and a little later as the test goes on."""
    return at(TUESDAY, time(6, 45), LONDON) + (datetime.now(UTC) - BEGUN) / 10


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("morning") / "home"
    shutil.copytree(demo, home)
    with home_place(home, clock=quarter_to_seven) as found:
        yield found


@attrs.define
class Thumb:
    """A thumb on a telephone; ``taps`` are counted, however long each takes."""

    page: object
    taps: int = 0

    def tap(self, thing):
        """Press something that leads to a page."""
        self.taps += 1
        with self.page.expect_navigation():
            thing.click()

    def call(self, link):
        """Press a number: the telephone rings, and the page stays."""
        self.taps += 1
        assert link.get_attribute("href").startswith("tel:0")

    def unfold(self, words):
        """Open what is folded away."""
        self.taps += 1
        self.page.locator("main summary:visible", has_text=words).first.click()

    def press(self, words):
        """Press the first button or link of these words."""
        self.tap(self.page.locator("main :is(a, button):visible", has_text=words).first)


@pytest.fixture
def thumb(place, chromium):
    context = chromium.new_context(
        base_url=place.address, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="en-GB"
    )
    who = place.of("Marcus Bell")
    with place.unit() as unit:
        token = sign_in.begin(unit, who, Way.SCREEN)
    cookie = {"name": place.reached.cookie_name(SESSION), "value": token, "url": place.address}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto("/cafe/tideline-cafe/rota?edition=standard")
    yield Thumb(page)
    context.close()


def rota(place):
    with place.house.reading() as unit:
        cafe = next(one.id for one in enterprise.businesses(unit) if one.kind == "cafe")
        return cafe, rota_of(unit, cafe, Period(TUESDAY, TUESDAY))


def broken(place, cafe):
    """What the checker finds broken on the day."""
    with place.unit() as unit:
        return {str(one) for one in looking.faults(unit, cafe, Period(TUESDAY, TUESDAY))}


def fills(thumb, card):
    """Call the first who can come and may be rung, and note her yes; return who it is.

    Where nobody who can come has said that she may be rung, somebody is asked in another way.
    """
    may = card.locator(".people > li", has=thumb.page.locator("a[href^='tel:']"))
    first = (may if may.count() else card.locator(".people > li")).first
    if may.count():
        thumb.call(first.locator("a[href^='tel:']"))
    yes = first.get_by_role("button", name="Said yes")
    person = yes.get_attribute("value").split(":")[2]
    thumb.tap(yes)
    return person


def test_two_who_are_ill_are_marked_off_and_stood_in_for_in_a_few_taps(place, thumb):
    page, (cafe, before) = thumb.page, rota(place)
    # In the demo somebody waits for a certificate: what she is on was planned before it ran out.
    waits = broken(place, cafe)
    thumb.unfold("Other pages")
    thumb.press("This morning")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    address = page.get_by_role("link", name="New sheet for the wall").get_attribute("href")
    old = page.context.request.get(address)
    kitchen = page.locator("section.card", has=page.get_by_role("heading", name="8–2, Kitchen"))
    ill = []
    for _ in range(2):
        button = kitchen.get_by_role("button", name="Ill").first
        ill.append(button.get_attribute("value").split(":"))
        thumb.tap(button)
    assert page.locator("section.card.open").count() == 2
    came = [fills(thumb, page.locator("section.card.open").first) for _ in range(2)]
    assert page.locator("section.card.open").count() == 0
    thumb.taps += 1  # the new sheet, which a browser shows by a viewer of its own
    paper = page.context.request.get(address)
    assert thumb.taps <= MOST_TAPS, thumb.taps

    _cafe, now = rota(place)
    (shift,) = {one for one, _person in ill}
    kept = now.by_id[shift]
    assert {person for _shift, person in ill}.isdisjoint(now.on(kept))
    assert set(came) <= set(now.on(kept))
    assert len(now.on(kept)) == len(before.on(before.by_id[shift]))
    notices = "SELECT count(*) FROM placements_notice WHERE by_herself AND person IN (:one, :other)"
    assert place.asked(notices, one=ill[0][1], other=ill[1][1]) == 2
    for person in came:
        told = "SELECT count(*) FROM messages_message WHERE person = :who AND key LIKE 'cafe:shifts:%'"
        assert place.asked(told, who=person) >= 1
    assert place.asked("SELECT count(*) FROM cafe_publication") >= 2
    # The sheet is drawn of the rota as it is now: with the same people it is the same, byte for byte.
    assert paper.body().startswith(b"%PDF")
    assert paper.body() != old.body()
    assert page.context.request.get(address).body() == paper.body()
    assert broken(place, cafe) <= waits
