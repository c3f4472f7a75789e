"""Every registered page, as whoever may open it sees it: no fault in any width, colours or edition."""

import attrs
import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.testing.pages.cells import CELLS, cells_in_turn
from alongside.testing.pages.gate import pages_of
from alongside.testing.pages.routes import routes_of

from .examples import LEADS_ON
from .turns import in_turn
from .walks import walk_to

pytestmark = pytest.mark.browser

ROUTES = routes_of((*core_parts(), *find_plugins().plugins))
PAGES = [one for one in pages_of(ROUTES) if one.path not in LEADS_ON]


def test_every_page_and_paper_is_met_by_somebody(met):
    assert [one.path for one in ROUTES if one.path not in met.met() and one.path not in LEADS_ON] == []


@pytest.mark.parametrize("route", [in_turn(one, pytest.mark.proof) for one in PAGES])
def test_page_has_no_fault(gate, met, served_house, route):
    place = met.first(route)
    place = walk_to(place, gate.eyes_of(place.person), served_house)
    assert gate.faults(place, cells_in_turn(route.path)) == []


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("route", PAGES, ids=lambda one: one.path)
def test_page_has_no_fault_in_any_state_and_any_cell(gate, met, served_house, route):
    for place in met.every(route):
        there = walk_to(place, gate.eyes_of(place.person), served_house)
        assert gate.faults(there, CELLS) == []


@pytest.mark.proof
@pytest.mark.long
def test_gate_as_authors_of_plugins_have_it_finds_no_fault_in_one_of_ours(gate):
    assert gate.faults_of("cafe") == []


@pytest.mark.proof
@pytest.mark.long
def test_control_page_that_nothing_leads_to_is_named_by_it(gate):
    left = [one for one in gate.crawl.places if one.route != "/cafe/{the business}/rota"]
    other = attrs.evolve(gate, crawl=attrs.evolve(gate.crawl, places=left))
    assert any("/cafe/{the business}/rota: no page leads to it" in one for one in other.faults_of("cafe"))
