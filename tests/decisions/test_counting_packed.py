"""Large files read in blocks: the same election, the same count and the same refusals as line by line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import record, scottish_stv
from alongside.decisions.counting.ballots import Election, ManyPiles, grouped
from alongside.decisions.counting.readers import blt, blt_packed
from alongside.decisions.counting.rules import RULES
from alongside.decisions.counting.scottish_papers import papers_of
from alongside.refusal import BadInput


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the smallest file in blocks, and of few lines each."""
    monkeypatch.setattr(blt, "LARGE", 0)
    monkeypatch.setattr(blt_packed, "BLOCK", 64)


def invented(chance: random.Random, *, single: bool, most: int = 12) -> str:
    """A file of an invented election, long enough for many blocks, with empty ballots and many alike."""
    candidates = chance.randint(1, most)
    lines = [f"{candidates} {chance.randint(1, 5)}"]
    if chance.random() < 0.3 and candidates > 2:
        lines.append("-2")
    for _ in range(chance.randint(1, 120)):
        ballot = chance.sample(range(1, candidates + 1), chance.randint(0, candidates))
        lines.append(" ".join(map(str, [1 if single else chance.choice([1, 2, 30, 444]), *ballot, 0])))
    names = [f'"Candidate {number}"' for number in range(1, candidates + 1)]
    return "\n".join([*lines, "0", *names, '"Invented"', ""])


def line_by_line(text: str, path: Path) -> Election:
    return blt.parse(text, str(path))


@pytest.mark.parametrize("single", [True, False], ids=["one a line", "several a line"])
@pytest.mark.parametrize("most", [12, 60], ids=["in one word", "in several words"])
def test_election_and_every_stage_of_its_count_are_those_of_reading_line_by_line(
    tmp_path: Path, single: bool, most: int
) -> None:
    path = tmp_path / "many.blt"
    for seed in range(20):
        text = invented(random.Random(seed), single=single, most=most)
        path.write_text(text, "utf-8")
        quick, slow = blt.read(path), line_by_line(text, path)
        assert isinstance(quick.piles, ManyPiles), seed
        assert (quick.title, quick.candidates, quick.seats) == (slow.title, slow.candidates, slow.seats)
        assert (quick.counted, quick.ballots, quick.empty_ballots) == (
            slow.counted,
            slow.ballots,
            slow.empty_ballots,
        )
        if slow.counted:
            one, other = scottish_stv.count(quick), scottish_stv.count(slow)
            assert (one.stages, one.lots, one.valid_votes) == (other.stages, other.lots, other.valid_votes)
            assert record.figures(one) == record.figures(other)


def test_every_rule_counts_what_was_read_in_blocks(tmp_path: Path) -> None:
    text = "3 1\n" + "1 1 2 0\n" * 5 + "1 2 3 0\n" * 3 + "1 3 1 0\n" * 4 + '0\n"A"\n"B"\n"C"\n'
    path = tmp_path / "many.blt"
    path.write_text(text, "utf-8")
    from alongside.decisions.counting.rule import Asking

    for name in ("approval", "irv", "meek", "schulze", "ranked-pairs", "scottish-stv"):
        quick, slow = (RULES[name].count(read, Asking()) for read in (blt.read(path), line_by_line(text, path)))
        assert quick.facts() == slow.facts()
        assert quick.told(80) == slow.told(80)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", "\t").replace("\n", "\n\n", 3),
        lambda text: "\ufeff# from May\n\n" + text,
    ],
    ids=["Windows", "spaces", "tabs and empty lines", "byte order mark and comment"],
)
def test_same_election_however_the_file_is_written(tmp_path: Path, change) -> None:
    path = tmp_path / "many.blt"
    plain = invented(random.Random(3), single=False)
    path.write_bytes(change(plain).encode())
    read = blt.read(path)
    assert isinstance(read.piles, ManyPiles)
    assert grouped(read.piles) == grouped(line_by_line(plain, path).piles)


PLAIN = (
    "12 2\n" + "1 1 12 0\n" * 30 + "3 2 10 5 0\n" + "1 0\n" + "0\n" + "".join(f'"C{n}"\n' for n in range(1, 13))
)


