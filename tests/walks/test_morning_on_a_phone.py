"""Two people ring in sick at a quarter to seven: the manager sees to it on a telephone, in few taps and seconds.

The seconds are a reckoning and nobody was watched: of each step what a person thinks, reads, scrolls and presses,
by figures that others measured, and what the server really took. What is talked on the telephone is not in it.
"""

import math
import sys
from datetime import UTC, datetime, time, timedelta
from time import monotonic

import attrs
import pytest

from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Period, at, local
from alongside.placements import offers as placements
from alongside.placements.coaching import Coaching
from alongside.placements.tables import COACHINGS, PLACEMENTS
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.testing.demo import TODAY, copy_demo
from alongside.web.cookies import SESSION
from alongside_cafe.actions import changing, looking_again, planning, shortening, standing_in
from alongside_cafe.availability import FreeHours
from alongside_cafe.tables import rota_of

from .at_home import home_place

pytestmark = pytest.mark.browser

TUESDAY = TODAY + timedelta(days=1)
BEGUN = datetime.now(UTC)
MOST_TAPS, MOST_SECONDS = 12, 90

THINKS, POINTS, PRESSES = 1.35, 1.1, 0.2
"""Seconds to make up one's mind, to come to a thing, and to press and let go of it.

Card, Moran and Newell, “The keystroke-level model for user performance time with interactive systems”,
Communications of the ACM 23 (1980): the operators M, P and twice B. A thumb on glass is no slower than a mouse.
"""
A_WORD = 60 / 238
"""Seconds to read a word silently. Brysbaert, “How many words do we read per minute?”, Journal of Memory and
Language 109 (2019): 238 words a minute, the mean of 190 studies of English that is no story.
"""
SCREEN = 740


def quarter_to_seven():
    """A quarter to seven on Tuesday, and a little later as the test goes on."""
    return at(TUESDAY, time(6, 45), LONDON) + (datetime.now(UTC) - BEGUN) / 10


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("morning") / "home"
    copy_demo(demo, home)
    with home_place(home, clock=quarter_to_seven) as found:
        yield found


@attrs.define
class Thumb:
    """A thumb on a telephone, and whose it is: its ``taps``, her ``seconds``, and those that the server took.

    ``at`` is how far down the page she has scrolled.
    """

    page: object
    taps: int = 0
    seconds: float = 0
    served: float = 0
    at: float = 0

    def comes_to(self, thing, *reads):
        """Read, decide, scroll by screens until the thing is to be seen, and press it."""
        self.taps += 1
        words = sum(len(one.inner_text().split()) for one in (thing, *reads))
        top = thing.bounding_box()["y"] + self.page.evaluate("window.scrollY")
        swipes = math.ceil(max(0, abs(top - self.at) - SCREEN / 2) / SCREEN)
        self.at = top if swipes else self.at
        self.seconds += THINKS + words * A_WORD + (swipes + 1) * (POINTS + PRESSES)

    def tap(self, thing, *reads):
        """Press something that leads to a page, after reading what is to be read."""
        self.comes_to(thing, *reads)
        began = monotonic()
        with self.page.expect_navigation():
            thing.click()
        self.served += monotonic() - began
        self.at = 0

    def call(self, link, *reads):
        """Press a number: the telephone rings, and the page stays."""
        self.comes_to(link, *reads)
        assert link.get_attribute("href").startswith("tel:0")

    def unfold(self, words):
        """Open what is folded away."""
        folded = self.page.locator("main summary:visible", has_text=words).first
        self.comes_to(folded)
        folded.click()

    def told(self, what):
        """Say what it took, and hold it to what it may take."""
        whole = self.seconds + self.served
        sys.stderr.write(
            f"\n{what}: {self.taps} taps, {whole:.0f} seconds, {self.served:.1f} of them the server's"
        )
        assert self.taps <= MOST_TAPS
        assert whole <= MOST_SECONDS

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
        return {str(one) for one in looking_again.faults(unit, cafe, Period(TUESDAY, TUESDAY))}


