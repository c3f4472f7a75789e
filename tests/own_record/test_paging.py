"""A page of what a part keeps: whatever is asked for, nothing of it is left out or told twice."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.display import Said
from alongside.house.own_record.paging import MOST, Page
from alongside.house.own_record.saying import Fact, Section
from alongside.house.own_record.told import Told


def told(*sizes):
    sections = tuple(
        Section(
            title=Said(f"Sort {number}"),
            things=tuple((Fact(called=None, values=(str(n),)),) for n in range(size)),
        )
        for number, size in enumerate(sizes)
    )
    return Told(name="cafe", title=Said("Café"), picture="cup", sections=sections)


@given(st.integers(min_value=1, max_value=5 * MOST + 1))
def test_going_on_from_page_to_page_shows_every_thing_once_and_back_again(size):
    kept, seen, first, firsts = told(3, size), [], 0, []
    while first is not None:
        (one,) = Page.asked(kept, {"section": "1", "from": str(first)}).sections
        seen += one.things
        firsts.append(first)
        assert one.earlier == (firsts[-2] if len(firsts) > 1 else None)
        first = one.later
    assert tuple(seen) == kept.sections[1].things


@given(st.text(max_size=8), st.text(max_size=8))
def test_address_that_asks_for_what_is_not_there_shows_all_sorts(section, first):
    page = Page.asked(told(2, 90), {"section": section, "from": first})
    assert [one.number for one in page.sections] in ([0, 1], [0], [1])
    assert page.alone is (len(page.sections) == 1)


def test_wrong_numbers_are_no_fault():
    for asked in ({"section": "7"}, {"section": "1", "from": "90"}, {"section": "-1"}, {"section": "²"}, {}):
        assert [one.number for one in Page.asked(told(2, 90), asked).sections] == [0, 1]


def test_part_that_keeps_nothing_has_an_empty_page():
    assert Page.asked(None, {}).sections == ()
