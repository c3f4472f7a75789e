"""How a page is seen for now: chosen by a link at its foot, kept in the browser, gone with whoever chose it."""

import re

import pytest

from alongside.web.cookies import FOR_NOW


def root(answer):
    return re.search(r"<html [^>]*>", answer.text)[0]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("colours=dark", 'data-colours="dark"'),
        ("colours=light", 'data-colours="light"'),
        ("text=larger", 'data-size="larger"'),
    ],
)
def test_look_asked_for_once_stays_and_goes_with_the_person(as_rosa, asked, said):
    assert said in root(as_rosa.get(f"/bakery/crumb/loaves/rye?{asked}"))
    assert said in root(as_rosa.get("/desks"))
    as_rosa.post("/who", data={"person": "p2"})
    assert "data-" not in root(as_rosa.get("/desks"))


def test_look_of_the_device_is_said_to_the_browser_and_so_is_a_chosen_one(as_rosa):
    assert '<meta name="color-scheme" content="light dark">' in as_rosa.get("/desks").text
    assert '<meta name="color-scheme" content="dark">' in as_rosa.get("/desks?colours=dark").text


def test_before_anybody_has_come_in_a_look_can_be_chosen_too(browser):
    assert 'data-size="largest"' in root(browser.get("/who?text=largest"))
    assert 'data-size="largest"' in root(browser.get("/who"))


@pytest.mark.parametrize("asked", ["colours=pink", "text=huge", "colours=", "text=%22%3E%3Cscript%3E"])
def test_look_there_is_not_changes_nothing_and_is_not_kept(as_rosa, asked):
    answer = as_rosa.get(f"/desks?{asked}")
    assert "data-" not in root(answer)
    assert not {"colours", "text"} & set(as_rosa.cookies)


def test_what_was_chosen_for_now_is_forgotten_when_the_persons_own_is_asked_for(as_rosa):
    as_rosa.get("/desks?colours=dark&text=large&edition=easy")
    assert "data-" not in root(as_rosa.get("/desks?seen=own"))
    later = as_rosa.get("/desks")
    assert "data-" not in root(later)
    assert 'class="easy"' not in later.text


def test_foot_offers_every_way_and_marks_the_one_that_holds(as_rosa):
    foot = as_rosa.get("/desks?text=large").text.partition('<footer class="bottom">')[2]
    offered = re.findall(r'<a href="\?[^"]*?(edition|colours|text)=(\w+)#see"( aria-current="true")?>', foot)
    assert {(name, word) for name, word, _ in offered} == {
        (name, word) for name, answers in FOR_NOW.items() for word in answers
    }
    assert {(name, word) for name, word, held in offered if held} == {
        ("edition", "standard"),
        ("colours", "device"),
        ("text", "large"),
    }
    assert '<details class="see" id="see" open>' in foot


def test_page_for_what_went_wrong_is_seen_in_the_same_way(as_rosa):
    as_rosa.get("/desks?colours=dark")
    assert 'data-colours="dark"' in root(as_rosa.get("/nowhere"))