def fills(thumb, card):
    """Call the first who can come and may be rung, and note her yes; return who it is.

    Where nobody who can come has said that she may be rung, somebody is asked in another way.
    """
    may = card.locator(".people > li", has=thumb.page.locator("a[href^='tel:']"))
    first = (may if may.count() else card.locator(".people > li")).first
    if may.count():
        thumb.call(first.locator("a[href^='tel:']"), card.get_by_role("heading").first, first.locator("p").first)
    yes = first.get_by_role("button", name="Said yes")
    person = yes.get_attribute("value").split(":")[2]
    thumb.tap(yes, *(() if may.count() else (first,)))
    return person


def coached(place, cafe, person, coaches):
    """Somebody of the shift has agreed to work beside a job coach, and has chosen these."""
    with place.unit() as unit:
        today = TODAY - timedelta(days=30)
        (work,) = [one for one in placements.placements_of(unit, person) if one.business == cafe and one.paid]
        unit.change(PLACEMENTS, work, coach_beside=True)
        for coach in coaches:
            enterprise.give_role(unit, coach, "supporter")
            until = TODAY + timedelta(days=90)
            row = Coaching(id=unit.new_id(), person=person, coach=coach, first_day=today, last_day=until)
            unit.add(COACHINGS, row)


def who_could(place, cafe, before, ill):
    """Who could stand in on the shift without those who will be ill, by the order of the page."""
    with place.unit() as unit:
        shift = before.by_id[ill[0].shift]
        there = changing.standing(unit, cafe, shift)
        left = tuple(one for one in there.rota.assignments if one not in ill)
        without = attrs.evolve(there, rota=attrs.evolve(there.rota, assignments=left))
        gone = {one.person for one in ill}
        able = standing_in.who_can(unit, without, shift, ill[0].place)
        return [one.person for one in able if one.person not in gone]


def told(place, person, begins):
    query = "SELECT count(*) FROM messages_message WHERE person = :who AND key LIKE :key"
    return place.asked(query, who=person, key=f"{begins}%")


@pytest.mark.proof
def test_two_who_are_ill_are_marked_off_and_stood_in_for_in_a_few_taps_and_seconds(place, thumb, capsys):
    page, (cafe, before) = thumb.page, rota(place)
    shift = next(one for one in before.shifts if one.job == "Kitchen")
    on = sorted((one for one in before.assignments if one.shift == shift.id), key=lambda one: one.place)
    # The first of the two who are ill coaches somebody who comes, and so does one who could stand in.
    comes, another = on[2].person, who_could(place, cafe, before, on[:2])[0]
    coached(place, cafe, comes, (on[0].person, another))
    waits = broken(place, cafe)  # in the demo somebody waits for a certificate
    thumb.unfold("Other pages")
    thumb.press("This morning")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    address = page.get_by_role("link", name="New sheet for the wall").get_attribute("href")
    old = page.context.request.get(address)
    kitchen = page.locator("section.card:not(.open)", has=page.get_by_role("heading", name="8–2, Kitchen"))
    ill = []
    for _ in range(2):
        row = kitchen.locator(".people > li").first
        button = row.get_by_role("button", name="Ill")
        ill.append(button.get_attribute("value").split(":"))
        thumb.tap(button, kitchen.get_by_role("heading").first, row.locator("p").first)
    assert [person for _shift, person in ill] == [one.person for one in on[:2]]
    assert told(place, comes, "cafe:coach:") == 1  # her coach does not come
    alone = page.locator("section.card.open", has=page.get_by_role("heading", name="has nobody beside"))
    came = [fills(thumb, alone)]
    assert came == [another]
    assert alone.count() == 0
    came.append(fills(thumb, page.locator("section.card.open").first))
    assert page.locator("section.card.open").count() == 0
    new = page.get_by_role("link", name="New sheet for the wall")
    thumb.comes_to(new)  # a browser shows it by a viewer of its own
    paper = page.context.request.get(address)
    with capsys.disabled():
        thumb.told("Two who are ill")

    _cafe, now = rota(place)
    kept = now.by_id[shift.id]
    assert {person for _shift, person in ill}.isdisjoint(now.on(kept))
    assert set(came) <= set(now.on(kept))
    assert len(now.on(kept)) == len(on)
    notices = "SELECT count(*) FROM placements_notice WHERE by_herself AND person IN (:one, :other)"
    assert place.asked(notices, one=ill[0][1], other=ill[1][1]) == 2
    assert all(told(place, person, "cafe:shifts:") >= 1 for person in came)
    assert told(place, comes, "cafe:coach:") == 2  # and who supports her now
    assert place.asked("SELECT count(*) FROM cafe_publication") >= 2
    # The sheet is drawn of the rota as it is now: with the same people it is the same, byte for byte.
    assert paper.body().startswith(b"%PDF")
    assert paper.body() != old.body()
    assert page.context.request.get(address).body() == paper.body()
    assert broken(place, cafe) <= waits


