"""Two at one moment: one yes for one place and a plain sentence for the other; for two places, two yeses."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from alongside.api.values import BadInput, Period, Refusal
from alongside_cafe.actions import begun_by_hand, change_wanted, changing, drafting, recording, standing_in
from alongside_cafe.change import What
from alongside_cafe.request import Reply, Request
from alongside_cafe.tables import PUBLICATIONS
from alongside_cafe.tables.changes import REQUESTS

from .conftest import MONDAY, WEEK


def at_once(*acts):
    """Do all of it at one moment, each in a thread of its own; what each came to, a refusal too."""
    ready = Barrier(len(acts))

    def do(act):
        ready.wait(10)
        try:
            return act()
        except Refusal as refused:
            return refused

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))


def freed(standing, places):
    """So many places that are open now, each with its shift and everybody who could have it."""
    found = []
    for place in standing.rota().assignments[:places]:
        shift = standing.rota().by_id[place.shift]
        with standing.unit() as unit:
            there = changing.standing(unit, standing.cafe.business.id, shift)
            changing.change(unit, there, change_wanted.Wanted(off=(place,)), What.OFF, herself={place.person})
        found.append((shift, place))
    return found


def asked(standing, shift, place, who):
    """Ask somebody for a place, whoever she is."""
    with standing.unit() as unit:
        request = Request(
            id=unit.new_id(),
            business=standing.cafe.business.id,
            shift=shift.id,
            place=place.place,
            person=who,
            starts=shift.starts,
            at=unit.now,
        )
        return unit.add(REQUESTS, request)


def able(standing, shift, place):
    with standing.unit() as unit:
        there = changing.standing(unit, standing.cafe.business.id, shift)
        return [one.person for one in standing_in.who_can(unit, there, shift, place.place)] + [place.person]


def says_yes(standing, request):
    name = next(name for name, who in standing.cafe.people.items() if who == request.person)

    def act():
        with standing.unit(name) as unit:
            return standing_in.say_yes(unit, standing.cafe.business.id, request.id)

    return act


def two_for_one(standing):
    for shift, place in freed(standing, 20):
        who = able(standing, shift, place)
        if len(who) > 1:
            return shift, place, [asked(standing, shift, place, one) for one in who[:2]]
    raise AssertionError("nothing that two could have")


def test_two_yeses_to_one_place_at_one_moment_are_one_yes_and_one_plain_sentence(standing):
    shift, place, requests = two_for_one(standing)
    done = at_once(*(says_yes(standing, one) for one in requests))
    (refused,) = (one for one in done if isinstance(one, Exception))
    assert isinstance(refused, BadInput)
    assert str(refused) == "Somebody else has this shift now. Thank you for asking."
    (won,) = (one.person for one in done if not isinstance(one, Exception))
    there = [
        one.person for one in standing.rota().assignments if (one.shift, one.place) == (shift.id, place.place)
    ]
    assert there == [won]
    replies = {one.person: one.reply for one in standing.kept(REQUESTS) if one.shift == shift.id}
    assert (replies.pop(won), set(replies.values())) == (Reply.YES, {Reply.GONE})
    assert standing.faults() == []


def test_yeses_to_two_places_at_one_moment_both_count_and_each_has_a_number_of_its_own(standing):
    requests = [asked(standing, shift, place, place.person) for shift, place in freed(standing, 2)]
    before = len(standing.kept(PUBLICATIONS))
    done = at_once(*(says_yes(standing, one) for one in requests))
    assert [one for one in done if isinstance(one, Exception)] == []
    numbers = [one.number for one in standing.kept(PUBLICATIONS)]
    assert len(numbers) == len(set(numbers)) == before + 2
    assert standing.faults() == []


def test_publications_of_other_days_at_one_moment_each_get_a_number(standing):
    business = standing.cafe.business.id

    def record(day):
        with standing.unit() as unit:
            return recording.record(unit, business, Period(day, day))

    days = list(WEEK.days())[:4]
    done = at_once(*(lambda day=day: record(day) for day in days))
    assert len({one.number for one in done}) == len(days)


def test_two_who_begin_a_draft_at_one_moment_have_one_draft_and_no_fault(standing):
    def begin():
        with standing.unit() as unit:
            return begun_by_hand.begin(unit, standing.cafe.business.id, MONDAY, 1)

    done = at_once(begin, begin)
    with standing.unit(writing=False) as unit:
        (kept,) = drafting.drafts_of(unit, standing.cafe.business.id)
    assert kept.id in {one.id for one in done if not isinstance(one, Exception)}
    assert all("just changed this draft" in str(one) for one in done if isinstance(one, Exception))
