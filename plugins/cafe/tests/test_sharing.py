"""What a house shares out goes by agreed hours, over what was worked, published and drafted; nobody is named."""

import json
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from alongside.api import enterprise
from alongside.api.display import Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotFound, Period, at
from alongside.api.web import GoTo
from alongside.placements.actions import attending
from alongside.store import Store
from alongside.store.migrate import changing, make_tables, migrate
from alongside.testing.easy_read import easy_read_faults
from alongside.testing.tables import all_lines
from alongside_cafe import chapter
from alongside_cafe.actions import house, looking
from alongside_cafe.availability import Availability
from alongside_cafe.house_rules import Counts, HouseRules
from alongside_cafe.pages import drafts, wishes
from alongside_cafe.pages import house as page
from alongside_cafe.search import search
from alongside_cafe.sharing import MOST, SATURDAYS, Shared, fair_shares, spread
from alongside_cafe.spreads import spreads
from alongside_cafe.tables.house import HOUSE_RULES
from alongside_cafe.wish import Part
from alongside_cafe.worker import Held

from .conftest import MONDAY
from .test_cafe_edges import shown, visit
from .test_cafe_house_rules import sending, set_rules
from .test_rota_fill import ANY, on, problem, shift, worker

MONDAYS, AFTERNOONS = Shared(weekday=0), Shared(part=Part.AFTERNOON)
weights = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2000), min_size=1)


@given(st.integers(0, 60), weights)
def test_fair_shares_cover_everything_and_none_is_a_whole_thing_above_its_part(total, hours):
    shares, every = fair_shares(total, hours), sum(hours.values())
    assert set(shares) == set(hours)
    assert sum(shares.values()) >= total
    for who, share in shares.items():
        exact = total * hours[who] / every if every else total / len(hours)
        assert 0 <= share - exact < 1 + 1e-9


@given(weights, st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 9)))
def test_spread_names_nobody_and_is_even_only_where_nobody_is_above_a_fair_share(hours, had):
    told = spread(SATURDAYS, had, hours)
    counts = {who: had.get(who, 0) for who in hours}
    if told is None:
        assert not any(counts.values())
        return
    fair = fair_shares(sum(counts.values()), hours)
    assert (told.over == 0) is all(counts[who] <= fair[who] for who in hours)
    assert (told.some, told.every) == (sum(bool(n) for n in counts.values()), len(hours))
    assert {field.name for field in attrs.fields(type(told))} == {
        "kind", "every", "some", "fewest", "most", "over", "under",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "clock", "job", "is_one"),
    [
        (SATURDAYS, 9, "Front", False),
        (MONDAYS, 9, "Front", True),
        (AFTERNOONS, 12, "Front", True),
        (AFTERNOONS, 9, "Front", False),
        (Shared(weekday=0, job="front"), 9, "Front", True),
        (Shared(job="Kitchen"), 9, "Front", False),
    ],
)
def test_kind_of_shifts_is_a_day_a_time_or_a_job(kind, clock, job, is_one):
    assert kind.has(at(MONDAY, time(clock), LONDON), LONDON, job) is is_one


def test_all_shifts_there_are_are_no_kind():
    with pytest.raises(BadInput, match="Choose a day"):
        Shared()


def given_to(kind, people, days=4, **more):
    """How many of so many Mondays of one place, in one week's question each, everybody is given."""
    shifts = [shift(7 * n, 9, 3) for n in range(days)]
    answer = search(problem(shifts, people, shared=kind, **more), 1.0, 20.0)
    return Counter(one.person for one in answer.assignments)


def test_who_has_three_times_the_hours_has_three_times_the_share():
    # Without the weights each would be given two: the control.
    few, many = (worker(name, agreed_minutes=180) for name in ("Ana", "Ben"))
    assert given_to((MONDAYS,), [few, many]) == {"Ana": 2, "Ben": 2}
    weighed = [attrs.evolve(few, weight=100), attrs.evolve(many, weight=300)]
    assert given_to((MONDAYS,), weighed) == {"Ana": 1, "Ben": 3}


