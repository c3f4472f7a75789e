"""Papers that anybody can read, or hear, and that come out the same every time."""

import os
import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.reports import pdf
from alongside.reports.pdf import NotHandedOver, make_pdf
from alongside.testing.easy_read import easy_read_faults

HERE = Path(__file__).parent
NAMES = ("standard", "easy", "wall", "letter")
PHOTO = "/people/rosa/photo"
MARGIN = 8 / 25.4 * 96
"""Eight millimetres in CSS pixels: what printers leave white."""


@pytest.fixture(autouse=True)
def orchard(monkeypatch):
    monkeypatch.syspath_prepend(str(HERE / "parts"))
    monkeypatch.syspath_prepend(str(HERE))


@cache
def paper(name):
    import papers

    return papers.paper(name)


def html_of(name):
    import papers

    return papers.paper_html(name)


def opened(data):
    return pikepdf.open(BytesIO(data))


def failed_rules(data):
    report = validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1)
    return {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("name", NAMES)
def test_paper_passes_pdf_ua(name):
    report = validate_pdf_bytes(paper(name), profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures


WHOLE = '<html lang="en-GB"><head><title>A</title></head><body><h1>A</h1>{}</body></html>'


def test_control_of_the_planted_faults_is_sound():
    assert failed_rules(make_pdf(WHOLE.format("<h2>B</h2><p>Words</p>"))) == set()


@pytest.mark.parametrize(
    "fault",
    [
        "<h3>One heading skipped</h3>",
        '<svg viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
        '<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22/%3E">',
    ],
    ids=["skipped heading", "drawing without title", "picture without words"],
)
def test_planted_fault_fails_pdf_ua(fault):
    assert failed_rules(make_pdf(WHOLE.format(fault)))


@pytest.mark.parametrize("html", ["<html><head><title>A</title></head>", '<html lang="en"><p>A'])
def test_paper_without_language_or_title_is_refused(html):
    with pytest.raises(ValueError, match="lang"):
        make_pdf(html)


@pytest.mark.parametrize(
    "address",
    ["https://orchard.example/a.png", "file:///etc/hostname", "/etc/hostname", "photo.png", "//orchard.example/a"],
)
def test_paper_fetches_nothing_that_was_not_handed_over(address):
    html = WHOLE.format(f'<img alt="A" src="{address}">')
    with pytest.raises(NotHandedOver):
        make_pdf(html)


def test_style_cannot_fetch_either():
    with pytest.raises(NotHandedOver, match=r"orchard\.example"):
        make_pdf(WHOLE.format('<p style="background: url(https://orchard.example/a.png)">A</p>'))


def test_photo_handed_over_is_in_the_paper():
    import papers

    assert len(paper("wall")) > 0
    without = html_of("wall").replace(papers.PHOTO, "/people/somebody/else")
    with pytest.raises(NotHandedOver, match="/people/somebody/else"):
        make_pdf(without, files={papers.PHOTO: papers.PHOTO_BYTES})


def test_other_process_gives_the_same_bytes():
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, HERE / "papers.py", *NAMES], env=env, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert dict(line.split() for line in done.stdout.splitlines()) == {
        name: sha256(paper(name)).hexdigest() for name in NAMES
    }


def test_paper_of_other_words_has_other_bytes():
    one, other = (make_pdf(WHOLE.format(f"<p>{word}</p>")) for word in ("apple", "pear"))
    assert one != other


@pytest.mark.parametrize("name", NAMES)
def test_fonts_of_the_house_alone_are_embedded(name):
    with opened(paper(name)) as pdf:
        fonts = {
            str(item.BaseFont)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert fonts
    assert {font for font in fonts if not re.search(r"Lexend|Reading", font)} == set()


def test_control_a_sign_that_the_fonts_lack_is_seen():
    with opened(make_pdf(WHOLE.format("<p>Arrow \u2192</p>"))) as pdf:
        fonts = {
            str(item.BaseFont)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert [font for font in fonts if not re.search(r"Lexend|Reading", font)]


def elements(pdf, kind):
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind]


def test_links_are_spoken_with_the_words_people_see():
    with opened(paper("standard")) as pdf:
        links = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Link"
        ]
        assert {str(link.Contents) for link in links} == {"The orchard", "The mill", "How we count apples"}
        assert {int(link.F) for link in links} == {4}


def test_headers_of_tables_say_what_they_head():
    with opened(paper("standard")) as pdf:
        scopes = [str(header.A.Scope) for header in elements(pdf, "/TH")]
    # Three tables: 2, 4 and 2 columns headed; 2 + 1, 2 and 2 rows.
    assert (scopes.count("/Column"), scopes.count("/Row")) == (8, 7)


def test_each_drawing_says_its_numbers():
    with opened(paper("standard")) as pdf:
        said = [str(figure.Alt) for figure in elements(pdf, "/Figure")]
    assert "2,946 now, 2,610 before." in said
    assert "2 courses now." in said
    assert "We picked more each week. Rosa: 1 100, 2 400, 3 524. Ben: 1 300, 2 300, 3 300." in said
    assert "Photo of Rosa" in said
    assert not [alt for alt in said if not alt.strip()]


def test_report_tells_its_title_and_language():
    with opened(paper("easy")) as pdf:
        assert (
            str(pdf.docinfo.Title)
            == "Report to the trustees, July to September 2026, Easy Read – Tideline Together"
        )
        assert str(pdf.Root.Lang) == "en-GB"
        assert "/CreationDate" not in pdf.docinfo


def test_failed_chapter_is_told_by_name_in_both_editions():
    assert "The chapter of <strong>The mill</strong> could not be written" in html_of("standard")
    assert "We could not write about <strong>The mill</strong>" in html_of("easy")


def test_easy_read_report_has_no_fault_a_machine_can_find():
    assert easy_read_faults(html_of("easy")) == []


def test_easy_read_report_shows_which_way_it_went():
    html = html_of("easy")
    assert [
        html.count(f"<title>{said}</title>")
        for said in ("An arrow that points up.", "The same.", "An arrow that points down.")
    ] == [1, 1, 1]


@pytest.mark.parametrize("name", NAMES)
def test_credits_stand_where_pictures_are(name):
    assert "Pictures: OpenMoji, CC BY-SA 4.0." in html_of(name)


def test_five_with_long_names_in_a_row_of_the_wall_stay_on_the_sheet():
    from weasyprint import HTML

    known, style = pdf._style()
    document = HTML(string=html_of("wall"), base_url="paper:", url_fetcher=pdf._fetcher({PHOTO: b"<svg/>"}))
    for page in document.render(stylesheets=[style], font_config=known).pages:
        boxes = [one for one in page._page_box.descendants() if getattr(one, "text", "")]
        assert len(boxes) > 20
        assert max(one.position_x + one.width for one in boxes) < page.width - MARGIN


def test_wall_paper_has_one_landscape_sheet_a_day_with_three_rows_or_four():
    with opened(paper("wall")) as pdf:
        sizes = [[round(float(side)) for side in page.mediabox[2:]] for page in pdf.pages]
    assert sizes == [[842, 595], [842, 595]]
