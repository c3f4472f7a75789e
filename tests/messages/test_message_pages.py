"""The pages of messages: a steward's, the list of people to ring, and everybody's own news."""

import re
from datetime import timedelta

import pytest
from toy_tideline import EASY, EVE, LEE, LISTENER, NIA, PEOPLE, RAY

from alongside.enterprise import offers as enterprise
from alongside.messages.delivery import LONGEST, claim
from alongside.messages.message import Channel
from alongside.messages.outbox import LATELY
from alongside.messages.tables import CALLS, MESSAGES
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults


def kept(house):
    with house.reading() as unit:
        return {one.person: one for one in unit.find(MESSAGES)}


def stick(house, clock, message):
    """Leave a message as a crash would."""
    with house.store.unit(Actor.keyboard()) as unit:
        claim(unit, message, Channel.EMAIL)
    clock.now += LONGEST + timedelta(seconds=1)


def test_page_counts_what_waits_and_names_nobody(house, write, visit):
    write(*(one.id for one in PEOPLE))
    page = visit(NIA).get("/messages").text
    # A letter also for the one whose address is missing.
    for way, waits in (("On a screen", 1), ("By e-mail", 1), ("By letter", 3), ("Somebody rings", 2)):
        assert re.search(rf">{way}</th>\s*<td[^>]*>{waits}</td>", page), way
    main = page[page.index("<main") :]
    assert not [one.name for one in PEOPLE if one.name in main]


def test_steward_sends_what_waits_by_a_button(house, write, visit):
    write(NIA, LEE, RAY)
    page = visit(NIA).post("/messages", data={"now": "yes"}).text
    assert "What waited is sent." in page
    assert "A letter for Lee Letter" in page
    assert "1 person is to be rung." in page
    assert {one.standing.value for one in kept(house).values()} == {"gone", "handed"}


def test_letters_are_opened_printed_and_off_the_list(house, write, visit):
    write(LEE, EASY)
    client = visit(NIA)
    page = client.post("/messages", data={"now": "yes"}).text
    files = re.findall(r'href="(/messages/letters/[^"]+)"', page)
    assert len(files) == 3
    assert all(client.get(file).content.startswith(b"%PDF") for file in files)
    after = client.post("/messages", data={"printed": [file.split("/")[-1] for file in files]}).text
    assert "There is no letter to print." in after
    assert {one.standing.value for one in kept(house).values()} == {"gone"}


@pytest.mark.parametrize(
    "file", ["report-2026-08-24-to-2026-11-22.pdf", "letter-2026-11-23-00000000.pdf", "..%2Fsettings.toml", "x"]
)
def test_no_other_file_is_opened_as_a_letter(house, visit, file):
    folder = house.home / "papers"
    folder.mkdir()
    (folder / "report-2026-08-24-to-2026-11-22.pdf").write_bytes(b"%PDF")
    (folder / "letter-2026-11-23-00000000.pdf").write_bytes(b"%PDF that is not on the register")
    assert visit(NIA).get(f"/messages/letters/{file}").status_code == 404


def test_stuck_message_is_sent_again_or_closed_by_a_deliberate_act(house, write, visit, clock, sent):
    first, second = write(EVE)[EVE], write(EVE, key="other")[EVE]
    stick(house, clock, first)
    stick(house, clock, second)
    sent()
    client = visit(NIA)
    page = client.get("/messages").text
    assert "2 messages are stuck" in page
    assert "For Eve Post" in page
    assert "Ask before you send again." in page
    client.post("/messages", data={"again": first})
    client.post("/messages", data={"close": second})
    with house.reading() as unit:
        found = {one.id: one.standing.value for one in unit.find(MESSAGES)}
    assert found == {first: "waiting", second: "gone"}
    assert "is not stuck any more" in client.post("/messages", data={"again": second}).text


def test_nobody_without_the_right_sees_or_sends(house, write, visit, sent):
    write(RAY, LEE)
    sent()
    client = visit(EVE)  # a member
    for path in (
        "/messages",
        "/messages/ring",
        "/messages/ring/list",
        f"/messages/letters/{kept(house)[LEE].file}",
    ):
        assert client.get(path).status_code == 403, path
    assert client.post("/messages", data={"now": "yes"}).status_code == 403
    assert client.post("/messages/ring", data={"person": RAY, "result": "reached"}).status_code == 403


