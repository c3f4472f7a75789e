"""The command that counts a file, and the text it answers with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import attrs
import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.cli import Desk
from alongside.decisions.commands import counting as commands
from alongside.decisions.counting import scottish_stv, telling_stages
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import blt
from alongside.refusal import BadInput

COMMITTEE = Path(__file__).parents[2] / "examples" / "committee.blt"

TOLD = """\
Members' committee, three seats
───────────────────────────────
Elected, in this order:
  1. Joyce Amadi
  2. Sunita Rao
  3. Pearl Whitcombe

Scottish STV · 3 seats · 6 candidates · 40 valid ballots · quota 11

                     Stage 1       Stage 2       Stage 3       Stage 4       Stage 5       Stage 6
────────────────────────────────────────────────────────────────────────────────────────────────────
Joyce Amadi         15.00000 ✓    11.00000      11.00000      11.00000      11.00000      11.00000
Tom Birchall         7.00000       7.00000       7.00000       7.53332       7.64621 ×           –
Sunita Rao           6.00000       7.59996       8.59996      12.39994 ✓    11.00000      11.00000
Gareth Pugh          5.00000       6.33330       6.33330 ×           –             –             –
Pearl Whitcombe      4.00000       4.79998       6.79998       6.79998       7.71061      11.71061 ✓
Ossie Grant          3.00000       3.00000 ×           –             –             –             –
────────────────────────────────────────────────────────────────────────────────────────────────────
Non-transferable     0.00000       0.26666       0.26666       2.26666       2.64294       6.28915
Lost by cutting      0.00000       0.00010       0.00010       0.00010       0.00024       0.00024
Together            40.00000      40.00000      40.00000      40.00000      40.00000      40.00000

✓ elected    × excluded: these votes move in the next stage

Stage 1. First preferences. Elected: Joyce Amadi.
Stage 2. Joyce Amadi has 4 votes more than the quota: they move on. Nobody is elected. Fewest votes: Ossie
         Grant, excluded.
Stage 3. Ossie Grant is out: 3 votes move on. Nobody is elected. Fewest votes: Gareth Pugh, excluded.
Stage 4. Gareth Pugh is out: 6.33330 votes move on. Elected: Sunita Rao.
Stage 5. Sunita Rao has 1.39994 votes more than the quota: they move on. Nobody is elected. Fewest votes:
         Tom Birchall, excluded.
