"""A committee is elected on a telephone: from the question to a poster, a bundle anybody counts, and a report.

Two places are filled. One member stands alone, one with a supporter whom he names, and a teller notes the third.
They are asked, and answer. Twelve vote: one on paper, one by telephone, two with named help, and one, who has
practised, changes her mind. The key of the box is on three cards of paper, and two of them open it.
"""

import io
import re
import subprocess
import sys
from datetime import timedelta
from zipfile import ZipFile

import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.decisions import chapter
from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.testing.demo import TODAY, copy_demo, noon
from alongside.web.cookies import EDITION, SESSION

from ..walks.at_home import home_place

pytestmark = [pytest.mark.browser, pytest.mark.proof]

PROPOSER, TELLER, SECOND = "Grace Adeyemi", "Nia Castell", "Owen Blake"
ALONE, HELPED, NOTED = "Sam Whitlock", "Callum Reid", "Chloe Vickers"
SUPPORTER = "Priya Raman"
ON_SCREEN = ("Leah Osei", "Ada Nwosu", "Archie Nolan", "Carys Bowen", "Tom Ridley", "Maya Fontaine", "Dan Pascoe")
ASSISTED = (ALONE, HELPED)
CHANGES, ON_PAPER, BY_PHONE = "Rosa Delgado", "Harjit Gill", "Mei Tanaka"
TITLE, EASY = "Who shall care for the garden this year?", "Who cares for the garden?"
LAST_DAY = TODAY + timedelta(days=3)
HOLDERS = (TELLER, SECOND, "Leah Osei")
GROUPS = re.compile(r"\b[0-9A-Z]{5}\b")


class Clock:
    """The time of the story, which goes on."""

    on = timedelta()

    def __call__(self):
        return noon() + self.on


class Phone:
    """A phone in the hands of one person, 360 pixels wide, without a script and in Easy Read."""

    def __init__(self, place, chromium, name, edition="en@easy"):
        self.context = chromium.new_context(
            base_url=place.address,
            java_script_enabled=False,
            viewport={"width": 360, "height": 740},
            locale="en-GB",
        )
        who = place.of(name)
        with place.unit() as unit:
            token = sign_in.begin(unit, who, Way.SCREEN)
        cookies = {place.reached.cookie_name(SESSION): token, EDITION: edition}
        self.context.add_cookies([{"name": one, "value": v, "url": place.address} for one, v in cookies.items()])
        self.page = self.context.new_page()

    def opens(self, path):
        self.page.goto(path)
        return self

    def presses(self, words):
        """Press a button or follow a link; nothing may stand beside the screen."""
        found = self.page.locator("main button:visible, main a:visible", has_text=words).first
        with self.page.expect_navigation():
            found.click()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360
        return self

    def unfolds(self, words):
        self.page.locator("main summary:visible", has_text=words).first.click()
        return self

    def writes(self, label, words):
        self.page.get_by_label(label).locator("visible=true").first.fill(words)
        return self

    def chooses(self, label, answer):
        self.page.get_by_label(label).locator("visible=true").first.select_option(label=answer)
        return self

    def picks(self, words):
        self.page.locator("main label:visible", has_text=words).first.click()
        return self

    def sees(self, words):
        assert self.page.get_by_text(words).count(), (words, self.page.inner_text("main"))
        return self

    def is_handed(self, words):
        """Ask for what a button or a link hands out, as it stands on the page; return what came."""
        found = self.page.locator("main button:visible, main a:visible", has_text=words).first
        link = found.get_attribute("href")
        if link:
            answer = self.context.request.get(link)
        else:
            sent = dict(found.evaluate("one => [...new FormData(one.form, one)]"))
            action, home = found.evaluate("one => [one.form.action, location.origin]")
            answer = self.context.request.post(action, form=sent, headers={"origin": home})
        assert answer.ok, answer.status
        return answer.body()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def place(demo, tmp_path, clock):
    home = tmp_path / "home"
    copy_demo(demo, home)
    with home_place(home, clock) as found:
        yield found


@pytest.fixture
def phone(place, chromium):
    """A phone that is somebody's for one errand."""
    opened = []

    def of(name, edition="en@easy"):
        opened.append(Phone(place, chromium, name, edition))
        return opened[-1]

    yield of
    for one in opened:
        one.context.close()


@pytest.fixture
def tellers(place):
    both = [place.of(name) for name in (TELLER, SECOND)]
    with place.unit() as unit:
        for who in set(both) - set(enterprise.people_with(unit, "teller")):
            enterprise.give_role(unit, who, "teller", first_day=TODAY - timedelta(days=1))


