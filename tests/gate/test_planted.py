"""A page with a planted defect is caught, each for its own reason; the same page without it passes."""

from itertools import groupby

import attrs
import pytest

from alongside.testing.pages.cells import CELLS, Cell
from alongside.testing.pages.looking import Eyes
from alongside.web.headers import POLICY

from .twin import PATH, STYLES, twin

pytestmark = pytest.mark.browser

LIGHT, EASY = Cell(1280, "light", "standard"), Cell(1280, "light", "easy")
DARK, FORCED, PHONE = (
    Cell(1280, "dark", "standard"),
    Cell(1280, "forced", "standard"),
    Cell(320, "light", "standard"),
)


@attrs.frozen
class Plant:
    """What is changed in the twin, and the kind of fault that must be named."""

    name: str
    kind: str
    old: str = ""
    new: str = ""
    css: str = ""
    cell: Cell = LIGHT


SENTENCE = "We sing at <strong>10 o’clock</strong>."
HARD = f"<p>{'Everybody together usually remembers yesterday evening’s music. ' * 20}</p>"
PLANTS = [
    Plant("html without lang", "html-has-lang", ' lang="en-GB"'),
    Plant("page without title", "no title", "Choirs – Tideline Together"),
    Plant("picture without words", "image-alt", ' alt=""'),
    Plant("field without label", "label", ' for="dish"', ' for="other"'),
    Plant("heading skipped", "heading-order", "h2>", "h4>"),
    Plant("two h1", "2 h1 instead of one", "<h2>On Friday</h2>", "<h1>On Friday</h1>"),
    Plant("big bold words at 4.6 to 1", "color-contrast-enhanced", css="h1 { color: #757575; background: #fff; }"),
    Plant(
        "weak in dark alone",
        "color-contrast",
        css="@media (prefers-color-scheme: dark) { h2 { color: #5a4a50; } }",
        cell=DARK,
    ),
    Plant(
        "weak in a person's own colours alone",
        "contrast in forced colours",
        css="h2 { forced-color-adjust: none; color: #444; background: #000; }",
        cell=FORCED,
    ),
    Plant(
        "weak words in a drawing",
        "contrast in a drawing",
        "</h1>",
        '</h1><svg width="200" height="40" aria-hidden="true"><rect width="200" height="40" fill="#eeeeee"/>'
        '<text x="9" y="26" fill="#777777">Songs</text></svg>',
    ),
    Plant("target of 40 px", "small target", css=".button.main { min-height: 0; height: 40px; padding: 0 16px; }"),
    Plant(
        "target of 56 px on a member's page",
        "small target",
        css=".button.main { min-height: 0 !important; height: 56px; padding: 0 16px; }",
        cell=EASY,
    ),
    Plant("small target in a label", "small target", css=".answer { min-height: 0; padding: 0; border: 0; }"),
    Plant("pushed sideways", "scrolls sideways", css=".card { width: 340px; }", cell=PHONE),
    Plant("link without words", "link-name", "our song</a>", "</a>"),
    Plant("two links of the same words", "identical-links-same-purpose", "before", '<a href="/x">our song</a>'),
    Plant("link to nowhere", "link to nowhere", 'href="/song"', 'href="#song"'),
    Plant("id twice", "id twice", "<h2>", '<h2 id="main">'),
    Plant("table without caption", "table without a caption", "<caption>Who sings</caption>"),
    Plant("table without headers", "table without headers", "th", "td"),
    Plant(
        "place to press without a role",
        "scrollable-region-focusable",
        ' tabindex="0"',
        css=".table { width: 60px; }",
    ),
    Plant("small print", "small print", css="footer p { font-size: 15px; }"),
    Plant("inline script", "inline script", "</h1>", "</h1><script>document.title = 'x'</script>"),
    Plant("script in an attribute", "inline script", "<h2>", '<h2 onclick="alert(1)">'),
    Plant("link that runs", "inline script", 'href="/song"', 'href="javascript:alert(1)"'),
    Plant("inline style", "inline style", "<h2>", '<h2 style="color: red">'),
    Plant(
        "request to another site", "foreign request", "</h1>", '</h1><img src="http://example.org/x.png" alt="x">'
    ),
    Plant("file that is missing", "console", "</h1>", '</h1><img src="/static/none.svg" alt="x">'),
    Plant("16 words in a sentence", "E4", SENTENCE, f"We sing{' and sing' * 7}.", cell=EASY),
    Plant("passive", "E9", "We sing", "The song was chosen", cell=EASY),
    Plant("percent", "E9", "10 o’clock", "90% of the time", cell=EASY),
    Plant("Roman numeral", "E9", "10 o’clock", "part IV", cell=EASY),
    Plant("time in figures", "E10", "10 o’clock", "10:30", cell=EASY),
    Plant("number in words", "E10", "10 o’clock", "ten o’clock", cell=EASY),
    Plant("sentence without picture", "E3", '<p class="quiet">', "<p>", cell=EASY),
    Plant("picture that is small", "E3", css=".picture { width: 60px !important; height: 60px; }", cell=EASY),
    Plant("picture after the words", "E3", css=".row { display: flex; flex-direction: row-reverse; }", cell=EASY),
    Plant("two sentences beside one picture", "E5", SENTENCE, f"{SENTENCE} Come.", cell=EASY),
    Plant("hard word", "E7", "We sing", "We harmonise", cell=EASY),
    Plant("another word for the same", "E13", "We sing", "Our staff sing", cell=EASY),
    Plant("small words", "E1", css=".row p { font-size: 18px !important; }", cell=EASY),
    Plant("italics", "E2", "10 o’clock", "<em>10 o’clock</em>", cell=EASY),
    Plant("words in the middle", "E2", css=".row p { text-align: center; }", cell=EASY),
    Plant("capitals", "E2", css=".row p { text-transform: uppercase; }", cell=EASY),
    Plant("another letter", "E2", css=".row p { font-family: serif; }", cell=EASY),
    Plant("underlined and no link", "E2", css=".row p { text-decoration: underline; }", cell=EASY),
    Plant("weak words", "color-contrast-enhanced", css=".row p { color: #757575; }", cell=EASY),
    Plant("abbreviation", "E2", "We sing", "The BBC and the NHS sing", cell=EASY),
    Plant("text that takes long at school", "E8", f"<p>{SENTENCE}</p>", HARD, cell=EASY),
    Plant("nobody to ask", "E14", "rows ask", "rows", cell=EASY),
    Plant("words that are parted", "E6", css=".row p { hyphens: auto; }", cell=EASY),
]