def test_each_kind_is_shared_out_for_itself():
    morning, noon = shift(0, 8, 3), shift(0, 14, 3)
    had = [worker("Ana", shared=(4, 0), agreed_minutes=180), worker("Ben", shared=(0, 4), agreed_minutes=180)]
    kinds = (Shared(part=Part.MORNING), AFTERNOONS)
    answer = search(problem([morning, noon], had, shared=kinds), 1.0, 20.0)
    assert set(answer.assignments) == {on(morning, "Ben"), on(noon, "Ana")}
    turned = [attrs.evolve(one, shared=one.shared[::-1]) for one in had]
    answer = search(problem([morning, noon], turned, shared=kinds), 1.0, 20.0)
    assert set(answer.assignments) == {on(morning, "Ana"), on(noon, "Ben")}


def test_chances_to_learn_go_by_agreed_hours_too():
    lessons = [shift(7 * week, 8, 6, learning=("food",)) for week in range(4)]
    teacher = worker("Tea", Held("food"), teaches=frozenset({"food"}))
    both = [worker(name, learns=frozenset({"food"}), weight=n) for name, n in (("Ana", 1), ("Ben", 3))]
    answer = search(problem(lessons, [*both, teacher]), 1.0, 20.0)
    assert Counter(one.person for one in answer.assignments if one.place == 1) == {"Ana": 1, "Ben": 3}


def test_draft_says_how_far_from_fair_it_is_of_those_who_could():
    one = shift(0, 9, 3, ANY)
    people = [worker("Ana", shared=(3,)), worker("Ben"), worker("Cy", availability=Availability(()))]
    (told,) = spreads(problem([one], people, shared=(MONDAYS,)), [on(one, "Ana")])
    # Ana has four of four, and her fair share of four, with Ben alone beside her, is two.
    assert (told.over, told.under, told.every) == (2, 2, 2)
    (told,) = spreads(problem([one], people[1:2], shared=(MONDAYS,)), [on(one, "Ben")])
    assert (told.over, told.under) == (0, 0)


# --- with a store


def worked(cafe):
    """The week is filled and over."""
    cafe.fill()
    cafe.store.clock = lambda: datetime(2026, 12, 7, 8, tzinfo=UTC)


def lately(cafe, first=MONDAY + timedelta(days=7)):
    asked = cafe.ask(first=first)
    return {one.id: one for one in asked.problem.workers}


def test_what_was_worked_counts_and_who_was_noted_as_not_there_has_not_had_it(cafe):
    set_rules(cafe, HouseRules(shared=(MONDAYS, SATURDAYS)))
    worked(cafe)
    with cafe.unit(writing=False) as unit:
        rota = looking.week(unit, cafe.business.id, MONDAY).rota
    monday = [one for one in rota.assignments if rota.by_id[one.shift].day == MONDAY]
    assert {who: one.shared for who, one in lately(cafe).items()} == {
        who: (int(who in {one.person for one in monday}), 0) for who in cafe.people.values()
    }
    with cafe.unit() as unit:
        notes = {one.claim: attending.Note(time=rota.by_id[one.shift].shift.during) for one in monday}
        notes[monday[0].claim] = attending.Note(time=None)
        attending.confirm(unit, cafe.business.id, MONDAY, notes)
    assert lately(cafe)[monday[0].person].shared == (0, 0)
    assert lately(cafe)[monday[1].person].shared == (1, 0)


def test_a_draft_of_earlier_weeks_counts_as_it_stands(cafe):
    set_rules(cafe, HouseRules(shared=(MONDAYS,)))
    draft = cafe.draft()
    on_monday = {one.person for one in draft.assignments if one.shift.startswith(str(MONDAY))}
    assert {who for who, one in lately(cafe).items() if one.shared == (1,)} == on_monday


def test_weight_is_what_was_agreed_over_the_time_that_is_looked_at(cafe, placed):
    set_rules(cafe, HouseRules(fairness_weeks=4))
    # Four weeks back and the week to fill, of 20 hours each.
    assert {one.weight for one in lately(cafe).values()} == {5 * 20 * 60}