@pytest.fixture
def supported(place):
    """Both who vote with help have chosen the same supporter."""
    helper, both = place.of(SUPPORTER), [place.of(name) for name in ASSISTED]
    with place.unit() as unit:
        for who in both:
            people.choose_supporter(unit, who, helper, TODAY, TODAY + timedelta(days=90))


def proposes(phone, place):
    """The question is asked, and talked about; return where it is."""
    (
        phone(PROPOSER, "en")
        .opens("/decisions/new/election")
        .writes("The question", TITLE)
        .writes("Why you ask", "The garden is everybody's. Somebody has to see to it.")
        .writes("The question in Easy Read", EASY)
        .unfolds("Days and numbers")
        .picks("Nobody, and the key is on three cards")
        .writes("How many are chosen", "2")
        .writes("Days to read and ask before the vote", "0")
        .writes("Last day to vote", str(LAST_DAY))
        .writes("How many must take part", "12")
        .presses("Propose it")
        .presses("Begin the talk")
    )
    made = place.asked("SELECT id FROM decisions_proposal WHERE title = :title", title=TITLE)
    return f"/decisions/{made}"


def stand(phone, path):
    (
        phone(ALONE)
        .opens(f"{path}/standing")
        .unfolds("I want to stand")
        .writes("What do you want to do?", "I want a pond. I like frogs.")
        .presses("Put my name on the paper")
        .sees("You stand")
    )
    (
        phone(HELPED)
        .opens(f"{path}/standing")
        .unfolds("I want to stand")
        .writes("What do you want to do?", "I want to grow beans.")
        .picks(SUPPORTER)
        .picks("Writing what I said")
        .presses("Put my name on the paper")
        .sees(f"{SUPPORTER} helped you.")
    )
    (
        phone(TELLER, "en")
        .opens(f"{path}/standing")
        .unfolds("Note that somebody stands")
        .chooses("Who wants to stand?", NOTED)
        .writes("The same in easy words", "I want a bench. We can sit in the sun.")
        .presses("Note it")
        .sees("It is noted")
    )


def asked_and_answered(phone, path):
    phone(CHANGES).opens(f"{path}/talk").unfolds("question").writes("question", "Who has the shed key?").presses(
        "Send my question"
    )
    phone(PROPOSER).opens(f"{path}/talk").unfolds("Answer").writes("answer", "It hangs in the café.").presses(
        "Send"
    )
    phone(CHANGES).opens(f"{path}/talk").sees("It hangs in the café.")


def candidates_asked_and_answering(phone, path):
    """One question to all who stand: two answer, in the same room, and one would rather not."""
    rosa = (
        phone(CHANGES)
        .opens(f"{path}/questions")
        .unfolds("Ask a question")
        .writes("question", "Do you like worms?")
    )
    rosa.presses("Send my question")
    for name, words in ((ALONE, "Yes. They make the soil good."), (HELPED, "I like them. I leave them alone.")):
        one = phone(name).opens(f"{path}/questions").unfolds("Answer").writes("answer", words)
        one.presses("Send my answer")
    phone(NOTED).opens(f"{path}/questions").presses("I do not want to answer")
    read = rosa.opens(f"{path}/questions")
    for words in ("They make the soil good.", "I leave them alone.", "I would rather not answer this."):
        read.sees(words)


def cards_made_and_tried(phone, path):
    """Three cards are printed, and each opens the box once before anybody votes; return what stands on them."""
    nia = phone(TELLER, "en").opens(f"{path}/box")
    for number, holder in enumerate(HOLDERS, 1):
        nia.chooses(f"Card {number} is for", holder)
    paper = nia.is_handed("Make and print the cards")
    assert validate_pdf_bytes(paper, profile=ValidationProfile.PDF_UA_1).is_compliant
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=paper, capture_output=True, check=True)
    groups = GROUPS.findall(told.stdout.decode())
    cards = [" ".join(groups[n : n + 15]) for n in (0, 15, 30)]
    for first, second in ((0, 1), (1, 2)):
        nia.opens(f"{path}/box").writes("The first card", cards[first]).writes("The second card", cards[second])
        nia.presses("Try these two cards").sees("These two cards open the box.")
    nia.opens(path).presses("Open the vote")
    return cards


def votes(one, path, *wanted):
    """Put in order those who are wanted, look at it once more, and send it."""
    one.opens(f"{path}/vote")
    for number, name in enumerate(wanted):
        places = one.page.locator("fieldset.ranked", has=one.page.get_by_text(name, exact=True))
        places.locator("label.place", has_text=("1st", "2nd")[number]).first.click()
    return one.presses("Next").presses("Send my vote").sees("You have voted.")