@pytest.fixture(scope="module")
def eyes(chromium, served_demo):
    opened = Eyes.open(chromium, served_demo.address)
    yield opened
    opened.close()


@pytest.fixture
def look(eyes):
    """A function that looks at a page, whatever it is, as if the pages' own program had answered with it."""

    def at(html, css, cells):
        answer = {"body": html, "content_type": "text/html", "headers": {"content-security-policy": POLICY}}
        eyes.page.route(f"**{PATH}?*", lambda one: one.fulfill(**answer))
        eyes.page.route(f"**{STYLES}", lambda one: one.fulfill(body=css, content_type="text/css"))
        return eyes.faults(PATH, cells, member=True)

    yield at
    eyes.page.unroute_all()


def kinds(found):
    """What comes between the cell and the words of a fault."""
    return [one.split(": ")[1].removesuffix(" (axe cannot tell)") for one in found]


def test_twin_passes_in_every_cell(look):
    for edition, cells in groupby(CELLS, lambda one: one.edition):
        assert look(twin(edition), "", list(cells)) == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda one: one.name)
def test_planted_defect_is_caught(look, plant):
    page = twin(plant.cell.edition)
    assert plant.old in page
    planted = page.replace(plant.old, plant.new) if plant.old else page
    assert plant.kind in kinds(look(planted, plant.css, [plant.cell]))
