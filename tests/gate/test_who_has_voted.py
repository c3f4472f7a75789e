"""While a vote is open, who has voted is read by tellers alone: nobody else's page tells one voter from another.

One member has voted in the first state of a house, another one in the second, and nothing else differs. Whoever is
neither of them, and counts nothing, is answered the same in both, byte for byte.
"""

import pytest

from alongside.decisions.actions import proposing, voting
from alongside.decisions.ballot import Ballot
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.store import Actor
from alongside.testing.demo import copy_demo, noon
from alongside.testing.pages.routes import routes_of

from .test_open_votes import DRAWN
from .world import world

PAPERS = ("{edition}", "{option}")


@pytest.fixture(scope="module")
def there(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("who-voted") / "demo"
    copy_demo(demo, home)
    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = lambda: noon().replace(hour=12, minute=0, second=0, microsecond=0)
    yield world(house)
    house.close()


@pytest.fixture(scope="module")
def states(there):
    """What each role is answered where the first of two members has voted, and where the second has."""
    store = there.house.store
    with store.unit(Actor.keyboard()) as unit:
        asked = proposing.propose(
            unit, "Which day?", "We ask.", closes=noon().replace(year=noon().year + 1), quorum=1
        )
    with store.unit(Actor.keyboard()) as unit:
        voting.open_vote(unit, asked.id)
        others = [one for one in enterprise.people_with(unit, "member") if one not in there.people.values()]
    found = []
    for voter in others[:2]:
        with store.unit(Actor.person(voter, "Somebody")) as unit:
            voting.vote(unit, asked.id, Ballot(("yes",)))
        found.append({role: answered(there, role, asked.id) for role in there.people})
        with store.unit(Actor.person(voter, "Somebody")) as unit:
            voting.take_back(unit, asked.id)
    return found


def answered(there, role, vote):
    """What somebody is answered at every page of the vote, and where it is told of beside others."""
    routes = [one.path for one in routes_of(there.house.parts) if one.path.startswith("/decisions/{proposal}")]
    addresses = [path.replace("{proposal}", vote) for path in routes if not any(one in path for one in PAPERS)]
    browser = there.browser(role)
    answers = {one: browser.get(one) for one in (*addresses, "/decisions", "/week", "/home")}
    return {
        path.replace(vote, ""): (one.status_code, DRAWN.sub(b"", one.content)) for path, one in answers.items()
    }


@pytest.mark.parametrize("role", ["member", "supporter", "manager", "trustee"])
def test_nobody_but_a_teller_is_told_who_has_voted(states, role):
    one, other = (state[role] for state in states)
    assert [path for path in one if one[path] != other[path]] == []


@pytest.mark.parametrize("role", ["teller", "steward"])
def test_control_a_teller_is_told(states, role):
    one, other = (state[role] for state in states)
    assert "/decisions//roll" in [path for path in one if one[path] != other[path]]


def test_roll_is_read_by_members_and_those_who_count_and_by_nobody_else(states):
    read = {role: state["/decisions//roll"][0] for role, state in states[0].items()}
    assert {role for role, code in read.items() if code == 200} == {"member", "teller", "steward"}