def all_vote(phone, path):
    practised = phone(CHANGES).opens("/decisions/practice/scottish-stv").sees("This is practice.")
    practised.page.locator("label.place", has_text="1st").first.click()
    practised.presses("Next").presses("Send my practice vote").sees("Nothing was kept.")
    for number, name in enumerate(ON_SCREEN):
        votes(phone(name), path, *((ALONE, HELPED) if number < 4 else (HELPED, ALONE)))
    for name in ASSISTED:
        one = phone(name).opens(f"{path}/helper").presses(SUPPORTER).picks("Pressing what I say")
        votes(one.presses("I promise"), path, name)
    votes(phone(CHANGES), path, HELPED)
    votes(phone(CHANGES), path, ALONE)


def rung_in(phone, path):
    nia = phone(TELLER, "en").opens(f"{path}/phone").chooses("Who rings?", BY_PHONE)
    nia.picks("I rang back").writes("What do they choose?", "CA").presses("Seal this vote")
    nia.sees("The vote is sealed.")


def on_paper(phone, path):
    nia = phone(TELLER, "en").opens(f"{path}/papers").chooses("Who gets a paper ballot?", ON_PAPER)
    nia.presses("Give a paper ballot").presses("It is in the box")
    nia.sees("Papers are entered once the vote has ended.")


def entered(phone, path):
    nia = phone(TELLER, "en").opens(f"{path}/papers")
    nia.writes("How many papers lie in the batch?", "1").writes("The papers, a line each", "B")
    nia.presses("Enter this batch")
    owen = phone(SECOND, "en").opens(f"{path}/papers").unfolds("Enter it again")
    owen.writes("The papers once more", "B").presses("Enter it again")
    owen.sees("Papers and marks on the roll are the same number.")


def roll_is_read(phone, path):
    """Everybody reads who may vote and how many have; who has is read by tellers, and of herself by each."""
    rosa = phone(CHANGES).opens(f"{path}/roll").sees(ON_PAPER).sees("At least 12 must take part").sees("(you)")
    assert rosa.page.get_by_text("Has voted, on").count() == 1
    nia = phone(TELLER, "en").opens(f"{path}/roll").sees("Has voted, by telephone.").sees("Has voted, on paper.")
    assert nia.page.get_by_text("Has voted, ").count() == 12
    assert nia.page.get_by_text(f"{SUPPORTER} helped.").count() == len(ASSISTED)


def counted(phone, path, cards):
    nia = phone(TELLER, "en").opens(f"{path}/box")
    nia.writes("The first card", cards[2]).writes("The second card", cards[0])
    nia.presses("Open the box and count").sees("The votes are counted.")


def test_committee_is_elected_on_phones_on_paper_and_by_telephone(
    phone, place, tellers, supported, clock, tmp_path
):
    path = proposes(phone, place)
    stand(phone, path)
    asked_and_answered(phone, path)
    candidates_asked_and_answering(phone, path)
    cards = cards_made_and_tried(phone, path)
    all_vote(phone, path)
    rung_in(phone, path)
    on_paper(phone, path)
    roll_is_read(phone, path)
    clock.on = timedelta(days=4)
    entered(phone, path)
    counted(phone, path, cards)

    sam = phone(ALONE).opens(path).sees(f"{ALONE} has a place").sees(f"{HELPED} has a place")
    assert not sam.page.get_by_text(f"{NOTED} has a place").count()
    poster = sam.is_handed("Print this")
    assert validate_pdf_bytes(poster, profile=ValidationProfile.PDF_UA_1).is_compliant

    bundle = sam.opens(f"{path}/again").is_handed("Take the file")
    folder = tmp_path / "empty"
    with ZipFile(io.BytesIO(bundle)) as files:
        files.extractall(folder)
    alone = [sys.executable, "-I", "recount.py"]
    told = subprocess.run(alone, cwd=folder, capture_output=True, text=True, check=True).stdout
    assert "Everything agrees." in told
    assert f"Chosen: {ALONE}, {HELPED}" in told

    with place.house.reading() as unit:
        view = chapter.write(unit, Period.quarter(LAST_DAY))
    html = Display({"decisions": "alongside.decisions"}).render("decisions", view, edition=Edition.STANDARD)
    register = " ".join(html.split())
    assert TITLE in register
    assert "Who decides: all members." in register
    assert f"Elected: <strong>{ALONE} and {HELPED}</strong>." in register
    assert "12 of" in register
    assert "in a locked box" in register
