"""The rota that stands is changed at once: somebody is off, another stands in, shifts get shorter."""

from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest

from alongside.api import diary, enterprise
from alongside.api.display import Edition
from alongside.api.values import LONDON, BadInput, NotFound, Period, at
from alongside.api.web import Form
from alongside.placements.actions.attending import over_on
from alongside.placements.tables import NOTICES
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import (
    change_wanted,
    changed,
    changing,
    coming_back,
    days,
    house,
    morning,
    not_coming,
    planning,
    putting_back,
    shortening,
    standing_in,
)
from alongside_cafe.actions.refusing import NotPossible
from alongside_cafe.change import What, Why
from alongside_cafe.house_rules import HouseRules
from alongside_cafe.pages import changes as changes_page
from alongside_cafe.pages import today
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.request import Reply
from alongside_cafe.tables import ASSIGNMENTS, SHIFTS
from alongside_cafe.tables.changes import CHANGES, REASONS_SAID, REQUESTS

from .test_cafe_edges import shown, visit

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
EARLY = datetime(2026, 11, 30, 6, 45, tzinfo=UTC)


def test_member_who_cannot_come_is_off_her_place_is_open_and_her_time_is_free(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    with standing.unit(name) as unit:
        done = not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
    rota = standing.rota()
    assert done.what is What.OFF
    assert done.herself
    assert place.person not in rota.on(shift)
    assert place.place in [gap.place for gap in rota.gaps if gap.shift == shift.id]
    with standing.unit(writing=False) as unit:
        assert place.claim not in {one.id for one in diary.holds(unit, [place.person], shift.shift.during)}
    assert standing.faults() == []


@pytest.mark.parametrize(("hours", "outcome"), [(49, "early"), (47, "late"), (5, "soon")])
def test_what_follows_hangs_on_the_notice_alone_and_is_known_before(standing, hours, outcome):
    name = standing.somebody()
    shift, _ = standing.first_place(name)
    standing.at(shift.starts - timedelta(hours=hours))
    with standing.unit(name) as unit:
        follows = not_coming.what_follows(unit, standing.cafe.business.id, shift.id)
        not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
    assert follows.outcome.id == outcome
    (notice,) = standing.kept(NOTICES)
    assert (notice.minutes, notice.by_herself) == (hours * 60, True)
    (change,) = standing.kept(CHANGES)
    assert change.notice == hours * 60


def test_who_plans_is_told_at_once_and_without_a_name(standing):
    name = next(one for one in ("Ben Hartley", "Mei Tanaka", "Sam Whitlock") if standing.first_place(one))
    shift, _ = standing.first_place(name)
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
    (message,) = standing.told("Rosa Delgado", "cafe:off:")
    assert name.split()[0] not in str(message)
    assert message.path == f"/cafe/tideline-cafe/today?day={shift.day}"


def test_only_those_who_legally_could_are_asked(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
    with standing.unit() as unit:
        there = changing.standing(unit, standing.cafe.business.id, shift)
        could = {one.person for one in standing_in.who_can(unit, there, shift, place.place)}
    asked = {one.person for one in standing.kept(REQUESTS)}
    assert asked == could
    assert place.person not in asked


def test_first_yes_gets_the_place_and_the_others_hear_it(standing):
    _name, shift, _place, asked = ask_around(standing)
    first, *others = asked
    with standing.unit(first) as unit:
        hers = standing_in.asked_of(unit, standing.cafe.business.id, standing.cafe.people[first])
        standing_in.say_yes(unit, standing.cafe.business.id, hers[0].request.id)
    assert standing.cafe.people[first] in standing.rota().on(shift)
    replies = {one.person: one.reply for one in standing.kept(REQUESTS) if one.shift == shift.id}
    assert replies.pop(standing.cafe.people[first]) is Reply.YES
    assert set(replies.values()) <= {Reply.GONE}
    for other in others:
        request = requested(standing, shift, other)
        with standing.unit(other) as unit, pytest.raises(BadInput, match="Somebody else has this shift now"):
            standing_in.say_yes(unit, standing.cafe.business.id, request.id)
    assert standing.faults() == []


def test_whoever_is_off_after_her_yes_has_the_others_asked_anew_but_for_whoever_said_no(standing):
    business, names = standing.cafe.business.id, {who: name for name, who in standing.cafe.people.items()}
    shift, place = a_front_with_one_on_it(standing)
    with standing.unit() as unit:
        not_coming.mark_off(unit, business, shift.id, place.person)
        standing_in.ask_everybody(unit, business, shift.id, place.place)
    refuser, taker, *others = [one for one in standing.kept(REQUESTS) if one.place == place.place]
    assert others
    with standing.unit(names[refuser.person]) as unit:
        standing_in.say_no(unit, business, refuser.id)
    with standing.unit(names[taker.person]) as unit:
        standing_in.say_yes(unit, business, taker.id)
    with standing.unit(names[taker.person]) as unit:
        not_coming.cannot_come(unit, business, shift.id)
    waiting = [one.person for one in standing.kept(REQUESTS) if one.waits and one.place == place.place]
    assert sorted(waiting) == sorted(one.person for one in others)
    with standing.unit("Rosa Delgado") as unit:
        assert standing_in.ask_everybody(unit, business, shift.id, place.place) == []


def a_front_with_one_on_it(standing):
    """A front and the one place of the week that is left, so that several could stand in."""
    rota = standing.rota()
    shift = next(one for one in rota.shifts if one.job == "Front")
    place = next(one for one in rota.assignments if one.shift == shift.id)
    with standing.unit() as unit:
        there = changing.standing(unit, standing.cafe.business.id, shift)
        off = tuple(one for one in there.rota.assignments if one.id != place.id)
        changing.change(unit, there, change_wanted.Wanted(off=off), What.SWAPPED)
    return shift, place


@pytest.mark.parametrize("edition", list(Edition))
def test_all_can_be_asked_again_where_the_place_was_taken_and_is_open_anew(standing, edition):
    _name, shift, place, _asked = ask_around(standing)
    with standing.unit() as unit:
        standing_in.close(unit, shift, place.place)
    assert 'name="ask"' in day_page(standing, shift.day, edition)


def test_stewards_hear_at_once_where_nobody_manages_or_the_only_manager_is_off_herself(standing):
    business, ids = standing.cafe.business.id, standing.cafe.people
    with standing.unit() as unit:
        enterprise.give_role(unit, ids["Mei Tanaka"], "steward")
    bens, _ = standing.first_place("Ben Hartley")
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, business, bens.id, ids["Ben Hartley"])
    assert standing.told("Mei Tanaka", "cafe:off:") == []
    hers, _ = standing.first_place("Rosa Delgado")
    with standing.unit("Rosa Delgado") as unit:
        not_coming.cannot_come(unit, business, hers.id)
    assert len(standing.told("Mei Tanaka", "cafe:off:")) == 1


def test_forged_time_without_a_zone_is_refused_in_a_sentence(standing):
    shift = next(one for one in standing.rota().shifts if one.day == MONDAY)
    forged = f"{shift.id}|2026-11-30T10:00:00|2026-11-30T12:00:00"
    with standing.unit("Rosa Delgado") as unit, pytest.raises(BadInput, match="No button was pressed"):
        send(standing, unit, ("day", str(MONDAY)), ("shorter", forged))


def requested(standing, shift, name):
    """What somebody was asked for a shift."""
    who = standing.cafe.people[name]
    return next(one for one in standing.kept(REQUESTS) if (one.person, one.shift) == (who, shift.id))


def ask_around(standing):
    """Somebody is off and others are asked; her name, her shift and place, and the names of who is asked."""
    names = {who: name for name, who in standing.cafe.people.items()}
    for place in standing.rota().assignments:
        shift = standing.rota().by_id[place.shift]
        with standing.unit() as unit:
            there = changing.standing(unit, standing.cafe.business.id, shift)
            wanted = change_wanted.Wanted(off=(place,))
            changing.change(unit, there, wanted, What.OFF, herself={place.person})
            asked = standing_in.ask(
                unit, changing.standing(unit, standing.cafe.business.id, shift), shift, place.place
            )
        able = [names[one.person] for one in asked if one.person != place.person]
        if able:
            return names[place.person], shift, place, able
    raise AssertionError("nobody could stand in for anybody")


def test_who_is_asked_by_no_stranger_answers_for_her(standing):
    _name, shift, _place, asked = ask_around(standing)
    request = requested(standing, shift, asked[0])
    other = next(name for name in standing.cafe.people if name != asked[0])
    with standing.unit(other) as unit, pytest.raises(NotFound):
        standing_in.say_yes(unit, standing.cafe.business.id, request.id)


def test_reason_is_read_by_who_plans_and_by_nobody_else_and_is_in_no_trail(standing):
    name = standing.somebody()
    shift, _ = standing.first_place(name)
    with standing.unit(name) as unit:
        done = not_coming.cannot_come(unit, standing.cafe.business.id, shift.id, Why.ACCESS)
    (said,) = standing.kept(REASONS_SAID)
    assert (said.why, said.change) == (Why.ACCESS, done.id)
    with standing.cafe.store.engine.connect() as connection:
        trail = " ".join(str(row) for row in connection.exec_driver_sql("SELECT * FROM store_audit"))
    assert "access" not in trail
    with standing.unit("Rosa Delgado", writing=False) as unit:
        (off,) = morning.morning(unit, standing.cafe.business.id, shift.day).off
        assert off.why is Why.ACCESS


def test_manager_marks_off_by_telephone_and_it_counts_as_said_by_the_person(standing):
    standing.at(EARLY)
    name = standing.somebody()
    shift, _ = standing.first_place(name)
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, standing.cafe.business.id, shift.id, standing.cafe.people[name], Why.ILL)
    (notice,) = standing.kept(NOTICES)
    assert notice.by_herself
    assert notice.minutes == 75