def test_form_without_a_known_button_does_nothing(house, visit):
    assert visit(NIA).post("/messages", data={"all": "yes"}).status_code == 404


def test_list_to_ring_says_number_and_words_and_how_it_went(house, write, visit, sent):
    write(RAY, LISTENER)
    sent()
    client = visit(NIA)
    page = client.get("/messages/ring").text
    assert 'href="tel:01632960199"' in page
    assert "We work in Quay &lt;Street&gt; from Tuesday" in page
    assert "Lia Hark likes to listen. Read it out." in page
    after = client.post("/messages/ring", data={"person": RAY, "result": "try_again"}).text
    assert "Nia Castell tried on Monday 23\u00a0November at 12:00." in after
    client.post("/messages/ring", data={"person": RAY, "result": "left_message"})
    last = client.post("/messages/ring", data={"person": LISTENER, "result": "reached"}).text
    assert "There is nobody to ring." in last
    with house.reading() as unit:
        calls = [(one.person, one.rung_by, one.result.value) for one in unit.find(CALLS)]
    assert sorted(calls) == [(LISTENER, NIA, "reached"), (RAY, NIA, "left_message"), (RAY, NIA, "try_again")]
    assert {one.standing.value for one in kept(house).values()} == {"gone"}


def test_call_that_cannot_be_is_refused_in_words(house, write, visit, sent):
    write(RAY)
    sent()
    client = visit(NIA)
    assert "Press one of the buttons." in client.post("/messages/ring", data={"person": RAY}).text
    assert client.post("/messages/ring", data={"person": "nobody", "result": "reached"}).status_code == 404
    assert "not on the list" in client.post("/messages/ring", data={"person": LEE, "result": "reached"}).text


def test_list_to_ring_is_a_paper_too(house, write, visit, sent):
    write(RAY)
    sent()
    answer = visit(NIA).get("/messages/ring/list")
    assert answer.content.startswith(b"%PDF")
    assert "people-to-ring-2026-11-23.pdf" in answer.headers["content-disposition"]


def test_everybody_reads_her_own_news_and_nobody_elses(house, write, visit):
    messages = write(NIA, EVE, path="/decisions")
    client = visit(EVE)
    assert "There is 1 piece of news for you" in client.get("/week").text
    page = client.get("/news").text
    assert "the crew of the bakery work in <strong>" not in page
    assert "the crew of the bakery work in Quay &lt;Street&gt;" in page
    assert 'href="/decisions"' in page
    after = client.post("/news", data={"read": messages[EVE]}).text
    assert "There is no news for you now." in after
    assert "Older news" in after
    assert "piece of news" not in client.get("/week").text
    assert client.post("/news", data={"read": messages[NIA]}).status_code == 404
    assert kept(house)[NIA].seen_at is None


def test_news_of_a_part_that_is_gone_is_left_out(house, write, visit):
    write(EVE, part="nowhere")
    assert "There is no news for you now." in visit(EVE).get("/news").text


def test_news_that_is_old_is_no_news_any_more_and_can_still_be_found(house, write, visit, clock):
    write(EVE)
    clock.now += LATELY + timedelta(minutes=1)
    client = visit(EVE)
    assert "piece of news" not in client.get("/week").text
    page = client.get("/news").text
    assert "There is no news for you now." in page
    assert "The bakery moves" in page[page.index("Older news") :]


def test_news_that_nobody_reads_for_a_week_is_counted(house, write, visit, sent, clock):
    write(NIA, EVE)
    sent()
    assert "is not read" not in visit(NIA).get("/messages").text
    clock.now += timedelta(days=8)
    assert (
        "1 message has stood on a screen for more than a week and is not read." in visit(NIA).get("/messages").text
    )


def test_pages_in_easy_read_have_no_faults(house, write, visit, sent, clock):
    write(*(one.id for one in PEOPLE))
    stuck = write(EVE, key="stuck")[EVE]
    stick(house, clock, stuck)
    sent()
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.note_plugin(unit, "bakery")
    client = visit(NIA)
    for path in ("/messages", "/messages/ring", "/news"):
        page = client.get(f"{path}?edition=easy").text
        assert easy_read_faults(page[page.index("<main") : page.index("</main>")]) == [], path
