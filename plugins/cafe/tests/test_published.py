"""Published shift-scheduling problems: read, solved to the proven best, and scored by a checker of its own."""

import json
import os
import time
from pathlib import Path

import pytest

from alongside.cli.ending import DONE, NOT_RIGHT, REFUSED, run
from alongside.house.main import alongside as root
from alongside_cafe.commands import solving
from alongside_cafe.published.beginning import rosters
from alongside_cafe.published.file import read_problem, read_roster, written
from alongside_cafe.published.question import Question
from alongside_cafe.published.scoring import broken_rules, cost_of
from alongside_cafe.published.searching import Found
from alongside_cafe.published.solving import solve

SMALL = """SECTION_HORIZON
# two weeks
14

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
Amy,E=14|L=4,2880,1920,3,2,2,1
Bo,E=14|L=14,2880,1920,3,2,2,1

SECTION_DAYS_OFF
Amy,0

SECTION_SHIFT_ON_REQUESTS
Bo,0,L,5

SECTION_SHIFT_OFF_REQUESTS
Amy,4,E,3

SECTION_COVER
0,L,1,100,1
4,E,1,100,1
"""
LEGAL = "Amy,,,,E,E,,,E,E,,,,,\nBo,L,L,,,E,E,,,,,,,,\n"


@pytest.fixture
def small():
    return read_problem(SMALL, "small.txt")


def roster(problem, text=LEGAL):
    return read_roster(problem, text, "roster.csv")


def test_file_is_read_as_it_is_written(small):
    assert (small.days, [one.id for one in small.staff]) == (14, ["Amy", "Bo"])
    assert small.staff[0].days_off == {0}
    assert small.kinds[1].not_before == {"E"}
    assert small.weekends == [(5, 6), (12, 13)]
    assert [(one.person, one.on) for one in small.requests] == [("Bo", True), ("Amy", False)]


def test_roster_is_written_as_it_is_read(small):
    assert written(small, roster(small)) == LEGAL


def test_cost_is_what_was_added_up_by_hand(small):
    # Bo has L on day 0 as asked. Amy has E on day 4, which she asked not to: 3. With Bo it is one too many: 1.
    assert cost_of(small, roster(small)) == 3 + 1
    # Nobody at all: the request 5, and two shifts without anybody, 100 each.
    assert cost_of(small, {}) == 5 + 200


SEEDED = {
    "works on a day off": ("Amy,E,E,,,E,,,E,E,,,,,", "a day off"),
    "too many minutes": ("Amy,,E,E,E,,,E,E,,,E,E,,", "3360 minutes"),
    "too few minutes": ("Amy,,,,E,E,,,,,,,,,", "960 minutes"),
    "too many of a kind": ("Amy,,L,L,,,L,L,L,,,,,,", "5 of L"),
    "a kind that may not follow": ("Amy,,,,L,E,,,E,E,,,,,", "E after L on day 4"),
    "too many in a row": ("Amy,,E,E,E,E,,,,,,,,,", "4 shifts in a row"),
    "too short a run": ("Amy,,,,E,,,E,E,E,,,,,", "only 1 shifts"),
    "too short a rest": ("Amy,,,,E,E,,E,E,,,,,,", "only 1 days off"),
    "too many weekends": ("Amy,,,,,,E,E,,,,,E,E,", "2 weekends"),
}


@pytest.mark.parametrize("fault", SEEDED)
def test_checker_names_a_seeded_fault(small, fault):
    line, named = SEEDED[fault]
    rows = f"{line}\n{LEGAL.splitlines()[1]}\n"
    assert broken_rules(small, roster(small)) == []
    found = broken_rules(small, roster(small, rows))
    assert any(named in one and one.startswith("Amy") for one in found), found


def test_runs_at_either_edge_are_held_to_no_least_length(small):
    edge = "Amy,,,,E,E,,,E,,,,,,E\n" + LEGAL.splitlines()[1] + "\n"
    assert [one for one in broken_rules(small, roster(small, edge)) if "only" in one] == [
        "Amy: only 1 shifts in a row from day 7"
    ]


@pytest.mark.parametrize(
    ("line", "broken", "where"),
    [
        ("L,480,E", "L,long,E", "small.txt, line 7"),
        ("Amy,0", "Zoe,0", "“Zoe”"),
        ("0,L,1,100,1", "99,L,1,100,1", "“day 99”"),
        ("SECTION_COVER", "SECTION_COVERS", "“SECTION_COVERS”"),
        ("Amy,E=14|L=4,2880,1920,3,2,2,1", "Amy,E=14|L=4,2880", "line 10"),
    ],
)
def test_file_with_a_fault_is_refused_in_a_sentence(tmp_path, capsys, line, broken, where):
    file = tmp_path / "small.txt"
    file.write_text(SMALL.replace(line, broken, 1), encoding="utf-8")
    assert run(root, ["cafe", "solve", str(file)]) == REFUSED
    assert where in capsys.readouterr().err


def test_command_finds_the_best_and_writes_it(tmp_path, capsys, small):
    file, out = tmp_path / "small.txt", tmp_path / "roster.csv"
    file.write_text(SMALL, encoding="utf-8")
    assert run(root, ["cafe", "solve", str(file), "--seconds", "20", "--json", "--out", str(out)]) == DONE
    said = json.loads(capsys.readouterr().out)
    # Amy is asked off day 4 and Bo can do it, so nothing need be charged.
    assert (said["objective"], said["bound"], said["proven"]) == (0, 0, True)
    found = roster(small, out.read_text(encoding="utf-8"))
    assert (broken_rules(small, found), cost_of(small, found)) == ([], 0)