def test_person_who_can_come_after_all_gets_her_place_back_while_it_is_open(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    business = standing.cafe.business.id
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, business, shift.id)
    with standing.unit(name) as unit:
        assert not_coming.what_follows(unit, business, shift.id).back
        coming_back.can_come(unit, business, shift.id, place.person)
    assert place.person in standing.rota().on(shift)
    assert {one.reply for one in standing.kept(REQUESTS)} <= {Reply.GONE}
    assert standing.faults() == []


def test_law_is_not_overridden_even_by_who_plans(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    business = standing.cafe.business.id
    with standing.unit() as unit:
        not_coming.mark_off(unit, business, shift.id, place.person)
        there = standing.cafe.people["Leah Osei"]
        hours = planning.availability(unit, business, there)
        planning.set_availability(unit, business, there, hours.hours, {shift.day})
    with standing.unit("Rosa Delgado") as unit, pytest.raises(NotPossible, match="Leah Osei"):
        standing_in.put_on(unit, business, shift.id, place.place, there)


def test_shift_that_is_over_stays_as_it_was(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    standing.at(shift.ends + timedelta(minutes=1))
    with standing.unit() as unit, pytest.raises(BadInput, match="is over"):
        not_coming.mark_off(unit, standing.cafe.business.id, shift.id, place.person)


@pytest.mark.parametrize("why", [Why.ILL, None, Why.ACCESS])
def test_who_is_off_in_one_café_is_offered_nothing_that_day_by_another_but_where_the_work_was_in_the_way(
    standing, placed, why
):
    sam = standing.cafe.people["Sam Whitlock"]
    with standing.unit() as unit:
        harbour = enterprise.add_business(unit, "Harbour Café", "cafe", opened=date(2024, 1, 1))
        front = tuple(
            ShiftTemplate(weekday=day, starts=time(16), ends=time(18), job="Front", places=(frozenset({"front"}),))
            for day in range(5)
        )
        planning.set_pattern(unit, harbour.id, OpeningPattern(front))
        placed(unit, standing.cafe.people["Mei Tanaka"], harbour)
    standing.cafe.fill(business=harbour)  # nobody there may be at the front
    with standing.unit() as unit:
        placed(unit, sam, harbour)
    hers, _ = standing.first_place("Sam Whitlock")
    assert offered(standing, harbour, hers.day) == [sam]
    with standing.unit() as unit:
        not_coming.mark_off(unit, standing.cafe.business.id, hers.id, sam, why)
    assert offered(standing, harbour, hers.day) == ([sam] if why is Why.ACCESS else [])
    standing.at(datetime(2026, 11, 26, 10, tzinfo=UTC))  # what was changed last is told by the clock
    with standing.unit() as unit:
        coming_back.can_come(unit, standing.cafe.business.id, hers.id, sam)
    assert offered(standing, harbour, hers.day) == [sam]


def offered(standing, harbour, day):
    with standing.unit(writing=False) as unit:
        shift = next(one for one in unit.find(SHIFTS) if (one.business, one.day) == (harbour.id, day))
        there = changing.standing(unit, harbour.id, shift)
        return [one.person for one in standing_in.who_can(unit, there, shift, 0)]


def held_for(standing, shift, who):
    with standing.unit(writing=False) as unit:
        return [(one.starts, one.ends) for one in diary.holds(unit, [who], shift.shift.during)]


def test_who_goes_home_ill_in_mid_shift_keeps_what_she_worked_and_has_the_whole_again_once_she_is_back(standing):
    name, business = standing.somebody(), standing.cafe.business.id
    shift, place = standing.first_place(name)
    worked = (shift.starts, shift.starts + timedelta(hours=2))
    standing.at(worked[1] + timedelta(seconds=40))
    with standing.unit("Rosa Delgado") as unit:
        said = send(standing, unit, ("day", str(MONDAY)), ("ill", f"{shift.id}:{place.person}"))
    assert said.notice.key == "{name} is off. What was worked by now stays."
    assert place.person not in standing.rota().on(shift)
    assert held_for(standing, shift, place.person) == [worked]
    assert [one.by_herself for one in standing.kept(NOTICES)] == [True]
    with standing.unit(writing=False) as unit:
        there = changing.standing(unit, business, shift)
        hers = next(one for one in there.problem.workers if one.id == place.person)
    assert [(one.starts, one.ends) for one in hers.work] == [worked]
    with standing.unit("Rosa Delgado") as unit:
        coming_back.can_come(unit, business, shift.id, place.person)
    assert held_for(standing, shift, place.person) == [(shift.starts, shift.ends)]
    assert (place.person in standing.rota().on(shift), standing.faults()) == (True, [])


def test_who_stands_in_from_mid_shift_on_has_that_time_and_the_ill_what_she_worked(standing):
    business, (shift, place) = standing.cafe.business.id, a_front_with_one_on_it(standing)
    left, there = shift.starts + timedelta(hours=2), set(standing.rota().on(shift))
    standing.at(left + timedelta(seconds=40))
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, business, shift.id, place.person)
    with standing.unit("Rosa Delgado") as unit:
        could = standing_in.who_can(unit, changing.standing(unit, business, shift), shift, place.place)
        comes = next(one.person for one in could if one.person not in there)
        standing_in.put_on(unit, business, shift.id, place.place, comes)
    assert held_for(standing, shift, place.person) == [(shift.starts, left)]
    assert held_for(standing, shift, comes) == [(left, shift.ends)]
    sooner = shift.ends - timedelta(hours=1)
    with standing.unit("Rosa Delgado") as unit:
        shortening.shorten(unit, business, shift.id, shift.starts, sooner)
    assert held_for(standing, shift, comes) == [(left, sooner)]
    assert standing.faults() == []
    standing.at(shift.ends + timedelta(hours=1))
    with standing.unit() as unit:
        stretches = over_on(unit, business, shift.day)
        times = {each.claim.resource: (one.starts, one.ends) for one in stretches for each in one.people}
    assert (times[place.person], times[comes]) == ((shift.starts, left), (left, sooner))


def test_who_goes_home_in_the_first_minute_has_worked_nothing(standing):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    standing.at(shift.starts + timedelta(seconds=40))
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, standing.cafe.business.id, shift.id, place.person, Why.ILL)
    assert held_for(standing, shift, place.person) == []


