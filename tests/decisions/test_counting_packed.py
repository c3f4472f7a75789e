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


def invented(chance: random.Random, *, single: bool) -> str:
    """A file of an invented election, long enough for many blocks, with empty ballots and many alike."""
    candidates = chance.randint(1, 12)
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
def test_election_and_every_stage_of_its_count_are_those_of_reading_line_by_line(
    tmp_path: Path, single: bool
) -> None:
    path = tmp_path / "many.blt"
    for seed in range(20):
        text = invented(random.Random(seed), single=single)
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


def test_ballots_too_long_for_one_number_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "long.blt"
    names = "".join(f'"C{n}"\n' for n in range(1, 21))
    path.write_text(f"20 1\n1 {' '.join(map(str, range(1, 21)))} 0\n0\n{names}", "utf-8")
    read = blt.read(path)
    assert not isinstance(read.piles, ManyPiles)
    assert read.piles[0].preferences == tuple(range(1, 21))