@settings(max_examples=80)
@given(
    st.integers(0, len(PLAIN) - 1),
    st.sampled_from([*'0123456789 \n"#-=x', "", "\r", "\x00", "9" * 30, "0" * 13, "é", "1 1 "]),
)
def test_one_wrong_letter_is_read_or_refused_as_line_by_line(place: int, letter: str) -> None:
    text = PLAIN[:place] + letter + PLAIN[place + 1 :]
    path = Path(__file__)

    def outcome(read) -> object:
        try:
            election = read()
        except BadInput as refusal:
            return refusal.sentence
        return election.title, election.candidates, election.seats, grouped(election.piles)

    class Written:
        """A file that need not be written: what a path is asked for here."""

        def is_file(self) -> bool:
            return True

        def stat(self):
            return path.stat()

        def open(self, _mode: str):
            from io import BytesIO

            return BytesIO(text.encode())

        def read_bytes(self) -> bytes:
            return text.encode()

        def __str__(self) -> str:
            return "fuzz.blt"

    assert outcome(lambda: blt.read(Written())) == outcome(lambda: blt.parse(text, "fuzz.blt"))


def test_hundreds_of_candidates_are_told_apart(tmp_path: Path) -> None:
    path, chance = tmp_path / "wide.blt", random.Random(1)
    lines = [f"1 {' '.join(map(str, chance.sample(range(1, 601), 5)))} 0" for _ in range(300)]
    names = [f'"C{number}"' for number in range(1, 601)]
    text = "\n".join(["600 3", *lines, "0", *names, ""])
    path.write_text(text, "utf-8")
    quick = blt.read(path)
    assert isinstance(quick.piles, ManyPiles)
    standing = set(quick.standing)
    rows, parcels = papers_of(quick), papers_of(line_by_line(text, path))
    assert rows.deal(standing, 100_000) == parcels.deal(standing, 100_000)
    for gone in (5, 261, 517, 600):
        standing.discard(gone)
        assert rows.move(gone, standing, lambda value: value // 3) == parcels.move(
            gone, standing, lambda value: value // 3
        )


def test_ballots_that_would_make_all_others_very_long_are_read_line_by_line(tmp_path: Path) -> None:
    path, fitting, too_long = tmp_path / "long.blt", 6 * 8, 6 * 8 + 1  # eight words of six preferences
    for preferences in (fitting, too_long):
        names = "".join(f'"C{n}"\n' for n in range(1, 601))
        path.write_text(f"600 1\n1 {' '.join(map(str, range(1, preferences + 1)))} 0\n0\n{names}", "utf-8")
        read = blt.read(path)
        assert isinstance(read.piles, ManyPiles) == (preferences == fitting)
        assert read.piles[0].preferences == tuple(range(1, preferences + 1))


@pytest.mark.parametrize("number", [1, 20, 63, 64, 65, 127, 200, 255, 256, 600])
def test_whoever_is_ranked_twice_is_found_whatever_the_number(tmp_path: Path, number: int) -> None:
    path, names = tmp_path / "twice.blt", "".join(f'"C{n}"\n' for n in range(1, 601))
    for between in ("", "2 ", "2 3 4 5 6 7 8 9 10 11 12 13 "):
        path.write_text(f"600 1\n1 {number} 599 0\n1 {number} {between}{number} 0\n0\n{names}", "utf-8")
        with pytest.raises(BadInput, match=rf"line 3.*candidate {number} more than once"):
            blt.read(path)


def test_more_ballots_than_a_computers_fractions_hold_are_counted_to_the_last(tmp_path: Path) -> None:
    path = tmp_path / "huge.blt"
    lines = "999999999999 1 2 0\n" * 9008 + "1 2 1 0\n"
    path.write_text(f'2 1\n{lines}0\n"A"\n"B"\n', "utf-8")
    read = blt.read(path)
    assert read.ballots == 9008 * 999999999999 + 1 > 2**53
    assert scottish_stv.count(read).stages[0].votes == {1: 9008 * 999999999999 * 100_000, 2: 100_000}


def test_papers_are_the_same_state_whatever_parcels_they_came_in(tmp_path: Path) -> None:
    path = tmp_path / "parcels.blt"
    ballots = "1 1 3 0\n" * 2 + "1 2 3 0\n" * 2 + "1 3 0\n" * 3 + "1 4 1 3 0\n"
    path.write_text(f'4 1\n{ballots}0\n"A"\n"B"\n"C"\n"D"\n', "utf-8")

    def after(*gone: int) -> object:
        papers, standing = papers_of(blt.read(path)), {1, 2, 3, 4}
        papers.deal(standing, 100_000)
        for number in gone:
            standing.discard(number)
            papers.move(number, standing, lambda value: value)
        return papers.held_by([3])

    assert after(1, 2, 4) == after(4, 2, 1) == after(2, 1, 4)
    assert after(1, 2) != after(1, 2, 4)
