"""My week: who is with her, and what has changed, told until she has seen it; the messages are its one source."""

from datetime import date, timedelta
from types import SimpleNamespace

import attrs
import pytest
import sqlalchemy as sa

from alongside.diary import actions, offers
from alongside.diary.claim import Purpose
from alongside.diary.pages import week as pages
from alongside.diary.week import days_of, has_changed
from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.reacting import Reactions
from alongside.instants import LONDON
from alongside.messages.message import Changed, Sentence
from alongside.messages.outbox import unread, write_to
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.refusal import NotAllowed
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.testing.fixtures import NOON
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

TODAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
ROSA = Actor.person("rosa", "Rosa Delgado")
HOUR = timedelta(hours=1)
DISPLAY = Display({"diary": "alongside.diary"})


@attrs.frozen
class Week:
    """Rosa works in the café on Friday at noon; Priya supports her there, Owen by her own choice, Nia manages."""

    store: object
    cafe: str
    friday: object

    def as_(self, who="rosa", *, writing=False):
        return self.store.unit(Actor.person(who, who.capitalize()), writing=writing)


@pytest.fixture
def week(store, keyboard, rosa):
    store.dispatch = Reactions(core_parts())
    store.rights = lambda unit: enterprise.rights_of(unit, {"diary": ("see", "plan")})
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline")
        cafe = enterprise.add_business(unit, "Tideline Café", "", picture="cup")
        for one in ("nia", "priya", "owen", "dan"):
            people.add_person(unit, Person(id=one, name=f"{one.capitalize()} Smith", joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "nia", "manager", cafe.id)
        enterprise.give_role(unit, "owen", "supporter")
        placements.add_placement(
            unit,
            Placement(
                id="p",
                person=rosa,
                business=cafe.id,
                kind=PlacementType.VOLUNTEERING,
                first_day=date(2026, 1, 5),
                agreed_minutes=600,
                supporter="priya",
            ),
        )
        people.choose_supporter(unit, rosa, "owen", TODAY, TODAY + timedelta(days=300))
        starts = NOON + timedelta(days=4)
        friday = offers.claim(unit, rosa, starts, starts + 2 * HOUR, Purpose.WORK, "Kitchen", business=cafe.id)
    return Week(store, cafe.id, friday)


def visiting(unit, edition=Edition.STANDARD, path=(), **query):
    return Visit(
        host=SimpleNamespace(parts=(), businesses=lambda _unit: ()),  # nothing waits anywhere
        unit=unit,
        visitor=Visitor(unit.actor, unit.actor.name),
        part="diary",
        edition=edition,
        zone=LONDON,
        today=TODAY,
        path=dict(path),
        query=Form(tuple(query.items())),
    )


def told(week, *changed, key="café", at=NOON):
    """Write to Rosa that days of hers have changed."""
    week.store.clock = lambda: at
    with week.store.unit(Actor.keyboard()) as unit:
        lines = [Sentence(key="It is so.", changed=one) for one in changed]
        write_to(unit, "rosa", key, "diary", Sentence(key="Changed"), lines)
    week.store.clock = lambda: NOON


def shown(week, edition=Edition.STANDARD, **query):
    with week.as_() as unit:
        view = pages.my_week(visiting(unit, edition, **query))
    return view, DISPLAY.render("diary", view, edition=edition)


# --- who is with her


def test_supporter_of_her_placement_stands_at_her_work_and_whom_she_chose_among_those_to_ask(week):
    view, html = shown(week)
    assert view.facts["beside"][week.friday.id].name == "Priya Smith"
    assert "<strong>Priya</strong> supports you." in html
    assert [one.name for one in view.facts["supports"]] == ["Owen Smith"]
    assert view.facts["manages"].name == "Nia Smith"
    assert view.facts["steward"] is None


def test_booking_at_the_same_business_has_nobody_beside_her(week, keyboard):
    with week.store.unit(keyboard) as unit:
        claim = offers.claim(unit, "rosa", NOON, NOON + HOUR, Purpose.BOOKING, "Room 2", business=week.cafe)
    view, _ = shown(week)
    assert claim.id in view.facts["what"]
    assert claim.id not in view.facts["beside"]


def test_chosen_supporter_sees_the_week_whole_until_the_choice_ends_and_nobody_else_does(week):
    with week.as_("owen") as unit:
        assert [one.label for one in actions.week(unit, "rosa", TODAY, LONDON)] == ["Kitchen"]
    with week.as_("priya") as unit, pytest.raises(NotAllowed):
        actions.week(unit, "rosa", TODAY, LONDON)
    week.store.clock = lambda: NOON + timedelta(days=301)
    with week.as_("owen") as unit, pytest.raises(NotAllowed):
        actions.week(unit, "rosa", TODAY, LONDON)


def test_others_see_of_the_week_neither_her_supporters_nor_what_changed(week):
    told(week, Changed(day=FRIDAY, before=(week.friday.starts - HOUR, week.friday.ends)))
    with week.as_("nia") as unit:
        view = pages.week_of(visiting(unit, path={"person": "rosa"}))
    html = DISPLAY.render("diary", view)
    assert "Kitchen" in html
    for hers in ("Priya", "Owen", "has changed", "I have seen"):
        assert hers not in html


# --- what has changed


def test_changed_shift_stands_first_with_the_old_time_beside_the_new(week):
    told(week, Changed(day=FRIDAY, before=(week.friday.starts - 2 * HOUR, week.friday.ends - 2 * HOUR)))
    view, html = shown(week)
    assert [one.days for one in view.facts["changed"]] == [(FRIDAY,)]
    assert html.index("Friday 27\xa0November has changed.") < html.index("<h2")
    assert 'href="#day-2026-11-27"' in html
    assert 'id="day-2026-11-27"' in html
    assert "Before, it was 10:00\xa0to\xa012:00." in html
    _, easy = shown(week, Edition.EASY)
    assert "Before, it was 10\xa0o’clock in\xa0the\xa0morning." in easy


def test_shift_that_was_taken_off_and_one_that_is_new_are_told(week):
    tuesday = TODAY + timedelta(days=1)
    told(week, Changed(day=tuesday, before=(NOON + timedelta(days=1), NOON + timedelta(days=1, hours=2))))
    told(week, Changed(day=FRIDAY), key="studio")
    _, html = shown(week)
    assert "You do not come on this day any more." in html
    assert html.count("Changed</span>") == 1
    assert html.count("New</span>") == 1


def test_change_is_told_until_she_has_seen_it_and_then_it_is_read_everywhere(week):
    told(week, Changed(day=FRIDAY, before=(week.friday.starts - HOUR, week.friday.ends)))
    with week.as_(writing=True) as unit:
        assert pages.send_week(visiting(unit)) == GoTo("/week", pages._("Good. You have seen it."))
    with week.as_() as unit:
        assert unread(unit, "rosa") == []
    _, html = shown(week)
    assert "has changed" not in html
    assert "Before, it was" not in html


def test_day_that_changed_twice_is_compared_with_what_she_last_knew(week):
    first, second = week.friday.starts - 3 * HOUR, week.friday.starts - HOUR
    told(week, Changed(day=FRIDAY, before=(first, first + HOUR)), key="one", at=NOON - 2 * HOUR)
    told(week, Changed(day=FRIDAY, before=(second, second + HOUR)), key="two", at=NOON - HOUR)
    view, _ = shown(week)
    assert view.facts["changed"][0].before == (first, first + HOUR)


def test_day_that_was_changed_back_has_not_changed(week):
    told(week, Changed(day=FRIDAY, before=(week.friday.starts, week.friday.ends)))
    view, html = shown(week)
    assert view.facts["changed"] == []
    assert "has changed" not in html


def test_changed_day_of_another_week_leads_there_and_a_day_that_is_over_is_not_told(week):
    told(week, Changed(day=date(2026, 12, 9), before=(NOON, NOON + HOUR)), Changed(day=date(2026, 11, 20)))
    _, html = shown(week)
    assert 'href="/week?from=2026-12-07#day-2026-12-09"' in html
    assert "20\xa0November" not in html
    assert html.count("has changed") == 1


def test_other_news_is_counted_without_what_stands_in_the_week(week, keyboard):
    told(week, Changed(day=FRIDAY))
    with week.store.unit(keyboard) as unit:
        write_to(unit, "rosa", "x", "diary", Sentence(key="Hello"), [Sentence(key="Hello.")])
    view, _ = shown(week)
    assert view.facts["news"] == 1


@pytest.mark.parametrize("edition", list(Edition))
def test_days_that_changed_stand_alone_among_days_off(week, edition):
    told(
        week, Changed(day=date(2026, 11, 25), before=(NOON + timedelta(days=2), NOON + timedelta(days=2, hours=1)))
    )
    view, _ = shown(week, edition)
    assert [len(one.days) for one in view.facts["days"]] == [1, 1, 1, 1, 1, 2]


def test_change_without_claims_then_and_now_is_none():
    assert not has_changed(None, ())
    assert days_of((), TODAY, TODAY, LONDON, {FRIDAY: None})[-1].days[-1] == date(2026, 11, 29)


def test_easy_read_week_reads_easily_whatever_has_changed(week):
    told(week, Changed(day=FRIDAY, before=(week.friday.starts - HOUR, week.friday.ends)), Changed(day=TODAY))
    told(week, Changed(day=date(2026, 11, 25), before=(NOON, NOON + HOUR)), key="two")
    _, html = shown(week, Edition.EASY)
    assert easy_read_faults(html) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_page_asks_the_database_few_things(week):
    asked = []
    sa.event.listen(week.store.engine, "before_cursor_execute", lambda *facts: asked.append(facts[2]))
    shown(week)
    assert len(asked) <= 12, "\n".join(asked)
