"""Pages on paper, as a browser prints them: on as few sheets as they fit, without what is only to be pressed."""

import io
import re

import pikepdf
import pytest

from alongside.testing.pages.looking import Eyes

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(chromium, served_demo, demo_people):
    """A function that prints a page as somebody sees it: the sizes of its sheets, and the words on them."""

    def at(path, who):
        eyes = Eyes.open(chromium, served_demo.address).come_in(demo_people[who])
        eyes.page.goto(path)
        eyes.page.emulate_media(media="print")
        with pikepdf.open(io.BytesIO(eyes.page.pdf(format="A4", prefer_css_page_size=True))) as pdf:
            sheets = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages]
        words = " ".join(eyes.page.inner_text("main").split())
        eyes.close()
        return sheets, words

    return at


def test_week_in_easy_read_stands_on_one_sheet(printed):
    sheets, words = printed("/week?edition=easy", "member")
    assert len(sheets) == 1
    assert "Friday 27 November" in words
    assert "More days" not in words


def test_rota_lies_on_its_side_and_offers_nothing_to_press(printed):
    sheets, words = printed("/cafe/tideline-cafe/rota?edition=standard", "manager")
    assert [wide > high for wide, high in sheets] == [True] * len(sheets)
    assert len(sheets) == 2
    assert re.search(r"\d+ hours of \d+ hours", words)
    # Nor what is for whoever plans alone: a printed rota may hang on a wall.
    unsaid = ("Fill open places", "Wall rota (PDF)", "wants at most", "Nothing new is planned", "certificate")
    assert [one for one in unsaid if one in words] == []


@pytest.mark.parametrize(
    ("path", "who", "said"),
    [
        ("/studio/tideline-sound/day", "manager", "Who is where"),
        ("/reports", "trustee", "July to September 2026"),
    ],
)
def test_page_that_fits_stands_on_one_sheet_upright(printed, path, who, said):
    ((wide, high),), words = printed(f"{path}?edition=standard", who)
    assert wide < high
    assert said in words
