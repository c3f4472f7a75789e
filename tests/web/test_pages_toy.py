import re

import pytest

from alongside.testing.databases import ENGINES

both_databases = pytest.mark.parametrize("engine_name", ENGINES, indirect=True)


def loaves(house):
    from toy_bakery.pages import LOAVES

    from alongside.store import Actor

    with house.store.unit(Actor.keyboard(), writing=False) as unit:
        return [loaf.name for loaf in unit.find(LOAVES)]


def test_nobody_chosen_every_page_leads_to_who(browser):
    for path in ("/", "/desks", "/bakery/crumb/loaves"):
        assert browser.get(path).url.path == "/who"


def test_a_name_chosen_leads_to_the_first_page_and_says_who(as_idris):
    page = as_idris.get("/")
    assert page.url.path == "/desks"
    assert "Idris &lt;b&gt;Vale&lt;/b&gt;" in page.text
    assert "This is a toy." in page.text


def test_a_made_up_person_is_turned_away(browser):
    assert browser.post("/who", data={"person": "p9"}).status_code == 400
    browser.cookies.set("alongside_session_8080", "p9", domain="127.0.0.1")
    assert browser.get("/desks").url.path == "/who"


def test_finished_forgets_who_was_here(as_rosa):
    assert as_rosa.post("/finished").url.path == "/who"
    assert as_rosa.get("/desks").url.path == "/who"


def test_menu_shows_only_what_may_be_opened(as_idris):
    text = as_idris.get("/desks").text
    assert "/bakery/crumb/loaves" in text
    for other in ("/safe", "/bakery/crust/loaves", "/bakery/crumb/plan", "pottery"):
        assert other not in text


def test_menu_of_a_steward_holds_all_and_names_what_was_left_out(as_rosa):
    text = as_rosa.get("/desks").text
    for path in ("/safe", "/bakery/crust/loaves", "/bakery/crumb/plan"):
        assert f'href="{path}"' in text
    assert "Loaves: Crumb (Street)" in text
    assert "pottery" in text
    assert "/burnt" not in text


def nav(page, kind):
    """The paths in one of a page's two lists of links, in order."""
    lists = re.findall(rf'<nav class="{kind}".*?</nav>', page.text, re.DOTALL)
    return re.findall(r'href="([^"]+)"', lists[0]) if lists else []


def test_page_under_another_is_named_there_and_not_in_the_menu(as_rosa):
    family = ["/bakery/crumb/loaves", "/bakery/crumb/oven"]
    for path in family:
        page = as_rosa.get(path)
        assert nav(page, "below") == family
        assert f'<a href="{path}" aria-current="page">' in page.text
        assert "/bakery/crumb/oven" not in nav(page, "menu wide")
        assert '<a href="/bakery/crumb/loaves" aria-current' in page.text.split('class="menu narrow"')[0]
    assert nav(as_rosa.get("/desks"), "below") == []


def test_page_whose_upper_page_is_closed_to_the_visitor_stands_in_the_menu(as_idris):
    assert "/bakery/crumb/flour" in nav(as_idris.get("/desks"), "menu wide")
    assert nav(as_idris.get("/bakery/crumb/flour"), "below") == []


@pytest.mark.parametrize("path", ["/safe", "/bakery/crust/loaves", "/bakery/crumb/plan", "/bakery/crust/list.pdf"])
def test_page_without_permission_is_refused_in_words(as_idris, path):
    page = as_idris.get(path)
    assert page.status_code == 403
    assert "may not do this" in page.text


@both_databases
def test_form_kept_leads_on_and_its_notice_is_shown_once(as_rosa, house):
    page = as_rosa.post("/bakery/crumb/loaves", data={"name": "Rye é"})
    assert page.url.path == "/bakery/crumb/loaves"
    assert "Rye é is in the oven." in page.text
    assert loaves(house) == ["Rye é"]
    assert "is in the oven" not in as_rosa.get("/bakery/crumb/loaves").text


@both_databases
def test_form_with_a_mistake_is_undone_and_shown_again_with_its_values(as_rosa, house):
    page = as_rosa.post("/bakery/crumb/loaves", data={"name": "Much too long a name"})
    assert page.status_code == 422
    assert 'value="Much too long a name"' in page.text
    assert '<a href="#name">Choose a shorter name.</a>' in page.text
    assert loaves(house) == []


