"""Published shift-scheduling problems: read, solved to the proven best, and scored by a checker of its own."""

import json
import os
from pathlib import Path

import pytest

from alongside.cli.ending import DONE, NOT_RIGHT, REFUSED, run
from alongside.house.main import alongside as root
from alongside_cafe.published.file import read_problem, read_roster, written
from alongside_cafe.published.scoring import broken_rules, cost_of

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