def test_shift_that_became_shorter_twice_is_put_back_and_everybody_on_it_is_told(standing):
    business = standing.cafe.business.id
    shift = next(one for one in standing.rota().shifts if one.day == MONDAY)
    on = standing.rota().on(shift)
    later, earlier = shift.starts + timedelta(hours=1), shift.ends - timedelta(hours=2)
    with standing.unit() as unit:
        shortening.shorten(unit, business, shift.id, later, shift.ends)
    standing.at(datetime(2026, 11, 26, 9, 30, tzinfo=UTC))  # what was changed first is told by the clock
    with standing.unit() as unit:
        shortening.shorten(unit, business, shift.id, later, earlier)
    for edition in Edition:
        page = day_page(standing, MONDAY, edition)
        assert f'name="planned" value="{shift.id}"' in page
        assert edition is Edition.STANDARD or easy_read_faults(page) == []
    standing.at(datetime(2026, 11, 26, 10, tzinfo=UTC))
    with standing.unit("Rosa Delgado") as unit:
        said = send(standing, unit, ("day", str(MONDAY)), ("planned", shift.id))
    assert said.notice.key == "The shift is as it was planned again. Everybody on it is told."
    assert all(held_for(standing, shift, who) == [(shift.starts, shift.ends)] for who in on)
    newest = max(standing.kept(CHANGES), key=lambda one: one.at)
    assert (newest.what, newest.now_starts, newest.now_ends) == (What.PUT_BACK, shift.starts, shift.ends)
    names = {who: name for name, who in standing.cafe.people.items()}
    assert all(standing.told(names[who], "cafe:shifts:") for who in on)
    assert 'name="planned"' not in day_page(standing, MONDAY, Edition.STANDARD)
    with standing.unit() as unit, pytest.raises(BadInput, match="cannot be put back any more"):
        putting_back.put_back(unit, business, shift.id)
    assert standing.faults() == []


