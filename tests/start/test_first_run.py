"""The first questions: calm pages until an enterprise is set up, whatever address is opened."""

import json
import stat
import threading

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.first_run.draft import Draft, DraftFile
from alongside.house.first_run.hosting import FirstHosting, pages
from alongside.house.first_run.places import zone_of, zone_of_this_computer
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.testing.browsing import Browser
from alongside.testing.databases import ENGINES
from alongside.testing.easy_read import easy_read_faults
from alongside.web.application import build
from alongside.web.door import Door

from .conftest import ADDRESS, ANSWERS, QUESTIONS, headline


@pytest.mark.parametrize("path", ["/", "/who", "/cafe/x/rota", "/people", "/no/such"])
def test_every_address_shows_the_welcome_until_there_is_an_enterprise(browse, path):
    answer = browse().open(path)
    assert (answer.status_code, headline(answer)) == (200, "Welcome to Alongside")
    assert 'href="/first/name"' in answer.text


def test_answers_become_the_enterprise_and_lead_on_as_its_steward(browse, answered, home, opened):
    browser = browse()
    answered(browser)
    seen = browser.open("/first/check").text
    for words in ("Harbour Together", "London", "buddy, buddies", "Harbour Café", "Nia Castell"):
        assert words in seen
    done = browser.send("/first/check")
    assert (done.status_code, done.url.path, headline(done)) == (200, "/first-steps", "First steps")
    assert "Nia Castell" in done.text
    assert "Your group is set up. This is what comes next." in done.text
    house = opened(home)
    with house.reading() as unit:
        made = enterprise.the_enterprise(unit)
        assert (made.name, made.zone, dict(made.words)) == (
            "Harbour Together",
            "Europe/London",
            {"supporter": "buddy", "supporters": "buddies"},
        )
        assert [(one.slug, one.kind, one.picture) for one in enterprise.businesses(unit)] == [
            ("harbour-cafe", "cafe", "cup")
        ]
        (nia,) = people.everybody(unit)
        assert (nia.name, nia.email, enterprise.steward(unit)) == ("Nia Castell", "nia@harbour.example", nia.id)
    assert not (home / "first-answers.json").exists()


def test_half_of_the_answers_are_there_again_after_the_program_ended(browse, answered, home):
    answered(browse(), "steward")
    kept = home / "first-answers.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    again = browse(make=False)
    assert 'href="/first/steward"' in again.open("/").text
    assert 'value="Harbour Together"' in again.open("/first/name").text
    assert "Harbour Café" in again.open("/first/businesses").text


def test_one_question_changed_at_the_end_leads_back_to_the_end(browse, answered):
    browser = browse()
    answered(browser)
    changed = browser.send("/first/name", {"name": "Quay Together"})
    assert changed.url.path == "/first/check"
    assert "Quay Together" in changed.text


def test_last_page_leads_to_the_first_question_that_is_open(browse, answered):
    browser = browse()
    answered(browser, "words")
    assert browser.open("/first/check").url.path == "/first/words"
    assert browser.send("/first/check").url.path == "/first/words"


@pytest.mark.parametrize(
    ("step", "form", "sentence", "kept"),
    [
        ("name", {"name": "  "}, "Write the name of your group.", ""),
        ("name", {"name": "x" * 101}, "This has 101 characters; the most is 100.", "x" * 101),
        ("place", {}, "Choose a city, or write yours.", "London"),
        ("place", {"zone": "Mars/Base"}, "Please choose one of these answers.", "London"),
        (
            "place",
            {"zone": "other", "city": "Smallville"},
            "We do not know the clocks of this city.",
            "Smallville",
        ),
        ("words", {"member": "y" * 61}, "has 61 characters; the most is 60.", "y" * 61),
        ("businesses", {"then": "next"}, "Write the name of a business.", ""),
        ("businesses", {"then": "add", "name": "Quay Café"}, "Choose what kind of business it is.", "Quay Café"),
        (
            "businesses",
            {"then": "add", "name": "Quay", "kind": "pub"},
            "Please choose one of these answers.",
            "Quay",
        ),
        ("steward", {"steward": " ", "email": "n@x.example"}, "Write the name of one person.", "n@x.example"),
        ("steward", {"steward": "Nia", "email": "nia"}, "“nia” is no e-mail address.", "Nia"),
    ],
)
def test_mistake_is_said_beside_what_was_written_and_nothing_is_lost(browse, step, form, sentence, kept):
    answer = browse().send(f"/first/{step}", form)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert kept in answer.text


def test_businesses_are_added_and_taken_out_and_one_that_was_only_written_is_not_lost(browse):
    browser = browse()
    for name, kind in (("Harbour Café", "cafe"), ("Quay Catering", "none"), ("Old Boat", "studio")):
        browser.send("/first/businesses", {"then": "add", "name": name, "kind": kind})
    browser.send("/first/businesses", {"do": "remove:2"})
    browser.send("/first/businesses", {"then": "next", "name": "Pier Studio", "kind": "studio"})
    text = browser.open("/first/businesses").text
    assert [name in text for name in ("Harbour Café", "Quay Catering", "Old Boat", "Pier Studio")] == [1, 1, 0, 1]


