"""What the parts have written to the people of the demo comes out well in every edition and by every channel."""

import json
from datetime import time
from email import message_from_bytes, policy

import pytest

from alongside.display import Edition
from alongside.display.texts import wording
from alongside.enterprise import offers as enterprise
from alongside.house.hosting import Hosting
from alongside.house.messages.telling import all_told, voice
from alongside.house.serving import first_round
from alongside.instants import LONDON, at
from alongside.messages.message import Standing
from alongside.messages.outbox import unread
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.testing.browsing import Browser
from alongside.testing.easy_read import easy_read_faults
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def house(demo, opened):
    return opened(demo)


@pytest.fixture
def written(house):
    with house.reading() as unit:
        return unit.find(MESSAGES)


def test_what_was_written_on_the_demos_own_morning_waits_and_nothing_else(house, written):
    midnight = at(house.today(), time(), LONDON)
    known = {Standing.GONE, Standing.HANDED, Standing.TAKEN_BACK}
    assert {one.standing for one in written if one.written_at < midnight} == known
    assert {one.standing for one in written if one.written_at >= midnight} - known == {Standing.WAITING}


def test_every_sentence_that_was_written_has_words_of_its_own_in_easy_read(house, written):
    packages = {part.name: part.package for part in house.parts}
    keys = {(one.part, sentence.key) for one in written for sentence in (one.title, *one.lines)}
    lacking = []
    for part, key in sorted(keys):
        from alongside.display.texts import catalogue

        if key not in catalogue(packages[part], "en@easy")._catalog:
            lacking.append((part, key, wording(packages[part], "en@easy", key)))
    assert lacking == []


@pytest.mark.parametrize("edition", list(Edition))
def test_every_message_can_be_told_in_each_edition(house, written, edition):
    day = house.today()
    with house.reading() as unit:
        speaks = voice(unit, house.display, day)
    told = all_told(speaks, written, edition)
    assert len(told) == len(written)
    sentences = [sentence for one in told for sentence in speaks.plain(one, edition)]
    assert not [sentence for sentence in sentences if "{" in sentence or "*" in sentence]


def test_every_message_as_a_letter_in_easy_read_has_no_faults(house, written):
    day = house.today()
    with house.reading() as unit:
        speaks = voice(unit, house.display, day)
    for one in all_told(speaks, written, Edition.EASY):
        html = speaks.show("letter.html", Edition.EASY, on_paper=True, told=[one], name="Sam")
        assert easy_read_faults(html) == [], one.message.key


def test_news_of_everybody_who_has_some_opens_in_easy_read_without_faults(house, written):
    with Browser(build(Hosting(house)), address=ADDRESS) as client:
        client.headers["origin"] = ADDRESS
        for person in sorted({one.person for one in written})[:12]:
            client.post("/who", data={"person": person})
            page = client.get("/news?edition=easy").text
            assert easy_read_faults(page[page.index("<main") : page.index("</main>")]) == [], person


def test_mails_of_the_demo_went_into_its_folder_and_are_whole(demo):
    for file in sorted((demo / "papers").glob("mail-*.eml")):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert mail["Subject"] == "News for you from Tideline Together"
        assert mail.get_body(("plain",)).get_content().startswith("Dear ")


def test_papers_of_messages_go_with_an_erased_person(own_demo, opened, command):
    house = opened(own_demo)
    with house.reading() as unit:
        known = {one.id: one for one in people.everybody(unit)}
        steward = enterprise.steward(unit)
        papers = [paper for one in known if one != steward for paper in enterprise.papers_naming(unit, one)]
        told = {person for paper in papers if paper.file.startswith(("letter", "mail")) for person in paper.names}
    who = next((known[one].name for one in sorted(told) if one != steward), None)
    if who is None:
        pytest.fail("nobody in the demo gets a letter or a mail, so this shows nothing")
    assert command("people", "erase", who, "--yes", home=own_demo).returncode == 0
    assert who.encode() not in b"".join(one.read_bytes() for one in (own_demo / "papers").glob("mail-*"))
    with house.reading() as unit:
        assert not enterprise.papers_naming(unit, next(one for one in told if known[one].name == who))


def test_who_looks_at_a_demo_sees_what_waits_before_it_goes(own_demo, opened):
    assert first_round(opened(own_demo)) >= 15 * 60
    (own_demo / "settings.toml").write_text("")
    assert first_round(opened(own_demo)) < 10


@pytest.mark.proof
def test_commands_count_send_and_ring(own_demo, command):
    counts = json.loads(command("messages", "list", "--json", home=own_demo).stdout)
    assert (set(counts["waiting"]), counts["stuck"]) == ({"email", "letter", "ring", "screen"}, [])
    assert "Stuck: 0" in command("messages", "list", home=own_demo).stdout
    sent = command("messages", "send", home=own_demo)
    assert (sent.returncode, "messages to be read on a screen" in sent.stdout) == (0, True)
    assert command("messages", "send", home=own_demo).stdout.strip() == "Nothing waits."
    rung = json.loads(command("messages", "ring", "--json", home=own_demo).stdout)
    assert all({"name", "phone", "say"} <= set(one) for one in rung["people"])
    refused = command("--as", "Sam Whitlock", "messages", "list", home=own_demo)
    assert refused.returncode == 2
    assert "messages.see" in refused.stderr


def test_member_sam_has_news_on_his_own_page(house):
    with house.reading() as unit:
        assert unread(unit, people.find_person(unit, "Sam Whitlock").id)
