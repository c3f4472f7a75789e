"""What the demo shows: each of the four looks around as a stranger would, by what is written on the pages."""

import html
import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from alongside.house.backups.notes import KEY_FILE
from alongside.house.hosting import Hosting
from alongside.instants import Period
from alongside.placements import actions as placements
from alongside.placements.offers import placements_in
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.easy_read import easy_read_faults
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"
CARD = r"<(section|li)\b.*?</\1>"


def words(markup):
    """What somebody reads of a piece of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split()).replace(" .", ".")


def links(markup):
    """The links in a piece of a page: where each leads, and what it says."""
    found = re.findall(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', markup, re.DOTALL)
    return [(path, words(inside)) for path, inside in found]


class Person:
    """Somebody at the pages, who knows no address but the first: she reads, follows links and presses buttons."""

    def __init__(self, client):
        self.client, self.opened = client, 0
        self.open("/who")

    def open(self, path):
        self._came(self.client.get(html.unescape(path)))

    def _came(self, answer):
        assert answer.status_code in {200, 201}, (answer.status_code, words(answer.text))
        self.answer, self.opened = answer, self.opened + 1
        self.html = answer.text if answer.headers["content-type"].startswith("text/html") else ""

    @property
    def main(self):
        return self.html[self.html.index("<main") : self.html.index("</main>")]

    @property
    def reads(self):
        return words(self.main)

    def follow(self, text, near=""):
        """Follow the link of these words, in the card or row where others stand ``near`` it."""
        cards = [one[0] for one in re.finditer(CARD, self.main, re.DOTALL) if near in words(one[0])]
        found = [path for path, said in links("".join(cards) if near else self.html) if text in said]
        assert found, f"no link “{text}” on: {words(self.html)}"
        self.open(found[0])

    def press(self, text, **answers):
        """Press the button of these words, with what its form holds and what she has put in."""
        for form, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", self.html, re.DOTALL):
            for tag, label in re.findall(r"<button\b([^>]*)>(.*?)</button>", inside, re.DOTALL):
                if text in words(label):
                    action = re.search(r'action="([^"]*)"', form)
                    fields = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', inside)
                    fields += re.findall(r'name="([^"]*)" value="([^"]*)"', tag)
                    known = {name: html.unescape(value) for name, value in fields}
                    path = html.unescape(action[1]) if action else str(self.answer.url)
                    self._came(self.client.post(path, data={**known, **answers}))
                    return
        raise AssertionError(f"there is no button “{text}” on: {words(self.html)}")

    def choice(self, text):
        """The value of the answer of these words."""
        inside = next(
            one for one in re.findall(r"<label\b.*?</label>", self.main, re.DOTALL) if text in words(one)
        )
        return re.search(r'value="([^"]*)"', inside)[1]

    def becomes(self, name):
        """Change places with somebody else at the same computer."""
        self.open("/who")
        self.press(name)


@pytest.fixture
def somebody(own_demo, opened):
    """Somebody in front of a demo of her own, at the page where she says who she is."""
    with Browser(build(Hosting(opened(own_demo))), address=ADDRESS) as client:
        client.headers["origin"] = ADDRESS
        yield Person(client)


def headings(pdf):
    with pikepdf.open(BytesIO(pdf)) as paper, paper.open_outline() as outline:
        return {str(one.title) for top in outline.root for one in (top, *top.children)}


def test_each_of_the_four_is_offered_and_leads_to_a_week_of_their_own(somebody):
    lands = {"Sam Whitlock": "My week", "Marcus Bell": "Today", "Sunita Rao": "Today", "Nia Castell": "Today"}
    for role, (name, begins) in zip(("member", "manager", "trustee", "steward"), lands.items(), strict=True):
        somebody.becomes(f"A {role}")
        assert name in words(somebody.html)
        assert somebody.reads.startswith(begins)
    assert "Our enterprise" in [said for _, said in links(somebody.html)]


def test_member_reads_his_week_practises_votes_and_changes_his_vote(somebody):
    somebody.press("A member")
    assert "You work at Tideline Café. Your job: Front" in somebody.reads
    assert easy_read_faults(somebody.main) == []
    somebody.follow("Decisions")
    somebody.follow("Vote now", near="Where is our summer party?")
    assert "You can vote until Saturday 28 November" in somebody.reads
    somebody.follow("Practise first")
    somebody.press("Soup")
    assert "You choose: Soup" in somebody.reads
    somebody.press("Send my practice vote")
    assert somebody.reads.startswith("That worked")
    somebody.follow("Vote now")
    somebody.press("On the beach")
    assert "You choose: On the beach" in somebody.reads
    somebody.press("Send my vote")
    assert somebody.reads.startswith("Your vote is in the box")
    assert "You have voted." in somebody.reads
    assert "beach" not in somebody.reads
    somebody.follow("Change my vote")
    somebody.press("In the garden")
    somebody.press("Send my vote")
    assert somebody.reads.startswith("Your vote is in the box")
    somebody.press("Take my vote back")
    assert somebody.reads.startswith("Your vote is out of the box.")


def test_member_says_who_helps_and_takes_that_off_the_roll_again(somebody):
    somebody.press("A member")
    somebody.follow("Decisions")
    somebody.follow("Vote now", near="Where is our summer party?")
    somebody.follow("Somebody helps me")
    somebody.press("Priya Raman")
    somebody.press("I promise", how="pointing")
    assert "Priya Raman is helping and tells nobody." in somebody.reads
    somebody.press("I do not want to choose")
    somebody.press("Send my vote")
    assert "Priya Raman helped you with this vote." in somebody.reads
    somebody.press("That is not right")
    assert "Priya Raman" not in somebody.reads


def test_member_is_not_sure_then_asks_to_talk_and_kwame_is_told(somebody):
    somebody.press("A member")
    somebody.follow("Decisions")
    somebody.follow("Vote now", near="Where is our summer party?")
    somebody.follow("Vote now")
    somebody.press("I am not sure yet")
    assert somebody.reads.startswith("You can come back and vote later.")
    somebody.follow("Vote now")
    somebody.follow("I want to talk about it")
    somebody.press("I want to talk with somebody")
    assert somebody.reads.startswith("Somebody will talk with you.")
    somebody.becomes("Kwame Mensah")
    somebody.open("/decisions")
    somebody.follow("Read it", near="Where shall we hold the summer party?")
    assert "Sam Whitlock wants to talk about it." in somebody.reads


def test_member_books_the_studio_in_five_screens_and_finds_it_in_his_week(somebody):
    somebody.press("A member")
    before = somebody.opened
    somebody.follow("Book the studio")
    somebody.follow("2 hours", near="Rehearse in Room 1")
    somebody.follow("Friday 4 December")
    somebody.follow("6 o’clock")
    assert "The group pays for you. You pay nothing." in somebody.reads
    somebody.press("Book it")
    assert somebody.reads.startswith("This time is yours.")
    assert somebody.opened - before <= 5  # what, which day, when, the price, and what was booked
    somebody.follow("My week")
    somebody.follow("The week after")
    friday = somebody.reads[somebody.reads.index("Friday 4 December") :]
    assert "You start at 6 o’clock in the evening." in friday
    assert "Rehearse in Room 1" in friday


def test_member_waits_for_a_course_and_is_told_when_a_place_is_free(somebody):
    somebody.press("A member")
    somebody.follow("Courses")
    somebody.follow("What is it like?", near="Clean and safe food")
    somebody.press("Yes, I wait")
    assert "You are number 2. We tell you when a place is free." in somebody.reads
    for name in ("Archie Nolan", "Callum Reid"):
        somebody.becomes(name)
        somebody.follow("Courses")
        somebody.follow("What is it like?", near="Clean and safe food")
        somebody.press("Give my place back")
    somebody.becomes("A member")
    somebody.follow("Read my news")
    assert "You have a place: Food hygiene You have a place now" in somebody.reads


@pytest.fixture
def paid_as_promised(own_demo, opened):
    """What the demo has promised to pay from January on is agreed with everybody: else they get no shift then."""
    january = Period(date(2027, 1, 1), date(2027, 1, 31))
    with opened(own_demo).store.unit(Actor.keyboard("the test")) as unit:
        for one in placements_in(unit, january):
            if one.paid and one.rate < 1345:
                placements.change_rate(unit, one.id, 1345, january.first)


@pytest.mark.usefixtures("paid_as_promised")
def test_manager_reads_why_a_place_is_open_and_fills_a_week(somebody):
    somebody.press("A manager")
    somebody.follow("Rota")
    reasons = []
    while "There is no rota for this week yet" not in somebody.reads:
        reasons += re.findall(r"Why places are open (.*?) Fill open places", somebody.reads)
        somebody.follow("Week after")
    why = r"Kitchen(, \d places)?: Nobody with food hygiene and kitchen can: Grace Adeyemi"
    assert any(re.search(why, one) for one in reasons)
    somebody.press("Fill this week")
    assert re.match(r"[56]\d of 61 places are filled\. Rota", somebody.reads)


def test_manager_answers_who_asks_for_the_studio_and_the_hirer_is_told(somebody):
    somebody.press("A manager")
    somebody.follow("Studio day")
    assert "2 bookings wait for your answer" in somebody.reads
    somebody.follow("Answer", near="Tom Ridley")
    assert "A manager has to say yes." in somebody.reads
    somebody.press("Say yes")
    assert somebody.reads.startswith("It is booked.")
    somebody.follow("Studio day")
    assert "1 booking waits for your answer" in somebody.reads
    somebody.becomes("Tom Ridley")
    somebody.follow("Read my news")
    assert "Your booking at the studio You booked Record in Room 2." in somebody.reads


def test_trustee_opens_the_report_with_all_three_businesses_in_both_editions(somebody):
    somebody.press("A trustee")
    somebody.follow("Reports")
    somebody.follow("Read the report")
    assert {"The café", "The studio", "What we learnt"} <= headings(somebody.answer.content)
    somebody.open("/")
    somebody.follow("Reports")
    somebody.follow("Easy Read report")
    assert {"Our café", "Our studio", "What we learned"} <= headings(somebody.answer.content)


def test_steward_switches_a_plugin_off_and_on_and_what_it_holds_is_kept(somebody):
    somebody.press("A steward")
    somebody.follow("Our enterprise")
    somebody.follow("Plugins")
    somebody.press("Switch off The studio")
    assert somebody.reads.startswith("The studio is switched off. What it holds is kept.")
    assert "Studio day" not in [said for _, said in links(somebody.html)]
    somebody.press("Switch on The studio")
    somebody.follow("Studio day")
    assert "2 bookings wait for your answer" in somebody.reads


def test_steward_sees_the_demos_copy_makes_another_and_a_key_sheet(somebody, own_demo):
    somebody.press("A steward")
    somebody.follow("Our enterprise")
    somebody.follow("Backups")
    assert "The last good copy was made on Monday 23 November at 9:00." in somebody.reads
    (sheet,) = own_demo.glob("key-sheet-*.pdf")
    assert f"This is a demo, so its sheet is a file: {sheet}." in somebody.reads
    somebody.press("Make a copy now")
    assert somebody.reads.startswith("The copy is made. It was opened again and is good.")
    (own_demo / KEY_FILE).unlink()  # as on the first day of a real enterprise
    somebody.follow("Backups")
    somebody.press("Make the key sheet")
    assert somebody.answer.content.startswith(b"%PDF")


def test_steward_sees_messages_wait_and_sends_them(somebody):
    somebody.press("A steward")
    somebody.follow("Our enterprise")
    somebody.follow("Messages")
    assert re.search(r"On a screen [1-9]\d* \d+ By e-mail [1-9]\d* \d+ ", somebody.reads)
    somebody.press("Send now")
    assert somebody.reads.startswith("What waited is sent.")
    assert re.search(r"On a screen 0 \d+ By e-mail 0 \d+ By letter 0 0 Somebody rings 0 0 ", somebody.reads)
