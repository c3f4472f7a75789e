"""The pages of checks take in what may be, and say beside its field what may not."""

from __future__ import annotations

from typing import Any, cast

import pytest

from alongside.checks import actions
from alongside.checks.check import Decision, Kind
from alongside.checks.job_role import Level
from alongside.checks.pages import of_person, own, ready, roles
from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.instants import LONDON
from alongside.refusal import NotAllowed, NotFound, OnlyAlone
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Form, GoTo, Visit, Visitor
from alongside.web.around import mistakes_of
from alongside.web.host import Host

from .conftest import AMY, BEN, GIL, NIA, TODAY, place

DISPLAY = Display({"checks": "alongside.checks"})
ROLE = {
    "name": "Café helper",
    "right_to_work": "yes",
    "level": "none",
    "scheme": "dbs",
    "min_age": "0",
    "points": "Fire\nHelp",
    "first": "yes",
}


def visiting(unit: Unit, path: dict[str, str] | None = None, **fields: str) -> Visit:
    return Visit(
        unit=unit,
        host=cast("Host", None),  # these pages ask nothing of it
        visitor=Visitor(unit.actor, unit.actor.name),
        part="checks",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=TODAY,
        path=path or {},
        query=Form(()),
        form=Form(tuple(fields.items())),
    )


def mistake(view: Any) -> str:
    ((_field, said),) = mistakes_of(view)
    return str(said)


@pytest.fixture
def helper(tideline: Store) -> str:
    """A role that was named on its page, with two points."""
    with tideline.unit(NIA) as unit:
        assert isinstance(roles.send_new_role(visiting(unit, **ROLE)), GoTo)
        return actions.roles(unit)[0].id


def test_role_that_asks_for_more_than_it_may_is_refused_beside_the_level_and_not_kept(
    tideline: Store,
) -> None:
    with tideline.unit(NIA) as unit:
        refused = roles.send_new_role(visiting(unit, **{**ROLE, "level": "enhanced"}))
        assert "is an offence" in mistake(refused)
        assert actions.roles(unit) == []
        # The control: with the reason that the law asks for it is kept.
        kept = roles.send_new_role(visiting(unit, **{**ROLE, "level": "enhanced", "why": "adults"}))
        assert isinstance(kept, GoTo)
        assert [one.level for one in actions.roles(unit)] == [Level.ENHANCED]


def test_manager_ticks_what_was_gone_through_and_only_where_he_runs_the_business(
    tideline: Store, helper: str
) -> None:
    path = {"business": "tideline-cafe", "person": "amy"}
    with tideline.unit(BEN) as unit:
        ready.send_newcomer(visiting(unit, path, do="role", role=helper))
        ready.send_newcomer(visiting(unit, path, do="shown", points="1"))
        assert list(actions.newcomer(unit, place(unit), "amy").shown) == ["Help"]
    with pytest.raises(NotFound), tideline.unit(GIL) as unit:
        ready.newcomer(visiting(unit, path))


def test_check_that_the_role_may_not_ask_for_is_refused_beside_the_level(tideline: Store, helper: str) -> None:
    note = {"do": "note", "role": helper, "kind": "record", "level": "enhanced", "decision": "waiting"}
    with tideline.unit(NIA) as unit:
        refused = of_person.send_person(visiting(unit, {"person": "amy"}, **note))
        assert "is an offence" in mistake(refused)
        right = {**note, "kind": "right_to_work", "level": "", "decision": "fine", "done_on": TODAY.isoformat()}
        assert isinstance(of_person.send_person(visiting(unit, {"person": "amy"}, **right)), GoTo)
    with pytest.raises(NotAllowed), tideline.unit(BEN) as unit:
        of_person.person(visiting(unit, {"person": "amy"}))


def test_list_of_everybody_says_that_something_is_missing_and_nothing_of_what_was_decided(
    tideline: Store, helper: str
) -> None:
    against = {"kind": Kind.RIGHT_TO_WORK, "decision": Decision.NOT_FOR_THIS_ROLE}
    with tideline.unit(NIA) as unit:
        actions.choose_role(unit, place(unit), "amy", helper)
        actions.note_check(unit, "amy", helper, **against, done_on=TODAY)
        page = DISPLAY.render("checks", roles.roles(visiting(unit)), edition=Edition.STANDARD)
        hers = of_person.person(visiting(unit, {"person": "amy"}))
    assert "Amy Lind" in page
    assert "Something is still missing here." in page
    # The control: what is missing stands where the reading is noted.
    assert "right to work must be looked at" in DISPLAY.render("checks", hers, edition=Edition.STANDARD)
    assert "right to work must" not in page


def test_own_page_stays_closed_while_somebody_helps(tideline: Store, helper: str) -> None:
    helped = Actor.person("amy", "Amy Lind", helper="gil")
    with pytest.raises(OnlyAlone), tideline.unit(helped, writing=False) as unit:
        own.own(visiting(unit))


def test_own_page_reads_easily_and_manager_and_colleague_see_no_number(tideline: Store, helper: str) -> None:
    with tideline.unit(BEN) as unit:
        path = {"business": "tideline-cafe", "person": "amy"}
        ready.send_newcomer(visiting(unit, path, do="role", role=helper))
    with tideline.unit(AMY, writing=False) as unit:
        html = DISPLAY.render("checks", own.own(visiting(unit)), edition=Edition.EASY)
        assert easy_read_faults(html) == []
        assert "Café helper" in html
    with tideline.unit(BEN, writing=False) as unit:
        shown = ready.team(visiting(unit))
        assert isinstance(shown, View)
        assert "Not yet ready" in DISPLAY.render("checks", shown, edition=Edition.STANDARD)