def test_what_has_gone_by_of_a_shorter_shift_does_not_come_back_nor_time_that_somebody_needs_elsewhere(standing):
    business = standing.cafe.business.id
    shift = next(one for one in standing.rota().shifts if one.day == MONDAY)
    later, earlier = shift.starts + timedelta(hours=1), shift.ends - timedelta(hours=2)
    with standing.unit() as unit:
        shortening.shorten(unit, business, shift.id, later, earlier)
    standing.at(shift.starts + timedelta(minutes=30))
    who = standing.rota().on(shift)[0]
    with standing.unit() as unit:
        course = diary.claim(unit, who, earlier, shift.ends, diary.Purpose.SESSION, "A course")
    with standing.unit() as unit, pytest.raises(NotPossible):
        putting_back.put_back(unit, business, shift.id)
    with standing.unit() as unit:
        diary.release(unit, course.id)
        (done,) = putting_back.put_back(unit, business, shift.id)
    assert (done.now_starts, done.now_ends) == (later, shift.ends)


def test_shift_that_was_called_off_is_put_back_with_open_places_and_filled_again(standing):
    business, tuesday = standing.cafe.business.id, MONDAY + timedelta(days=1)
    with standing.unit() as unit:
        shortening.open_shorter(unit, business, tuesday, None, time(8, 30))
    gone = next(one for one in standing.rota().shifts if one.day == tuesday and not one.places)
    kitchen = next(one for one in standing.rota().shifts if one.day == tuesday and one.places)
    with standing.unit() as unit:
        putting_back.put_back(unit, business, gone.id)
    rota = standing.rota()
    back = rota.by_id[gone.id]
    assert (back.starts, back.ends, len(back.places), back.key_holder) == (gone.starts, gone.ends, 2, True)
    assert {one.place for one in rota.gaps if one.shift == gone.id} == {0, 1, None}
    assert rota.by_id[kitchen.id].ends == at(tuesday, time(8, 30), LONDON)
    standing.cafe.fill()
    again = standing.rota()
    assert again.open_on(again.by_id[gone.id]) < 2
    # What is still shorter stays so.
    assert again.by_id[kitchen.id].ends == at(tuesday, time(8, 30), LONDON)


