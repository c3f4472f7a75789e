"""Letters: one for each person and day, in her edition, under a name that tells nothing; erased with her."""

from datetime import timedelta

import pytest
from page import ValidationProfile, validate_pdf_bytes
from toy_tideline import DAY, EASY, EVE, LEE, NIA, NOMAIL, papers

from alongside.display import Edition
from alongside.house.messages import letters
from alongside.house.messages.telling import all_told, voice
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults


@pytest.fixture
def pages(house, monkeypatch):
    """What is set as PDF, as HTML; setting itself takes its time, and other tests do it."""
    made = []

    def kept(html):
        made.append(str(html))
        return b"%PDF of this test"

    monkeypatch.setattr(letters, "make_pdf", kept)
    return made


def test_letters_and_the_file_that_holds_all_are_accessible_pdfs(house, write, sent):
    write(LEE, EASY)
    assert sent() == ["2 letters to print"]
    assert [name.split("-")[0] for name in papers(house)] == ["letter", "letter", "letters"]
    for name in papers(house):
        report = validate_pdf_bytes(
            (house.home / "papers" / name).read_bytes(), profile=ValidationProfile.PDF_UA_1
        )
        assert report.is_compliant, (name, report.failures)


def test_file_names_tell_no_name(house, write, sent, pages):
    write(LEE, EASY)
    sent()
    assert not any(word in " ".join(papers(house)).lower() for word in ("lee", "easy", "ezra", LEE, "bakery"))


def test_all_that_waits_for_a_person_stands_in_one_letter(house, write, sent, pages):
    write(LEE)
    write(LEE, key="other")
    assert sent() == ["1 letter to print"]
    assert pages[0].count("<h2>The bakery moves</h2>") == 2
    assert "Quay &lt;Street&gt;" in pages[0]
    assert "the crew of the bakery" in pages[0]


def test_letter_in_easy_read_has_a_picture_for_each_sentence_and_no_faults(house, write, sent, pages):
    write(EASY)
    sent()
    assert easy_read_faults(pages[0]) == []
    assert 'class="report easy letter"' in pages[0]
    assert "picture-bread" in pages[0]
    assert "We work in <strong>Quay &lt;Street&gt;</strong> from Tuesday" in pages[0]
    assert "Ask <strong>Nia Castell</strong>" in pages[0]


def test_second_letter_of_a_day_waits_until_tomorrow_unless_somebody_wants_it_now(
    house, write, sent, pages, clock, standing
):
    write(LEE)
    sent()
    write(LEE, key="second")
    assert sent() == []
    clock.now += timedelta(hours=9)  # late in the evening
    assert sent() == []
    assert sent(letters_now=True) == ["1 letter to print"]
    write(LEE, key="third")
    assert sent() == []
    assert len([name for name in papers(house) if name.startswith("letter-")]) == 2


def test_message_that_is_stuck_is_no_letter_and_keeps_none_from_being_written(house, write, sent, pages, clock):
    write(LEE, key="old")
    clock.now += timedelta(days=20)
    write(LEE)
    assert sent() == ["1 message stuck: a person has to look", "1 letter to print"]


def test_next_day_brings_the_next_letter(house, write, pages, clock):
    from alongside.house.messages.sending import send

    write(LEE)
    list(send(house, house.today(), Actor.daily_round()))
    write(LEE, key="second")
    clock.now += timedelta(days=1)
    assert [came.words for came in send(house, house.today(), Actor.daily_round())] == ["1 letter to print"]
    assert len(papers(house)) == 2


def test_letters_of_an_erased_person_go_with_her_also_out_of_the_file_of_all(house, write, sent, pages):
    write(LEE, EASY, NOMAIL)
    sent()
    with house.store.unit(Actor.keyboard()) as unit:
        hers = {one.file for one in unit.find(MESSAGES) if one.person == LEE}
        people.erase(unit, LEE)
    house.clean()
    left = papers(house)
    assert hers.isdisjoint(left)
    assert [name.split("-")[0] for name in left] == ["letter", "letter"]


def test_letter_of_somebody_who_is_erased_while_it_is_set_is_not_filed(house, write, sent, monkeypatch, standing):
    def erased_meanwhile(_html):
        with house.store.unit(Actor.keyboard()) as unit:
            people.erase(unit, LEE)
        return b"%PDF"

    write(LEE)
    monkeypatch.setattr(letters, "make_pdf", erased_meanwhile)
    assert sent() == []
    assert (papers(house), standing()) == ([], {})


def test_letter_whose_message_is_taken_back_while_it_is_set_is_not_filed(
    house, write, sent, monkeypatch, standing
):
    from alongside.messages.outbox import take_back

    def taken_back_meanwhile(_html):
        with house.store.unit(Actor.keyboard()) as unit:
            take_back(unit, "bakery:moves:1", LEE)
        return b"%PDF"

    write(LEE)
    write(LEE, key="other")
    monkeypatch.setattr(letters, "make_pdf", taken_back_meanwhile)
    assert sent() == []
    assert papers(house) == []


def test_crash_before_the_note_leaves_a_letter_to_be_written_again_under_its_name(house, write, sent, monkeypatch):
    def crash(*_):
        raise KeyboardInterrupt

    write(LEE)
    with monkeypatch.context() as patch:
        patch.setattr(letters, "file_in", crash)
        with pytest.raises(KeyboardInterrupt):
            sent()
    assert sent() == ["1 letter to print"]
    assert len(papers(house)) == 1


@pytest.mark.parametrize("edition", list(Edition))
def test_message_of_another_year_says_the_year_and_an_unknown_picture_gives_way(house, write, edition):
    write(EVE, NIA)
    with house.reading() as unit:
        speaks = voice(unit, house.display, DAY)
        (told, _) = all_told(speaks, unit.find(MESSAGES), edition)
    assert [line.picture for line in told.lines] == ["bread", "envelope"]
    assert speaks.plain(told, edition)[2].endswith("closes on Monday 4\u00a0January\u00a02027.")