@both_databases
def test_form_refused_shows_its_page_again_with_the_reason_and_the_values(as_rosa, house):
    as_rosa.post("/bakery/crumb/loaves", data={"name": "Rye"})
    page = as_rosa.post("/bakery/crumb/loaves", data={"name": "Rye"})
    assert page.status_code == 409
    assert "<li>There is a Rye already.</li>" in page.text
    assert 'value="Rye"' in page.text
    assert loaves(house) == ["Rye"]


@both_databases
def test_form_by_somebody_who_may_not_changes_nothing(as_idris, house):
    assert as_idris.post("/bakery/crust/loaves", data={"name": "Rye"}).status_code == 403
    assert loaves(house) == []


@both_databases
def test_slow_work_is_thought_with_no_unit_open_and_settled_in_another(as_rosa, house):
    page = as_rosa.post("/bakery/crumb/loaves", data={"name": "sourdough"})
    assert "It has risen." in page.text
    assert loaves(house) == ["sourdough of the keyboard"]


def test_a_plain_notice_may_hold_braces(as_rosa):
    assert "Bo is out {at} lunch." in as_rosa.get("/desks/Bo").text


def test_a_spoilt_notice_is_left_out(as_rosa):
    as_rosa.cookies.set("alongside_notice_8080", "bm90IGpzb24=", domain="127.0.0.1")
    assert as_rosa.get("/desks").status_code == 200


def test_names_in_paths_reach_the_page_though_two_pages_call_one_place_differently(as_rosa):
    assert "loaf rye" in as_rosa.get("/bakery/crumb/loaves/rye").text
    assert "kind rye" in as_rosa.get("/bakery/crumb/loaves/rye/all").text


def test_edition_chosen_once_stays_until_somebody_else_is_chosen(as_rosa):
    assert "Easy: loaf rye" in as_rosa.get("/bakery/crumb/loaves/rye?edition=easy").text
    assert "Easy: loaf rye" in as_rosa.get("/bakery/crumb/loaves/rye").text
    assert "More words" in as_rosa.get("/desks").text
    as_rosa.post("/who", data={"person": "p2"})
    assert "Easy: loaf rye" not in as_rosa.get("/bakery/crumb/loaves/rye").text


def test_paper_is_a_pdf_with_its_name(as_rosa):
    paper = as_rosa.get("/bakery/crumb/list.pdf")
    assert paper.content.startswith(b"%PDF")
    assert paper.headers["content-type"] == "application/pdf"
    assert "list%20%C3%A9.pdf" in paper.headers["content-disposition"]


@pytest.mark.parametrize("page", ["burnt", "missing"])
def test_failing_page_names_its_part_and_a_reference_and_the_rest_works(as_rosa, caplog, page):
    answer = as_rosa.get(f"/bakery/crumb/{page}")
    assert answer.status_code == 500
    assert "This page of “Bakery” could not be shown" in answer.text
    assert "Traceback" not in answer.text
    assert "oven of Rosa" not in answer.text
    reference = caplog.records[-1].args[0]
    assert reference in answer.text
    assert caplog.records[-1].exc_info is None
    assert "oven of Rosa" not in caplog.text
    assert as_rosa.get("/bakery/crumb/loaves").status_code == 200


def test_refusing_page_says_so_with_its_status(as_rosa):
    page = as_rosa.get("/bakery/crumb/sold-out")
    assert page.status_code == 409
    assert "Every loaf is sold." in page.text
    assert "Loaves" in page.text  # the menu is still there


@pytest.mark.parametrize("path", ["/nowhere", "/bakery/nowhere/loaves", "/bakery/crumb/loaves/a/b/c"])
def test_unknown_address_gets_a_page_in_words(as_rosa, path):
    page = as_rosa.get(path)
    assert page.status_code == 404
    assert "There is no such page" in page.text


def test_what_cannot_be_sent_is_turned_away_in_words(as_rosa):
    assert as_rosa.post("/desks", data={"a": "b"}).status_code == 405
    large = as_rosa.post("/bakery/crumb/loaves", data={"name": "x" * 1_000_001})
    assert large.status_code == 413
    assert "more than can be sent here" in large.text
    for body, status in ((b"name=%00", 400), (b"name=%ff", 403), ("name=é".encode(), 403)):
        kind, marked = {"content-type": "application/x-www-form-urlencoded"}, f"_mark={as_rosa.mark()}&".encode()
        assert as_rosa.post("/bakery/crumb/loaves", content=marked + body, headers=kind).status_code == status
    assert as_rosa.post("/bakery/crumb/loaves", json={"name": "x"}).status_code == 403
    assert as_rosa.get("/bakery/crumb/loaves/%00").status_code == 400
