"""A draft is changed by hand, place by place: within the law always, against a rule of the house with a reason."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import BadInput, NotAllowed, NotFound, Period, SomebodyWasFaster
from alongside.api.web import Form, GoTo
from alongside.testing.easy_read import easy_read_faults
from alongside.web.around import mistakes_of
from alongside_cafe import offers, pages
from alongside_cafe.actions import (
    begun_by_hand,
    drafting,
    looking_again,
    not_coming,
    one_place,
    placing,
    planning,
    publishing,
    shortening,
)
from alongside_cafe.pages import place as place_page
from alongside_cafe.pages.drafts import anchor
from alongside_cafe.problem import Waiver
from alongside_cafe.rules import RULES
from alongside_cafe.shift import Assignment
from alongside_cafe.tables import DRAFTS, PUBLICATIONS, SHIFTS

from .conftest import think
from .test_cafe_edges import visit

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
FRONT = "2026-12-01T09:00-Front"
KITCHEN = "2026-12-01T08:00-Kitchen"
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def engine_name():
    """One database is enough here; drafts are kept and published on both elsewhere."""
    return "sqlite"


def has(draft, shift, place):
    return next((one.person for one in draft.assignments if (one.shift, one.place) == (shift, place)), None)


def put(cafe, draft, shift, place, who, reason="", *, said_yes=False):
    with cafe.unit() as unit:
        return placing.put(unit, draft, shift, place, cafe.people[who], reason, said_yes=said_yes)


def off(cafe, draft, shift, place):
    with cafe.unit() as unit:
        return placing.take_off(unit, draft, shift, place)


def seen(cafe, draft, shift, place):
    with cafe.unit(writing=False) as unit:
        return one_place.place(unit, draft, shift, place)


def test_place_names_who_could_have_it_first_and_tells_of_each_other_what_stands_against_it(cafe):
    draft = off(cafe, cafe.draft(), FRONT, 0)
    place = seen(cafe, draft, FRONT, 0)
    assert (place.holder, place.pinned, place.skills) == (None, False, frozenset({"front"}))
    told = {one.name: one.rules for one in place.candidates}
    assert "skill" in told["Dan Pascoe"]
    free = [not one.rules for one in place.candidates]
    assert free == sorted(free, reverse=True)
    assert all(one.sentence.startswith(one.name) for one in place.candidates if one.rules)


def test_somebody_who_is_put_on_a_place_has_it_and_keeps_it_when_the_rota_is_filled_again(cafe):
    draft = cafe.draft()
    place = seen(cafe, draft, FRONT, 0)
    free = [one.name for one in place.candidates if not one.rules]
    if not free:
        draft = off(cafe, draft, FRONT, 0)
        free = [one.name for one in seen(cafe, draft, FRONT, 0).candidates if not one.rules]
    draft = put(cafe, draft, FRONT, 0, free[0])
    mine = Assignment(shift=FRONT, place=0, person=cafe.people[free[0]])
    assert (mine in draft.assignments, draft.pinned, draft.by_hand) == (True, (mine,), True)
    asked = cafe.ask()
    assert asked.problem.pinned == {mine}
    again = cafe.keep(asked, think(asked))
    assert again.pinned == (mine,)
    assert mine in again.assignments


def test_what_is_put_somewhere_by_hand_while_a_rota_is_thought_of_is_not_lost(cafe):
    draft = cafe.draft()
    asked = cafe.ask()
    thought = think(asked)
    with cafe.unit() as unit:
        (mine,) = placing.pin(unit, draft, KITCHEN, 0, stays=True).pinned
    with pytest.raises(SomebodyWasFaster):
        cafe.keep(asked, thought)
    asked = cafe.ask()
    assert cafe.keep(asked, think(asked)).pinned == (mine,)


def test_place_that_is_kept_by_hand_can_be_let_go_again(cafe):
    draft = cafe.draft()
    with cafe.unit() as unit:
        draft = placing.pin(unit, draft, KITCHEN, 0, stays=True)
        assert [one.shift for one in draft.pinned] == [KITCHEN]
        draft = placing.pin(unit, draft, KITCHEN, 0, stays=False)
    assert draft.pinned == ()


def test_taking_somebody_off_leaves_the_place_open_with_a_reason(cafe):
    draft = off(cafe, cafe.draft(), KITCHEN, 1)
    assert has(draft, KITCHEN, 1) is None
    (gap,) = (one for one in draft.gaps if one.place is not None)
    assert (gap.shift, gap.place) == (KITCHEN, 1)
    assert gap.manager


def test_rule_that_is_not_the_houses_is_never_broken_by_hand(cafe):
    draft = off(cafe, cafe.draft(), KITCHEN, 0)
    with pytest.raises(placing.NotPossible, match="Leah Osei is still learning a skill it needs"):
        put(cafe, draft, KITCHEN, 0, "Leah Osei", "She wants to try it.")
    with cafe.unit(writing=False) as unit:
        assert unit.find(DRAFTS) == [draft]


@pytest.fixture
def short_hours(cafe):
    """Leah can work on Mondays alone, and the draft has an open place on Tuesday."""
    with cafe.unit() as unit:
        kept = planning.availability(unit, cafe.business.id, cafe.people["Leah Osei"])
        mondays = [one for one in kept.hours if one.weekday == 0]
        planning.set_availability(unit, cafe.business.id, cafe.people["Leah Osei"], mondays)
    return off(cafe, cafe.draft(), FRONT, 0)


def test_rule_of_the_house_is_set_aside_with_a_reason_that_is_kept_with_the_publication(cafe, short_hours):
    candidate = next(one for one in seen(cafe, short_hours, FRONT, 0).candidates if one.name == "Leah Osei")
    assert (candidate.rules, candidate.waivable) == (("available",), True)
    with pytest.raises(placing.NotPossible, match="Write down why"):
        put(cafe, short_hours, FRONT, 0, "Leah Osei", "  ")
    draft = put(cafe, short_hours, FRONT, 0, "Leah Osei", "She offered it on the phone.", said_yes=True)
    leah = cafe.people["Leah Osei"]
    done = cafe.publish(draft)
    assert Assignment(shift=FRONT, place=0, person=leah) in done.rota.planned
    (override,) = done.publication.overrides
    assert (override.rule, override.person, override.reason) == ("available", leah, "She offered it on the phone.")
    assert override.said_yes
    with cafe.unit(writing=False) as unit:
        assert looking_again.faults(unit, cafe.business.id, WEEK) == []
        assert drafting.ask(unit, cafe.business.id, MONDAY, 1).overrides == (override,)
    with cafe.unit() as unit:
        offers.let_go(unit, leah)
        assert [one.overrides for one in unit.find(PUBLICATIONS)] == [()]


def test_her_hours_are_not_set_aside_without_her_yes(cafe, short_hours):
    with pytest.raises(placing.NotPossible, match="Ask first"):
        put(cafe, short_hours, FRONT, 0, "Leah Osei", "The café needs somebody.")
    with cafe.unit(writing=False) as unit:
        assert unit.find(DRAFTS) == [short_hours]


@pytest.fixture
def waived(cafe, short_hours):
    """The rota is published with Leah on Tuesday's front, outside her hours and with her yes."""
    cafe.publish(put(cafe, short_hours, FRONT, 0, "Leah Osei", "She offered it.", said_yes=True))
    cafe.store.clock = lambda: datetime(2026, 11, 27, 9, tzinfo=UTC)
    return cafe


