"""200 texts that would run or fetch something, on every paper: each is words, and nothing is read for one."""

from html import escape
from io import BytesIO

import pikepdf
import pytest

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import open_house
from alongside.house.packs.making import make
from alongside.house.packs.pack import packs_of
from alongside.reports.pdf import NotHandedOver, make_pdf
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.demo import TODAY, copy_demo, noon

from .examples import LEADS_ON
from .papers import acts
from .payloads import ELSEWHERE, PAYLOADS
from .poison import poison

READ = tuple(
    one.format(where)
    for where in ("file:///etc/hostname", "http://127.0.0.1:9/", "//evil.example/x", "paper:/etc/hostname")
    for one in (
        "<img src='{}'>",
        "<link rel=attachment href='{}'>",
        "<link rel=stylesheet href='{}'>",
        "<p style='background:url({})'>x</p>",
        "<object data='{}'></object>",
    )
)
"""Texts that would read a file or ask for something if a paper took them for more than words."""

HTML = '<html lang="en-GB"><head><title>Songs</title></head><body class="report"><h1>Songs</h1>{}</body></html>'


@pytest.fixture(scope="module")
def poisoned(demo, tmp_path_factory):
    """A copy of the demo with payloads in every text."""
    home = tmp_path_factory.mktemp("papers") / "demo"
    copy_demo(demo, home)
    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = noon
    poison(house, 0)
    yield house
    house.close()


def papers_of(house, met):
    """Every paper that a page leads to, and tomorrow's papers of every business in both editions."""
    browsers, app = {}, pages(house)
    for route in met.routes:
        place = met.first(route) if route.paper and route.path not in LEADS_ON else None
        if place is None:
            continue
        if place.person not in browsers:
            browsers[place.person] = Browser(app)
            browsers[place.person].come_in_as(house.store, place.person)
        answer = browsers[place.person].get(place.path)
        if answer.headers["content-type"].startswith("audio/"):  # a recording, handed out as it was sent
            continue
        if answer.status_code == 404:  # a certificate is taken back where a reason for it stands
            continue
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), place.path
        yield place.path, answer.content
    yield from _tomorrow(house)


def _tomorrow(house):
    with house.reading() as unit:
        packs = [one for edition in Edition for one in packs_of(TODAY, enterprise.businesses(unit), edition)]
    for one in packs:
        assert [came.right for came in make(house, one, Actor.keyboard("the test"))] == [True]
        yield one.file, (house.home / "papers" / one.file).read_bytes()


@pytest.mark.proof
def test_nothing_runs_and_nothing_leads_elsewhere_on_any_paper(poisoned, met):
    found, made = [], 0
    for name, pdf in papers_of(poisoned, met):
        made += 1
        assert (pdf[:5], pdf.rstrip()[-5:]) == (b"%PDF-", b"%%EOF"), name
        found += [(name, one) for one in acts(pdf)]
        found += [(name, ELSEWHERE)] * (b"/URI" in pdf and ELSEWHERE.encode() in pdf)
    assert found == []
    assert made > 12


def test_text_that_asks_for_a_file_is_words_on_paper():
    pdf = make_pdf(HTML.format("".join(f"<p>{escape(one)}</p>" for one in (*READ, *PAYLOADS))))
    assert acts(pdf) == []


@pytest.mark.parametrize("text", READ)
def test_control_as_more_than_words_it_would_ask_and_is_refused(text):
    with pytest.raises(NotHandedOver):
        make_pdf(HTML.format(text))


def test_control_link_that_runs_and_file_that_is_held_are_found():
    assert acts(make_pdf(HTML.format('<p><a href="javascript:ran(1)">x</a></p>'))) == ["/URI javascript:ran(1)"]
    with pikepdf.open(BytesIO(make_pdf(HTML.format("<p>x</p>")))) as pdf:
        pdf.attachments["words.txt"] = b"words"
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="ran(1)")
        pdf.save(held := BytesIO())
    assert {"/EmbeddedFiles", "/JS", "/JavaScript"} <= set(acts(held.getvalue()))
