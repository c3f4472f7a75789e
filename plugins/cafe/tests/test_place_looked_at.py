"""The page that asks why a rule of the house is set aside, looked at: no walk is sure to come by it."""

import pytest

from alongside.testing.demo import copy_demo
from alongside.testing.pages.answered import Answered, asked_for
from alongside.testing.pages.cells import CELLS
from alongside.testing.pages.crawling import links
from alongside.testing.pages.forms import forms_of
from alongside.testing.pages.mistakes import SUMMARY
from alongside.testing.pages.putting_back import trying

ROTA = "/cafe/tideline-cafe/rota"


@pytest.fixture
def empty(demo, demo_people, tmp_path):
    """What is answered where nobody wrote a reason."""
    home = tmp_path / "demo"
    copy_demo(demo, home)
    with trying(home) as tried:
        browser = tried.browser_of(demo_people["manager"])
        path = against_a_rule(browser)
        [form] = [one for one in forms_of(browser.get(path).text, path) if "reason" in str(one.kinds)]
        return Answered(
            ROTA, "sent empty", path, demo_people["manager"], *asked_for(browser, form.action, form.emptied())
        )


def against_a_rule(browser):
    """The first place of the demo's draft that somebody could have against a rule of the house."""
    weeks = [one for one in links(ROTA, browser.get(ROTA).text) if "week=" in one]
    for week in weeks:
        for place in [one for one in links(week, browser.get(week).text) if "/place?" in one]:
            found = [one for one in links(place, browser.get(place).text) if "&person=" in one]
            if found:
                return found[0]
    pytest.fail("nobody could have a place of the demo's draft against a rule of the house")


@pytest.mark.browser
@pytest.mark.proof
def test_who_writes_no_reason_is_told_so_without_a_fault(gate, empty):
    assert empty.standard.status == empty.easy.status == 422
    assert SUMMARY in empty.standard.html
    assert gate.faults_answered(empty, CELLS) == []
