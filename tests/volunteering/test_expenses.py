"""Expenses: what was really paid, asked for by herself, agreed by whoever runs the business, paid once."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.enterprise import offers as enterprise
from alongside.people import actions as people
from alongside.placements import offers as placements
from alongside.placements.status_question import Reason
from alongside.placements.tables import PLACEMENTS
from alongside.refusal import BadInput, NotAllowed, NotFound, NotWithAHelper
from alongside.store import Actor
from alongside.volunteering import actions, offers, reactions
from alongside.volunteering.expense import Cost, FlatSum, State, looks_flat
from alongside.volunteering.pages.listing import as_csv

from .acting import AMY, BEN, KEYBOARD, MIA


def test_expense_waits_is_agreed_and_is_paid(garden):
    asked = garden.ask()
    assert garden.expenses()[0].state is State.WAITING
    agreed = garden.agree(asked)
    assert (agreed.state, agreed.receipt, agreed.answered_by) == (State.AGREED, True, "mia")
    with garden.unit(MIA) as unit:
        assert actions.mark_paid(unit, garden.business, [asked.id]) == 1
        today = enterprise.today(unit)
    (paid,) = garden.expenses()
    assert (paid.state, paid.paid_on) == (State.PAID, today)


def test_flat_sum_is_refused_with_the_rule(garden):
    with pytest.raises(FlatSum, match="really paid: by law"):
        garden.ask(really_paid=False)
    assert garden.expenses() == []


@pytest.mark.parametrize("pence", [0, -1, 50_001])
def test_amount_that_is_none_or_too_much_is_refused(garden, pence):
    with pytest.raises(BadInput):
        garden.ask(pence)


def test_something_else_without_words_is_refused(garden):
    with pytest.raises(BadInput, match="what you paid for"):
        garden.ask(cost=Cost.OTHER, words=" ")


def test_day_to_come_and_day_before_the_volunteering_are_refused(garden):
    for days_ago in (-1, 5000):
        with pytest.raises(BadInput, match="did not volunteer"):
            garden.ask(days_ago=days_ago)


def test_volunteering_of_somebody_else_is_not_found(garden):
    with pytest.raises(NotFound):
        garden.ask(actor=BEN)


def test_same_amount_three_times_in_eight_weeks_raises_the_question(garden):
    asked = [garden.ask(500, days_ago=days) for days in (40, 20, 1)]
    assert [looks_flat(one, garden.expenses()) for one in asked] == [False, False, True]
    assert not looks_flat(garden.ask(495), garden.expenses())


def test_whoever_does_not_run_the_business_agrees_to_nothing(garden):
    asked = garden.ask()
    for actor in (AMY, BEN):
        with pytest.raises(NotAllowed):
            garden.agree(asked, actor=actor)


def test_nobody_agrees_to_her_own_expense(garden):
    asked = garden.ask()
    with garden.unit(KEYBOARD) as unit:
        enterprise.give_role(unit, "amy", "manager", garden.business, first_day=date(2024, 5, 1))
    with pytest.raises(NotAllowed):
        garden.agree(asked, actor=AMY)


def test_answer_is_given_once_and_no_needs_a_reason(garden):
    asked = garden.ask()
    with garden.unit(MIA) as unit, pytest.raises(BadInput, match="why"):
        actions.decline(unit, asked.id, " ")
    with garden.unit(MIA) as unit:
        actions.decline(unit, asked.id, "This was for another day.")
    with pytest.raises(BadInput, match="already"):
        garden.agree(asked)
    assert garden.expenses()[0].answer == "This was for another day."


def test_what_was_agreed_meanwhile_is_not_noted_as_paid_unseen(garden):
    seen = garden.agree(garden.ask())
    garden.agree(garden.ask(390))
    with garden.unit(MIA) as unit:
        assert actions.mark_paid(unit, garden.business, [seen.id]) == 1
        assert [one.amount for one in actions.to_pay(unit, garden.business)] == [390]


def test_what_waits_can_be_taken_back_and_what_is_agreed_cannot(garden):
    waits, agreed = garden.ask(), garden.ask(390)
    garden.agree(agreed)
    with garden.unit() as unit:
        actions.take_expense_back(unit, waits.id)
        with pytest.raises(BadInput):
            actions.take_expense_back(unit, agreed.id)
    assert [one.id for one in garden.expenses()] == [agreed.id]


def test_list_to_pay_holds_no_cell_that_a_spreadsheet_works_out(garden):
    asked = garden.ask(words="=1+1")
    lines = as_csv([asked], {"amy": "@Amy"}).split("\r\n")
    assert lines[0] == "name,day,cost,what,receipt_seen,amount"
    assert lines[1] == f"'@Amy,{asked.day},travel,'=1+1,no,4.60"


def test_role_is_said_by_who_runs_it_and_changed(garden):
    with garden.unit(MIA) as unit:
        actions.say_role(unit, garden.placement, "Waters the plants")
        actions.say_role(unit, garden.placement, "Waters all the plants")
        assert offers.role_of(unit, garden.placement).words == "Waters all the plants"
    with garden.unit(BEN) as unit, pytest.raises(NotAllowed):
        actions.say_role(unit, garden.placement, "Rests")


def test_thanks_by_name_is_hers_to_choose(garden):
    for wanted in (True, True, False):
        with garden.unit() as unit:
            actions.thank_by_name(unit, wanted=wanted)
            assert (offers.wants_thanks(unit, "amy") is not None) is wanted


def test_being_named_is_asked_for_alone_and_stopped_with_anybody(garden):
    beside = Actor.person("amy", "Amy Lind", helper="ben")
    with pytest.raises(NotWithAHelper), garden.unit(beside) as unit:
        actions.thank_by_name(unit, wanted=True)
    with garden.unit() as unit:
        actions.thank_by_name(unit, wanted=True)
    with garden.unit(beside) as unit:
        actions.thank_by_name(unit, wanted=False)
        assert offers.wants_thanks(unit, "amy") is None


def test_erasing_takes_all_words_out_and_leaves_what_was_paid(garden):
    paid, waits = garden.agree(garden.ask(words="Bus past my house")), garden.ask(390)
    with garden.unit(MIA) as unit:
        actions.mark_paid(unit, garden.business, [paid.id])
        actions.say_role(unit, garden.placement, "Waters the plants")
    with garden.unit() as unit:
        actions.thank_by_name(unit, wanted=True)
    with garden.unit(KEYBOARD) as unit:
        people.erase(unit, "amy")
        assert offers.role_of(unit, garden.placement) is None
        assert offers.wants_thanks(unit, "amy") is None
        assert unit.find(PLACEMENTS) == []
    (left,) = garden.expenses()
    assert (left.amount, left.words) == (460, "–")
    assert left.id != waits.id


def test_what_was_paid_is_named_as_kept_and_goes_when_its_years_are_over(garden):
    paid = garden.agree(garden.ask())
    garden.ask(390)
    with garden.unit(KEYBOARD) as unit:
        assert reactions.person_kept(unit, "amy") == ()
    with garden.unit(MIA) as unit:
        actions.mark_paid(unit, garden.business, [paid.id])
    with garden.unit(KEYBOARD) as unit:
        ((_, told),) = people.erase(unit, "amy").kept
        assert reactions.person_kept(unit, "amy") == (told,)
        assert told.source.endswith("(not confirmed for expenses)")
        assert actions.tidy(unit) == 0
    for later, gone in ((0, 0), (1, 1)):
        garden.store.clock = lambda later=later: (
            datetime.combine(told.until, time(12), UTC) + timedelta(days=later)
        )
        with garden.unit(KEYBOARD) as unit:
            assert actions.tidy(unit) == gone
    assert garden.expenses() == []


def test_what_was_paid_to_somebody_who_is_here_is_not_tidied_away(garden):
    paid = garden.agree(garden.ask())
    with garden.unit(MIA) as unit:
        actions.mark_paid(unit, garden.business, [paid.id])
    garden.store.clock = lambda: datetime(2050, 1, 1, 12, tzinfo=UTC)
    with garden.unit(KEYBOARD) as unit:
        assert actions.tidy(unit) == 0


def test_export_hands_over_roles_and_expenses(garden):
    garden.ask()
    with garden.unit(MIA) as unit:
        actions.say_role(unit, garden.placement, "Waters the plants")
    with garden.unit() as unit:
        held = dict(unit.collect("person_exported", person="amy"))["volunteering"]
    assert held["roles"] == ["Waters the plants"]
    assert [one["amount"] for one in held["expenses"]] == [460]


def test_same_amount_again_and_again_raises_the_question_whether_it_is_a_job(garden):
    def reasons():
        with garden.unit(KEYBOARD) as unit:
            here = placements.placement(unit, garden.placement)
            review = placements.look_at_status(unit, here)
            return review.reasons if review else ()

    for days in (40, 20):
        garden.ask(500, days_ago=days)
    assert reasons() == ()
    garden.ask(500)
    assert reasons() == (Reason.REWARD,)
