"""Budgets: Equal Shares that climbs by whole steps, the greedy budget beside it, and the file of Pabulib."""

from __future__ import annotations

import json
import os
import random
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from tests.decisions.invented_contests import ring

from alongside.decisions.counting import climbing, equal_shares_budget, head_start, rules
from alongside.decisions.counting.ballots import Pile
from alongside.decisions.counting.precedence import Supposed
from alongside.decisions.counting.readers import pabulib
from alongside.decisions.counting.rule import Asking, Result
from alongside.decisions.counting.spending import Spending
from alongside.refusal import BadInput

COSTS = {"garden": 300, "bench": 120, "piano": 450, "lights": 200, "paint": 90}
BALLOTS = [("garden,bench", 6), ("piano", 5), ("piano,lights", 2), ("lights,bench", 3), ("paint", 1), ("", 1)]


def file(costs: dict[str, object] = COSTS, budget: object = 800, ballots=BALLOTS, kind: str = "approval") -> str:
    votes = [vote for vote, people in ballots for _ in range(people)]
    return "\n".join(
        [
            "META",
            "key;value",
            "description;Our money",
            f"budget;{budget}",
            f"vote_type;{kind}",
            "PROJECTS",
            "project_id;cost;name",
            *(f"{name};{cost};The {name}" for name, cost in costs.items()),
            "VOTES",
            "voter_id;vote",
            *(f"{number};{vote}" for number, vote in enumerate(votes)),
            "",
        ]
    )


def counted(rule: str, text: str, **asked: str) -> Result:
    return rules.rule(rule).count(pabulib.parse(text, "m.pb"), Asking(**asked))


@pytest.mark.parametrize("satisfaction", ["cost", "count"])
def test_equal_shares_pays_for_what_everybody_s_share_reaches_and_tops_up(satisfaction: str) -> None:
    """What is bought and what is topped up are as pabutools 1.2.3 has them."""
    facts = counted("equal-shares-budget", file(), satisfaction=satisfaction).facts()
    assert (sorted(facts["bought"]), facts["topped_up"]) == (["bench", "garden", "lights"], ["paint"])
    assert (facts["winners"], facts["tied"]) == (["bench", "garden", "lights", "paint"], [])
    assert (facts["budget"], facts["spent"], facts["ballots"], facts["empty_ballots"]) == (800, 710, 18, 1)


def test_greedy_budget_passes_over_what_no_longer_fits() -> None:
    """The winners are those of pabutools 1.2.3."""
    assert counted("greedy-budget", file()).facts()["winners"] == ["bench", "lights", "piano"]


def test_step_that_is_kept_is_the_last_before_too_much_is_spent() -> None:
    # Two people with 5 each. At 6 each one could pay for the 6 alone, at 7 for the 7: together they cost 13 of 10.
    found = equal_shares_budget.outcomes(pabulib.parse(file({"a": 6, "b": 7}, 10, [("a", 1), ("b", 1)]), "m.pb"))
    assert [(one.share, one.bought, one.topped_up) for one in found] == [(6, (1,), ())]


def test_tie_between_projects_lists_every_set_until_a_lot_is_thrown() -> None:
    text = file({"a": 6, "b": 6, "c": 4}, 10, [("a", 1), ("b", 1), ("c", 2)])
    for rule in ("equal-shares-budget", "greedy-budget"):
        facts = counted(rule, text).facts()
        assert (facts["winners"], facts["tied"]) == (["c"], [["a", "c"], ["b", "c"]])
        drawn = {tuple(counted(rule, text, lot=lot).facts()["winners"]) for lot in "123456"}
        assert drawn == {("a", "c"), ("b", "c")}


def test_projects_that_stand_equal_and_are_in_nobody_s_way_are_no_tie() -> None:
    many = {f"p{n}": 10 for n in range(40)}
    facts = counted("equal-shares-budget", file(many, 400, [(name, 1) for name in many])).facts()
    assert (len(facts["winners"]), facts["tied"]) == (40, [])


def test_tie_of_too_many_sets_is_refused() -> None:
    many = {f"p{n}": 10 + n for n in range(40)}
    with pytest.raises(BadInput, match="too many ways to follow them all. Throw a lot"):
        counted("greedy-budget", file(many, 500, [("", 1)]))


def test_ring_of_neighbours_has_every_set_that_some_order_of_a_lot_leads_to() -> None:
    assert len(counted_sets(ring(10))) == 16
    small = ring(5)
    orders = [dict(zip(order, range(5), strict=True)) for order in permutations(small.standing)]
    thrown = [equal_shares_budget.outcomes(small, "cost", Supposed(ranks=ranks)) for ranks in orders]
    assert counted_sets(small) == {one.winners for found in thrown for one in found}


