"""Every route × role, opened and sent to over HTTP, is allowed or refused as ``docs/who-may-open.md`` says."""

import os
import re
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor
from alongside.testing.demo import copy_demo, noon

from .asking import changes, everything_opened, let, private, shown
from .who_may_open import CHOSEN, OTHER, OTHERS, Told, in_words, rows
from .world import ROLES, world

DOC = Path(__file__).parents[2] / "docs/who-may-open.md"
JOINED = date(2026, 11, 1)


@pytest.fixture(scope="module", autouse=True)
def papers_take_no_time():
    """Whether somebody may have a paper is asked before it is made; making it is tried elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("alongside") and hasattr(module, "make_pdf"):
                patch.setattr(module, "make_pdf", lambda *_, **__: b"%PDF")
        yield


@pytest.fixture(scope="module")
def worlds(demo, tmp_path_factory):
    """A function that makes a world of its own: what is sent in one is not there in another."""
    with ExitStack() as ending:

        def make():
            home = tmp_path_factory.mktemp("roles") / "demo"
            copy_demo(demo, home)
            house = open_house(home, core_parts(), find_plugins())
            house.store.clock = noon
            ending.callback(house.close)
            return world(house)

        yield make


@pytest.fixture(scope="module")
def there(worlds):
    return worlds()


@pytest.fixture(scope="module")
def seen(there, met):
    return everything_opened(there, list(rows(there, met)))


@pytest.fixture(scope="module")
def told(seen, worlds, met):
    """What everybody was told, by row and role: who opened, and who sent an empty form, in a world of its own."""
    sending, found = worlds(), {}
    for row in rows(sending, met):
        for role in ROLES:
            opened, sent = seen.let[row, role], None
            if row.route.sends:
                # Another browser each time: what is sent may end where she is signed in.
                sent = let(sending.browser(role).post(row.address(role)), row, there_at_all=opened)
            found.setdefault(row, {})[role] = Told(opened, sent)
    return found


def test_who_may_open_what_is_as_printed(there, told):
    titles = {part.name: part.title for part in there.house.parts}
    now = in_words(titles, told)
    if os.environ.get("ALONGSIDE_WRITE_SNAPSHOT"):
        DOC.write_text(now, encoding="utf-8")
    assert now == DOC.read_text(encoding="utf-8")


@pytest.mark.proof
def test_nothing_is_taken_in_without_a_mark(seen):
    assert {key: status for key, status in seen.unmarked.items() if status not in {403, 405}} == {}


# --- what a page does not show somebody she cannot do all the same

ENOUGH = 12
MAY_ALL_THE_SAME = {
    # She sees the form on the pages of others, or of herself, and may do this to everybody.
    ("steward", "/people/{person}/contact"),
    ("steward", "/people/{person}/supporters"),
    ("manager", "/people/{person}"),
    ("manager", "/cafe/{the business}/hours/{person}"),
    ("manager", "/checks/team/{business}/{person}"),
    # Her own form is the same, with other skills to tick.
    ("member", "/cafe/{the business}/learning"),
    # She runs the training: a wish that is met she takes off the list.
    ("manager", "/training/{the business}/learning"),
    # She has a vote herself, and is shown what fits where she is with it.
    ("steward", "/decisions/{proposal}/talk"),
    ("steward", "/decisions/{proposal}/vote"),
    # Whoever stands writes in her own edition: in the other it is the same form with a field more.
    ("member", "/decisions/{proposal}/standing"),
    ("steward", "/decisions/{proposal}/standing"),
    # Her own page, on which she is asked more than whoever works nowhere.
    ("member", "/my-work/changes"),
    ("steward", "/my-work/changes"),
    # Everybody may sign out everywhere else; it is shown to whoever is signed in somewhere else just then.
    *((role, "/ways-in") for role in ROLES),
}
"""Who may do what a page did not show her just then, by role and route."""


@pytest.mark.proof
@pytest.mark.long
def test_form_that_is_not_shown_to_somebody_does_nothing_when_she_sends_it(there, seen):
    tried, came_through = 0, []
    for (row, kind), (action, fields, to) in shown(seen).items():
        for role in sorted(set(ROLES) - to):
            browser, before = there.browser(role), changes(there.house)
            answer = browser.post(action, data=fields)
            tried += 1
            if changes(there.house) != before and (role, row.route.path) not in MAY_ALL_THE_SAME:
                came_through.append((role, row.words, action, kind, answer.status_code))
    assert tried > 300
    assert not came_through, "\n".join(map(str, came_through))


@pytest.mark.proof
@pytest.mark.long
def test_control_forms_do_something_when_they_are_sent_by_whom_they_are_shown_to(there, seen):
    did = 0
    for action, fields, to in shown(seen).values():
        if (
            did < ENOUGH and "steward" in to and action != "/backups"
        ):  # which copies everything, and takes its time
            browser, before = there.browser("steward"), changes(there.house)
            browser.post(action, data=fields)
            did += changes(there.house) > before
    assert did == ENOUGH


# --- what is somebody else's


@pytest.mark.proof
def test_member_opens_no_page_about_any_other_person(there, seen):
    about = [row for row in {row for row, _ in seen.let} if row.whose in {OTHER, OTHERS, CHOSEN}]
    assert len(about) > 8
    opened = [
        (row.words, role)
        for row in about
        for role in ("nobody", "member", "trustee", "teller")
        if seen.let[row, role]
    ]
    assert opened == []


@pytest.mark.proof
def test_nobody_without_the_right_reads_how_others_are_reached_or_when_they_were_born(there, seen):
    hers = {role: there.people.get(role, "") for role in ROLES}
    found = []
    for (row, role), html in seen.pages.items():
        if role in {"member", "supporter", "trustee", "teller"}:
            found += [
                (role, row.words, kind)
                for person, kind, value in private(there.house)
                if person != hers[role] and value in html
            ]
    assert found == []


@pytest.fixture(scope="module")
def rivals(worlds):
    """A world in which each kind of business is there twice, and somebody manages the second ones alone."""
    place = worlds()
    with place.house.store.unit(Actor.keyboard("the test")) as unit:
        place.people["manager"] = people.add_person(
            unit, Person(id=unit.new_id(), name="Other Manager", joined=JOINED)
        ).id
        for kind in sorted({one.kind for one in enterprise.businesses(unit) if one.kind}):
            second = enterprise.add_business(unit, f"Second {kind}", kind)
            enterprise.give_role(unit, place.people["manager"], "manager", second.id)
    return place


def test_manager_of_one_business_opens_and_sends_nothing_of_another_of_its_kind(rivals, met):
    asked, let_in = 0, []
    for row in rows(rivals, met):
        if "{the business}" not in row.route.path or row.address("manager").endswith("/new"):
            continue
        first = row.address("manager")
        theirs = re.sub(r"^/(\w+)/[^/]+", lambda found: f"/{found[1]}/second-{found[1]}", first)
        # Their own pages open; not so with something in the address that is the first one's.
        named = row.route.path.count("{") > 1 and "{week}" not in row.route.path and "{day}" not in row.route.path
        for address in (first, theirs) if named else (first,):
            browser = rivals.browser("manager")
            for answer in (browser.get(address), browser.post(address)):
                asked += 1
                if answer.status_code not in {403, 404, 405}:
                    let_in.append((address, answer.status_code))
    assert asked > 60
    assert not let_in, "\n".join(map(str, let_in))
