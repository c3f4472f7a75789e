"""Stewards note checks, managers see who is ready, everybody sees her own; and nothing goes any further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from alongside.checks import actions, offers
from alongside.checks.check import Decision, Kind
from alongside.checks.job_role import Eligible, JobRole, Level, NotEligible
from alongside.checks.readiness import Missing
from alongside.checks.tables import CHECKS, POSTS, SHOWNS
from alongside.instants import Period
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.rulepacks.offers import AgainstRule, rule
from alongside.store import Actor, Store

from .conftest import AMY, BEN, GIL, NIA, TODAY, place

SOON = Period(TODAY, TODAY + timedelta(weeks=4))
MARKER = "0017PLANTED4711"


@pytest.fixture
def helper(tideline: Store) -> JobRole:
    """A role that asks for the right to work and two points, before the first shift; Amy does it."""
    with tideline.unit(NIA) as unit:
        made = actions.add_role(unit, name="Café helper", induction=("Fire exit", "Whom to ask"), first=True)
    with tideline.unit(BEN) as unit:
        actions.choose_role(unit, place(unit), "amy", made.id)
    return made


@pytest.fixture
def supporter(tideline: Store) -> JobRole:
    """A role that may ask for an enhanced check."""
    with tideline.unit(NIA) as unit:
        return actions.add_role(
            unit, name="Supporter", right_to_work=False, level=Level.ENHANCED, why=Eligible.ADULTS
        )


def ready(store: Store, role: JobRole, until: date | None = None) -> None:
    with store.unit(BEN) as unit:
        actions.show_points(unit, place(unit), "amy", role.induction)
    with store.unit(NIA) as unit:
        kind = Kind.RIGHT_TO_WORK
        actions.note_check(unit, "amy", role.id, kind, Decision.FINE, done_on=TODAY, until=until)


# --- what may be asked for


def test_check_that_the_role_is_not_eligible_for_cannot_be_noted_nor_asked_for(
    tideline: Store, helper: JobRole
) -> None:
    for decision, done_on in ((Decision.WAITING, None), (Decision.FINE, TODAY)):
        with pytest.raises(NotEligible, match="is an offence"), tideline.unit(NIA) as unit:
            actions.note_check(
                unit, "amy", helper.id, Kind.RECORD, decision, level=Level.ENHANCED, done_on=done_on
            )
    with tideline.unit(NIA, writing=False) as unit:
        assert unit.find(CHECKS) == []


def test_check_that_the_role_could_have_and_does_not_ask_for_is_refused_too(
    tideline: Store, helper: JobRole, supporter: JobRole
) -> None:
    with pytest.raises(BadInput, match="does not ask for this check"), tideline.unit(NIA) as unit:
        actions.note_check(unit, "amy", helper.id, Kind.RECORD, Decision.WAITING, level=Level.BASIC)
    with pytest.raises(BadInput, match="does not ask for the right to work"), tideline.unit(NIA) as unit:
        actions.note_check(unit, "amy", supporter.id, Kind.RIGHT_TO_WORK, Decision.WAITING)


@pytest.mark.parametrize("person", ["cal", "dot"])
def test_nobody_under_the_age_of_the_rule_pack_nor_of_unknown_age_is_checked(
    tideline: Store, supporter: JobRole, person: str
) -> None:
    assert rule("uk.dbs-minimum-age", TODAY).value == 16
    with pytest.raises(AgainstRule, match="16 years or more"), tideline.unit(NIA) as unit:
        actions.note_check(unit, person, supporter.id, Kind.RECORD, Decision.WAITING, level=Level.ENHANCED)


def test_who_turns_sixteen_today_may_be_checked(
    tideline: Store, supporter: JobRole, on: Callable[[date], None]
) -> None:
    on(date(2026, 11, 24))
    with tideline.unit(NIA) as unit:
        noted = actions.note_check(unit, "cal", supporter.id, Kind.RECORD, Decision.WAITING, level=Level.ENHANCED)
    assert noted.decided_by is None


def test_only_a_named_steward_decides(tideline: Store, keyboard: Actor, helper: JobRole) -> None:
    terms = {"person": "amy", "role": helper.id, "kind": Kind.RIGHT_TO_WORK, "decision": Decision.FINE}
    with pytest.raises(BadInput, match="Only a person with a name"), tideline.unit(keyboard) as unit:
        actions.note_check(unit, **terms, done_on=TODAY)
    with pytest.raises(NotAllowed), tideline.unit(BEN) as unit:
        actions.note_check(unit, **terms, done_on=TODAY)
    with tideline.unit(NIA) as unit:
        assert actions.note_check(unit, **terms, done_on=TODAY).decided_by == "nia"


def test_second_role_of_one_name_is_refused(tideline: Store, helper: JobRole) -> None:
    with pytest.raises(BadInput, match="already"), tideline.unit(NIA) as unit:
        actions.add_role(unit, name="café HELPER")


# --- who sees what


def test_manager_sees_ready_or_not_of_his_own_business_and_no_other(tideline: Store, helper: JobRole) -> None:
    with tideline.unit(BEN, writing=False) as unit:
        seen = {one.face.person: one.ready for one in actions.team(unit, place(unit))}
    assert seen == {"amy": False, "cal": None, "dot": None}
    ready(tideline, helper)
    with tideline.unit(BEN, writing=False) as unit:
        assert next(one.ready for one in actions.team(unit, place(unit)) if one.face.person == "amy")
    with pytest.raises(NotAllowed), tideline.unit(GIL, writing=False) as unit:
        actions.team(unit, place(unit))
    with pytest.raises(NotAllowed), tideline.unit(BEN, writing=False) as unit:
        actions.look_at_checks(unit, "amy")
    with pytest.raises(NotAllowed), tideline.unit(AMY, writing=False) as unit:
        actions.everybody(unit)


def test_person_sees_all_of_her_own_and_a_stewards_reading_is_noted(tideline: Store, supporter: JobRole) -> None:
    with tideline.unit(NIA) as unit:
        actions.note_check(
            unit,
            "amy",
            supporter.id,
            Kind.RECORD,
            Decision.NOT_FOR_THIS_ROLE,
            level=Level.ENHANCED,
            number=MARKER,
            done_on=TODAY,
        )
    with tideline.unit(AMY, writing=False) as unit:
        (own,) = actions.own_checks(unit).checks
        assert (own.number, own.decision) == (MARKER, Decision.NOT_FOR_THIS_ROLE)
    with tideline.unit(NIA) as unit:
        actions.look_at_checks(unit, "amy")
    with tideline.engine.connect() as connection:
        trail = [tuple(row) for row in connection.execute(sa.text("SELECT * FROM store_audit"))]
    reads = [row for row in trail if "read" in row]
    assert len(reads) == 1
    # What was decided leaves who and when in the trail, and no value.
    assert MARKER not in str(trail)
    assert "not_for_this_role" not in str(trail)


def test_induction_is_of_those_who_work_there(tideline: Store, helper: JobRole) -> None:
    with pytest.raises(NotFound), tideline.unit(BEN) as unit:
        actions.show_points(unit, place(unit), "gil", ["Fire exit"])
    with pytest.raises(BadInput, match="job role first"), tideline.unit(BEN) as unit:
        actions.show_points(unit, place(unit), "cal", ["Fire exit"])


def test_point_is_noted_once_with_who_showed_it(tideline: Store, helper: JobRole) -> None:
    with tideline.unit(BEN) as unit:
        (first,) = actions.show_points(unit, place(unit), "amy", ["Fire exit", "No such point"])
    assert (first.point, first.shown_by, first.shown_on) == ("Fire exit", "ben", TODAY)
    with tideline.unit(BEN) as unit:
        assert [one.point for one in actions.show_points(unit, place(unit), "amy", helper.induction)] == [
            "Whom to ask"
        ]


# --- holding back


def test_who_is_not_ready_is_held_back_where_the_role_says_so_and_the_words_tell_nothing(
    tideline: Store, helper: JobRole
) -> None:
    with tideline.unit(BEN, writing=False) as unit:
        (held,) = placements.held_back(unit, place(unit), SOON)["amy"]
        assert placements.held_back(unit, place(unit, "harbour-garden"), SOON) == {}
    assert str(held.said.person) == "Something must be looked at before you work. Ask Ben Roe."
    assert str(held.said.manager) == "Not yet ready for the role “Café helper”."
    ready(tideline, helper)
    with tideline.unit(BEN, writing=False) as unit:
        assert placements.held_back(unit, place(unit), SOON) == {}


def test_manager_cannot_lift_what_holds_somebody_back_by_another_role_and_a_steward_can(
    tideline: Store, helper: JobRole, supporter: JobRole
) -> None:
    with tideline.unit(BEN) as unit:
        assert actions.choose_role(unit, place(unit), "amy", helper.id).role == helper.id
    with pytest.raises(NotAllowed), tideline.unit(BEN) as unit:
        actions.choose_role(unit, place(unit), "amy", supporter.id)
    with tideline.unit(NIA) as unit:
        assert actions.choose_role(unit, place(unit), "amy", supporter.id).role == supporter.id
        actions.choose_role(unit, place(unit), "amy", helper.id)
    ready(tideline, helper)
    with tideline.unit(BEN) as unit:
        assert actions.choose_role(unit, place(unit), "amy", supporter.id).role == supporter.id


def test_role_that_has_ended_is_given_to_nobody(tideline: Store, supporter: JobRole) -> None:
    with tideline.unit(NIA) as unit:
        actions.change_role(unit, supporter.id, ended=TODAY)
    with tideline.unit(BEN) as unit, pytest.raises(BadInput, match="“Supporter” has ended"):
        actions.choose_role(unit, place(unit), "amy", supporter.id)


def test_role_that_does_not_ask_for_it_before_the_first_shift_holds_nobody_back(
    tideline: Store, helper: JobRole
) -> None:
    with tideline.unit(NIA) as unit:
        actions.change_role(unit, helper.id, first=False)
    with tideline.unit(BEN, writing=False) as unit:
        assert placements.held_back(unit, place(unit), SOON) == {}


def test_days_after_a_check_runs_out_are_held_back_and_those_before_are_not(
    tideline: Store, helper: JobRole
) -> None:
    last = TODAY + timedelta(days=10)
    ready(tideline, helper, until=last)
    with tideline.unit(BEN, writing=False) as unit:
        (held,) = placements.held_back(unit, place(unit), SOON)["amy"]
        assert placements.held_back(unit, place(unit), Period(TODAY, last)) == {}
    assert not held.on(last)
    assert held.on(last + timedelta(days=1))


# --- the daily round


def told(store: Store) -> list[str]:
    with store.unit(NIA, writing=False) as unit:
        return [one.person for one in unit.find(MESSAGES) if one.key.startswith("checks:")]


def test_round_tells_who_runs_the_business_once_and_names_nobody(
    tideline: Store, helper: JobRole, on: Callable[[date], None]
) -> None:
    for day in (TODAY, TODAY, TODAY + timedelta(days=1)):
        on(day)
        with tideline.unit(Actor.daily_round()) as unit:
            unit.tell("daily_round", day=day)
    assert told(tideline) == ["ben"]
    with tideline.unit(NIA, writing=False) as unit:
        assert "Amy" not in str(unit.find(MESSAGES))


def test_round_tells_again_when_something_runs_out(
    tideline: Store, helper: JobRole, on: Callable[[date], None]
) -> None:
    ready(tideline, helper, until=TODAY + timedelta(days=5))
    for days in range(8):
        on(TODAY + timedelta(days=days))
        with tideline.unit(Actor.daily_round()) as unit:
            unit.tell("daily_round", day=TODAY + timedelta(days=days))
        assert told(tideline) == (["ben"] if days > 5 else [])


# --- erasing, exporting, keeping


def test_all_is_handed_over_and_all_goes_when_she_is_erased(
    tideline: Store, keyboard: Actor, helper: JobRole
) -> None:
    ready(tideline, helper)
    with tideline.unit(keyboard) as unit:
        handed = next(facts for part, facts in unit.collect("person_exported", person="amy") if part == "checks")
        assert [len(handed[name]) for name in ("checks", "shown", "job_roles")] == [1, 2, 1]
        people_actions.erase(unit, "amy")
    with tideline.unit(NIA, writing=False) as unit:
        assert [unit.find(rows) for rows in (CHECKS, SHOWNS, POSTS)] == [[], [], []]


def test_steward_takes_a_check_out_and_a_manager_cannot(tideline: Store, helper: JobRole) -> None:
    ready(tideline, helper)
    with tideline.unit(NIA, writing=False) as unit:
        (check,) = offers.checks_of(unit, "amy")
    with pytest.raises(NotAllowed), tideline.unit(BEN) as unit:
        actions.remove_check(unit, check.id)
    with tideline.unit(NIA) as unit:
        actions.remove_check(unit, check.id)
    with tideline.unit(NIA, writing=False) as unit:
        (_face, _place, one) = actions.everybody(unit)[0]
    assert [need.what for need in one.needs] == [Missing.RIGHT_TO_WORK]
