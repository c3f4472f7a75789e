"""Cards in a real browser: three ways to show one, a device that locks itself, and where the secret is left."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.sign_in import offers
from alongside.sign_in.actions import cards as card_actions
from alongside.sign_in.card import path_of
from alongside.store import Actor
from alongside.testing.demo import copy_demo
from alongside.testing.pages.cells import CELLS
from alongside.testing.pages.chromium import chromium_path
from alongside.testing.pages.looking import Eyes
from alongside.testing.pages.serving import served

pytestmark = pytest.mark.browser

TABLET, PHONE = {"width": 1024, "height": 768}, {"width": 360, "height": 740}
SAM, ADA = "Sam Whitlock", "Ada Nwosu"


class Place:
    """A demo of this module's own, served by the program, and opened here beside it."""

    def __init__(self, home, address, said):
        self.home, self.address, self.said = home, address.rstrip("/"), said
        self.house = open_house(home, core_parts(), find_plugins())
        with self.keyboard() as unit:
            self.sam, self.ada = (people.find_person(unit, name).id for name in (SAM, ADA))
            offers.enrol(unit, "The tablet in the café", "secret-of-the-tablet")
            for person in (self.sam, self.ada):
                # So that these tests and the pages say the same.
                people_actions.choose_seeing(unit, person, edition="en", colours="device", text_size="usual")

    def keyboard(self):
        return self.house.store.unit(Actor.keyboard())

    def card_for(self, person):
        """A new card of somebody: what its code holds."""
        with self.keyboard() as unit:
            (planned,) = card_actions.plan_cards(unit, [person])
            card_actions.issue_cards(unit, [planned])
        return f"{self.address}{path_of(planned.secret)}"

    def going(self, person):
        with self.keyboard() as unit:
            return [one for one in offers.every_session(unit, person) if one.ended is None]

    def lock(self, person):
        """What the server does when nobody was there for some minutes."""
        with self.keyboard() as unit:
            for one in self.going_in(unit, person):
                offers.lock(unit, one.id)

    def going_in(self, unit, person):
        return [one for one in offers.every_session(unit, person) if one.ended is None]

    def command(self, *words):
        program = str(Path(sys.executable).with_name("alongside"))
        return subprocess.run(
            [program, "--home", str(self.home), *words], capture_output=True, text=True, timeout=120
        )


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("cards") / "demo"
    copy_demo(demo, home)
    with served(home) as serving:
        found = Place(home, serving.address, serving.said)
        yield found
        found.house.close()


@pytest.fixture
def tablet(place, chromium):
    """A function that opens a tab of a browser that cards open; ``script`` is whether scripts run in it."""
    contexts = []

    def opened(*, script=True, size=TABLET, enrolled=True):
        context = chromium.new_context(java_script_enabled=script, viewport=size, base_url=place.address)
        contexts.append(context)
        if enrolled:
            port = place.address.rsplit(":", 1)[1]
            cookie = {"name": f"alongside_device_{port}", "value": "secret-of-the-tablet", "url": place.address}
            context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Strict"}])
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    with place.keyboard() as unit:
        for person in (place.sam, place.ada):
            offers.end_all_of(unit, person)


def scan(page, card):
    """Type a card as a reader does, into whatever has the focus."""
    page.keyboard.type(card)
    page.keyboard.press("Enter")


def come_in(page, card):
    page.goto("/card")
    scan(page, card)
    page.wait_for_url(lambda url: "/card" not in url)


def is_here(page, name):
    return page.locator(".who").inner_text().replace("\n", " ").find(name) >= 0


# --- three ways


@pytest.mark.parametrize("script", [True, False])
def test_reader_that_types_lets_its_owner_in(place, tablet, script):
    page = tablet(script=script)
    come_in(page, place.card_for(place.sam))
    assert is_here(page, SAM)
    button = page.get_by_role("button", name="I have finished").bounding_box()
    assert button["height"] >= 60
    assert button["y"] + button["height"] <= TABLET["height"]  # in view without scrolling


def test_reader_is_heard_wherever_somebody_has_touched_the_page(place, tablet):
    page = tablet()
    page.goto("/card")
    page.locator("h1").click()
    scan(page, place.card_for(place.sam))
    page.wait_for_url(lambda url: "/card" not in url)
    assert is_here(page, SAM)


@pytest.mark.parametrize("script", [True, False])
def test_link_that_the_camera_opens_asks_and_lets_its_owner_in(place, tablet, script):
    page, card = tablet(script=script, size=PHONE), place.card_for(place.sam)
    sent = []
    page.context.on("request", lambda request: sent.append((request.url, request.all_headers())))
    page.goto(card)
    page.wait_for_url("**/card")
    page.get_by_text(f"Are you {SAM}?").wait_for()
    page.get_by_role("button", name="Yes, let me in").click()
    page.wait_for_url(lambda url: "/card" not in url)
    assert is_here(page, SAM)
    secret = card.rsplit("/", 1)[1]
    assert [url for url, _ in sent if secret in url] == [card]  # the first one, and none after it
    told = [headers for url, headers in sent if url != card and secret in headers.get("referer", "")]
    assert told == []