def test_problem_that_nobody_can_solve_says_so_and_writes_nothing(tmp_path, capsys):
    file, out = tmp_path / "small.txt", tmp_path / "roster.csv"
    file.write_text(SMALL.replace("E=14|L=4,2880,1920", "E=1|L=0,2880,1920"), encoding="utf-8")
    assert run(root, ["cafe", "solve", str(file), "--seconds", "5", "--out", str(out)]) == NOT_RIGHT
    assert "No roster" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize("where", ["nowhere/roster.csv", "small.txt/roster.csv"])
def test_roster_that_could_not_be_written_is_refused_before_the_search(tmp_path, capsys, monkeypatch, where):
    file, out = tmp_path / "small.txt", tmp_path / where
    file.write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(solving, "ask_for", lambda *_: pytest.fail("it was searched for"))
    assert run(root, ["cafe", "solve", str(file), "--out", str(out)]) == REFUSED
    said = capsys.readouterr().err
    assert f"cannot be written to {out}" in said
    assert "Name a file in a folder" in said


def test_roster_that_is_there_stays_while_another_is_searched_for(tmp_path):
    out, new = tmp_path / "roster.csv", tmp_path / "new.csv"
    out.write_text("Amy,E\n", encoding="utf-8")
    for one in (out, new):
        solving._must_be_writable(one)
    assert (out.read_text(encoding="utf-8"), new.exists()) == ("Amy,E\n", False)


def month(people=4):
    """Four weeks, three kinds of shift of unequal lengths, and people of whom some lack a kind."""
    limits = "4,2,2,2"
    staff = "\n".join(
        f"P{n},E=28|L={0 if n % 3 else 28}|N={4 if n % 2 else 28},9000,7000,{limits}" for n in range(people)
    )
    off = "\n".join(f"P{n},{n % 19},{n % 19 + 9}" for n in range(people))
    cover = "\n".join(f"{day},{kind},{people // 4},100,1" for day in range(28) for kind in "ELN")
    return read_problem(
        f"SECTION_HORIZON\n28\nSECTION_SHIFTS\nE,480,\nL,540,E\nN,600,E|L\nSECTION_STAFF\n{staff}\n"
        f"SECTION_DAYS_OFF\n{off}\nSECTION_SHIFT_ON_REQUESTS\nP1,3,E,5\nSECTION_SHIFT_OFF_REQUESTS\n"
        f"P2,5,E,5\nSECTION_COVER\n{cover}\n",
        "month.txt",
    )


def test_search_begins_with_rosters_that_break_no_rule_each_no_dearer_than_the_last():
    problem = month()
    found = list(rosters(problem, time.monotonic() + 0.3))
    assert found
    assert [broken_rules(problem, one) for one in found] == [[]] * len(found)
    costs = [cost_of(problem, one) for one in found]
    assert costs == sorted(costs, reverse=True)
    # Nobody's wish and no gap is worth a broken rule, and still most of what is wanted is there.
    assert costs[-1] < cost_of(problem, {}) / 2


def test_first_roster_is_there_where_no_time_is_left():
    problem = month()
    (found,) = rosters(problem, time.monotonic())
    assert broken_rules(problem, found) == []


def test_search_takes_no_roster_that_breaks_a_rule_or_is_dearer(small):
    told = []
    found = Found(Question(problem=small, seconds=60), told.append)
    legal = roster(small)
    assert found.offer(legal)
    assert not found.offer({("Amy", 0): "E"})
    assert not found.offer({cell: kind for cell, kind in legal.items() if cell[0] == "Amy"})
    assert [(one.cost, one.bound, one.proven) for one in told] == [(4, 0, False)]
    found.proves(3.2)
    assert (found.ended, told[-1].bound, told[-1].proven) == (True, 4, True)


def test_some_people_are_placed_anew_beside_what_others_work(small):
    from alongside_cafe.published.improving import placed_anew

    found = Found(Question(problem=small, seconds=60), lambda _: None)
    found.offer(roster(small))
    _, other = placed_anew(found, roster(small), {"Amy"}, 1)
    assert {cell: kind for cell, kind in other.items() if cell[0] == "Bo"} == {
        cell: kind for cell, kind in roster(small).items() if cell[0] == "Bo"
    }
    # Amy asked for nothing on day 4, when Bo is there already: her best beside him costs nothing.
    assert (broken_rules(small, other), cost_of(small, other)) == ([], 0)


@pytest.mark.proof
def test_search_keeps_to_its_seconds_and_has_a_legal_roster_however_many_people():
    problem = month(people=60)
    began = time.monotonic()
    solved = solve(problem, 4.0)
    # It would think for minutes; how busy the machine is decides the rest.
    assert time.monotonic() - began < 12
    assert broken_rules(problem, solved.roster) == []
    assert (solved.cost, solved.bound <= solved.cost) == (cost_of(problem, solved.roster), True)


@pytest.mark.proof
@pytest.mark.parametrize(("number", "best"), [(1, 607), (2, 828), (3, 1001)])
def test_published_problem_is_solved_to_its_proven_best(tmp_path, capsys, number, best):
    file = Path(os.environ["ALONGSIDE_DATA"]) / "rota" / f"Instance{number}.txt"
    out = tmp_path / "roster.csv"
    assert run(root, ["cafe", "solve", str(file), "--json", "--out", str(out)]) == DONE
    said = json.loads(capsys.readouterr().out)
    assert (said["objective"], said["bound"], said["proven"]) == (best, best, True)
    problem = read_problem(file.read_text(encoding="utf-8"), file.name)
    found = read_roster(problem, out.read_text(encoding="utf-8"), out.name)
    assert (broken_rules(problem, found), cost_of(problem, found)) == ([], best)
