"""A long record is several papers: nothing is left out, none is too long, what fits is not divided."""

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.display import Said
from alongside.house.own_record.booklets import booklets, lines_of
from alongside.house.own_record.saying import Fact, Section
from alongside.house.own_record.told import Told


def thing(name, facts):
    return tuple(Fact(called=Said("Day"), values=(f"{name}-{number}",)) for number in range(facts))


def part(name, *sizes):
    """A part with a section for each number of things, of three facts each."""
    sections = tuple(
        Section(title=Said(f"{name} {at}"), things=tuple(thing(f"{name}-{at}-{n}", 3) for n in range(size)))
        for at, size in enumerate(sizes)
    )
    return Told(name=name, title=Said(name), picture="list", sections=sections)


def everything(papers):
    return [one for paper in papers for told in paper for section in told.sections for one in section.things]


def test_short_record_is_one_paper():
    parts = (part("people", 2, 1), part("diary", 3))
    assert booklets(parts) == (parts,)


def test_part_that_fits_into_a_paper_is_not_divided_and_begins_a_new_one_where_the_room_is_gone():
    parts = (part("people", 5), part("diary", 6))
    assert booklets(parts, most=40) == ((parts[0],), (parts[1],))


def test_part_that_is_too_long_goes_on_in_the_next_paper_under_its_own_heading():
    papers = booklets((part("people", 2), part("diary", 30)), most=60)
    assert len(papers) == 3
    assert [one.name for one in papers[0]] == ["people", "diary"]
    assert all(str(paper[-1].sections[0].title) == "diary 0" for paper in papers)


@settings(max_examples=80)
@given(
    st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=4), min_size=1, max_size=5), st.integers(30, 120)
)
def test_papers_hold_everything_in_order_and_none_is_longer_than_allowed(sizes, most):
    parts = tuple(part(f"p{number}", *many) for number, many in enumerate(sizes))
    papers = booklets(parts, most)
    assert everything(papers) == everything((parts,))
    assert all(sum(map(lines_of, paper)) <= most for paper in papers)
    assert all(paper for paper in papers)
