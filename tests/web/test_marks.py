"""The mark in every form: without it nothing is changed, and a form sent twice is done once."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_bakery.pages import LOAVES

from alongside.display import View
from alongside.display.marked_forms import MarkedForms
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.fixtures import engines
from alongside.web import routes
from alongside.web.addresses import addresses_of
from alongside.web.application import build, router
from alongside.web.marks import fits, new_mark

LOAVES_PAGE = "/bakery/crumb/loaves"
both_databases = pytest.mark.parametrize("engine_name", engines(), indirect=True)


def baked(house):
    with house.store.unit(Actor.keyboard(), writing=False) as unit:
        return sorted(one.name for one in unit.find(LOAVES))


def body(browser, name):
    """What a browser sends of a form that was opened once."""
    return {"content": f"_mark={browser.mark()}&name={name}", "headers": {"content-type": FORM}}


FORM = "application/x-www-form-urlencoded"


# --- whose form it is


@given(st.text(min_size=1), st.text(min_size=1))
def test_mark_fits_the_browser_it_was_made_for_and_no_other(secret, other):
    mark = new_mark(secret)
    assert fits(secret, mark)
    assert fits(other, mark) == (other == secret)
    assert new_mark(secret) != mark


@given(st.text())
def test_no_text_that_we_did_not_make_is_a_mark(text):
    assert not fits("a secret", text)
    assert not fits("", text)


def test_every_page_that_takes_a_form_refuses_one_without_a_mark(as_rosa, house):
    as_rosa.marks = False
    paths = [one.at("crumb") for one in addresses_of(house.parts) if getattr(one.page, "send", None)]
    assert len(paths) > 2
    for path in paths:
        for data in ({}, {"_mark": ""}, {"_mark": new_mark("another browser")}):
            answer = as_rosa.post(path, data={"name": "rye", "person": "p1", **data})
            assert (answer.status_code, "Nothing was changed" in answer.text) == (403, True), path
    assert baked(house) == []


@pytest.fixture
def made_anew():
    """Routers are made anew, before and after, so that a defence can be taken out of one."""
    router.cache_clear()
    yield
    router.cache_clear()


@pytest.mark.usefixtures("made_anew")
def test_control_without_the_defence_a_form_without_a_mark_would_be_taken(house, monkeypatch):
    monkeypatch.setattr(routes, "marked", lambda work: work)
    with Browser(build(house)) as browser:
        browser.marks = False
        browser.post("/who", data={"person": "p1"})
        assert browser.post(LOAVES_PAGE, data={"name": "rye"}).status_code == 200
    assert baked(house) == ["rye"]


def test_form_of_somebody_who_left_is_not_taken_from_the_next_one(as_rosa, house):
    form = body(as_rosa, "rye")
    as_rosa.post("/finished")
    as_rosa.post("/who", data={"person": "p2"})
    assert "not opened here, or not since you came in" in as_rosa.post(LOAVES_PAGE, **form).text
    assert baked(house) == []


def test_page_holds_a_mark_of_its_own_for_each_form_that_can_be_sent(as_rosa):
    marks = re.findall(r'name="_mark" value="([^"]+)"', as_rosa.get("/who").text)
    assert len(marks) == len(set(marks)) == 2
    hers = "a-browser-of-the-tests:p1"
    assert all(fits(hers, mark) for mark in marks)


@pytest.mark.parametrize(
    ("tag", "is_marked"),
    [
        ('<form method="post" action="/x">', True),
        ("<FORM METHOD=POST>", True),
        ('<form action="{{ a if b > c else d }}" method="post">', True),
        ('<form method="{{ how }}">', True),
        ("<form\n  class='x'\n  method='post'\n>", True),
        ('<form method="get" action="/x">', False),
        ('<form action="/search">', False),
        ("<formula method='post'>", False),
    ],
)
def test_each_way_to_write_a_form_is_marked(tag, is_marked):
    assert MarkedForms.preprocess(None, f"<p>{tag}</p>", None).count("{{ form_mark() }}") == is_marked


def test_what_nobody_can_send_holds_no_mark(house):
    inside = house.display.render("office", View("who.html", "x", {"choices": ()}))
    assert "_mark" not in inside


# --- done once


@both_databases
def test_same_form_sent_twice_is_done_once_and_leads_to_the_same_place(as_rosa, house):
    form = body(as_rosa, "rye")
    first, second = as_rosa.post(LOAVES_PAGE, **form), as_rosa.post(LOAVES_PAGE, **form)
    assert (first.status_code, first.url.path) == (second.status_code, second.url.path) == (200, LOAVES_PAGE)
    assert "rye is in the oven" in first.text
    assert "This was done before" in second.text
    assert baked(house) == ["rye"]


def test_control_another_form_with_the_same_words_is_another_act(as_rosa):
    as_rosa.post(LOAVES_PAGE, **body(as_rosa, "rye"))
    assert as_rosa.post(LOAVES_PAGE, **body(as_rosa, "rye")).status_code == 409


@both_databases
def test_form_sent_many_times_at_once_is_done_once(as_rosa, house):
    form = body(as_rosa, "rye")
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: as_rosa.post(LOAVES_PAGE, **form, follow_redirects=False), range(6)))
    assert [(one.status_code, one.headers["location"]) for one in answers] == [(303, LOAVES_PAGE)] * 6
    assert baked(house) == ["rye"]


def test_form_with_a_mistake_can_be_sent_again_once_it_is_put_right(as_rosa, house):
    mark = as_rosa.mark()
    for name, status in (("a loaf of a very long name", 422), ("rye", 200)):
        form = {"content": f"_mark={mark}&name={name}".replace(" ", "+"), "headers": {"content-type": FORM}}
        assert as_rosa.post(LOAVES_PAGE, **form).status_code == status
    assert baked(house) == ["rye"]


def test_what_was_done_leaves_nothing_in_the_trail_about_the_form(as_rosa, house):
    as_rosa.post(LOAVES_PAGE, **body(as_rosa, "rye"))
    with house.store.engine.connect() as connection:
        kinds = connection.exec_driver_sql("SELECT DISTINCT kind FROM store_audit").scalars().all()
    assert kinds == ["bakery_loaf"]


@both_databases
def test_form_that_is_shown_again_may_leave_a_note_of_it(as_rosa, house):
    answer = as_rosa.post(LOAVES_PAGE, data={"name": "crumbs"})
    assert (answer.status_code, "That was not a loaf." in answer.text) == (422, True)
    assert baked(house) == ["crumbs"]