def nobody_can(place, cafe):
    """Let nobody who is at home come in time to a shift ahead; return it, and whose place is to open."""
    with place.unit() as unit:
        for ahead in range(2, 6):
            day = TODAY + timedelta(days=ahead)
            there = changing.standing_in(unit, cafe, Period(day, day))
            for row in there.rota.assignments:
                shift = there.rota.by_id[row.shift]
                if len(there.rota.on(shift)) > 1 and shorter_helps(unit, cafe, there, shift, row):
                    return shift, row
    raise AssertionError("no shorter shift helps anywhere")


def shorter_helps(unit, cafe, there, shift, row):
    """Let others come two hours after the start at the earliest; true if a shorter shift alone helps then."""
    late = local(shift.starts + timedelta(hours=2), shift.zone).time()
    for one in there.problem.workers:
        if one.id not in there.rota.on(shift):
            planning.set_availability(unit, cafe, one.id, [FreeHours(day, late, time(22)) for day in range(7)])
    now = changing.standing_in(unit, cafe, there.period)
    left = tuple(one for one in now.rota.assignments if one.id != row.id)
    without = attrs.evolve(now, rota=attrs.evolve(now.rota, assignments=left))
    able = {one.person for one in standing_in.who_can(unit, without, shift, row.place)} - {row.person}
    ways = shortening.ways(unit, without, shift, row.place)
    return not able and any(set(one.people) - {row.person} for one in ways)


@pytest.mark.proof
def test_where_nobody_can_come_a_shorter_shift_is_chosen_in_a_few_taps_and_seconds(place, thumb, capsys):
    page, (cafe, _before) = thumb.page, rota(place)
    shift, hers = nobody_can(place, cafe)
    page.goto(f"/cafe/tideline-cafe/today?day={shift.day}&edition=standard")
    off = page.locator(f"button[name=off][value='{shift.id}:{hers.person}']")
    thumb.tap(off, page.locator(".people > li", has=off))
    card = page.locator("section.card.open", has=page.locator(f"button[name=shorter][value^='{shift.id}']")).first
    thumb.tap(card.locator("button[name=shorter]").first, card)
    assert page.get_by_text("The shift is shorter. Everybody on it is told.").count() == 1
    came = fills(thumb, page.locator("section.card.open", has=page.get_by_role("button", name="Said yes")).first)
    with capsys.disabled():
        thumb.told("A shorter shift")
    with place.house.reading() as unit:
        now = rota_of(unit, cafe, Period(shift.day, shift.day))
    kept = now.by_id[shift.id]
    assert (kept.starts, kept.ends) != (shift.starts, shift.ends)
    assert shift.starts <= kept.starts < kept.ends <= shift.ends
    assert came in now.on(kept)
    assert all(told(place, person, "cafe:shifts:") for person in now.on(kept))