def test_shift_that_was_called_off_and_is_needed_no_more_cannot_be_put_back(standing):
    business, tuesday = standing.cafe.business.id, MONDAY + timedelta(days=1)
    with standing.unit() as unit:
        shortening.open_shorter(unit, business, tuesday, None, time(8, 30))
        days.close(unit, business, tuesday, "Repairs")
    gone = next(one for one in standing.rota().shifts if one.day == tuesday and not one.places)
    assert f'name="planned" value="{gone.id}"' not in day_page(standing, tuesday, Edition.STANDARD)
    with standing.unit() as unit, pytest.raises(BadInput, match="cannot be put back any more"):
        putting_back.put_back(unit, business, gone.id)


def test_shorter_shift_moves_the_time_of_everybody_on_it_and_tells_them(standing):
    shift = next(one for one in standing.rota().shifts if one.day == MONDAY)
    starts = shift.starts + timedelta(hours=2)
    with standing.unit() as unit:
        (change,) = shortening.shorten(unit, standing.cafe.business.id, shift.id, starts, shift.ends)
    rota = standing.rota()
    assert (change.what, change.now_starts) == (What.SHORTER, starts)
    with standing.unit(writing=False) as unit:
        for who in rota.on(shift):
            held = diary.holds(unit, [who], shift.shift.during)
            assert [(one.starts, one.ends) for one in held] == [(starts, shift.ends)]
    assert len(standing.kept(NOTICES)) == len(rota.on(shift))
    assert standing.faults() == []


