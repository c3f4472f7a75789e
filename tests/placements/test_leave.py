"""Asking for days off: no reason is asked, somebody answers, and after a yes every plan keeps to it."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Period, local
from alongside.messages.tables import MESSAGES
from alongside.pay.advice import Advice, Run
from alongside.pay.line import Line, What
from alongside.pay.tables import ADVICES, RUNS
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions, offers, reactions
from alongside.placements.actions.answering_leave import may_answer
from alongside.placements.leave import KEPT, LeaveWish, Standing
from alongside.placements.pages import leave as pages
from alongside.placements.pages import own_leave
from alongside.placements.placement import PlacementType
from alongside.placements.tables.leave import LEAVE_WISHES
from alongside.placements.tiles import leave as tiles
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

from .conftest import HEARING, place

FIRST, LAST = date(2026, 12, 7), date(2026, 12, 9)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
DISPLAY = Display({"placements": "alongside.placements"})
RIGHTS = {"placements": ("see", "change", "coach"), "diary": ("see", "plan")}


@pytest.fixture
def hearing():
    return (*HEARING, "pay")


@pytest.fixture
def house(tideline, agree, keyboard):
    """Amy and Ben work in the café, Cal in the garden; Ben manages the café and Cal the garden."""
    tideline.clock = lambda: NOW
    with tideline.unit(keyboard) as unit:
        agree(unit)
        agree(unit, person="ben")
        agree(unit, "harbour-garden", person="cal", kind=PlacementType.VOLUNTEERING)
        enterprise.give_role(unit, "ben", "manager", place(unit))
        enterprise.give_role(unit, "cal", "manager", place(unit, "harbour-garden"))
    tideline.rights = lambda unit: enterprise.rights_of(unit, RIGHTS)
    return tideline


def as_(house, who, *, writing=True, helper=None):
    return house.unit(Actor.person(who, who.capitalize(), helper=helper), writing=writing)


def ask(house, who="amy", first=FIRST, last=LAST):
    with as_(house, who) as unit:
        return actions.ask_for_leave(unit, first, last)


def answer(house, wish, yes=True, words="", who="ben"):
    with as_(house, who) as unit:
        return actions.answer_leave(unit, wish.id, yes=yes, words=words)


def off(house, who="amy", days=None):
    with house.unit(Actor.keyboard(), writing=False) as unit:
        claims = offers.on_leave(unit, [who], days or Period(FIRST, LAST))
    return [local(one.starts, LONDON).date() for one in claims]


def messages(house, who):
    with house.unit(Actor.keyboard(), writing=False) as unit:
        return [one for one in unit.find(MESSAGES) if one.person == who]


def kept(house):
    with house.unit(Actor.keyboard(), writing=False) as unit:
        return unit.find(LEAVE_WISHES)


def test_wish_waits_claims_nothing_and_tells_who_runs_her_work_without_a_name(house):
    wish = ask(house)
    assert (wish.standing, off(house)) == (Standing.WAITING, [])
    (told,) = messages(house, "ben")
    assert told.path == f"/days-off/{wish.id}"
    assert "Amy" not in str(told.lines) + str(told.title)
    # Else two who ask would be told of in the same words.
    assert {day for line in told.lines for day in line.days.values()} == {wish.first_day, wish.last_day}
    assert messages(house, "cal") == []


def test_yes_takes_each_day_from_midnight_to_midnight_and_tells_her(house):
    wish = answer(house, ask(house), words="Have a good time.")
    assert wish.standing is Standing.YES
    assert off(house) == [FIRST, FIRST + timedelta(days=1), LAST]
    with as_(house, "ben") as unit:
        (first, *_) = offers.on_leave(unit, ["amy"], Period(FIRST, FIRST))
        assert (local(first.starts, LONDON).time(), local(first.ends, LONDON).time()) == (time(), time())
        with pytest.raises(diary.Taken):
            nine = first.starts + timedelta(hours=9)
            diary.claim(unit, "amy", nine, nine + timedelta(hours=2), Purpose.WORK, "Kitchen")
    (told,) = messages(house, "amy")
    assert "You are off then" in str(told.lines)


def test_days_off_over_a_change_of_the_clocks_are_whole_days(house):
    first, last = date(2027, 3, 27), date(2027, 3, 29)
    answer(house, ask(house, first=first, last=last))
    assert off(house, days=Period(first, last)) == [first, first + timedelta(days=1), last]


def test_no_needs_a_sentence_and_claims_nothing(house):
    wish = ask(house)
    with pytest.raises(BadInput, match="Write in a sentence"):
        answer(house, wish, yes=False, words="  ")
    assert answer(house, wish, yes=False, words="It is the fair. The week after would do.").words
    assert off(house) == []
    assert "It cannot be this time" in str(messages(house, "amy")[0].lines)


def test_yes_where_she_is_on_a_shift_names_the_day_and_changes_nothing(house, work, keyboard):
    wish = ask(house)
    with house.unit(keyboard) as unit:
        work(unit, "amy", LAST, time(9), time(13))
    with pytest.raises(BadInput, match="already. Take it off the plan first"):
        answer(house, wish)
    assert (off(house), kept(house)[0].standing) == ([], Standing.WAITING)
    with as_(house, "ben", writing=False) as unit:
        assert [local(one.starts, LONDON).date() for one in actions.look_at_leave(unit, wish.id).in_the_way] == [
            LAST
        ]


def test_day_that_she_is_off_already_is_not_taken_twice(house, work, keyboard):
    with house.unit(keyboard) as unit:
        work(unit, "amy", FIRST, time(0), time(0), purpose=Purpose.LEAVE)
    answer(house, ask(house))
    assert off(house) == [FIRST, FIRST + timedelta(days=1), LAST]


def test_answer_that_is_changed_gives_the_days_back_and_is_told_again(house):
    wish = answer(house, ask(house))
    answer(house, wish, yes=False, words="Two others fell ill.")
    assert off(house) == []
    assert len(messages(house, "amy")) == 2
    with pytest.raises(BadInput, match="answered already"):
        answer(house, wish, yes=False, words="Again.")
    answer(house, wish)
    assert len(off(house)) == 3


@pytest.mark.parametrize("granted", [True, False])
def test_she_takes_back_what_she_asked_for_and_comes_after_all(house, granted):
    wish = ask(house)
    if granted:
        answer(house, wish)
    with as_(house, "amy") as unit:
        actions.take_leave_back(unit, wish.id)
    assert (off(house), kept(house)[0].standing) == ([], Standing.BACK)
    assert len(messages(house, "ben")) == 1 + granted
    with pytest.raises(BadInput, match="taken back"):
        answer(house, wish)
    assert ask(house).waits  # the same days may be asked for again


def test_days_that_have_begun_are_neither_taken_back_nor_answered_otherwise(house):
    wish = answer(house, ask(house))
    house.clock = lambda: NOW + timedelta(days=15)
    with as_(house, "amy") as unit, pytest.raises(BadInput, match="cannot be taken back"):
        actions.take_leave_back(unit, wish.id)
    with pytest.raises(BadInput, match="have begun"):
        answer(house, wish, yes=False, words="No.")
    assert len(off(house)) == 3


def test_nobody_answers_herself_or_for_a_business_that_is_not_hers_or_takes_back_for_others(house):
    wish = ask(house)
    for who in ("cal", "amy"):
        with as_(house, who) as unit:
            assert not may_answer(unit, wish)
            with pytest.raises(NotAllowed):
                actions.look_at_leave(unit, wish.id)
            with pytest.raises(NotAllowed):
                actions.answer_leave(unit, wish.id, yes=True)
    own = ask(house, "ben")
    with as_(house, "ben") as unit:
        with pytest.raises(NotAllowed):
            actions.answer_leave(unit, own.id, yes=True)
        with pytest.raises(NotFound):
            actions.take_leave_back(unit, wish.id)
        assert [one.id for one in actions.leave_to_answer(unit)] == [wish.id]
    with as_(house, "cal") as unit:
        assert actions.leave_to_answer(unit) == []
        with pytest.raises(NotAllowed):
            actions.ask_for_leave(unit, FIRST + timedelta(days=30), person="amy")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (TODAY - timedelta(days=1), None, "have begun"),
        (LAST, FIRST, "before the first"),
        (FIRST, FIRST + timedelta(weeks=14), "longer than thirteen weeks"),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(house, first, last, said):
    with pytest.raises(BadInput, match=said):
        ask(house, first=first, last=last)
    assert kept(house) == []


def test_same_days_are_asked_for_once_and_not_where_nothing_is_agreed(house, keyboard):
    ask(house)
    with pytest.raises(BadInput, match="asked for some of these days already"):
        ask(house, first=LAST, last=LAST + timedelta(days=3))
    with house.unit(keyboard) as unit:
        people.add_person(unit, Person(id="dee", name="Dee Hall", joined=date(2026, 1, 5)))
    with pytest.raises(BadInput, match="No work is agreed with you"):
        ask(house, "dee")


def test_who_answers_sees_who_else_of_the_same_business_is_off_or_asks(house, agree, work, keyboard):
    with house.unit(keyboard) as unit:
        for who, name in (("dee", "Dee Hall"), ("eve", "Eve Long"), ("fay", "Fay West")):
            people.add_person(
                unit, Person(id=who, name=name, date_of_birth=date(1990, 1, 1), joined=date(2026, 1, 5))
            )
            diary.ensure_person(unit, who)
        agree(unit, person="dee")
        agree(unit, person="eve")
        agree(unit, "harbour-garden", person="fay")
        for who in ("dee", "fay"):
            work(unit, who, FIRST, time(0), time(0), purpose=Purpose.LEAVE)
    ask(house, "eve", LAST, LAST + timedelta(days=4))
    wish = ask(house)
    with as_(house, "ben", writing=False) as unit:
        too = actions.look_at_leave(unit, wish.id).too
    assert [(one.face.name, one.days, one.asked) for one in too] == [
        ("Dee Hall", (FIRST,), False),
        ("Eve Long", (LAST,), True),
    ]


def test_erased_person_leaves_no_wish_and_no_day_and_gets_a_copy_before(house):
    answer(house, ask(house))
    with house.unit(Actor.keyboard()) as unit:
        handed = reactions.person_exported(unit, "amy")
        assert [one["first_day"] for one in handed["days_off_asked_for"]] == [FIRST]
        unit.tell("person_erased", person="amy")
        assert unit.find(LEAVE_WISHES) == []
    assert off(house) == []


def test_wishes_of_long_ago_go_and_their_days_stay(house):
    answer(house, ask(house))
    with house.unit(Actor.keyboard()) as unit:
        reactions.daily_round(unit, LAST + KEPT)
        assert len(unit.find(LEAVE_WISHES)) == 1
        reactions.daily_round(unit, LAST + KEPT + timedelta(days=1))
        assert unit.find(LEAVE_WISHES) == []
    assert len(off(house)) == 3


def test_wish_with_too_many_words_is_no_wish():
    with pytest.raises(BadInput, match="at most 300"):
        LeaveWish(id="1", person="a", first_day=FIRST, last_day=LAST, asked_at=NOW, words="a" * 301)


# --- the pages


def visit(unit, who, **facts):
    actor = unit.actor
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(actor, who),
        part="placements",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=TODAY,
        **facts,
    )


def shown(view, edition=Edition.STANDARD):
    return DISPLAY.render("placements", view, edition=edition).replace("\xa0", " ")


def both(view):
    easy = DISPLAY.render("placements", view, edition=Edition.EASY)
    assert easy_read_faults(easy) == []
    return shown(view)


def test_member_asks_sees_the_answer_and_takes_it_back_on_her_pages(house):
    with as_(house, "amy") as unit:
        page = both(own_leave.ask(visit(unit, "amy")))
        assert "Which days do you want off?" in page
        form = Form((("first", str(FIRST)), ("last", str(LAST))))
        assert isinstance(own_leave.send_ask(visit(unit, "amy", form=form)), GoTo)
        assert "Nobody has answered yet." in both(own_leave.days_off(visit(unit, "amy")))
    (wish,) = kept(house)
    answer(house, wish, yes=False, words="It is the fair.")
    with as_(house, "amy") as unit:
        page = both(own_leave.days_off(visit(unit, "amy")))
        assert "It is the fair." in page
        assert "Take this back" not in page
        again = own_leave.send_ask(visit(unit, "amy", form=Form((("first", "2020-01-01"), ("last", "")))))
        assert "These days have begun. Choose days to come." in both(again)


def test_holiday_that_is_left_is_shown_to_her_alone(house):
    lines = (Line(what=What.WORK, pence=1),)
    with house.unit(Actor.keyboard()) as unit:
        unit.add(
            RUNS,
            Run(
                id="r",
                first_day=date(2026, 10, 1),
                last_day=date(2026, 10, 31),
                read_at=NOW,
                agreed_at=NOW,
                agreed_by="ben",
            ),
        )
        unit.add(ADVICES, Advice(id="a", run="r", person="amy", pence=1, minutes=60, left=270, lines=lines))
    with as_(house, "amy") as unit:
        page = both(own_leave.days_off(visit(unit, "amy")))
    assert "4½ hours" in page or "4 hours 30 minutes" in page
    assert "31 October" in page
    with as_(house, "amy", helper="ben") as unit:
        assert "paid holiday" not in shown(own_leave.days_off(visit(unit, "amy")))


def test_manager_finds_who_waits_on_the_first_page_and_answers_there(house):
    with as_(house, "ben") as unit:
        assert tiles.asked(visit(unit, "ben")) is None
    wish = ask(house)
    with as_(house, "ben") as unit:
        glance = tiles.asked(visit(unit, "ben"))
        assert (glance.path, glance.waits) == ("/days-off", True)
        assert "Amy Lind" in both(pages.asked_for(visit(unit, "ben")))
        here = visit(unit, "ben", path={"wish": wish.id})
        assert "Nobody else is off." in both(pages.one(here))
        refused = pages.send_one(visit(unit, "ben", path={"wish": wish.id}, form=Form((("answer", "no"),))))
        assert "Write in a sentence why it cannot be." in both(refused)
        done = pages.send_one(visit(unit, "ben", path={"wish": wish.id}, form=Form((("answer", "yes"),))))
        assert done.path == "/days-off"
        assert tiles.asked(visit(unit, "ben")) is None
        assert "They are off then." in both(pages.one(here))
    assert len(off(house)) == 3


@pytest.mark.proof
def test_days_off_at_the_keyboard(own_demo, command):
    asked = command("placements", "ask-days-off", "Archie Nolan", "2027-03-08", "--json", home=own_demo)
    wish = json.loads(asked.stdout)["wish"]
    rows = json.loads(command("placements", "days-off", "--json", home=own_demo).stdout)["rows"]
    assert [one["answer"] for one in rows if one["wish"] == wish] == ["waiting"]
    for wrong in (("ask-days-off", "Archie Nolan", "2027-03-08"), ("answer-days-off", wish, "no")):
        refused = command("placements", *wrong, home=own_demo)
        assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    done = command("placements", "answer-days-off", wish, "yes", "--json", home=own_demo)
    assert json.loads(done.stdout)["standing"] == "yes"