def counted_sets(vote: Spending) -> set[frozenset[int]]:
    return {one.winners for one in equal_shares_budget.outcomes(vote)}


def test_project_that_costs_nothing_is_bought_if_anybody_ticked_it() -> None:
    facts = counted("equal-shares-budget", file({"a": 0, "b": 5}, 4, [("a", 1), ("b", 3)])).facts()
    assert (facts["winners"], facts["bought"]) == (["a"], ["a"])


def test_costs_with_decimals_are_exact() -> None:
    read = pabulib.parse(file({"a": "0,10", "b": "0.2"}, "0.30", [("a,b", 3)]), "m.pb")
    assert (read.costs, read.budget, read.parts) == ((1, 2), 3, 10)
    assert (
        counted("greedy-budget", file({"a": "0,10", "b": "0.2"}, "0.30", [("a,b", 3)])).facts()["spent"] == "0.3"
    )


def test_nobody_voted_and_shares_buy_nothing() -> None:
    facts = counted("equal-shares-budget", file({"a": 6}, 5, [])).facts()
    assert (facts["winners"], facts["share"]) == ([], 0)


def test_ballots_of_points_are_counted_greedily_and_by_shares_not() -> None:
    text = file({"a": 6, "b": 6}, 6, [], "cumulative").replace(
        "voter_id;vote", "voter_id;vote;points\n1;a,b;1,4\n2;a;2"
    )
    facts = counted("greedy-budget", text).facts()
    assert (facts["winners"], facts["points"], facts["votes"]) == (["b"], {"a": 3, "b": 4}, {"a": 2, "b": 1})
    with pytest.raises(BadInput, match="the ballots hold points. Equal Shares counts ticks"):
        counted("equal-shares-budget", text)


def test_project_named_twice_on_a_ballot_is_one_vote_and_told() -> None:
    facts = counted("greedy-budget", file({"a": 6}, 6, [("a,a", 1), ("a", 2)])).facts()
    assert (facts["votes"], facts["ballots_with_repeats"]) == ({"a": 3}, 1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("META", "DATA", "m.pb, line 1: the file does not begin with META."),
        ("budget;800\n", "", "m.pb: there is no “budget” under META."),
        ("budget;800", "budget;much", "m.pb, line 4: “much” is no sum of money. Write it like 1200 or 1200.50."),
        ("approval", "ordinal", "m.pb, line 5: ballots of the kind “ordinal” are not counted."),
        ("bench;120", "bench;-3", "m.pb, line 9: “-3” is no sum of money."),
        ("project_id;cost", "project_id;price", "m.pb, line 8: the line has no “cost”. Give it a column cost."),
        ("lights;200", "bench;200", "m.pb: 2 candidates are called “bench”."),
        (
            "bench;120",
            '"The bench\nand a tree";120',
            "m.pb, line 9: a name in quotation marks goes on in the next line. Write each project on one line.",
        ),
        ("bench;120", "120", "m.pb, line 9: the line has 2 cells, the header 3."),
        ("\n0;garden,bench", "\n0;garden,swing", "m.pb, line 15: “swing” is no project."),
    ],
)
def test_wrong_line_of_pabulib_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        pabulib.parse(file().replace(old, new), "m.pb")
    assert said in refused.value.sentence


def test_semicolon_of_a_name_never_moves_a_cost() -> None:
    head = "META\nkey;value\nbudget;90\nvote_type;approval\nPROJECTS\n"
    votes = "VOTES\nvoter_id;vote\n1;1\n"
    moved = f"{head}project_id;name;cost\n1;Swing; 5;50\n{votes}"
    with pytest.raises(BadInput, match="m.pb, line 7: the line has 4 cells, the header 3. A name with a semi"):
        pabulib.parse(moved, "m.pb")
    assert pabulib.parse(moved.replace("Swing; 5", '"Swing; 5"'), "m.pb").costs == (50,)
    assert pabulib.parse(f"{head}project_id;cost;name\n1;50;Swing; 5\n{votes}", "m.pb").costs == (50,)


def test_quotation_mark_without_its_twin_swallows_no_other_line() -> None:
    read = pabulib.parse(file().replace("The bench", '"The bench'), "m.pb")
    assert (len(read.candidates), read.ballots) == (5, 18)


def test_told_outcome_names_share_and_what_paid_for_what() -> None:
    lines = counted("equal-shares-budget", file()).told(80).splitlines()
    assert lines[:3] == ["Our money", "Chosen: bench, garden, lights and paint.", "710 of 800 is spent."]
    assert "Paid for by what was left: paint." in lines
    assert any(line.startswith("garden The garden") and line.endswith("6 ✓") for line in lines)