def test_shorter_day_cuts_shifts_and_calls_off_what_lies_outside(standing):
    with standing.unit() as unit:
        shortening.open_shorter(unit, standing.cafe.business.id, MONDAY, time(9, 30), time(13))
    shifts = [one for one in standing.kept(SHIFTS) if one.day == MONDAY]
    assert {(one.starts, one.ends) for one in shifts} == {
        (at(MONDAY, time(9, 30), LONDON), at(MONDAY, time(13), LONDON))
    }
    with standing.unit() as unit:
        shortening.open_shorter(unit, standing.cafe.business.id, MONDAY + timedelta(days=1), None, time(8, 30))
    tuesday = [one for one in standing.kept(SHIFTS) if one.day == MONDAY + timedelta(days=1)]
    assert sorted(len(one.places) for one in tuesday) == [0, 2]
    gone = next(one.id for one in tuesday if not one.places)
    assert gone not in {one.shift for one in standing.kept(ASSIGNMENTS)}
    assert standing.faults() == []


def test_day_that_opens_later_leaves_a_night_that_goes_past_midnight_as_long_as_it_was(standing):
    day = MONDAY + timedelta(days=2)
    starts, ends = at(day, time(20), LONDON), at(day + timedelta(days=1), time(1), LONDON)
    with standing.unit() as unit:
        kept = unit.find(SHIFTS)[0]
        night = attrs.evolve(
            kept, id=unit.new_id(), called="night", day=day, job="Night", starts=starts, ends=ends, version=1
        )
        unit.add(SHIFTS, night)
        shortening.open_shorter(unit, standing.cafe.business.id, day, time(9), None)
        (now,) = (one for one in unit.find(SHIFTS) if one.id == night.id)
    assert (now.starts, now.ends) == (starts, ends)


def test_stand_ins_are_in_the_order_that_the_page_says(standing):
    _name, shift, place, _asked = ask_around(standing)
    with standing.unit(writing=False) as unit:
        there = changing.standing(unit, standing.cafe.business.id, shift)
        found = standing_in.who_can(unit, there, shift, place.place)
    assert found == sorted(found, key=lambda one: (-one.left, one.name.casefold()))


def test_day_offers_to_ask_people_only_while_there_is_somebody_to_ask(standing):
    offers = 'name="ask"'
    shift, place = off_with_somebody_to_ask(standing, "Ben Hartley", offers)
    assert offers in day_page(standing, shift.day, Edition.EASY)
    with standing.unit() as unit:
        assert standing_in.ask_everybody(unit, standing.cafe.business.id, shift.id, place.place)
    assert offers not in day_page(standing, shift.day)
    for edition in Edition:  # and the rest of the week can be filled again from here
        assert f'action="{REFILL}"' in day_page(standing, shift.day, edition)
    standing.at(shift.starts + timedelta(minutes=1))
    with standing.unit() as unit:
        said = send(standing, unit, ("day", str(shift.day)), ("ask", f"{shift.id}:{place.place}"))
    assert said.notice.key == "Nobody else is there to ask."


REFILL = "/cafe/tideline-cafe/rota"


def off_with_somebody_to_ask(standing, name, offers):
    """Mark her off, shift by shift, until one is met for which somebody could come, as rotas fall."""
    rota, who = standing.rota(), standing.cafe.people[name]
    hers = [(rota.by_id[one.shift], one) for one in rota.assignments if one.person == who]
    for shift, place in sorted(hers, key=lambda one: one[0].starts):
        with standing.unit() as unit:
            not_coming.mark_off(unit, standing.cafe.business.id, shift.id, place.person)
        if offers in day_page(standing, shift.day):
            return shift, place
    raise AssertionError("there is no shift of hers for which somebody could come")


def day_page(standing, day, edition=Edition.STANDARD):
    with standing.unit(writing=False) as unit:
        return shown(today.today(visit(standing.cafe, unit, query=Form((("day", str(day)),)))), edition)


def send(standing, unit, *pairs):
    return today.send_today(visit(standing.cafe, unit, form=Form(pairs)))


