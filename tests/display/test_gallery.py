"""Every macro of the kit on one page: none without a place there or in the guide, and none with a fault."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import alongside.display
from alongside.display import Edition, View
from alongside.display.frame import Item, Notice, PageFrame, Ways, Who
from alongside.display.look import Colours, Look, TextSize
from alongside.display.refused import refused_said
from alongside.rulepacks.offers import AgainstRule, rule

TEMPLATES = Path(alongside.display.__file__).parent / "templates"
GALLERY = Path(__file__).parent / "parts" / "bakery_part" / "templates" / "gallery.html"
GUIDE = Path(__file__).parents[2] / "docs" / "writing-a-plugin.md"
FACTS = {"starts": datetime(2026, 11, 24, 10, tzinfo=UTC)}
APART = {
    "wall.html",
    "locking.html",
}  # the wall and a locked screen are not for pages to use; each has tests of its own
MACRO = re.compile(r"\{% macro ([a-z]\w*)\(")

SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input, textarea")]
  .filter(one => one.type != "hidden" && one.checkVisibility() && !one.matches(".skip"))
  .map(one => [one.outerHTML.slice(0, 60), (one.closest("label") || one).getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < least).map(([html]) => html)"""
OUTSIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && !one.closest(".table, .unseen, .skip") && !one.matches("option"))
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80))"""


def facts_of_the_page():
    from bakery_part.baking import sent

    day = date(2026, 11, 24)
    refused = AgainstRule(rule("uk.daily-rest", day, 30), day, "Ben finishes at 10:30 and starts too early.")
    return {**FACTS, "form": sent(), "other": sent("other-"), "refused": refused_said(refused)}


def frame(**more):
    dark, light = Item(title="Dark", path="?colours=dark"), Item(title="Light", path="?colours=light")
    return {
        "menu": [Item(title=title, path=f"/{title}") for title in ("Rota", "People", "Reports")],
        "below": [Item(title="Rota", path="/Rota"), Item(title="Pattern", path="/Rota/pattern")],
        "here": "/Rota",
        "who": Who(name="Sam Whitlock", picture="boat", path="/who", helper="Priya Raman", shared=True),
        "notices": [Notice(text="Friday has changed.", look="See the new time.", path="#main")],
        "editions": [Item(title="Easy Read", path="?edition=easy")],
        "ways": [Ways(title="Colours", items=[light, dark], held=dark)],
        "ways_open": True,
        "seeing": "/seeing",
        **more,
    }


@pytest.fixture
def gallery(display):
    def render(edition=Edition.STANDARD, **look):
        facts = frame(look=Look(**look))
        return display.render(
            "bakery", View("gallery.html", "Gallery", facts_of_the_page()), frame="page", edition=edition, **facts
        )

    return render


def macros():
    paths = [path for path in TEMPLATES.glob("*.html") if path.name not in APART]
    return {(path.name, name) for path in paths for name in MACRO.findall(path.read_text())}


def test_every_macro_has_its_place_in_the_gallery():
    shown = GALLERY.read_text()
    assert {(file, name) for file, name in macros() if not re.search(rf"\b{name}\(", shown)} == set()


def test_every_macro_stands_in_the_guide_with_its_template():
    rows = GUIDE.read_text().split("## What a page may be made of\n")[1].split("\n## ")[0]
    listed = {
        (file, name)
        for names, file in re.findall(r"^\| (.*?) \| `display/(\w+\.html)` \|", rows, re.MULTILINE)
        for name in re.findall(r"`(\w+)", names)
    }
    assert listed == macros()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "edition", "scheme", "look"),
    [
        (1280, Edition.STANDARD, "light", {}),
        (320, Edition.EASY, "dark", {"colours": Colours.LIGHT}),
        pytest.param(1280, Edition.EASY, "light", {"colours": Colours.DARK}, marks=pytest.mark.proof),
        pytest.param(320, Edition.STANDARD, "dark", {}, marks=pytest.mark.proof),
    ],
)
def test_gallery_has_no_fault_at_either_width_in_any_colours(
    gallery, opened, faults, width, edition, scheme, look
):
    page = opened(gallery(edition, **look), width, scheme=scheme)
    assert faults(page) == []
    assert page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALL, 60 if edition is Edition.EASY else 44) == []


@pytest.mark.browser
def test_gallery_has_no_fault_in_a_persons_own_colours(gallery, opened, faults):
    assert faults(opened(gallery(), 1280, forced="active")) == []


@pytest.mark.browser
@pytest.mark.parametrize("size", [TextSize.LARGER, TextSize.LARGEST])
@pytest.mark.parametrize("edition", list(Edition))
def test_largest_letters_fit_into_the_smallest_screen(gallery, opened, edition, size):
    page = opened(gallery(edition, text_size=size), 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.browser
def test_control_a_word_too_wide_for_the_screen_is_seen(gallery, opened):
    wide = gallery().replace("Trained, rested", '<b style="display: block; width: 400px">Wide</b>')
    assert opened(wide, 320).evaluate(OUTSIDE) != []


@pytest.mark.browser
@pytest.mark.parametrize(("size", "times"), [*zip(TextSize, (1, 1.25, 1.5, 2), strict=True)])
def test_every_size_of_letters_is_what_it_says(gallery, opened, size, times):
    page = opened(gallery(text_size=size))
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == pytest.approx(17 * times)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("scheme", "colours", "ground"),
    [
        ("light", Colours.DEVICE, "rgb(251, 247, 242)"),
        ("dark", Colours.DEVICE, "rgb(26, 16, 20)"),
        ("light", Colours.DARK, "rgb(26, 16, 20)"),
        ("dark", Colours.LIGHT, "rgb(251, 247, 242)"),
    ],
)
def test_colours_are_those_of_the_device_unless_others_are_chosen(gallery, opened, scheme, colours, ground):
    page = opened(gallery(colours=colours), scheme=scheme)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground


@pytest.mark.browser
def test_i_have_finished_stands_bottom_right_wherever_one_has_scrolled_to(gallery, opened):
    page = opened(gallery(), 1024)
    for top in (0, 600, 100_000):
        page.evaluate("top => scrollTo(0, top)", top)
        box = page.get_by_role("button", name="I have finished").bounding_box()
        assert box["y"] + box["height"] <= 800
        assert box["y"] > 700
        assert box["x"] > 700
        assert box["height"] >= 60


def test_device_of_ones_own_has_no_such_button(display):
    facts = frame(who=Who(name="Sam", path="/who"))
    assert "I have finished" not in display.render(
        "bakery", View("gallery.html", "x", facts_of_the_page()), frame="page", **facts
    )


@pytest.mark.browser
def test_focus_is_not_hidden_behind_the_way_out(gallery, opened):
    page = opened(gallery(), 360)
    hidden = """() => { const one = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector(".finished").getBoundingClientRect();
      return !document.activeElement.closest(".finished") && one.top >= bar.top; }"""
    for _turn in range(60):
        page.keyboard.press("Tab")
        assert not page.evaluate(hidden), page.evaluate("document.activeElement.outerHTML.slice(0, 100)")


@pytest.mark.browser
def test_paper_is_white_and_has_nothing_to_press(gallery, opened):
    page = opened(gallery(colours=Colours.DARK))
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    for unprinted in (".menu.wide", ".button", ".who", ".see", ".finished", "form"):
        assert not page.locator(unprinted).first.is_visible(), unprinted
    for printed in (".home", "h1", ".table.rota", "main .picture"):
        assert page.locator(printed).first.is_visible(), printed


def test_frame_without_choices_offers_none():
    assert PageFrame().ways == ()
