"""The time from sending a vote to the answer tells nothing of what was chosen.

One person votes for this and for that in turn, many times, in an order drawn for each pair. Were the time to hang
on the choice, one of the two would be rarer among the fastest answers than chance allows. The fastest are looked
at because whatever else goes on makes some answers slow, and none fast.
"""

import time
from math import comb
from statistics import median

import pytest

from alongside.decisions.actions import voting
from alongside.house.backups.key import new_key

from .a_question import Question
from .conftest import SEED
from .voting_day import a_day, a_home

PAIRS = 150
RARE = 1 / 5000
"""How seldom chance alone gives an alarm in one of the tests here: in all four, less than once in 1,000."""
FASTEST = PAIRS // 2
"""How many of all answers are looked at: a quarter."""
SHARE = 0.5
"""How much of the usual time each place on the paper takes more, in the control: so any machine is slow enough."""


def by_chance(found):
    """Return how often chance alone leaves one of the two as rare among the fastest as ``found``, or as common.

    As if that many were drawn from all answers, half of which are of each (hypergeometric). Within pairs they are
    more evenly spread than so: the true chance is less.
    """
    rare, every = min(found, FASTEST - found), comb(2 * PAIRS, FASTEST)
    return min(1.0, 2 * sum(comb(PAIRS, n) * comb(PAIRS, FASTEST - n) for n in range(rare + 1)) / every)


@pytest.fixture
def day(home, databases, engine_name, keys_folder, request):
    house = a_home(home, databases, engine_name, new_key(), SEED)
    yield a_day(house, Question(rule=request.param), 4, SEED)
    house.close()


def seconds(day, browser, ballot):
    day.fill_in(browser, ballot)
    begun = time.perf_counter()
    day.send(browser)
    return time.perf_counter() - begun


def usual_time(day):
    """How many seconds a vote takes here and now."""
    with day.browser(day.members[1]) as browser:
        return median(seconds(day, browser, day.question.unlike[0]) for _ in range(20))


def of_the_fastest(day):
    """How many of the fastest answers were to the second of two ballots, which are as unlike as can be."""
    one, other, _none = day.question.unlike
    took = []
    with day.browser(day.members[1]) as browser:
        seconds(day, browser, one)  # what is loaded with the first vote
        for _pair in range(PAIRS):
            order = day.dice.sample([one, other], 2)
            took += [(seconds(day, browser, ballot), ballot == other) for ballot in order]
    return sum(second for _, second in sorted(took)[:FASTEST])


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("day", ["majority", "consent"], indirect=True)
def test_time_until_the_answer_tells_nothing_of_the_choice(day):
    found = of_the_fastest(day)
    assert by_chance(found) > RARE, f"{found} of the {FASTEST} fastest answers were to one choice"


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("day", ["majority"], indirect=True)
def test_control_work_in_proportion_to_the_choice_is_found_out(day, monkeypatch):
    vote, usual = voting.vote, usual_time(day)

    def counting(unit, proposal, ballot, **more):
        time.sleep(SHARE * usual * day.question.keys.index(ballot.keys[0]))
        return vote(unit, proposal, ballot, **more)

    monkeypatch.setattr(voting, "vote", counting)
    found = of_the_fastest(day)
    assert by_chance(found) < RARE, f"{found} of the {FASTEST} fastest answers"


def test_half_of_the_fastest_is_no_alarm_and_a_quarter_of_them_is():
    assert by_chance(FASTEST // 2) > 0.9
    assert by_chance(30) > RARE
    assert by_chance(FASTEST // 4) < RARE
    assert by_chance(FASTEST - 10) == by_chance(10)