@pytest.mark.parametrize("engine_name", ["sqlite"])  # of what a page says nothing hangs on the kind of database
def test_day_says_what_filling_again_leaves_as_people_were_told(standing):
    business = standing.cafe.business.id
    for day in (MONDAY, MONDAY + timedelta(days=4)):
        name = standing.somebody(day)
        shift, _ = standing.first_place(name, day)
        with standing.unit() as unit:
            not_coming.mark_off(unit, business, shift.id, standing.cafe.people[name])
    standing.at(EARLY)
    said = {
        (MONDAY, 2): (
            "Up to Wednesday 2 December it changes only",
            "To <strong>Wednesday 2 December</strong>, the",
        ),
        (MONDAY + timedelta(days=4), 2): ("<p>It fills what it can and changes", "We fill what we can."),
        (MONDAY, 6): ("Up to Sunday it changes only", "To <strong>Sunday 6 December</strong>, the"),
    }
    for (day, stay), words in said.items():
        with standing.unit() as unit:
            house.set_rules(unit, business, HouseRules(days_that_stay=stay))
        for edition, sentence in zip(Edition, words, strict=True):
            page = day_page(standing, day, edition).replace("\xa0", " ")
            assert sentence in page
            assert edition is Edition.STANDARD or easy_read_faults(page) == []


def test_whoever_is_ill_for_some_days_is_off_all_her_shifts_of_them_by_one_press(standing):
    mei, business, wednesday = standing.cafe.people["Mei Tanaka"], standing.cafe.business.id, date(2026, 12, 2)
    shift, _place = standing.first_place("Mei Tanaka")
    rota = standing.rota()
    hers = [rota.by_id[one.shift] for one in rota.assignments if one.person == mei]
    gone = {one.called for one in hers if one.day <= wednesday}
    stays = {one.called for one in hers} - gone
    assert len(gone) > 1
    assert stays
    with standing.unit() as unit:
        for edition in Edition:
            seen = today.today(visit(standing.cafe, unit, query=Form((("day", str(shift.day)),))))
            page = shown(seen, edition)
            assert f'name="ill" value="{shift.id}:{mei}:{wednesday}"' in page
            assert edition is Edition.STANDARD or easy_read_faults(page) == []
        send(standing, unit, ("day", str(shift.day)), ("ill", f"{shift.id}:{mei}:{wednesday}"))
    after = standing.rota()
    assert {after.by_id[one.shift].called for one in after.assignments if one.person == mei} == stays
    left = [one for one in standing.kept(CHANGES) if one.what is What.OFF]
    assert {(one.called, one.person, one.herself) for one in left} == {(one, mei, True) for one in gone}
    assert {one.change for one in standing.kept(REASONS_SAID) if one.why is Why.ILL} == {one.id for one in left}
    assert standing.faults() == []
    for until in (shift.day - timedelta(days=1), shift.day + timedelta(days=14)):
        with standing.unit() as unit, pytest.raises(BadInput, match="No button"):
            not_coming.mark_ill_until(unit, business, shift.id, mei, until)
    with standing.unit() as unit, pytest.raises(BadInput, match="another’s by now"):
        not_coming.mark_ill_until(unit, business, shift.id, mei, wednesday)


def test_what_was_offered_stands_with_its_notice_and_names_nobody(standing):
    _name, shift, _place, asked = ask_around(standing)
    with standing.unit() as unit:
        seen = visit(standing.cafe, unit)
        (offer,) = changed.offers_lately(unit, standing.cafe.business.id, unit.now, shift.ends)
        view = changes_page.changes(seen)
    assert (offer.starts, offer.taken) == (shift.starts, False)
    assert offer.asked >= len(asked)
    assert offer.notice == (shift.starts - datetime(2026, 11, 26, 9, tzinfo=UTC)).total_seconds() // 60
    for edition, words in ((Edition.STANDARD, "Nobody has said yes."), (Edition.EASY, "Nobody said yes yet.")):
        assert words in shown(view, edition)


@pytest.mark.parametrize(("days", "led"), [(0, True), (60, False)])
def test_day_that_has_come_leads_to_who_was_there(standing, days, led):
    day = date(2026, 11, 26) + timedelta(days=days)
    standing.cafe.store.rights = lambda _: {
        standing.cafe.business.id: frozenset({"cafe.plan", "placements.change"})
    }
    for edition in Edition:
        page = day_page(standing, day, edition)
        assert (f"/attendance?business=tideline-cafe&amp;day={day}" in page) is led