def test_link_opened_from_another_program_finds_who_has_not_finished(place, tablet):
    """There a browser keeps back what it holds of us; a step on our own page brings it out again."""
    page = tablet()
    come_in(page, place.card_for(place.ada))
    elsewhere, card = page.context.new_page(), place.card_for(place.sam)
    sent = {}
    elsewhere.on("request", lambda request: sent.setdefault(request.url, request.all_headers()))
    elsewhere.goto(f"data:text/html,<a href='{card}'>card</a>")
    elsewhere.get_by_text("card").click()
    elsewhere.wait_for_url("**/card")
    assert "alongside_device" not in sent[card].get("cookie", "")  # the control
    assert "alongside_device" in sent[f"{place.address}/card"]["cookie"]
    elsewhere.get_by_role("button", name="Yes, let me in").click()
    elsewhere.get_by_role("heading", name="Somebody has not finished here").wait_for()
    elsewhere.get_by_role("button", name="Yes, finish it and let me in").click()
    elsewhere.wait_for_url(lambda url: "/card" not in url)
    assert is_here(elsewhere, SAM)
    assert place.going(place.ada) == []


CAMERA = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code", "ean_13"]; }
  async detect() { return [{ rawValue: "https://elsewhere.example/" }, { rawValue: window.name }]; }
};
const seen = document.createElement("canvas");
seen.getContext("2d");
navigator.mediaDevices.getUserMedia = async () => seen.captureStream(5);
Object.defineProperty(HTMLMediaElement.prototype, "readyState", { get: () => 4 });
HTMLMediaElement.prototype.play = async () => {};
"""


def test_camera_in_the_page_reads_a_card_where_the_browser_can(place, tablet):
    page, card = tablet(), place.card_for(place.sam)
    page.add_init_script(f"window.name = {card!r};{CAMERA}")
    page.goto("/card")
    page.get_by_role("button", name="Read it with the camera here").click()
    page.wait_for_url(lambda url: "/card" not in url)
    assert is_here(page, SAM)


def test_camera_that_is_refused_says_so_and_where_codes_are_not_read_there_is_none(place, tablet):
    page = tablet()
    page.goto("/card")
    assert not page.get_by_role("button", name="Read it with the camera here").is_visible()
    page.add_init_script(CAMERA + "navigator.mediaDevices.getUserMedia = async () => { throw new Error('no'); };")
    page.goto("/card")
    page.get_by_role("button", name="Read it with the camera here").click()
    page.get_by_text("The camera could not be used.").wait_for()


def test_card_opens_nothing_where_no_device_of_ours_is(place, tablet):
    page = tablet(enrolled=False)
    page.goto(place.card_for(place.sam))
    page.get_by_text("This is not one of our tablets.").wait_for()
    assert place.going(place.sam) == []


# --- where the secret is left


_SHOWN = 0x20000000
"""Chromium's mark of the end of a way: the visits without it stand in no list that it shows."""


def visits(profile):
    """Where a browser notes that it was, and whether it shows that in its list."""
    with closing(sqlite3.connect(profile / "Default" / "History")) as history:
        query = "SELECT urls.url, visits.transition & ? FROM visits JOIN urls ON urls.id = visits.url"
        return [(url, shown != 0) for url, shown in history.execute(query, [_SHOWN])]


def test_secret_is_in_no_list_of_where_one_has_been(place, chromium, tmp_path):
    card = place.card_for(place.sam)
    own = {"executable_path": chromium_path(), "args": ["--no-sandbox"], "base_url": place.address}
    with chromium.browser_type.launch_persistent_context(tmp_path, **own) as context:
        page = context.new_page()
        page.goto("/who")
        page.goto(card)
        page.wait_for_url("**/card")
        page.go_back()
        assert page.url == f"{place.address}/who"
    noted = visits(tmp_path)
    assert (f"{place.address}/card", True) in noted  # the control
    assert (card, True) not in noted


def test_secret_is_in_no_file_of_the_enterprise_and_in_no_word_of_the_program(place, tablet):
    card, page = place.card_for(place.sam), tablet()
    come_in(page, card)
    page.goto(card)
    secret = card.rsplit("/", 1)[1]
    with place.keyboard() as unit:
        serial = offers.card_of(unit, place.sam).serial
    kept = b"".join(one.read_bytes() for one in place.home.rglob("*") if one.is_file())
    assert serial.encode() in kept  # the control: what is looked through holds the card
    assert secret.encode() not in kept
    assert secret not in "".join(place.said)