def counting(cafe):
    with cafe.unit(writing=False) as unit:
        return drafting.ask(unit, cafe.business.id, MONDAY, 1).problem.waived


def test_rule_that_was_set_aside_counts_no_more_once_she_has_left_the_shift(waived):
    (one,) = counting(waived)
    assert (one.rule, one.shift, one.person) == ("available", FRONT, waived.people["Leah Osei"])
    with waived.unit() as unit:
        (row,) = (shift for shift in unit.find(SHIFTS) if shift.called == FRONT)
        not_coming.mark_off(unit, waived.business.id, row.id, one.person)
    assert counting(waived) == frozenset()


def test_rule_that_was_set_aside_counts_no_more_for_a_shift_of_other_times(waived):
    with waived.unit() as unit:
        (row,) = (shift for shift in unit.find(SHIFTS) if shift.called == FRONT)
        shortening.shorten(unit, waived.business.id, row.id, row.starts, row.ends - timedelta(hours=1))
    assert counting(waived) == frozenset()


def test_rule_that_a_draft_sets_aside_goes_with_her_out_of_the_draft(cafe, short_hours):
    draft = put(cafe, short_hours, FRONT, 0, "Leah Osei", "She offered it.", said_yes=True)
    assert len(counting(cafe)) == 1
    draft = off(cafe, draft, FRONT, 0)
    assert (draft.overrides, counting(cafe)) == ((), frozenset())
    with pytest.raises(placing.NotPossible, match="Write down why"):
        put(cafe, draft, FRONT, 0, "Leah Osei")


