"""Tomorrow on paper: what is in it, for whom, made once each evening, and gone with whoever is erased."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

import attrs
import pytest
from page import ValidationProfile, validate_pdf_bytes
from toy_stall import ANA, DAY, HALFWAY, MISSING, MO, NIA, NOTHING, PEOPLE_THERE, RAISES, SAM, WALL

from alongside.diary import offers as diary
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.daily import STEPS, go_round
from alongside.house.packs import making
from alongside.house.packs.actions.looking import look, must_be_hers
from alongside.house.packs.gathering import gather
from alongside.house.packs.making import make, make_due
from alongside.house.packs.pack import Pack, topic
from alongside.messages.choosing import choices_of, choose
from alongside.messages.message import Channel
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people
from alongside.people.tables import PEOPLE
from alongside.plugin import DaySheet, Lazy, Misdescribed, Part
from alongside.refusal import NotAllowed
from alongside.reports.pdf import make_pdf
from alongside.store import Actor

ROUND = Actor.daily_round()
EVENING = datetime(2026, 11, 23, 17, 5, tzinfo=UTC)


def papers(house):
    return sorted(one.name for one in (house.home / "papers").glob("tomorrow-*"))


def html(house, slug="quay-stall", edition=Edition.STANDARD):
    return gather(house, Pack(day=DAY, slug=slug, edition=edition)).html


def business(house, slug):
    with house.reading() as unit:
        return enterprise.business_by_slug(unit, None, slug)


def wants(house, person, slug):
    place = business(house, slug).id if slug else None
    with house.store.unit(Actor.person(person, "")) as unit:
        choose(unit, person, topic(place), wanted=True)


def written(house):
    with house.reading() as unit:
        return {(one.person, one.attached) for one in unit.find(MESSAGES) if one.part == "pack"}


# --- what is in it


def test_pack_of_a_business_holds_its_own_sheets_and_of_no_other(house):
    found = html(house)
    assert "Quay Stall" in found
    assert "Hill Stall" not in found
    assert found.count('class="wall"') == 2
    assert "People there" in found[: found.index("Quay Stall Tuesday")]  # named in the list of contents


def test_pack_of_all_holds_every_business_and_what_is_for_stewards(house):
    found = html(house, "")
    assert found.count("Quay Stall Tuesday") == found.count("Hill Stall Tuesday") == 1
    assert "Hill Stall: People there" in found


def test_sheet_with_nothing_to_tell_is_not_there(house):
    assert "Nothing" not in html(house)


def test_business_with_nothing_to_tell_of_a_day_says_so(opened_with):
    house = opened_with(NOTHING)
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.add_business(unit, "Empty", "")
    found = gather(house, Pack(day=DAY, slug="empty"))
    assert "Nia Castell" in found.html  # whom to ask stands there all the same
    assert "Nobody is expected on this day." in found.html


def test_manager_gets_no_sheet_that_asks_for_more_than_she_may(opened_with):
    """A sheet of the core that asks for a right of stewards stands in no pack of a business."""
    secret = Part(
        name="vault",
        title="Vault",
        picture="safe",
        package="alongside.house",
        permissions=("open",),
        day_sheets=(DaySheet("Vault", Lazy("no:write"), needs="open"),),
    )
    assert "Vault" not in html(opened_with(PEOPLE_THERE, core=(secret,)))


def test_who_is_expected_stands_with_time_and_number(house):
    here = business(house, "quay-stall").id
    starts = datetime(2026, 11, 24, 9, tzinfo=UTC)
    with house.store.unit(Actor.keyboard()) as unit:
        for person in (SAM, ANA):
            diary.ensure_person(unit, person)
        diary.claim(unit, SAM, starts, starts + timedelta(hours=4), diary.Purpose.WORK, "Till", business=here)
        diary.claim(unit, ANA, starts, starts + timedelta(hours=4), diary.Purpose.WORK, "Other")
    found = html(house)
    expected = found[found.index("Who is expected on") :]
    assert ("Sam Whitlock" in expected, "9:00" in expected, "01632 960103" in expected) == (True, True, True)
    assert "Ana Gill" not in expected


@pytest.mark.parametrize("sheet", [RAISES, HALFWAY, MISSING], ids=lambda one: one.title)
def test_sheet_that_raises_is_a_sentence_and_the_others_are_there(opened_with, caplog, sheet):
    house = opened_with(PEOPLE_THERE, sheet, WALL)
    found = gather(house, Pack(day=DAY, slug="quay-stall"))
    assert found.failed == (sheet.title,)
    assert f"This sheet could not be made: <strong>{sheet.title}</strong>." in found.html
    assert "Half a list" not in found.html
    assert (found.html.count("Quay Stall Tuesday"), found.html.count('class="wall"')) == (1, 2)
    assert f"the sheet “{sheet.title}” of “stall” failed" in caplog.text
    assert "Whitlock" not in caplog.text
    (came,) = make(house, found.pack, ROUND)
    assert (came.right, papers(house)) == (False, ["tomorrow-2026-11-24-quay-stall.pdf"])


@pytest.mark.parametrize("edition", Edition)
def test_pack_is_one_tagged_paper_that_is_called_by_its_day(opened_with, edition):
    house = opened_with(PEOPLE_THERE, RAISES, WALL)
    content = make_pdf(html(house, "", edition))
    report = validate_pdf_bytes(content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures


def test_kind_of_sheet_is_described_rightly_or_not_at_all():
    with pytest.raises(Misdescribed, match="style"):
        DaySheet("A", Lazy("a:b"), needs="see", style="poster")
    with pytest.raises(Misdescribed, match="needs"):
        Part(
            name="vault",
            title="V",
            picture="safe",
            package="x",
            day_sheets=(DaySheet("A", Lazy("a"), needs="see"),),
        )


# --- when


def test_round_makes_the_packs_after_what_time_has_changed_and_before_anything_is_sent():
    names = [step.__name__ for step in STEPS]
    assert names.index("tell_parts") < names.index("make_due") < names.index("send_messages")


def test_in_the_evening_the_packs_of_tomorrow_are_made_once(house, clock):
    clock.now = EVENING
    assert [came.words for came in make_due(house, DAY)] == ["3 files for 2026-11-24"]
    there = papers(house)
    assert there == [
        "tomorrow-2026-11-24-hill-stall.pdf",
        "tomorrow-2026-11-24-quay-stall.pdf",
        "tomorrow-2026-11-24.pdf",
    ]
    clock.now += timedelta(hours=3)
    assert list(make_due(house, DAY)) == []
    clock.now += timedelta(hours=9)  # in the morning the pack of the day is there already
    assert list(make_due(house, DAY)) == []


def test_computer_that_was_off_in_the_evening_makes_up_for_it_in_the_morning(house, clock):
    clock.now = datetime(2026, 11, 24, 7, tzinfo=UTC)
    assert [came.words for came in make_due(house, DAY)] == ["3 files for 2026-11-24"]


def test_packs_are_made_at_the_time_that_was_chosen(house, clock):
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_evening(unit, time(19, 30))
    clock.now = EVENING
    assert [came.words for came in make_due(house, DAY)] == ["3 files for 2026-11-23"]
    clock.now = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    assert [came.words for came in make_due(house, DAY)] == ["3 files for 2026-11-24"]


def test_two_rounds_at_one_moment_end_with_one_file_of_each(house, clock):
    clock.now = EVENING
    with ThreadPoolExecutor(2) as two:
        rounds = list(two.map(lambda _: list(make_due(house, DAY)), range(2)))
    assert all(came.right for one in rounds for came in one)
    with house.reading() as unit:
        kept = {one.file: one.digest for one in enterprise.papers_beginning(unit, "tomorrow-")}
    assert sorted(kept) == papers(house)
    assert len(kept) == 3
    for file, digest in kept.items():
        assert sha256((house.home / "papers" / file).read_bytes()).hexdigest() == digest


def test_packs_of_more_than_a_week_ago_are_taken_away(house, clock):
    clock.now = EVENING
    list(make_due(house, DAY))
    clock.now += timedelta(days=7)
    list(make_due(house, DAY))
    assert sum("2026-11-24" in one for one in papers(house)) == 3
    clock.now += timedelta(days=1)
    list(make_due(house, DAY))
    assert sum("2026-11-24" in one for one in papers(house)) == 0
    with house.reading() as unit:
        assert {one.file for one in enterprise.papers_beginning(unit, "tomorrow-")} == set(papers(house))


def test_whole_round_makes_the_packs(house, clock):
    clock.now = EVENING
    assert any(came.words == "3 files for 2026-11-24" for came in go_round(house))


# --- erasing


def test_pack_goes_with_whoever_is_erased_and_the_next_round_makes_it_without_her(house, clock):
    clock.now = EVENING
    list(make_due(house, DAY))
    with house.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, SAM)
    house.clean()
    assert papers(house) == []
    list(make_due(house, DAY))
    assert len(papers(house)) == 3
    assert "Sam Whitlock" not in html(house)


def test_somebody_who_is_erased_while_the_pack_is_set_stands_in_none(house, monkeypatch):
    pages = making.make_pdf

    def meanwhile(text, **more):
        monkeypatch.setattr(making, "make_pdf", pages)
        with house.store.unit(Actor.keyboard()) as unit:
            people.erase(unit, SAM)
        return pages(text, **more)

    monkeypatch.setattr(making, "make_pdf", meanwhile)
    (came,) = make(house, Pack(day=DAY, slug="quay-stall"), ROUND)
    with house.reading() as unit:
        (paper,) = enterprise.papers_beginning(unit, "tomorrow-")
    assert (came.right, SAM in paper.names) == (True, False)


# --- by mail


def test_pack_is_mailed_to_those_who_asked_and_may_have_it(house, clock):
    for person, slug in ((NIA, ""), (MO, "quay-stall"), (ANA, "quay-stall"), (SAM, "")):
        wants(house, person, slug)
    clock.now = EVENING
    list(make_due(house, DAY))
    assert written(house) == {(NIA, "tomorrow-2026-11-24.pdf"), (MO, "tomorrow-2026-11-24-quay-stall.pdf")}
    with house.reading() as unit:
        (hers,) = [one for one in unit.find(MESSAGES) if one.person == MO]
    assert (hers.way, hers.until) == (Channel.EMAIL, datetime(2026, 11, 25, tzinfo=UTC))


def test_manager_whose_role_has_ended_gets_no_more(house, clock):
    wants(house, MO, "quay-stall")
    with house.store.unit(Actor.keyboard()) as unit:
        (grant,) = enterprise.roles_of(unit, MO)
        enterprise.end_role(unit, grant, date(2026, 11, 20))
    clock.now = EVENING
    list(make_due(house, DAY))
    assert written(house) == set()


def test_pack_that_is_made_again_is_not_mailed_again(house, clock):
    wants(house, MO, "quay-stall")
    clock.now = EVENING
    list(make_due(house, DAY))
    list(make(house, Pack(day=DAY, slug="quay-stall"), Actor.person(MO, "Mo Post")))
    assert len(written(house)) == 1


def test_whoever_reads_easy_read_gets_it_so(house, clock):
    wants(house, MO, "quay-stall")
    with house.store.unit(Actor.keyboard()) as unit:
        unit.change(PEOPLE, unit.get(PEOPLE, MO), edition="en@easy")
    clock.now = EVENING
    list(make_due(house, DAY))
    assert written(house) == {(MO, "tomorrow-2026-11-24-quay-stall.easy.pdf")}


# --- pages and command


def test_manager_sees_the_packs_of_her_business_and_a_steward_all(house):
    def seen(person):
        with house.store.unit(Actor.person(person, ""), writing=False) as unit:
            return [one.owner for one in look(unit, Edition.STANDARD)]

    assert seen(MO) == ["Quay Stall"]
    assert seen(NIA) == ["Tideline Together", "Hill Stall", "Quay Stall"]
    assert seen(SAM) == []


def test_page_makes_a_pack_and_opens_it(house, clock, visit):
    clock.now = EVENING
    his = visit(house, MO)
    assert "Not made yet." in his.get("/tomorrow").text
    assert (
        "The papers are made." in his.post("/tomorrow", data={"make": "tomorrow-2026-11-24-quay-stall.pdf"}).text
    )
    page = his.get("/tomorrow").text
    assert "/tomorrow/tomorrow-2026-11-24-quay-stall.pdf" in page
    paper = his.get("/tomorrow/tomorrow-2026-11-24-quay-stall.pdf")
    assert (paper.content[:4], paper.headers["content-type"]) == (b"%PDF", "application/pdf")


def test_page_of_yesterday_makes_no_old_pack(house, clock, visit):
    clock.now = EVENING
    his = visit(house, MO)
    his.post("/tomorrow", data={"make": "tomorrow-2026-01-01-quay-stall.pdf"})
    assert papers(house) == ["tomorrow-2026-11-24-quay-stall.pdf"]


@pytest.mark.parametrize("file", ["tomorrow-2026-11-24.pdf", "tomorrow-2026-11-24-hill-stall.pdf"])
def test_manager_opens_and_makes_no_pack_of_others(house, clock, visit, file):
    clock.now = EVENING
    list(make_due(house, DAY))
    before = papers(house)
    his = visit(house, MO)
    assert his.get(f"/tomorrow/{file}").status_code == 403
    assert his.post("/tomorrow", data={"make": file}).status_code == 403
    assert papers(house) == before
    assert visit(house, NIA).get(f"/tomorrow/{file}").status_code == 200


def test_member_opens_neither_the_page_nor_a_pack(house, clock, visit):
    clock.now = EVENING
    list(make_due(house, DAY))
    hers = visit(house, SAM)
    assert hers.get("/tomorrow").status_code == 403
    assert hers.get("/tomorrow/tomorrow-2026-11-24-quay-stall.pdf").status_code == 403


@pytest.mark.parametrize(
    "file", ["tomorrow-2026-11-25.pdf", "letter-2026-11-24-01234567.pdf", "..%2f..%2falongside.db"]
)
def test_no_other_file_is_opened_by_this_address(house, visit, file):
    assert visit(house, NIA).get(f"/tomorrow/{file}").status_code == 404


def test_steward_chooses_the_evening_and_a_manager_does_not(house, visit):
    nia = visit(house, NIA)
    assert "From now on" in nia.post("/tomorrow", data={"do": "evening", "at": "18:30"}).text
    with house.reading() as unit:
        assert enterprise.the_enterprise(unit).evening == time(18, 30)
    visit(house, MO).post("/tomorrow", data={"do": "evening", "at": "03:00"})
    with house.reading() as unit:
        assert enterprise.the_enterprise(unit).evening == time(18, 30)
    assert "is not a time" in nia.post("/tomorrow", data={"do": "evening", "at": "tea"}).text


def test_manager_chooses_to_have_it_by_mail(house, visit):
    here = business(house, "quay-stall").id
    his = visit(house, MO)
    his.post("/tomorrow", data={"do": "mail", "wanted": [topic(here)]})
    assert f'value="{topic(here)}" checked' in his.get("/tomorrow").text
    his.post("/tomorrow", data={"do": "mail", "wanted": [topic(None)]})
    his.post("/tomorrow", data={"do": "mail"})
    with house.reading() as unit:
        assert choices_of(unit, MO) == {topic(here): False}


def test_looking_asks_for_the_right(house):
    with house.store.unit(Actor.person(MO, "Mo Post"), writing=False) as unit:
        assert must_be_hers(unit, Pack(day=DAY, slug="quay-stall")).slug == "quay-stall"
        with pytest.raises(NotAllowed):
            must_be_hers(unit, Pack(day=DAY, slug="hill-stall"))
        with pytest.raises(NotAllowed):
            must_be_hers(unit, attrs.evolve(Pack(day=DAY), edition=Edition.EASY))