def test_question_that_there_is_not_is_told_in_words(browse):
    answer = browse().open("/first/shoe")
    assert (answer.status_code, "There is no question “shoe”." in answer.text) == (404, True)


@pytest.mark.parametrize("step", ["welcome", *QUESTIONS])
def test_question_is_easy_to_read(browse, answered, step):
    browser = browse()
    answered(browser)
    path = "/" if step == "welcome" else f"/first/{step}"
    answer = browser.open(f"{path}?edition=easy")
    assert (answer.status_code, easy_read_faults(answer.text)) == (200, [])


@pytest.mark.parametrize("engine", ENGINES)
def test_two_browsers_that_finish_at_once_make_one_enterprise(opened, home, databases, engine, answered, browse):
    where = ("--database", databases.empty(engine)) if engine == "postgresql" else ()
    answered(browse(*where))
    apps, answers = [pages(opened(home)) for _ in range(2)], []

    def finish(app):
        with Browser(app, address=ADDRESS) as client:
            answers.append(client.post("/first/check", headers={"origin": ADDRESS}))

    threads = [threading.Thread(target=finish, args=(app,)) for app in apps]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert any(answer.url.path == "/first-steps" for answer in answers)
    for answer in answers:
        assert answer.status_code in {200, 400}
        assert headline(answer) in {"First steps", "Who are you?", "That did not work"}
    with opened(home).reading() as unit:
        assert len(enterprise.businesses(unit)) == 1
        assert [one.name for one in people.everybody(unit)] == ["Nia Castell"]


def test_browser_that_still_has_a_question_open_is_led_on(browse, answered):
    one, other = browse(), browse(make=False)
    answered(one)
    other.open("/first/name")
    one.send("/first/check")
    led = other.send("/first/name", ANSWERS["name"])
    assert led.url.path == "/who"
    assert "How do you want to come in?" in led.text


def test_enterprise_that_was_set_up_by_command_meanwhile_is_shown(browse, opened, home, keyboard):
    browser = browse()
    browser.open("/")
    house = opened(home)
    with house.store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Quay Together")
    assert browser.open("/").url.path == "/who"


def test_answers_are_forgotten_although_the_program_ended_right_after_they_were_put_in_place(
    browse, answered, opened, home, keyboard
):
    answered(browse())
    (home / ".first-answers.json.part").write_text("half of it")
    with opened(home).store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Harbour Together")
    assert (home / "first-answers.json").exists()
    pages(opened(home))
    assert not [path.name for path in home.iterdir() if "first-answers" in path.name]


def test_answer_that_comes_after_the_end_is_kept_nowhere(browse, opened, home, keyboard):
    browse()
    house = opened(home)
    with Browser(build(FirstHosting(house)), address=ADDRESS) as late:
        late.headers["origin"] = ADDRESS
        with house.store.unit(keyboard) as unit:
            enterprise.set_up(unit, "Harbour Together")
        late.post("/first/steward", data=ANSWERS["steward"], follow_redirects=False)
    assert not (home / "first-answers.json").exists()


def test_first_questions_stand_behind_the_door_of_a_real_home(browse, opened, home):
    browse()
    door = Door.new()
    with Browser(pages(opened(home), door), address=ADDRESS) as client:
        assert client.get("/first/name").status_code == 403
        assert client.post("/first/name", data=ANSWERS["name"], headers={"origin": ADDRESS}).status_code == 403
        assert client.get(door.path).status_code == 200
        assert client.get("/first/name").status_code == 200


def test_two_browsers_answer_different_questions_and_neither_is_lost(home):
    home.mkdir()
    threads = [
        threading.Thread(
            target=lambda step=step: DraftFile(home).change(lambda draft: draft.with_answer(step, **{step: step}))
        )
        for step in ("name", "steward")
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert DraftFile(home).read().answered == {"name", "steward"}


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"answers": {"shoe": 1}, "answered": []})])
def test_damaged_answers_are_named_with_their_file(home, text):
    home.mkdir()
    (home / "first-answers.json").write_text(text)
    with pytest.raises(
        BadInput, match=r"first-answers\.json: the first answers cannot be read\. Take the file away"
    ):
        DraftFile(home).read()


def test_nothing_answered_is_an_empty_draft(home):
    assert DraftFile(home).read() == Draft()


def test_place_is_suggested_from_the_clock_of_the_computer(tmp_path):
    clock = tmp_path / "localtime"
    clock.symlink_to("/usr/share/zoneinfo/Europe/Dublin")
    assert zone_of_this_computer(clock) == "Europe/Dublin"
    assert zone_of_this_computer(tmp_path / "none") == "Europe/London"
    assert [zone_of(city) for city in (" isle of  man ", "buenos aires", "London", "", "UTC")] == [
        "Europe/Isle_of_Man",
        "America/Argentina/Buenos_Aires",
        "Europe/London",
        None,
        None,
    ]
