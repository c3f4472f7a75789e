"""A page with a planted defect is awkward to hands, each for its own reason; the same page without it is not."""

import re

import attrs
import pytest

from alongside.testing.pages.hands import Hands

pytestmark = pytest.mark.browser

AT = "http://choirs.example"
CSS = """
* { box-sizing: border-box; }
body { margin: 0; font: 20px/1.4 sans-serif; }
.skip:not(:focus) { position: absolute; left: -999px; }
:focus-visible { outline: 3px solid #000; outline-offset: 2px; }
header { padding: 10px; }
main { padding: 10px; }
button, summary { min-height: 60px; }
"""
PAGE = """<!doctype html><html lang="en-GB"><head><title>Choirs</title><style>CSS</style></head><body>
<header><a class="skip" href="#main">Go to what is new</a> <a href="/menu">All pages</a></header>
<main id="main" tabindex="-1"><h1>Choirs</h1>
<p class="told">We sing on the pier.</p>
<p><a href="/song">Read our song</a></p>
<details><summary>More songs</summary><p>Two of them.</p></details>
<fieldset><legend>Which voice?</legend>
<label><input type="radio" name="voice" value="high" checked> High</label>
<label><input type="radio" name="voice" value="low"> Low</label></fieldset>
<form method="post" action="/sing"><label for="name">Your name</label> <input id="name" name="name" type="text">
<button>Sing with us</button></form>
</main></body></html>"""
THANKS = PAGE.replace("<h1>Choirs</h1>", "<h1>Thank you</h1>")
SONG = PAGE.replace("<h1>Choirs</h1>", "<h1>Our song</h1>")


@attrs.frozen
class Plant:
    """What is changed on the page, or on the one that says thank you, and what is named of it."""

    name: str
    named: str
    old: str = ""
    new: str = ""
    css: str = ""
    thanks: str = THANKS
    spaced: bool = False


PLANTS = [
    Plant(
        "focus that is not seen", "focus is not to be seen: a “Read our song” on /", css="a:focus { outline: 0; }"
    ),
    Plant(
        "focus of one pixel",
        "focus is not to be seen: input “Your name”",
        css="input:focus { outline-width: 1px; }",
    ),
    Plant(
        "focus of the ground's own style",
        "focus is not to be seen: button",
        css="button:focus { outline-style: none; }",
    ),
    Plant(
        "focus behind a bar that stays",
        "focus is covered: a “Read our song”",
        css="header { position: fixed; inset: 0 0 auto; height: 400px; background: #fff; }",
    ),
    Plant("nothing said after sending", "nothing was said after what was sent to /sing", thanks=PAGE),
    Plant("link to where one is", "“Read our song” leads to where one is", 'href="/song"', 'href="#song"'),
    Plant(
        "words that are cut", "clipped: <p", css=".told { width: 90px; overflow: hidden; white-space: nowrap; }"
    ),
    Plant("words that are cut below", "clipped: <p", css=".told { height: 10px; overflow: clip; }"),
    Plant(
        "words that are cut where letters have room",
        "clipped: <p",
        css=".told { width: 200px; height: 30px; overflow: hidden; white-space: nowrap; }",
        spaced=True,
    ),
    Plant("pushed sideways", "scrolls sideways", css="main { width: 420px; }"),
    Plant(
        "words over the edge",
        "over the edge: <p",
        css="body { overflow-x: hidden; } .told { position: relative; left: 100px; }",
    ),
]


@pytest.fixture
def hands_at(chromium):
    """A function that puts hands at a page, whatever it is; what is sent from it is thanked for."""
    opened = []

    def at(page=PAGE, *, css="", thanks=THANKS, spaced=False):
        hands = Hands.at(chromium, AT, spaced=spaced)
        hands.page.set_default_timeout(2_000)
        answers = {"/sing": thanks, "/song": SONG}

        def answer(route):
            html = answers.get(route.request.url.removeprefix(AT), page)
            route.fulfill(body=html.replace("CSS", CSS + css), content_type="text/html")

        hands.page.route(f"{AT}/**", answer)
        opened.append(hands)
        hands.arrive("/")
        return hands

    yield at
    for one in opened:
        one.close()


def walk(hands):
    """Read, come back, and sing."""
    hands.follow("Read our song")
    hands.arrive("/")
    hands.choose("Low", name="voice")
    hands.write("Your name", "Sam")
    hands.follow("Sing with us")
    return list(dict.fromkeys(hands.faults))


@pytest.mark.parametrize("spaced", [False, True])
def test_page_without_a_defect_is_walked_without_a_fault(hands_at, spaced):
    hands = hands_at(spaced=spaced)
    assert walk(hands) == []
    assert hands.heading == "Thank you"
    assert (hands.sent, hands.screens, hands.letters) == (["/sing"], 4, 3)


@pytest.mark.proof
@pytest.mark.parametrize("plant", PLANTS, ids=lambda one: one.name)
def test_planted_defect_is_named(hands_at, plant):
    assert plant.old in PAGE
    planted = PAGE.replace(plant.old, plant.new) if plant.old else PAGE
    thanks = plant.thanks if plant.thanks is THANKS else planted
    found = walk(hands_at(planted, css=plant.css, thanks=thanks, spaced=plant.spaced))
    assert [one for one in found if plant.named in one], found
    if plant.spaced:
        assert walk(hands_at(planted, css=plant.css)) == []


STOPS = [
    ("thing that no key reaches", "<button>", '<button tabindex="-1">', "Tab never came to “Sing with us”"),
    (
        "thing that only looks like a button",
        "<button>Sing with us</button>",
        "<p>Sing with us</p>",
        "Tab never came",
    ),
    ("button that leads to no page", "<button>", '<button type="button">', "“Sing with us” leads to no page"),
    (
        "answer that no arrow reaches",
        'name="voice" value="low"',
        'name="other" value="low"',
        "no arrow came to “Low”",
    ),
]


@pytest.mark.proof
@pytest.mark.parametrize(("name", "old", "new", "named"), STOPS, ids=[one[0] for one in STOPS])
def test_step_that_cannot_be_taken_ends_the_walk(hands_at, name, old, new, named):
    assert old in PAGE
    with pytest.raises(AssertionError, match=re.escape(named)):
        walk(hands_at(PAGE.replace(old, new)))


def test_words_that_do_not_stand_there_end_the_walk(hands_at):
    hands = hands_at()
    hands.sees("We sing on the pier.")
    with pytest.raises(AssertionError, match="We dance"):
        hands.sees("We dance")


def test_every_key_is_counted_and_letters_are_not(hands_at):
    hands = hands_at()
    hands.write("Your name", "Sam Whitlock")
    # Tab to the way past the menu, Enter, then Tab to the song, the fold, the voice and the name.
    assert (hands.presses, hands.letters) == (6, 12)


def test_words_that_are_folded_away_are_not_counted(hands_at):
    hands = hands_at()
    before = hands.words
    hands.unfold("More songs")
    assert hands.words == before + 3


def test_way_past_the_menu_may_lead_to_the_field_itself(hands_at):
    hands = hands_at(PAGE.replace('href="#main"', 'href="#name"'))
    hands.write("Your name", "Sam")
    assert hands.presses == 2
    assert hands.page.input_value("#name") == "Sam"