Stage 6. Tom Birchall is out: 7.64621 votes move on. Elected: Pearl Whitcombe."""


def no_house() -> NoReturn:
    """A count needs no enterprise."""
    pytest.fail("the command opened an enterprise")


def answered(capsys: pytest.CaptureFixture[str], *words: str, as_json: bool = False) -> str:
    """What the command prints for these words of the command line."""
    command = click.command()(click.pass_obj(commands.count))
    command.main([str(COMMITTEE), *words], obj=Desk(no_house, as_json=as_json), standalone_mode=False)
    return capsys.readouterr().out


def test_count_answers_with_a_table_and_the_story_of_the_stages(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "106")
    assert answered(capsys) == TOLD + "\n"


def test_count_as_json_answers_with_the_record_alone(capsys: pytest.CaptureFixture[str]) -> None:
    facts = json.loads(answered(capsys, as_json=True))
    assert [*facts][:7] == ["file", "rule", "seats", "candidates", "ballots", "winners", "tied"]
    assert (facts["file"], facts["seats"], facts["ballots"], facts["tied"]) == (str(COMMITTEE), 3, 40, [])
    assert facts["winners"] == ["Joyce Amadi", "Sunita Rao", "Pearl Whitcombe"]
    assert facts["stages"][1]["votes"]["Sunita Rao"] == "7.59996"
    assert facts["stages"][1]["excluded"] == ["Ossie Grant"]
    assert facts["transfers"][4] == {
        "stage": 5,
        "kind": "surplus",
        "from": "Sunita Rao",
        "votes": "1.39994",
        "non_transferable": "2.64294",
        "rounding_loss": "0.00024",
    }


def test_several_files_are_answered_in_turn_and_told_about_beside_the_answer(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    other = tmp_path / "tie.blt"
    other.write_text('2 1\n1 1 0\n1 2 0\n0\n"Ann"\n"Bo"\n"Tie"\n', "utf-8")
    command = click.command()(click.pass_obj(commands.count))
    for as_json in (True, False):
        desk = Desk(no_house, as_json=as_json)
        command.main([str(COMMITTEE), str(other)], obj=desk, standalone_mode=False)
        out, err = capsys.readouterr()
        assert err == "Files counted: 2 done\n"
        if as_json:
            answers = json.loads(out)
            assert [one["file"] for one in answers] == [str(COMMITTEE), str(other)]
            assert (answers[1]["winners"], answers[1]["tied"]) == ([], [["Ann"], ["Bo"]])
            assert "winner" not in answers[1]
        else:
            assert f"{other}\nTie\n───\nNobody is elected yet.\n" in out
            assert "Throw a lot, and give it with --lot.\nIt may fall in 2 ways:\n  Ann\n  Bo\n" in out


def test_file_that_is_refused_leaves_the_answers_of_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad, gone = tmp_path / "bad.blt", tmp_path / "gone.blt"
    bad.write_text('2 1\n1 3 0\n0\n"Ann"\n"Bo"\n', "utf-8")
    command = click.command()(click.pass_obj(commands.count))
    for as_json in (True, False):
        files = [str(bad), str(COMMITTEE), str(gone), str(COMMITTEE)]
        assert command.main(files, obj=Desk(no_house, as_json=as_json), standalone_mode=False) == 2
        out, err = capsys.readouterr()
        assert f"{bad}, line 2: " in err
        assert f"{gone}" in err
        if as_json:
            assert [one["file"] for one in json.loads(out)] == [str(COMMITTEE)] * 2
        else:
            assert out.count(f"{COMMITTEE}\n") == 2


def test_file_of_an_unknown_ending_is_refused_with_those_that_are_known(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = click.command()(click.pass_obj(commands.count))
    with pytest.raises(
        BadInput, match=r"may\.txt: the ending “\.txt” names no format\. Ballots are read from \.blt, "
    ):
        command.main([str(tmp_path / "may.txt")], obj=Desk(no_house), standalone_mode=False)


def test_seats_option_takes_the_place_of_the_files_seats(capsys: pytest.CaptureFixture[str]) -> None:
    facts = json.loads(answered(capsys, "--seats", "1", as_json=True))
    assert (facts["seats"], facts["quota"], len(facts["winners"])) == (1, 21, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--seats", "0"), "--seats: 0 seats cannot be filled. Give a whole number of seats from 1."),
        (("--rule", "scottish"), "There is no rule “scottish”. Did you mean “scottish-stv”?"),
    ],
)
def test_wrong_options_are_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(BadInput) as refused:
        answered(capsys, *words)
    assert refused.value.sentence == sentence


def test_lot_option_is_told_as_the_seed_of_the_draw() -> None:
    tie = Election(candidates=("Ann", "Bo"), seats=1, piles=(Pile((1,), 5), Pile((2,), 5)))
    result = scottish_stv.count(tie, "3 5 1")
    out = tie.name(result.lots[0].drawn)
    assert (
        "Stage 1. First preferences. Nobody is elected. Ann and Bo are tied and no earlier stage parts them. "
        f"A lot decides who is excluded: {out} (seed 3 5 1). Fewest votes: {out}, excluded."
    ) in telling_stages.count(result, 400)


def test_remarks_tell_what_was_not_counted_as_it_stood() -> None:
    election = attrs.evolve(
        blt.parse('4 4\n-4\n3 1 - 2 0\n1 4 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Di"\n', "may.blt"), title="Panel"
    )
    told = telling_stages.count(scottish_stv.count(election))
    assert "1 seat without anybody to fill it.\n" in told
    assert "Withdrawn: Di.\n" in told
    assert "Not counted, because nobody is ranked: 1 ballot.\n" in told
    assert "With a rank left empty, later preferences moved up: 3 ballots.\n" in told
    assert "Elected: Ann. Elected below the quota, because as many are left as places: Bo and Cy." in told.replace(
        "\n         ", " "
    )


def test_election_below_the_quota_is_told_as_such() -> None:
    piles = (Pile((1,), 4), Pile((2,), 3), Pile((3,), 2))
    election = Election(candidates=("Ann", "Bo", "Cy"), seats=2, piles=piles)
    told = telling_stages.count(scottish_stv.count(election), 200)
    assert "Stage 1. First preferences. Elected: Ann. Fewest votes: Cy, excluded.\n" in told
    assert told.endswith("Elected below the quota, because as many are left as places: Bo.")


@given(st.integers(44, 200))
def test_text_is_never_wider_than_the_terminal(width: int) -> None:
    told = telling_stages.count(scottish_stv.count(blt.read(COMMITTEE)), width)
    assert max(len(line) for line in told.splitlines() if not line.startswith(("Scottish STV", "✓"))) <= width


def test_commands_load_nothing_heavy_before_they_run() -> None:
    heavy = "{'sqlalchemy', 'numpy', 'cattrs', 'litestar', 'rich', 'alongside.decisions.counting'}"
    code = f"import sys, alongside.decisions.commands.counting; print(sorted({heavy} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"


def test_who_has_withdrawn_leaves_no_gap_and_shares_no_rank() -> None:
    voted = blt.parse('3 1\n-3\n2 1=3 2 0\n1 2 - 3 0\n1 1=2 0\n0\n"Ann"\n"Bo"\n"Cy"\n', "may.blt")
    told = telling_stages.count(scottish_stv.count(voted))
    assert "left empty" not in told
    assert "With a rank that two share, read up to there alone: 1 ballot.\n" in told
    assert "Not counted, because several share the first rank: 1 ballot.\n" in told
    assert "nobody is ranked" not in told
    assert (voted.gaps, voted.shared_ranks, voted.empty_ballots, voted.unmarked) == (0, 1, 1, 0)
