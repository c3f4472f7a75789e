"""Reading .blt files from anywhere, and the sentence for each file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alongside.decisions.counting.ballots import Election, Pile, grouped
from alongside.decisions.counting.readers import blt
from alongside.refusal import BadInput, NotFound

PLAIN = '3 2\n4 1 3 0\n2 2 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Committee"\n'
ANNOTATED = """# from last May

 3\t2  # seats
4 1 3 0 # four

2 2 0
 0
"Ann" # "the first"
  "Bo"
"Cy"

"Committee"
# end
"""
EXPECTED = Election(
    title="Committee",
    candidates=("Ann", "Bo", "Cy"),
    seats=2,
    piles=(Pile((1, 3), 4), Pile((2,), 2)),
)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.rstrip().encode(),
        ANNOTATED.encode(),
    ],
    ids=["plain", "byte order mark", "Windows", "old Mac", "no last line end", "comments and blanks"],
)
def test_same_election_however_the_file_is_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "may.blt"
    path.write_bytes(content)
    assert blt.read(path) == EXPECTED


def test_names_keep_number_signs_and_quotes_of_their_own() -> None:
    text = '2 1\n1 1 0\n0\n"Ann "Annie"  Lee"\n"Bo #2"\n'
    assert blt.parse(text, "may.blt").candidates == ('Ann "Annie" Lee', "Bo #2")
    assert blt.parse(text, "may.blt").title == ""


def test_title_may_be_empty_and_a_name_may_not() -> None:
    assert blt.parse(PLAIN.replace('"Committee"', '""'), "may.blt").title == ""
    with pytest.raises(BadInput, match='line 6: “""” is not a name'):
        blt.parse(PLAIN.replace('"Bo"', '""'), "may.blt")


def test_withdrawn_candidates_are_read_on_one_line_or_several() -> None:
    for lines in ("-1 -3\n", "-3\n-1\n"):
        text = PLAIN.replace("3 2\n", "3 2\n" + lines, 1)
        assert blt.parse(text, "may.blt").withdrawn == {1, 3}


def test_gap_moves_later_preferences_up_and_is_counted() -> None:
    election = blt.parse(PLAIN.replace("4 1 3 0", "4 - 1 - 3 0\n5 2 - 0"), "may.blt")
    assert election.piles[:2] == (Pile((1, 3), 4, ranks=(2, 4)), Pile((2,), 5))
    assert (election.gaps, election.counted[:2]) == (4, (Pile((1, 3), 4), Pile((2,), 7)))


def test_rank_that_two_share_is_read_as_it_is_written() -> None:
    election = blt.parse(PLAIN.replace("4 1 3 0", "4 2 - 3=1 0"), "may.blt")
    assert election.piles[0] == Pile((2, 1, 3), 4, ranks=(1, 3, 3))
    assert election.piles[0].by_rank == ((2,), (), (1, 3))
    assert (election.shared_ranks, election.gaps) == (4, 4)


def test_withdrawn_candidates_leave_no_gap_and_no_shared_rank() -> None:
    election = blt.parse(PLAIN.replace("4 1 3 0", "-1\n4 2=1 - 3 0"), "may.blt")
    assert election.marked == (Pile((2,), 2), Pile((2, 3), 4, ranks=(1, 3)))
    assert (election.standing, election.shared_ranks) == ((2, 3), 0)


def test_empty_ballot_is_read_and_told_apart_from_the_valid_ones() -> None:
    election = blt.parse(PLAIN.replace("2 2 0", "7 0"), "may.blt")
    assert election.empty_ballots == 7
    assert election.counted == (Pile((1, 3), 4),)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (PLAIN, "", "may.blt: the file is empty. Its first line gives the numbers of candidates and seats."),
        (
            "3 2\n",
            "3\n",
            "may.blt, line 1: “3” is not two numbers. Begin with the numbers of candidates and seats.",
        ),
        ("3 2\n", "x 2\n", "may.blt, line 1: “x” is not a number of candidates. Write a whole number."),
        ("3 2\n", "3 two\n", "may.blt, line 1: “two” is not a number of seats. Write a whole number."),
        ("3 2\n", "0 2\n", "may.blt, line 1: 0 candidates cannot be counted. Give a number from 1 to 10000."),
        ("3 2\n", "3 0\n", "may.blt, line 1: 0 seats cannot be filled. Give a whole number of seats from 1."),
        ("3 2\n", "3 2\n-4\n", "may.blt, line 2: “-4” is no withdrawn candidate. Write numbers from -1 to -3."),
        ("3 2\n", "3 2\n-1 2\n", "may.blt, line 2: “2” is no withdrawn candidate. Write numbers from -1 to -3."),
        (
            "3 2\n",
            "3 2\n-1 -2 -3\n",
            "may.blt, line 5: every candidate is withdrawn. Leave at least one to be counted.",
        ),
        ("2 2 0", "1.5 2 0", "may.blt, line 3: “1.5” is not a number of ballots. Write a whole number."),
        ("2 2 0", "0 2 0", "may.blt, line 3: 0 ballots stand on one line. Give a whole number from 1."),
        ("2 2 0", "2 2", "may.blt, line 3: the ballot “2 2” has no end. End each ballot line with 0."),
        ("2 2 0", "2 b 0", "may.blt, line 3: “b” is not a candidate's number. Write a whole number."),
        (
            "2 2 0",
            "2 1 4 0",
            "may.blt, line 3: a ballot ranks candidate 4. The candidates are numbered from 1 to 3.",
        ),
        (
            "2 2 0",
            "2 2 1 2 0",
            "may.blt, line 3: a ballot ranks candidate 2 more than once. Rank each candidate once on a ballot.",
        ),
        ("2 2 0", "2 3 1= 0", "may.blt, line 3: “” is not a candidate's number. Write a whole number."),
        (
            "2 2 0",
            "2 3 1=3 0",
            "may.blt, line 3: a ballot ranks candidate 3 more than once. Rank each candidate once on a ballot.",
        ),
        (
            "\n0\n",
            "\n",
            "may.blt, line 4: the name “Ann” stands among the ballots. Put a line “0” after the last ballot.",
        ),
        (PLAIN, "3 2\n4 1 0\n", "may.blt: the ballots have no end. Put a line “0” after the last ballot."),
        (
            '"Bo"\n"Cy"\n"Committee"\n',
            "",
            "may.blt, line 5: 1 of 3 candidates have a name. Give each a name in double quotes on its own line.",
        ),
        (
            '"Bo"',
            "Bo",
            'may.blt, line 6: “Bo” is not a name in double quotes. Write it like "Ann Lee".',
        ),
        ('"Bo"', '" "', 'may.blt, line 6: “" "” is not a name in double quotes. Write it like "Ann Lee".'),
        (
            '"Bo"',
            '"Bo\x1b[2J"',
            "may.blt, line 6: “Bo\ufffd[2J” holds signs that cannot be shown. Type the name again.",
        ),
        ('"Bo"\n', '"Bo" "Cy"\n', "may.blt, line 6: two names stand on one line. Give each a line of its own."),
        ('"Bo"', '"Ann"', "may.blt, line 8: 2 candidates are called “Ann”. Add what tells them apart."),
        (
            '"Committee"\n',
            '"Committee"\n"Di"\n',
            "may.blt, line 9: “Di” is one name too many. Give 3 names and one title.",
        ),
    ],
)
def test_file_that_is_not_as_it_should_be_is_refused_in_one_sentence(old: str, new: str, sentence: str) -> None:
    assert old in PLAIN
    with pytest.raises(BadInput) as refused:
        blt.parse(PLAIN.replace(old, new, 1), "may.blt")
    assert refused.value.sentence == sentence


def test_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "may.blt"
    path.write_bytes(PLAIN.replace("Bo", "Zoë").encode("latin-1"))
    with pytest.raises(BadInput) as refused:
        blt.read(path)
    assert refused.value.sentence == f"{path}, line 6: the byte 0xeb is not UTF-8 text. Save the file as UTF-8."


def test_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file “.*none.blt”"):
        blt.read(tmp_path / "none.blt")
    with pytest.raises(BadInput, match="this cannot be read"):
        blt.read(tmp_path)


def accepted(text: str) -> bool:
    """Whether a text is read; anything raised but a refusal is a failure of the test."""
    try:
        election = blt.parse(text, "fuzz.blt")
    except BadInput as refusal:
        sentence = refusal.sentence
    else:
        return election.counted == grouped(election.counted)
    assert sentence.startswith("fuzz.blt")
    assert "\n" not in sentence
    return False


@given(st.text())
@example("9" * 5000 + " 1")
@example("3 2\n" + "9" * 5000 + " 1 0")
@example("1 1\n-" + "1" * 5000 + "\n0")
@example("٣ 2\n")
def test_any_text_is_read_or_refused(text: str) -> None:
    accepted(text)


WORDS = st.sampled_from(
    ["0", "1", "2", "3", "-1", "-", "1=2", "99", "x", '"Ann"', '"Bo"', "#", '"', "", "\ufeff", "\r"]
)


@given(st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8).map("\n".join))
def test_any_text_of_the_words_of_the_format_is_read_or_refused(text: str) -> None:
    accepted(text)


@given(st.integers(0, len(PLAIN) - 1), st.sampled_from([*PLAIN, "", "  ", "=", "\x00"]))
def test_one_wrong_letter_is_read_or_refused(place: int, letter: str) -> None:
    accepted(PLAIN[:place] + letter + PLAIN[place + 1 :])


def test_fuzz_is_no_sham_because_the_plain_file_is_read() -> None:
    assert accepted(PLAIN)