def test_same_piles_in_another_order_come_to_the_same() -> None:
    read = pabulib.parse(file(), "m.pb")
    turned = Spending(
        candidates=read.candidates,
        costs=read.costs,
        budget=read.budget,
        piles=tuple(Pile(pile.preferences, 1) for pile in reversed(read.piles) for _ in range(pile.ballots)),
    )
    assert equal_shares_budget.outcomes(turned) == equal_shares_budget.outcomes(read)


def invented(seed: int) -> Spending:
    """A vote in which shares rise by many steps; some projects cost the same, and some people tick the same."""
    chance = random.Random(seed)
    unlike = [chance.randrange(300, 9_000) for _ in range(6)]
    costs = tuple(chance.choice(unlike) for _ in range(chance.randint(1, 7)))
    alike = [tuple(n for n in range(1, len(costs) + 1) if chance.random() < 0.5) for _ in range(8)]
    piles = tuple(Pile(chance.choice(alike), chance.choice([1, 1, 2, 5])) for _ in range(chance.randint(1, 12)))
    budget, parts = round(sum(costs) * chance.uniform(0.2, 1.1)), chance.choice([1, 1, 10])
    names = tuple(f"p{number}" for number in range(len(costs)))
    return Spending(candidates=names, costs=costs, budget=budget, piles=piles, parts=parts)


def ends(vote: Spending, satisfaction: str = "cost") -> set[tuple[Fraction, frozenset[int]]]:
    """In what a count may end; the turn in which projects were bought may hang on ties that came to nothing."""
    return {(end.share, end.winners) for end in equal_shares_budget.outcomes(vote, satisfaction)}


@pytest.mark.parametrize("satisfaction", ["cost", "count"])
def test_head_start_leaves_every_outcome_as_it_is(satisfaction: str, monkeypatch: pytest.MonkeyPatch) -> None:
    votes = [invented(seed) for seed in range(150)]
    found = [ends(vote, satisfaction) for vote in votes]
    started: list[int] = []
    monkeypatch.setattr(climbing, "first_step", lambda *asked: started.append(head_start.first_step(*asked)) or 0)
    assert [ends(vote, satisfaction) for vote in votes] == found
    assert sum(step > 0 for step in started) > 50
    assert sum(len(outcomes) > 1 for outcomes in found) > 5


def test_head_start_of_a_step_too_many_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    vote = invented(3)
    found = ends(vote)
    monkeypatch.setattr(climbing, "first_step", lambda *asked: head_start.first_step(*asked) + 2_000)
    assert ends(vote) != found


@pytest.mark.proof
@pytest.mark.parametrize(
    ("rule", "satisfaction", "keys"),
    [
        ("greedy-budget", "cost", ("official_greedy_selected", "pabutools_greedy_by_votes")),
        ("equal-shares-budget", "cost", ("mes_cost_add1_then_greedy",)),
        ("equal-shares-budget", "count", ("mes_cardinality_add1_then_greedy",)),
    ],
)
def test_budgets_of_the_open_files_come_out(rule: str, satisfaction: str, keys: tuple[str, ...]) -> None:
    files = sorted(Path(os.environ["ALONGSIDE_DATA"]).glob("votes/pb_*.pb"))
    assert files, "ALONGSIDE_DATA names a folder without votes/pb_*.pb"
    for path in files:
        expected = json.loads(path.with_name(f"{path.stem}.expected.json").read_text("utf-8"))
        facts = rules.count(path, rules.rule(rule), asking=Asking(satisfaction=satisfaction)).facts()
        for key in keys:
            assert (facts["winners"], facts["tied"]) == (expected[key], []), (path.name, key)


def test_budget_that_pays_for_nothing_is_not_said_to_be_undecided() -> None:
    told = counted("greedy-budget", file(costs={"A": 9}, budget=0, ballots=[("A", 1)])).told(80)
    assert "\nNothing is chosen.\n0 of 0 is spent.\n\nGreedy budget · 1 project · 1 ballot\n" in told


def test_comma_before_three_digits_is_refused_for_it_may_mean_thousands() -> None:
    with pytest.raises(BadInput, match="“1,200” is no sum of money. Write it like 1200 or 1200.50."):
        pabulib.parse(file(budget="1,200"), "vote.pb")
    decimals = pabulib.parse(file(budget="1200,50"), "vote.pb")
    assert Fraction(decimals.budget, decimals.parts) == Fraction(2401, 2)