# --- locked


LONG = "I cannot come on Tuesday, because\nmy bus does not run. Thank you, Sam."


def write(page):
    """Open a page with a text to write, and write; whatever page, as the cover knows none."""
    page.goto("/decisions")
    page.evaluate(
        """words => {
          const form = document.createElement("form");
          form.innerHTML = '<label for="words">Words</label><textarea id="words"></textarea>';
          document.querySelector("main").append(form);
          const field = form.querySelector("textarea"); field.value = words; field.focus();
        }""",
        LONG,
    )


@pytest.fixture
def covered(place, tablet):
    """A tablet that Sam has left alone for some minutes while he was writing."""
    page = tablet()
    page.card = place.card_for(place.sam)
    page.clock.install()
    come_in(page, page.card)
    write(page)
    page.evaluate("window.hushed = 0; addEventListener('alongside-covered', () => (window.hushed += 1))")
    page.clock.fast_forward("02:50")
    assert not page.locator(".lock").is_visible()
    assert page.evaluate("hushed") == 0
    with page.expect_response("**/locked"):
        page.clock.fast_forward("00:15")
    page.locator(".lock").wait_for()
    return page


def readable(page):
    """What can be seen of a page."""
    return page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === 3))
          .map((node) => node.data)
          .join(" ")"""
    )


def test_cover_hides_everything_and_keeps_it(covered):
    seen = readable(covered)
    assert "This is locked" in seen
    for hidden in ("Sam", "Decisions", "bus", "I have finished"):
        assert hidden not in seen, hidden
    assert covered.title() == "This is locked"
    assert covered.evaluate("document.querySelector('main').inert")
    assert covered.evaluate("hushed") == 1  # what is read aloud stops by this
    assert covered.locator("#lock-card").evaluate("one => one === document.activeElement")
    scan(covered, covered.card)
    covered.locator(".lock").wait_for(state="detached")
    assert covered.locator("#words").input_value() == LONG
    assert covered.locator("#words").evaluate("one => one === document.activeElement")
    assert "Decisions" in covered.title()


def test_cover_cannot_be_taken_away_by_keys_by_tabbing_or_by_opening_the_page_again(place, covered):
    for key in ("Escape", "Escape", "Tab", "Tab", "Tab", "Tab", "Enter"):
        covered.keyboard.press(key)
    assert covered.locator(".lock").is_visible()
    inside = "document.activeElement === document.body || !!document.activeElement.closest('.lock')"
    assert covered.evaluate(inside)
    scan(covered, "not a card")
    covered.get_by_text("This card does not open this.").wait_for()
    answer = covered.goto("/decisions")
    assert (answer.status, "Sam" in covered.content()) == (423, False)


def test_other_persons_card_is_asked_and_leaves_it_or_finishes_it(place, covered):
    adas = place.card_for(place.ada)
    scan(covered, adas)
    covered.get_by_role("heading", name="Somebody has not finished here").wait_for()
    assert "What they have not sent would be lost." in readable(covered)
    covered.get_by_role("button", name="No, leave it").click()
    assert len(place.going(place.sam)) == 1
    scan(covered, adas)
    covered.get_by_role("button", name="Yes, finish it and let me in").click()
    covered.wait_for_url(lambda url: "/card" not in url)
    assert is_here(covered, ADA)
    assert place.going(place.sam) == []


def test_card_shown_to_the_camera_takes_the_cover_away_too(place, covered):
    other = covered.context.new_page()
    other.goto(covered.card)
    other.wait_for_url("**/card")
    other.get_by_role("button", name="Yes, let me in").click()
    other.wait_for_url(lambda url: "/card" not in url)
    other.close()
    covered.evaluate("window.dispatchEvent(new Event('pageshow'))")
    covered.locator(".lock").wait_for(state="detached")
    assert covered.locator("#words").input_value() == LONG


def test_whoever_goes_on_writing_is_not_locked_out(place, tablet):
    page = tablet()
    page.clock.install()
    come_in(page, place.card_for(place.sam))
    write(page)
    for _ in range(5):
        page.clock.fast_forward("02:00")
        with page.expect_response("**/locked") as said:
            page.keyboard.press("x")
        assert said.value.json() == {"is": "open"}
    assert not page.locator(".lock").is_visible()


# A voice that says nothing by itself: `next()` ends a sentence.
VOICE = """
window.spoken = []; window.cancelled = 0;
class Said { constructor(text) { this.text = text; } }
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Said });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "en-GB", localService: true }],
  speak: (one) => spoken.push(one),
  cancel: () => { cancelled += 1; },
  addEventListener: () => {},
}});
window.next = () => spoken[spoken.length - 1].onend();
"""


@pytest.fixture
def listening(place, tablet):
    """A tablet that reads a long page to Sam."""
    page = tablet()
    page.add_init_script(VOICE)
    page.clock.install()
    come_in(page, place.card_for(place.sam))
    page.goto("/decisions")
    page.evaluate("document.querySelector('main').append('A long story. '.repeat(40))")
    page.get_by_role("button", name="Read this to me", exact=True).click()
    assert page.evaluate("spoken.length") == 1
    return page


def test_cover_stops_what_is_read_aloud(listening):
    cancelled = listening.evaluate("cancelled")
    listening.clock.fast_forward("03:05")
    listening.locator(".lock").wait_for()
    assert listening.evaluate("cancelled") == cancelled + 1
    listening.evaluate("next()")
    assert listening.evaluate("spoken.length") == 1


def test_whoever_listens_is_not_locked_out_for_a_quarter_of_an_hour(listening):
    for _ in range(7):
        listening.clock.fast_forward("02:00")
        with listening.expect_response("**/locked") as said:
            listening.evaluate("next()")
        assert said.value.json() == {"is": "open"}
    assert not listening.locator(".lock").is_visible()
    for _ in range(2):
        listening.clock.fast_forward("02:00")
        listening.evaluate("next()")
    listening.locator(".lock").wait_for()


def test_without_a_script_what_was_sent_is_kept_in_the_page_and_goes_on(place, tablet):
    page, card = tablet(script=False, size=PHONE), place.card_for(place.sam)
    come_in(page, card)
    page.goto(f"/people/{place.sam}")
    page.get_by_label("By letter").check()
    place.lock(place.sam)
    page.get_by_role("button", name="Keep my choices").click()
    page.get_by_role("heading", name="This is locked").wait_for()
    assert SAM not in page.content()
    scan(page, card)
    page.get_by_role("button", name="Send it now").click()
    page.get_by_text("Your choices are kept.").wait_for()
    assert page.get_by_label("By letter").is_checked()


def test_reader_types_into_the_field_where_the_address_names_a_place_on_the_page(place, tablet):
    page = tablet(script=False)
    card = place.card_for(place.sam)
    page.goto("/card#main")
    scan(page, card)
    page.get_by_role("heading", name="My week").wait_for()
    place.lock(place.sam)
    page.goto("/news#main")
    page.get_by_role("heading", name="This is locked").wait_for()
    assert page.url.endswith("#main")
    scan(page, card)
    page.wait_for_url("**/news")


def test_way_past_the_menu_leads_to_the_field_for_a_card(place, tablet):
    page = tablet(script=False)
    page.goto("/card")
    page.get_by_role("link", name="Go to the page").press("Enter")
    assert page.evaluate("document.activeElement.id") == "card"


def test_with_a_script_what_was_sent_goes_on_by_itself(place, tablet):
    page, card = tablet(), place.card_for(place.sam)
    come_in(page, card)
    page.goto(f"/people/{place.sam}")
    page.get_by_label("By letter").check()
    place.lock(place.sam)
    page.get_by_role("button", name="Keep my choices").click()
    page.get_by_role("heading", name="This is locked").wait_for()
    scan(page, card)
    page.get_by_text("Your choices are kept.").wait_for()


# --- stopped


def test_card_stopped_by_another_program_ends_what_goes_on_at_once(place, tablet):
    page, card = tablet(), place.card_for(place.sam)
    come_in(page, card)
    done = place.command("sign_in", "revoke", SAM)
    assert (done.returncode, "opens nothing any more" in done.stdout) == (0, True)
    page.reload()
    page.wait_for_url("**/who")  # a demo begins there, on a tablet too
    page.goto("/card")
    scan(page, card)
    page.get_by_text("This card does not open this.").first.wait_for()


# --- looked at


@pytest.mark.proof
def test_pages_of_cards_have_no_fault_in_any_state(place, chromium, tablet):
    page = tablet()
    eyes = Eyes(page, place.address)
    page.on("console", eyes._said)
    page.goto("/card")
    found = eyes.faults("/card", CELLS, member=True)
    page.goto(place.card_for(place.sam))
    page.wait_for_url("**/card")
    found += eyes.faults("/card", CELLS, member=True)
    page.get_by_role("button").first.click()
    page.wait_for_url(lambda url: "/card" not in url)
    adas = place.card_for(place.ada)
    page.goto(adas)
    page.wait_for_url("**/card")
    page.get_by_role("button").first.click()
    found += eyes.faults("/card/instead", CELLS, member=True)
    place.lock(place.sam)
    found += eyes.faults("/hours", CELLS, member=True, status=423)
    # What scrolls under “I have finished” is out of the way for as long as one scrolls on.
    assert [one for one in found if "partially obscured" not in one] == []