def test_coach_beside_somebody_is_set_aside_by_nobody():
    assert not RULES["coach"].waivable
    with pytest.raises(BadInput, match="Nobody may waive"):
        Waiver(rule="coach", shift=FRONT, person="Sam")


def test_reason_is_read_by_who_plans_and_by_nobody_else(cafe, short_hours):
    put(cafe, short_hours, FRONT, 0, "Leah Osei", "The marker of a private reason.", said_yes=True)
    with cafe.unit(writing=False) as unit:
        (draft,) = unit.find(DRAFTS)
    cafe.publish(draft)
    week = Form((("week", str(MONDAY)),))
    with cafe.unit() as unit:
        assert "marker of a private" in DISPLAY.render("cafe", pages.rota(visit(cafe, unit, query=week)))
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(cafe.people["Ben Hartley"], "Ben Hartley"), writing=False) as unit:
        view = pages.rota(visit(cafe, unit, query=week))
        assert not any("marker of" in DISPLAY.render("cafe", view, edition=one) for one in Edition)


def test_draft_begun_by_hand_is_what_is_published(cafe):
    published = cafe.fill().rota
    with cafe.unit() as unit:
        draft = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
        assert begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1) == draft
        change = publishing.stand(unit, draft).difference
    assert sorted(draft.assignments) == sorted(published.planned)
    assert (change.days, change.gaps) == (0, 0)


def test_nobody_but_who_plans_changes_anything(cafe):
    draft = cafe.draft()
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    ben = Actor.person(cafe.people["Ben Hartley"], "Ben Hartley")
    with cafe.store.unit(ben) as unit:
        for act in (
            lambda: placing.put(unit, draft, FRONT, 0, ben.id),
            lambda: placing.take_off(unit, draft, FRONT, 0),
            lambda: placing.pin(unit, draft, FRONT, 0, stays=True),
            lambda: begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1),
            lambda: one_place.place(unit, draft, FRONT, 0),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_place_that_is_not_there_is_said_so(cafe):
    draft = cafe.draft()
    for shift, number in ((FRONT, 2), ("2026-12-01T23:00-Bar", 0)):
        with pytest.raises(NotFound):
            off(cafe, draft, shift, number)


def asks(cafe, unit, draft, place, pairs=(), **more):
    query = (("draft", draft.id), ("shift", FRONT), ("place", str(place)), *more.items())
    form = (("draft", draft.id), ("version", str(draft.version)), ("week", str(MONDAY)), *pairs)
    return visit(cafe, unit, query=Form(query), form=Form(form if pairs else ()))


