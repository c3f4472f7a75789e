"""“Read this to me”, with a stand-in for the device's voice: each sentence marked, stopped, never missed."""

import pytest

from alongside.display import View

pytestmark = pytest.mark.browser

# A voice that says nothing by itself: a test ends each sentence with `done()`.
VOICE = """
window.spoken = [];
window.voices = %s;
class Utterance { constructor(text) { this.text = text; } }
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak: (one) => spoken.push(one),
  cancel: () => { window.cancelled = (window.cancelled || 0) + 1; },
  addEventListener: (name, act) => { window.arrive = act; },
}});
window.done = () => spoken[spoken.length - 1].onend();
const words = (range) => range.toString().trim().replace(/\\s+/g, " ");
window.marked = () => [...(CSS.highlights.get("read-aloud") || [])].map(words);
"""
ENGLISH = '[{lang: "fr-FR", localService: true}, {lang: "en-GB", name: "own", localService: true}]'
ELSEWHERE = '[{lang: "en-GB", name: "of a company", localService: false}]'
READ = "Read this to me"


@pytest.fixture
def page_with(display, opened):
    def page(voices, template="aloud.html", **more):
        html = display.render("bakery", View(template, "My week", {}), frame="page")
        return opened(html, 360, script=VOICE % voices, held_to_policy=True, **more)

    return page


def texts(page):
    return page.evaluate("spoken.map(one => one.text)")


def test_page_is_said_sentence_by_sentence_slowly_in_english_and_each_is_marked(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=READ, exact=True).click()
    said = ["My week", "You start at 10 o’clock.", "You work in the kitchen.", "Bring your apron!"]
    said += ["Maya has", "6 hours left", "I can’t come"]
    for sentence in said:
        assert texts(page)[-1] == sentence
        assert page.evaluate("marked()") == [sentence]
        page.evaluate("done()")
    assert texts(page) == said
    assert page.evaluate("marked()") == []
    assert page.get_by_role("button", name=READ, exact=True).is_visible()
    assert page.evaluate("[...new Set(spoken.map(one => [one.lang, one.rate, one.voice.name].join()))]") == [
        "en-GB,0.85,own"
    ]
    assert page.said == []


def test_reading_stops_when_it_is_asked_to(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=READ, exact=True).click()
    page.get_by_role("button", name="Stop reading", exact=True).click()
    page.evaluate("done()")
    assert len(texts(page)) == 1
    assert page.evaluate("marked()") == []
    assert page.get_by_role("button", name=READ, exact=True).is_visible()


def test_escape_stops_it_too(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=READ, exact=True).click()
    page.keyboard.press("Escape")
    assert page.evaluate("marked()") == []


def test_cover_of_a_device_that_locks_stops_it(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=READ, exact=True).click()
    assert page.evaluate("marked()") != []
    page.evaluate("dispatchEvent(new Event('alongside-covered'))")
    page.evaluate("done()")
    assert len(texts(page)) == 1
    assert page.evaluate("marked()") == []


def test_one_piece_of_a_page_can_be_read_alone_and_its_button_says_which(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=f"{READ}: You work in the kitchen.").click()
    page.evaluate("done()")
    page.evaluate("done()")
    assert texts(page) == ["You work in the kitchen.", "Bring your apron!"]


def test_pressing_another_button_reads_that_instead(page_with):
    page = page_with(ENGLISH)
    page.get_by_role("button", name=READ, exact=True).click()
    page.get_by_role("button", name=f"{READ}: You work in the kitchen.").click()
    assert texts(page)[-1] == "You work in the kitchen."
    assert page.get_by_role("button", name=READ, exact=True).is_visible()


@pytest.mark.parametrize("voices", ["[]", ELSEWHERE, '[{lang: "fr-FR", localService: true}]'])
def test_without_a_voice_of_the_device_itself_there_is_no_button(page_with, voices):
    assert page_with(voices).get_by_text(READ).count() == 0


def test_voice_that_comes_late_brings_the_button_once(page_with):
    page = page_with("[]")
    page.evaluate("voices.push({lang: 'en-GB', localService: true}); arrive(); arrive()")
    assert page.get_by_role("button", name=READ, exact=True).count() == 1


def test_without_scripts_nothing_of_it_is_seen(page_with):
    page = page_with(ENGLISH, java_script_enabled=False)
    assert page.get_by_text(READ).count() == 0
    assert page.get_by_text("You work in the kitchen.").is_visible()


def test_page_with_the_buttons_has_no_fault(display, opened, faults):
    html = display.render("bakery", View("aloud.html", "My week", {}), frame="page")
    assert faults(opened(html, 320, script=VOICE % ENGLISH)) == []
