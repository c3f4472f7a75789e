"""Learning wishes on each database: three for one thing suggest a course, and who wished comes first."""

from datetime import date

import pytest

from alongside.api import enterprise
from alongside.api.values import BadInput, NotAllowed, NotFound
from alongside_training import offers
from alongside_training.actions import courses, looking, wishing


def wish(school, who, words="", course=None):
    with school.unit(who) as unit:
        return wishing.wish(unit, school.business.id, school.people[who], words=words, course=course)


def wished(school):
    with school.unit("Dev Chaudhary", writing=False) as unit:
        return [(one.words, one.suggestion.enough, one.names) for one in wishing.wished(unit, school.business.id)]


def test_third_wish_suggests_a_course_and_tells_the_manager_once(school):
    for day, who in enumerate(("Tom Ridley", "Sam Whitlock", "Leah Osei", "Mei Tanaka"), start=1):
        school.at(date(2026, 11, day))
        wish(school, who, "Play the drums" if day % 2 else "play the DRUMS!")
    assert wished(school) == [("Play the drums", True, ("Tom Ridley", "Sam Whitlock", "Leah Osei", "Mei Tanaka"))]
    (message,) = school.messages("Dev Chaudhary")
    assert message.path == "/training/tideline-learning/wishes"
    assert not any(name.split()[0] in str(message) for name in ("Tom Ridley", "Sam Whitlock"))


def test_course_made_from_wishes_gives_places_to_those_who_wished_first(school):
    for day, who in enumerate(("Tom Ridley", "Sam Whitlock", "Leah Osei"), start=1):
        school.at(date(2026, 11, day))
        wish(school, who, "Play the drums")
    school.at(date(2026, 11, 23))
    drums = school.course(
        "Drums for all", gives=None, months=None, refresh_months=None, most=2, from_wishes="Play the drums"
    )
    run = school.plan(drums)
    assert school.states(run) == {"Tom Ridley": "enrolled", "Sam Whitlock": "enrolled", "Leah Osei": "waiting"}
    assert [one.title.key for one in school.messages("Tom Ridley")] == ["You have a place: {title}"]
    with school.unit(writing=False) as unit:
        assert all(one.wished for one in offers.enrolments_of(unit, [run.id])[run.id])


def test_who_writes_the_title_of_a_course_wishes_for_it(school):
    food = school.course()
    assert wish(school, "Sam Whitlock", " food Hygiene ").course == food.id
    with pytest.raises(BadInput, match="noted already"):
        wish(school, "Sam Whitlock", course=food.id)


def test_wishes_are_ones_own_to_make_see_and_take_back(school):
    hers = wish(school, "Sam Whitlock", "Sing")
    with school.unit("Leah Osei") as unit:
        for act in (
            lambda: wishing.take_wish_back(unit, hers.id),
            lambda: wishing.wished(unit, school.business.id),
            lambda: wishing.wish(unit, school.business.id, school.people["Sam Whitlock"], words="Dance"),
        ):
            with pytest.raises(NotAllowed):
                act()
    with school.unit("Sam Whitlock") as unit:
        wishing.take_wish_back(unit, hers.id)
        assert offers.wishes(unit, school.business.id) == []


def test_erased_person_takes_her_wishes_along(school):
    from alongside.people import actions

    wish(school, "Sam Whitlock", "Sing")
    with school.unit() as unit:
        actions.erase(unit, school.people["Sam Whitlock"])
    assert wished(school) == []


def test_wish_for_a_course_of_another_business_is_refused_so_that_every_page_of_wishes_opens(school):
    with school.unit() as unit:
        other = enterprise.add_business(unit, "Harbour Skills", "training", opened=date(2024, 1, 1))
        theirs = courses.add_course(unit, other.id, title="Theirs", most=3)
    with pytest.raises(NotFound, match="no course"):
        wish(school, "Sam Whitlock", course=theirs.id)
    assert wished(school) == []
    with school.unit("Sam Whitlock", writing=False) as unit:
        assert looking.mine(unit, school.business.id).wishes == ()
