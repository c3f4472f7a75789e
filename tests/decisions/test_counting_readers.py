"""Readers of PrefLib's orders and of .abif, writing files again, and the sentence for each wrong line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.cli import Desk
from alongside.decisions.commands import counting as commands
from alongside.decisions.counting import rules, writers
from alongside.decisions.counting.ballots import Election, Kind, Pile, ranked
from alongside.decisions.counting.readers import READERS, abif, blt, preflib, ticks
from alongside.refusal import BadInput

TOI = """\
# FILE NAME: 1.toi
# TITLE: Board
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Ann Lee
# ALTERNATIVE NAME 2: Bo
# ALTERNATIVE NAME 3: Cy: the third
4: 1,2,3
3: 3,{1,2}
2: {2, 3}
"""
ABIF = """\
# a committee
{"version": "0.1"}
{"title": "Board"}
=AL:[Ann Lee]
4: AL > Bo > "Cy Day"
3: [Cy Day] > Bo = AL   # these share a rank
2:AL/3,Bo/5,[Cy Day]/3

1:
"""


def test_orders_of_preflib_are_read_with_shared_ranks() -> None:
    read = preflib.parse(TOI, "board.toi")
    assert (read.title, read.seats, read.candidates) == ("Board", 1, ("Ann Lee", "Bo", "Cy: the third"))
    assert read.piles == (Pile((1, 2, 3), 4), Pile((3, 1, 2), 3, (1, 2, 2)), Pile((2, 3), 2, (1, 1)))


def test_orders_of_abif_are_read_with_short_names_scores_and_blanks() -> None:
    read = abif.parse(ABIF, "board.abif")
    assert (read.title, read.seats, read.candidates) == ("Board", 1, ("Ann Lee", "Bo", "Cy Day"))
    assert read.piles == (
        Pile((1, 2, 3), 4),
        Pile((3, 1, 2), 3, (1, 2, 2)),
        Pile((2, 1, 3), 2, (1, 2, 2)),
        Pile((), 1),
    )


def test_long_names_of_abif_may_follow_the_ballots_and_scores_beside_an_order_say_no_more() -> None:
    read = abif.parse("3: A/5 > B/5\n=A:[Ann]\n", "x.abif")
    assert (read.candidates, read.piles) == (("Ann", "B"), (Pile((1, 2), 3),))
    twice = abif.parse("=A:[Ann]\n1: A > [Bo]\n1: Ann > Bo\n", "x.abif")
    assert (twice.candidates, twice.piles) == (("Ann", "Bo"), (Pile((1, 2), 1), Pile((1, 2), 1)))

    late = abif.parse("2: A > B\n3: Ann > B\n=A:[Ann]\n", "x.abif")
    assert (late.candidates, late.piles) == (("Ann", "B"), (Pile((1, 2), 2), Pile((1, 2), 3)))


def test_score_of_0_is_no_tick_and_still_a_last_rank(tmp_path: Path) -> None:
    file = tmp_path / "x.abif"
    file.write_text("3: A/5, B/0\n2: B/1 > A/0\n1: A/0\n1: A\n")
    ticked = rules.count(file, rules.rule("approval")).facts()
    assert (ticked["approvals"], ticked["ballots"]) == ({"A": 4, "B": 2}, 7)
    assert rules.count(file, rules.rule("schulze")).facts()["pairs"]["B"] == {"A": 2}
    assert abif.parse(file.read_text(), "x.abif").piles[0] == Pile((1, 2), 3)
    assert rules.read_for_writing(file) == abif.parse(file.read_text(), "x.abif")


WRONG = [
    (preflib, TOI, "4: 1,2,3", "4 1,2,3", "line 10: “4 1,2,3” is no ballot. Write it like 3: 1,2."),
    (preflib, TOI, "4: 1,2,3", "4: 1,2,", "line 10: “2,” is no order of candidates. Write it like 1,{2,3},4."),
    (
        preflib,
        TOI,
        "4: 1,2,3",
        "4: 1,2,4",
        "line 10: a ballot ranks candidate 4. The candidates are numbered from 1 to 3.",
    ),
    (preflib, TOI, "4: 1,2,3", "4: 1,1", "line 10: a ballot ranks candidate 1 more than once."),
    (preflib, TOI, "4: 1,2,3", "x: 1", "line 10: “x” is not a number of ballots. Write a whole number."),
    (
        preflib,
        TOI,
        "4: 1,2,3",
        "5: 1",
        "line 5: the file holds 10 ballots and says 9. Take the file from PrefLib again.",
    ),
    (preflib, TOI, "{2, 3}", "{2, }", "line 12: “” is not a candidate's number. Write a whole number."),
    (preflib, TOI, "# ALTERNATIVE NAME 2: Bo\n", "", "line 4: candidate 2 of 3 has no name."),
    (preflib, TOI, "NAME 2: Bo", "NAME 2: ", "line 8: a candidate has no name. Give each a name."),
    (preflib, TOI, "NAME 2: Bo", "NAME 2: Ann Lee", "line 9: 2 candidates are called “Ann Lee”."),
    (preflib, TOI, "# NUMBER ALTERNATIVES: 3\n", "", ": there is no line “# NUMBER ALTERNATIVES:”."),
    (abif, ABIF, "4: AL", "4 AL", 'line 5: “4 AL > Bo > "Cy Day"” is no ballot. Write it like 3: Ann > Bo.'),
    (abif, ABIF, "4: AL", "0: AL", "line 5: 0 ballots stand on one line. Give a whole number from 1."),
    (abif, ABIF, '"Cy Day"', "", "line 5: nobody stands after the last “>”. Write it like Ann > Bo = Cy."),
    (abif, ABIF, '> "Cy', '> > "Cy', 'line 5: “> "Cy Day"” is no order of candidates.'),
    (abif, ABIF, '"Cy Day"', "AL", "line 5: a ballot ranks candidate 1 more than once."),
    (
        abif,
        ABIF,
        "Bo/5",
        "Bo",
        "line 7: commas stand between names without a score each. Write Ann/5, Bo/2 or Ann > Bo.",
    ),
    (
        abif,
        ABIF,
        "=AL:[Ann Lee]",
        "=AL:Ann",
        "line 4: “=AL:Ann” gives nobody a name. Write it like =AL:[Ann Lee].",
    ),
    (abif, ABIF, '{"version": "0.1"}', "{version", "line 2: “{version” is not JSON."),
    (abif, ABIF, ABIF, "# nothing\n", ": the file names no candidate. Write ballots like 3: Ann > Bo."),
]


@pytest.mark.parametrize(("reader", "text", "old", "new", "said"), WRONG)
def test_wrong_line_is_named(reader: Any, text: str, old: str, new: str, said: str) -> None:
    assert old in text
    with pytest.raises(BadInput) as refused:
        reader.parse(text.replace(old, new, 1), "board")
    assert refused.value.sentence.startswith(
        f"board{',' * said.startswith('line')}{' ' * said.startswith('line')}{said}"
    )


READ = {blt: '2 1\n3 1=2 0\n1 - 2 0\n0\n"A"\n"B"\n"T"\n', preflib: TOI, abif: ABIF, ticks: "count,A,B\n2,1,0\n"}


def read_or_refused(reader: Any, text: str) -> bool:
    """Whether a text is read; anything but an election or a refusal in one line fails the test."""
    try:
        return bool(reader.parse(text, "fuzz").candidates)
    except BadInput as refusal:
        sentence = refusal.sentence
    assert sentence.startswith("fuzz")
    assert "\n" not in sentence
    return False


@pytest.mark.parametrize("reader", [preflib, abif], ids=lambda one: one.__name__.rpartition(".")[2])
@settings(max_examples=60)
@given(data=st.data())
def test_any_change_of_a_file_is_read_or_refused(reader: Any, data: st.DataObject) -> None:
    plain = READ[reader]
    assert read_or_refused(reader, plain)
    first, last = sorted((data.draw(st.integers(0, len(plain))), data.draw(st.integers(0, len(plain)))))
    put = data.draw(
        st.text(max_size=8) | st.sampled_from(["{", "}", ">", "=", ",", ":", "9" * 5000, "#", '"', "[" * 9])
    )
    read_or_refused(reader, plain[:first] + put + plain[min(last, first + 5) :])


@st.composite
def elections(draw: st.DrawFn) -> Election:
    names = draw(st.lists(st.text("Ann Bo\"'=é,0-", min_size=1, max_size=6), min_size=2, max_size=4))
    kept = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    piles = []
    for ballot in draw(
        st.lists(st.lists(st.sets(st.integers(1, len(kept) or 1), max_size=2), max_size=4), max_size=5)
    ):
        seen: set[int] = set()
        places = []
        for place in ballot:
            places.append(place - seen)
            seen |= place
        piles.append(ranked(places, draw(st.integers(1, 9))))
    gone = draw(st.sets(st.integers(1, max(len(kept) - 1, 1)), max_size=1)) if len(kept) > 1 else set()
    seats = draw(st.integers(1, 3))
    return Election(
        title="Board", candidates=kept or ("Ann",), seats=seats, piles=tuple(piles), withdrawn=frozenset(gone)
    )


@settings(max_examples=30)
@given(elections())
def test_what_is_written_is_read_again(voted: Election) -> None:
    assert blt.parse(writers.blt(voted), "x.blt") == voted
    ticked = Election(
        candidates=voted.candidates,
        piles=tuple(Pile(tuple(sorted(pile.preferences)), pile.ballots) for pile in voted.piles),
        kind=Kind.TICKS,
    )
    assert ticks.parse(writers.ticks(ticked), "x.csv") == ticked


def test_name_that_a_file_cannot_hold_is_not_written() -> None:
    with pytest.raises(BadInput, match=r"the name Bo \"2\" #3 cannot stand in a \.blt file\. Change it\."):
        writers.blt(Election(candidates=('Bo "2" #3',), piles=()))


def no_house() -> NoReturn:
    pytest.fail("the command opened an enterprise")


def test_file_is_converted_once_and_counts_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "board.toi").write_text(TOI, "utf-8")
    words = [str(tmp_path / "board.toi"), str(tmp_path / "board.blt"), "--seats", "2"]
    command = click.command()(click.pass_obj(commands.convert))
    command.main(words, obj=Desk(no_house, as_json=True), standalone_mode=False)
    assert json.loads(capsys.readouterr().out)["ballots"] == 9
    by = rules.rule("schulze")
    facts = [rules.count(tmp_path / name, by, 2).facts() for name in ("board.toi", "board.blt")]
    assert facts[0] | {"file": ""} == facts[1] | {"file": ""}
    with pytest.raises(BadInput, match=r"board\.blt: there is such a file already\. Give another name\."):
        command.main(words, obj=Desk(no_house), standalone_mode=False)
    with pytest.raises(
        BadInput, match=r"board\.csv: .*board\.toi holds candidates in order\. A \.csv file is written of ticks"
    ):
        command.main([words[0], str(tmp_path / "board.csv")], obj=Desk(no_house), standalone_mode=False)
    with pytest.raises(BadInput, match=r"the ending “\.txt” is not written\. Write \.blt or \.csv\."):
        command.main([words[0], str(tmp_path / "board.txt")], obj=Desk(no_house), standalone_mode=False)


def test_every_ending_has_a_reader_that_names_the_file_that_is_missing(tmp_path: Path) -> None:
    for ending in READERS:
        with pytest.raises(Exception, match="There is no file"):
            rules.count(tmp_path / f"none{ending}", rules.rule("approval"))


def test_title_of_preflib_holds_no_command_to_the_terminal() -> None:
    text = "# TITLE: Who\x1b[2J?\n# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: Ann\n1: 1\n"
    assert preflib.parse(text, "vote.soc").title == "Who\ufffd[2J?"


def test_answers_are_converted_as_well_and_their_header_is_told(tmp_path: Path) -> None:
    file, out = tmp_path / "asked.csv", tmp_path / "again.csv"
    file.write_text("choice,count\nyes,3\nno,0\n,2\n")
    writers.write(rules.read_for_writing(file), out)
    assert out.read_text() == file.read_text()
    file.write_text("choice;count\nyes;3\n")
    with pytest.raises(BadInput, match="asked.csv, line 1: the header is not choice,count."):
        rules.count(file, rules.rule("majority"))
