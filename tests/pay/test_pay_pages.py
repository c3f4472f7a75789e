"""The pages of pay in both editions, the list for the bureau, and what erasing and exporting do."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.money import Pence
from alongside.pay import PART, actions, bureau, offers, reactions
from alongside.pay.advice import Advice, Run
from alongside.pay.away import Because
from alongside.pay.line import Line, What
from alongside.pay.pages import away, own_pay, runs, setting
from alongside.pay.pages.papers import paper_of
from alongside.pay.pay_period import Every
from alongside.pay.tables import ADVICE
from alongside.people import actions as people
from alongside.people.person import Person
from alongside.placements import PART as PLACEMENTS
from alongside.placements import actions as work
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotAllowed, NotFound, OnlyAlone, SomebodyWasFaster
from alongside.store import Actor, Store
from alongside.testing.easy_page import easy_page_faults
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo, TableAnswer, Thinking
from alongside.web.visit import Form, Visit, Visitor

from .conftest import note, place

PARTS = {"pay": "alongside.pay", "web": "alongside.web", "placements": "alongside.placements"}
NIA, AMY, BEN = (
    Actor.person(one, name) for one, name in (("nia", "Nia"), ("amy", "Amy Lind"), ("ben", "Ben Roe"))
)


@pytest.fixture
def paid(tideline: Store, keyboard: Actor, agree: Any, work: Any, worked: Any) -> Any:
    """Amy worked three hours in June, an hour is not confirmed; Nia runs pay, and Ben the café."""
    from alongside.people import offers as records

    permissions = {"placements": PLACEMENTS.permissions, "pay": PART.permissions}
    tideline.rights = lambda unit: enterprise.rights_of(unit, permissions)
    tideline.clock = lambda: datetime(2026, 7, 3, 12, tzinfo=UTC)
    with tideline.unit(keyboard) as unit:
        records.add_person(unit, Person(id="nia", name="Nia Castell", joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "nia", "payroll", None, first_day=date(2026, 1, 5))
        enterprise.give_role(unit, "ben", "manager", place(unit), first_day=date(2026, 1, 5))
        agree(unit)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        work(unit, "amy", date(2026, 6, 9), time(9), time(10))
        missed = work(unit, "amy", date(2026, 6, 16), time(9), time(10))
        note(unit, missed, date(2026, 6, 16), None)
    with tideline.unit(NIA) as unit:
        run = actions.make_run(unit)
    return SimpleNamespace(store=tideline, run=run)


def visited(paid: Any, actor: Actor, show: Any, edition: Edition = Edition.STANDARD, /, **told: Any) -> Any:
    sent, path, query = told.get("form", {}), told.get("path", {}), told.get("query", {})
    with paid.store.unit(actor) as unit:
        host: Any = SimpleNamespace(parts=[PART])
        visit = Visit(
            host=host, unit=unit, visitor=Visitor(actor, actor.name), part="pay", path=path,
            query=Form(tuple(query.items())), form=Form(tuple(sent.items())), zone="Europe/London",
            today=enterprise.today(unit), edition=edition,
        )  # fmt: skip
        answer = show(visit)
    if isinstance(answer, Thinking):
        thought = answer.think()
        with paid.store.unit(actor) as unit:
            later = Visit(
                host=host, unit=unit, visitor=Visitor(actor, actor.name), part="pay", path=path,
                zone="Europe/London", today=enterprise.today(unit), edition=edition,
            )  # fmt: skip
            return answer.settle(later, thought)
    return answer


def shown(view: Any, edition: Edition = Edition.STANDARD) -> str:
    assert isinstance(view, View)
    return Display(PARTS).render("pay", view, edition=edition)


def agreed(paid: Any) -> Run:
    with paid.store.unit(NIA) as unit:
        return actions.agree(unit, paid.run.id, paid.run.version)


def advice_of(paid: Any, person: str = "amy") -> str:
    with paid.store.unit(NIA) as unit:
        return next(one.id for one in offers.advices_of(unit, paid.run.id) if one.person == person)


def test_run_is_worked_out_looked_at_and_agreed_on_its_pages(paid: Any) -> None:
    made = visited(paid, NIA, runs.send_overview)
    assert isinstance(made, GoTo)
    paid.run = SimpleNamespace(id=made.path.rpartition("/")[2], version=1)
    page = shown(visited(paid, NIA, runs.one, path={"run": paid.run.id}))
    assert "Planned hours that nobody has confirmed" in page
    assert "Not there, and nobody has said why" in page
    assert "£39.00" in page
    done = visited(paid, NIA, runs.send_one, path={"run": paid.run.id}, form={"do": "agree", "version": "1"})
    assert isinstance(done, GoTo)
    page = shown(visited(paid, NIA, runs.one, path={"run": paid.run.id}))
    assert "Nia Castell agreed it on Friday 3\N{NO-BREAK SPACE}July\N{NO-BREAK SPACE}2026" in page
    assert "£39.00" in shown(visited(paid, NIA, runs.overview))


def test_draft_that_was_made_before_its_days_were_over_is_not_offered_to_be_agreed(paid: Any) -> None:
    paid.store.clock = lambda: datetime(2026, 6, 20, 12, tzinfo=UTC)
    with paid.store.unit(NIA) as unit:
        run = actions.make_run(unit, date(2026, 6, 5))
    paid.store.clock = lambda: datetime(2026, 7, 3, 12, tzinfo=UTC)
    for edition, said in ((Edition.STANDARD, "before its days were over"), (Edition.EASY, "as it is too early")):
        page = shown(visited(paid, NIA, runs.one, edition, path={"run": run.id}), edition)
        assert said in page
        assert "Agree this pay run" not in page
        if edition is Edition.EASY:
            assert easy_read_faults(page) == []


def test_version_that_no_draft_can_have_is_refused_in_a_sentence(paid: Any) -> None:
    with pytest.raises(SomebodyWasFaster):
        visited(paid, NIA, runs.send_one, path={"run": paid.run.id}, form={"do": "agree", "version": "1" * 5000})


def test_who_was_away_is_asked_in_a_sentence_where_every_business_is_closed(paid: Any, keyboard: Actor) -> None:
    with paid.store.unit(keyboard) as unit:
        for business in enterprise.all_businesses(unit):
            enterprise.close_business(unit, business, date(2026, 7, 1))
    with pytest.raises(BadInput, match="no business is open"):
        visited(paid, keyboard, away.away)


def test_who_was_paid_in_the_year_before_is_listed_on_29_february_too(
    paid: Any, keyboard: Actor, agree: Any
) -> None:
    with paid.store.unit(keyboard) as unit:
        agree(unit, "harbour-garden", person="ben", rate=Pence(1300), last_day=date(2027, 12, 31))
    paid.store.clock = lambda: datetime(2028, 2, 29, 12, tzinfo=UTC)
    with paid.store.unit(NIA) as unit:
        assert "Ben Roe" in [one.name for one in actions.who_is_paid(unit)]


@pytest.mark.parametrize("show", [runs.overview, runs.one, setting.how_we_pay])
def test_pages_of_runs_have_no_fault_in_easy_read(paid: Any, show: Any) -> None:
    view = visited(paid, NIA, show, Edition.EASY, path={"run": paid.run.id})
    assert easy_read_faults(shown(view, Edition.EASY)) == []


def test_what_needs_a_look_and_somebodys_advice_have_a_picture_for_each_sentence(paid: Any) -> None:
    run = visited(paid, NIA, runs.one, Edition.EASY, path={"run": paid.run.id})
    advice = visited(paid, NIA, runs.advice, Edition.EASY, path={"advice": advice_of(paid)})
    faults = [
        fault for view in (run, advice) for fault in easy_page_faults(f"<main>{shown(view, Edition.EASY)}</main>")
    ]
    assert [fault for fault in faults if fault.startswith(("E3", "E5", "E7"))] == []


@pytest.mark.parametrize("edition", list(Edition))
def test_advice_says_hours_pay_and_whom_to_ask_on_page_and_paper(paid: Any, edition: Edition) -> None:
    agreed(paid)
    view = visited(paid, AMY, own_pay.advice, edition, path={"advice": advice_of(paid)})
    page = shown(view, edition)
    assert "<strong>3\N{NO-BREAK SPACE}hours</strong>" in page
    assert "<strong>£39.00</strong>" in page
    assert "Is something not right?" in page
    if edition is Edition.EASY:
        assert easy_read_faults(page) == []
    advice = advice_of(paid)
    with paid.store.unit(NIA) as unit:
        run, one = actions.advice_to_read(unit, advice)
        paper = paper_of(unit, run, one, edition)
    assert paper.make().startswith(b"%PDF")
    assert "amy" not in paper.file


def test_my_pay_shows_ones_own_advices_alone(paid: Any) -> None:
    assert "There is no pay advice for you yet." in shown(visited(paid, AMY, own_pay.my_pay))
    agreed(paid)
    assert "June\N{NO-BREAK SPACE}2026" in shown(visited(paid, AMY, own_pay.my_pay))
    assert "There is no pay advice for you yet." in shown(visited(paid, BEN, own_pay.my_pay))
    with pytest.raises(NotFound):
        visited(paid, BEN, own_pay.advice, path={"advice": advice_of(paid)})
    # Whoever runs pay reads it where it is noted.
    with pytest.raises(NotFound):
        visited(paid, NIA, own_pay.advice, path={"advice": advice_of(paid)})


def test_my_pay_shows_what_she_gets_an_hour_before_a_new_rate_and_from_it_on(paid: Any) -> None:
    with paid.store.unit(BEN) as unit:
        (there,) = placements.placements_of(unit, "amy")
        work.raise_rates(unit, date(2026, 9, 1), {there.id: Pence(1345)})
    for edition in Edition:
        html = shown(visited(paid, AMY, own_pay.my_pay, edition)).replace("\N{NO-BREAK SPACE}", " ")
        assert "You get <strong>£13.00</strong> an hour." in html
        assert "<strong>£13.45</strong> an hour." in html
        assert "1 September 2026" in html
    assert "£13" not in shown(visited(paid, BEN, own_pay.my_pay))
    paid.store.clock = lambda: datetime(2026, 9, 1, 12, tzinfo=UTC)
    html = shown(visited(paid, AMY, own_pay.my_pay)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Until 31 August 2026 you got <strong>£13.00</strong> an hour." in html
    assert "Since 1 September 2026 you get <strong>£13.45</strong> an hour." in html


@pytest.mark.parametrize("show", [own_pay.my_pay, own_pay.advice, own_pay.paper])
def test_own_pay_stays_closed_while_somebody_helps(paid: Any, show: Any) -> None:
    agreed(paid)
    helped = Actor.person("amy", "Amy Lind", helper="ben")
    with pytest.raises(OnlyAlone):
        visited(paid, helped, show, path={"advice": advice_of(paid)})


def test_reading_what_others_earn_is_noted(paid: Any) -> None:
    advice = advice_of(paid)
    visited(paid, NIA, runs.advice, path={"advice": advice})
    visited(paid, NIA, runs.one, path={"run": paid.run.id})
    with paid.store.engine.connect() as connection:
        query = "SELECT kind, row, about FROM store_audit WHERE action = 'read' ORDER BY number"
        read = [tuple(row) for row in connection.execute(sa.text(query))]
    assert read == [("pay_advice", advice, "amy"), ("pay_run", paid.run.id, None)]


def test_manager_of_a_business_sees_nobodys_pay(paid: Any) -> None:
    for show in (runs.overview, runs.one, setting.how_we_pay):
        with pytest.raises(NotAllowed):
            visited(paid, BEN, show, path={"run": paid.run.id})


def test_manager_says_who_was_ill_and_of_her_own_people_alone(paid: Any) -> None:
    query = {"business": "tideline-cafe"}
    assert "Amy Lind, Tuesday 16\N{NO-BREAK SPACE}June" in shown(visited(paid, BEN, away.away, query=query))
    sent = {"do": "note", "person": "amy", "first_day": "2026-06-16", "last_day": "", "because": "ill"}
    assert isinstance(visited(paid, BEN, away.send_away, query=query, form=sent), GoTo)
    page = shown(visited(paid, BEN, away.away, query=query))
    assert "nobody has said why" not in page
    view = visited(paid, BEN, away.away, Edition.EASY, query=query)
    assert easy_read_faults(shown(view, Edition.EASY)) == []
    with pytest.raises(NotFound, match="business that you run"):
        visited(paid, BEN, away.away, query={"business": "harbour-garden"})
    with paid.store.unit(BEN) as unit:
        with pytest.raises(NotAllowed):
            actions.note_days_away(unit, place(unit), "cal", Because.ILL, date(2026, 6, 1))
        with pytest.raises(BadInput, match="noted of one of these days already"):
            actions.note_days_away(unit, place(unit), "amy", Because.LEAVE, date(2026, 6, 15), date(2026, 6, 17))
        (one,) = actions.noted_lately(unit, place(unit))
        assert one.noted is not None
        actions.take_back(unit, place(unit), one.noted.id)
        assert actions.noted_lately(unit, place(unit)) == []


def test_manager_of_another_business_neither_sees_nor_takes_out_what_was_noted_elsewhere(
    paid: Any, keyboard: Actor, agree: Any
) -> None:
    cal = Actor.person("cal", "Cal Fry")
    with paid.store.unit(keyboard) as unit:
        agree(unit, "harbour-garden", first_day=date(2026, 6, 22))
        enterprise.give_role(unit, "cal", "manager", place(unit, "harbour-garden"), first_day=date(2026, 1, 5))
    with paid.store.unit(BEN) as unit:
        noted = actions.note_days_away(unit, place(unit), "amy", Because.ILL, date(2026, 6, 16))
    with paid.store.unit(cal) as unit:
        garden = place(unit, "harbour-garden")
        assert actions.noted_lately(unit, garden) == []
        with pytest.raises(BadInput, match="Ask those who work out the pay"):
            actions.note_days_away(unit, garden, "amy", Because.LEAVE, date(2026, 6, 16))
        with pytest.raises(NotAllowed):
            actions.take_back(unit, garden, noted.id)
    assert readings(paid) == []
    for who in (BEN, NIA):
        with paid.store.unit(who) as unit:
            assert [one.noted for one in actions.noted_lately(unit, place(unit))] == [noted]
    assert readings(paid) == [("ben", "amy"), ("nia", "amy")]
    with paid.store.unit(NIA) as unit:
        assert len(actions.noted_lately(unit, place(unit, "harbour-garden"))) == 1
        actions.take_back(unit, place(unit, "harbour-garden"), noted.id)


def readings(paid: Any) -> list[tuple[str, str]]:
    """Who has read notes of days away, and about whom."""
    query = "SELECT actor, about FROM store_audit WHERE action = 'read' AND kind = 'pay_away' ORDER BY number"
    with paid.store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def test_trail_holds_who_was_noted_and_no_word_of_illness(paid: Any) -> None:
    with paid.store.unit(BEN) as unit:
        noted = actions.note_days_away(unit, place(unit), "amy", Because.ILL, date(2026, 6, 16))
        actions.take_back(unit, place(unit), noted.id)
    with paid.store.engine.connect() as connection:
        query = "SELECT about, action, change FROM store_audit WHERE kind = 'pay_away' AND action <> 'read'"
        kept = [tuple(row) for row in connection.execute(sa.text(query))]
    assert [(about, action) for about, action, _ in kept] == [("amy", "added"), ("amy", "removed")]
    assert not any("ill" in str(words) or "2026-06" in str(words) for _, _, words in kept)


def test_way_of_paying_and_a_persons_terms_are_kept(paid: Any) -> None:
    form = {"every": "week", "first_day": "", "leave_day": "1", "leave_month": "4"}
    refused = visited(paid, NIA, setting.send_how_we_pay, form=form)
    assert "Write the first day of one pay period" in shown(refused)
    visited(paid, NIA, setting.send_how_we_pay, form={**form, "first_day": "2026-06-29"})
    path = {"person": "amy"}
    visited(paid, NIA, setting.send_person, path=path, form={"do": "reference", "reference": "A-17"})
    sent = {"do": "terms:tideline-cafe", "weekdays": "1", "holiday": "regular"}
    visited(paid, NIA, setting.send_person, path=path, form=sent)
    with paid.store.unit(NIA) as unit:
        assert offers.setting(unit).every is Every.WEEK
        assert offers.references(unit) == {"amy": "A-17"}
        assert offers.terms_of(unit, "amy")[place(unit)].weekdays == {1}
        with pytest.raises(BadInput, match="somebody else has the pay reference"):
            actions.set_reference(unit, "ben", "A-17")


def test_list_for_the_bureau_has_a_line_an_amount_and_only_of_an_agreed_run(paid: Any) -> None:
    path = {"run": paid.run.id}
    with pytest.raises(BadInput, match="is a draft"):
        visited(paid, NIA, runs.send_one, path=path, form={"do": "csv"})
    agreed(paid)
    answer = visited(paid, NIA, runs.send_one, path=path, form={"do": "csv"})
    assert isinstance(answer, TableAnswer)
    assert answer.media == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(io.StringIO(answer.content.decode()))
    assert (row["name"], row["what"], row["minutes"], row["hours"]) == ("Amy Lind", "work", "180", "3.0000")
    assert (row["rate"], row["amount"], row["business"]) == ("13.00", "39.00", "Tideline Café")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+44", "'+44"),
        (" -1", "' -1"),
        ("\t=1", "'\t=1"),
        ("Amy-Lou", "Amy-Lou"),
    ],
)
def test_text_that_a_spreadsheet_would_work_out_begins_with_an_apostrophe(text: str, kept: str) -> None:
    assert bureau.safe(text) == kept
    line = Line(what=What.WORK, business="b", minutes=-60, rate=None, pence=-1305)  # type: ignore[arg-type] # pence
    advice = Advice(id="a", run="r", person="p", reference=text, pence=0, minutes=0, lines=(line,))  # type: ignore[arg-type] # the same
    run = Run(
        id="r", first_day=date(2026, 6, 1), last_day=date(2026, 6, 30), read_at=datetime(2026, 7, 3, tzinfo=UTC),
        agreed_at=datetime(2026, 7, 3, tzinfo=UTC),
    )  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(bureau.as_csv(run, [(text, advice)], {"b": text}), newline=""))
    assert (row["reference"], row["name"], row["business"]) == (kept, kept, kept)
    assert row["amount"] == "-13.05"


def test_erasing_keeps_agreed_advices_as_numbers_and_takes_out_the_rest(paid: Any, keyboard: Actor) -> None:
    agreed(paid)
    with paid.store.unit(NIA) as unit:
        actions.set_reference(unit, "amy", "A-17")
        kept = reactions.person_kept(unit, "amy")
        exported = reactions.person_exported(unit, "amy")
    assert [one.until for one in kept] == [date(2032, 7, 30)]
    assert exported["pay_reference"] == "A-17"
    assert exported["pay_advices"][0]["paid"] == "£39.00"
    with paid.store.unit(BEN) as unit:
        actions.note_days_away(unit, place(unit), "amy", Because.ILL, date(2026, 6, 16))
    with paid.store.unit(keyboard) as unit:
        people.erase(unit, "amy")
    with paid.store.unit(NIA) as unit:
        assert offers.references(unit) == {}
        assert offers.away_of(unit, "amy") == []
        (one,) = offers.advices_of(unit, paid.run.id)
        assert (one.pence, one.minutes) == (3900, 180)
        seen = actions.look_at_run(unit, paid.run.id)
        assert actions.tidy(unit) == 0
    assert "Amy" not in " ".join(each.name for each in seen.people)
    paid.store.clock = lambda: datetime(2032, 7, 31, 12, tzinfo=UTC)
    with paid.store.unit(NIA) as unit:
        assert actions.tidy(unit) == 1
        assert offers.advices_of(unit, paid.run.id) == []


def test_run_asks_no_more_questions_for_more_people(paid: Any, keyboard: Actor, agree: Any, worked: Any) -> None:
    from alongside.diary import offers as diary
    from alongside.people import offers as records

    heard: list[str] = []
    sa.event.listen(paid.store.engine, "before_cursor_execute", lambda *told: heard.append(told[2]))

    def questions() -> int:
        heard.clear()
        with paid.store.unit(NIA, writing=False) as unit:
            actions.read(unit)
        return sum(one.startswith("SELECT") for one in heard)

    agreed(paid)
    paid.store.clock = lambda: datetime(2026, 8, 3, 12, tzinfo=UTC)
    with_one = questions()
    with paid.store.unit(keyboard) as unit:
        for number in range(30):
            name = f"p{number}"
            born = date(1990, 1, 1)
            records.add_person(unit, Person(id=name, name=name, date_of_birth=born, joined=date(2026, 1, 5)))
            diary.ensure_person(unit, name)
            agree(unit, person=name)
            worked(unit, name, date(2026, 7, 2), time(9), time(12))
    assert questions() == with_one
    with paid.store.unit(NIA, writing=False) as unit:
        assert len(actions.read(unit).facts) == 31


def test_control_reading_each_person_by_herself_asks_more(paid: Any) -> None:
    heard: list[str] = []
    sa.event.listen(paid.store.engine, "before_cursor_execute", lambda *told: heard.append(told[2]))
    with paid.store.unit(NIA, writing=False) as unit:
        heard.clear()
        for person in ("amy", "ben", "cal"):
            offers.advices_for(unit, person)
    assert sum(ADVICE.name in one for one in heard) == 3