def test_page_of_a_place_gives_it_takes_it_back_and_asks_for_a_reason(cafe, short_hours):
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        view = place_page.place(asks(cafe, unit, short_hours, 0))
        standard, easy = (DISPLAY.render("cafe", view, edition=one) for one in (Edition.STANDARD, Edition.EASY))
        assert "This place is open." in standard
        assert easy_read_faults(easy) == []
        asked = place_page.place(asks(cafe, unit, short_hours, 0, person=leah))
        assert "Why should it be so all the same?" in DISPLAY.render("cafe", asked)
        assert easy_read_faults(DISPLAY.render("cafe", asked, edition=Edition.EASY)) == []
        pairs = (("do", "all-the-same"), ("person", leah))
        without = place_page.send_place(asks(cafe, unit, short_hours, 0, pairs))
        asked_for = ["all-the-same-reason", "all-the-same-said_yes"]
        assert [name for name, _said in mistakes_of(without)] == asked_for
        told = (*pairs, ("reason", "She asked for it."))
        unasked = place_page.send_place(asks(cafe, unit, short_hours, 0, told))
        assert [name for name, _said in mistakes_of(unasked)] == ["all-the-same-said_yes"]
        sent = asks(cafe, unit, short_hours, 0, (*told, ("said_yes", "yes")))
        gone = place_page.send_place(sent)
        assert isinstance(gone, GoTo)
        assert (
            gone.path == f"/cafe/{cafe.business.slug}/rota?week={MONDAY}&by=day&day=2026-12-01#{anchor(FRONT, 0)}"
        )
        (draft,) = unit.find(DRAFTS)
        assert has(draft, FRONT, 0) == leah
        assert (
            place_page.send_place(asks(cafe, unit, draft, 0, (("do", "off"),))).notice.key
            == "The place is open now."
        )
        with pytest.raises(SomebodyWasFaster):
            place_page.send_place(asks(cafe, unit, draft, 0, (("do", "off"),)))


ANY_LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


@pytest.mark.parametrize("edition", Edition)
def test_links_of_a_draft_that_lead_to_different_places_read_differently(cafe, edition):
    with cafe.unit() as unit:
        for person in cafe.people.values():
            kept = planning.availability(unit, cafe.business.id, person)
            planning.set_availability(unit, cafe.business.id, person, kept.hours, {MONDAY})
    cafe.draft()
    with cafe.unit(writing=False) as unit:
        view = pages.rota(visit(cafe, unit, query=Form((("week", str(MONDAY)),))))
        shown = DISPLAY.render("cafe", view, edition=edition)
    leads = {}
    for path, words in ANY_LINK.findall(shown):
        leads.setdefault(re.sub("<[^>]+>", "", words), set()).add(path)
    assert any("Why is this open?" in words for words in leads)
    assert {words: paths for words, paths in leads.items() if len(paths) > 1} == {}


LINK = re.compile(r'<a (?:class="[^"]*" )?href="/cafe/[^"]+/place\?draft=[^"]+"[^>]*>(.*?)</a>', re.DOTALL)


def test_every_place_of_a_draft_leads_to_its_page_by_person_and_by_day(cafe):
    cafe.draft()
    with cafe.unit(writing=False) as unit:
        for by in ("person", "day"):
            view = pages.rota(visit(cafe, unit, query=Form((("week", str(MONDAY)), ("by", by)))))
            shown = DISPLAY.render("cafe", view)
            links = LINK.findall(shown)
            assert len(links) >= 20
            # Who does not see where on the page a link stands can tell it from the others.
            assert len({re.sub("<[^>]+>", "", words) for words in links}) == len(links)
    assert "shift=2026-12-01T09%3A00-Front" in shown


def test_place_that_was_given_by_hand_stays_so_after_it_is_published(cafe):
    draft = cafe.draft()
    with cafe.unit() as unit:
        draft = placing.take_off(unit, draft, KITCHEN, 0)
        who = next(one.person for one in one_place.place(unit, draft, KITCHEN, 0).candidates if not one.rules)
        draft = placing.put(unit, draft, KITCHEN, 0, who)
    cafe.publish(draft)
    pinned = Assignment(shift=KITCHEN, place=0, person=who)
    assert cafe.ask().problem.pinned == {pinned}
    with cafe.unit() as unit:
        begun = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
        assert begun.pinned == (pinned,)
        loose = placing.pin(unit, begun, KITCHEN, 0, stays=False)
    assert cafe.ask().problem.pinned == set()  # the draft knows better than what is published
    cafe.publish(loose)
    assert cafe.ask().problem.pinned == set()
