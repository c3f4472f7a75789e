"""Choosing for oneself: kept for her alone, gone at once, and seen in no trail, no export and no visit."""

import pytest
import sqlalchemy as sa

from alongside.benefits import actions, offers
from alongside.benefits.own_choice import Question
from alongside.benefits.tables import CHOICES
from alongside.people import actions as people
from alongside.refusal import NotAllowed
from alongside.store import Actor
from alongside.store.columns import metadata

from .acting import AMY, BEN, HELPED

ASKS = (Question.PERMITTED_WORK, Question.UC_WITH_HOUSING)
LIMIT = 13 * 60 + 37


def chosen(cafe, person="amy"):
    with cafe.unit(writing=False) as unit:
        return offers.choice_of(unit, person)


def choose(cafe, asks=ASKS, most=LIMIT, **facts):
    with cafe.unit() as unit:
        return actions.choose(unit, asks, most, **facts)


def everything(store, but=("benefits_own_choice",)):
    """All rows of all tables but some, as text by table."""
    with store.engine.connect() as connection:
        return {
            name: sorted(str(tuple(row)) for row in connection.execute(sa.select(table)))
            for name, table in metadata.tables.items()
            if name not in but and sa.inspect(connection).has_table(name)
        }


def test_what_she_chooses_is_kept_and_can_be_changed(cafe):
    choose(cafe)
    assert (chosen(cafe).asks, chosen(cafe).most_minutes) == (ASKS, LIMIT)
    choose(cafe, (Question.PERMITTED_WORK,), None)
    assert (chosen(cafe).asks, chosen(cafe).most_minutes) == ((Question.PERMITTED_WORK,), None)


def test_nothing_chosen_is_nothing_kept(cafe):
    choose(cafe)
    choose(cafe, (), None)
    assert chosen(cafe) is None


def test_what_is_taken_away_is_gone_at_once(cafe):
    choose(cafe)
    with cafe.unit() as unit:
        actions.take_away(unit)
    assert chosen(cafe) is None


def test_choosing_changes_nothing_in_any_other_table_the_trail_included(cafe):
    before = everything(cafe.store)
    choose(cafe)
    choose(cafe, (Question.UC_WITHOUT_HOUSING,), 600)
    assert everything(cafe.store) == before
    with cafe.unit() as unit:
        actions.take_away(unit)
    assert everything(cafe.store) == before


def test_choice_that_stood_in_the_trail_would_be_found(cafe):
    """The control: the same rows, told as others are."""
    before = everything(cafe.store)
    object.__setattr__(CHOICES, "unsaid", False)
    try:
        choose(cafe)
    finally:
        object.__setattr__(CHOICES, "unsaid", True)
    now = everything(cafe.store)
    assert [name for name in now if now[name] != before[name]] == ["store_audit"]
    assert "permitted_work" in str(now["store_audit"])


def test_supporter_in_a_visit_sees_and_changes_nothing(cafe):
    choose(cafe)
    with cafe.unit(HELPED) as unit:
        with pytest.raises(actions.OnlyAlone):
            actions.look_at_choice(unit)
        with pytest.raises(actions.OnlyAlone):
            actions.choose(unit, ())
        with pytest.raises(actions.OnlyAlone):
            actions.take_away(unit)
    assert chosen(cafe) is not None


def test_supporter_in_a_visit_meets_the_same_words_where_nothing_was_chosen(cafe):
    with cafe.unit(HELPED) as unit, pytest.raises(actions.OnlyAlone) as without:
        actions.look_at_choice(unit)
    choose(cafe)
    with cafe.unit(HELPED) as unit, pytest.raises(actions.OnlyAlone) as chosen_:
        actions.look_at_choice(unit)
    assert str(without.value) == str(chosen_.value)


def test_supporter_may_see_it_once_she_has_said_so_and_still_not_change_it(cafe):
    choose(cafe, with_helper=True)
    with cafe.unit(HELPED) as unit:
        assert actions.look_at_choice(unit).asks == ASKS
        with pytest.raises(actions.OnlyAlone):
            actions.choose(unit, ())


def test_export_hands_it_to_herself_and_to_nobody_else(cafe):
    def export(actor):
        with cafe.unit(actor) as unit:
            return dict(unit.collect("person_exported", person="amy"))["benefits"]

    nothing = export(BEN), export(Actor.keyboard()), export(HELPED)
    choose(cafe)
    assert (export(BEN), export(Actor.keyboard()), export(HELPED)) == nothing
    assert export(AMY)["only_for_her"]["most_minutes_a_week"] == LIMIT


def test_erasing_takes_it_out(cafe):
    choose(cafe)
    with cafe.unit(Actor.keyboard()) as unit:
        people.erase(unit, "amy")
    assert chosen(cafe) is None


def test_adviser_is_named_by_whoever_may_and_by_nobody_else(cafe):
    with cafe.unit(Actor.keyboard()) as unit:
        actions.name_adviser(unit, "Harbour Advice", "01632 960188")
        actions.name_adviser(unit, "Harbour Advice", "01632 960199")
    with cafe.unit(AMY) as unit, pytest.raises(NotAllowed):
        actions.name_adviser(unit, "Somebody", "")
    with cafe.unit() as unit:
        assert offers.adviser(unit).phone == "01632 960199"
    with cafe.unit(Actor.keyboard()) as unit:
        actions.no_adviser(unit)
        assert offers.adviser(unit) is None