def test_page_shares_out_more_and_less_in_both_editions(cafe):
    with cafe.unit() as unit:
        html = shown(page.house_rules(visit(cafe, unit)))
        assert "<strong>Saturday</strong>" in html
        more = {"do": "share", "day": "4", "hours": "afternoon", "job": "Front"}
        assert isinstance(page.send_house_rules(sending(cafe, unit, **more)), GoTo)
        kind = Shared(weekday=4, part=Part.AFTERNOON, job="Front")
        assert house.look(unit, cafe.business.id).shared == (SATURDAYS, kind)
        html = shown(page.house_rules(visit(cafe, unit)))
        assert "<strong>Friday, after 12 o’clock, Front</strong>" in html
        assert "What we share out fairly is <strong>our own choice</strong>." in html
        assert easy_read_faults(shown(page.house_rules(visit(cafe, unit)), Edition.EASY)) == []
        assert "Friday, after 12 o’clock, Front" in shown(wishes.wishes(visit(cafe, unit)))
        again = shown(page.send_house_rules(sending(cafe, unit, **more)))
        assert "You share this out already." in again
        nothing = {"do": "share", "day": "", "hours": "all", "job": ""}
        assert "Choose a day, a time of the day, or a job." in shown(
            page.send_house_rules(sending(cafe, unit, **nothing))
        )
        assert isinstance(page.send_house_rules(sending(cafe, unit, do="unshare:sat-all")), GoTo)
        assert house.look(unit, cafe.business.id).shared == (kind,)
        with pytest.raises(NotFound):
            page.send_house_rules(sending(cafe, unit, do="unshare:sat-all"))


def test_other_answers_leave_what_is_shared_as_it_is(cafe):
    set_rules(cafe, HouseRules(shared=(MONDAYS,)))
    sent = {"do": "keep", "margin": "4", "coached": "2", "weeks": "12", "stays": "2"}
    answers = dict.fromkeys(("wishes", "usual_times", "fairness", "learning"), "usual")
    with cafe.unit() as unit:
        assert isinstance(page.send_house_rules(sending(cafe, unit, **sent, **answers)), GoTo)
        assert house.look(unit, cafe.business.id).shared == (MONDAYS,)


def test_too_many_kinds_are_refused():
    kinds = tuple(Shared(weekday=day) for day in range(7))
    HouseRules(shared=kinds[:MOST])
    with pytest.raises(BadInput, match="at most 6"):
        HouseRules(shared=kinds)


def test_draft_and_chapter_tell_the_spread_in_both_editions(standing):
    cafe = standing.cafe
    set_rules(cafe, HouseRules(shared=(MONDAYS,)))
    cafe.draft(first=MONDAY + timedelta(days=7))
    with cafe.unit() as unit:
        facts = drafts.draft_facts(drafts.shown_draft(unit, cafe.business.id, MONDAY + timedelta(days=7)))
        assert [one.kind for one in facts["spreads"]] == [MONDAYS]
    standing.at(datetime(2026, 12, 8, 12, tzinfo=UTC))
    with cafe.unit() as unit:
        # Six people are too few for anybody to be told what they had.
        assert chapter.write(unit, Period.quarter(MONDAY)).facts["shared"] == ()


def test_what_was_kept_by_its_old_name_is_kept_by_its_new_one(databases, engine_name):
    core, cafe = (next(one for one in all_lines() if one.name == name) for name in ("core", "cafe"))
    store = Store(databases.fresh(engine_name, ()))
    with changing(store) as connection:
        make_tables(connection, [core, cafe], {core.version_table: core.newest, cafe.version_table: "0008"})
    with store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        business = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2024, 1, 1)).id
    old = sa.table("cafe_house_rules", *(sa.column(name) for name in ("id", "business", "rules", "version")))
    with store.engine.begin() as connection:
        row = {"id": "r", "business": business, "rules": json.dumps({"saturdays": "more"}), "version": 1}
        connection.execute(old.insert().values(row))
    migrate(store, [core, cafe])
    with store.unit(Actor.keyboard(), writing=False) as unit:
        (kept,) = unit.find(HOUSE_RULES)
    store.close()
    assert kept.rules == HouseRules(fairness=Counts.MORE)
