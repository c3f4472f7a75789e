"""The figures of the first page."""

import pytest

from alongside.reports import Figure, first_five


def figure(**changed):
    return Figure(**{"now": 1, "before": None, "said": "1", "sentence": "One.", "easy": "**1**.", **changed})


def test_first_five_go_by_rank_then_by_order():
    found = first_five(
        tuple(figure(said=name, rank=rank) for name, rank in zip("abcdef", (3, 1, 2, 2, 9, 1), strict=True))
    )
    assert [one.said for one in found] == ["b", "f", "c", "d", "a"]


@pytest.mark.parametrize("field", ["said", "sentence", "easy"])
def test_figure_that_says_nothing_is_refused(field):
    with pytest.raises(ValueError, match=f"Figure.{field} is empty"):
        figure(**{field: " "})


def test_figure_is_split_into_number_and_rest():
    assert (figure(said="96 in 100").number, figure(said="96 in 100").rest) == ("96", "in 100")
    assert (figure(said="£4,310").number, figure(said="£4,310").rest) == ("£4,310", "")


@pytest.mark.parametrize(
    ("before", "said_before", "spoken"),
    [
        (None, "", "1 now."),
        (2610, "", "1 now, 2,610 before."),
        (2.5, "", "1 now, 2.5 before."),
        (512000, "£5,120", "1 now, £5,120 before."),
    ],
)
def test_figure_says_now_and_before(before, said_before, spoken):
    assert figure(before=before, said_before=said_before).spoken == spoken
