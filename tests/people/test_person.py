from datetime import date

import attrs
import pytest

from alongside.people.certificate import Certificate
from alongside.people.naming import best_match
from alongside.people.person import Person
from alongside.people.skill import Skill
from alongside.refusal import BadInput, NotFound

JOINED = date(2024, 9, 2)
PRIVATE = ("impairment", "disability", "diagnos", "condition", "medical", "health", "iq", "benefit")


@pytest.mark.parametrize("kind", [Person, Skill, Certificate])
def test_no_field_asks_for_an_impairment_or_a_diagnosis(kind):
    names = [field.name for field in attrs.fields(kind)]
    assert [name for name in names if any(word in name for word in PRIVATE)] == []


def somebody(name="Rosa Bell", key="p1", **more):
    return Person(id=key, name=name, joined=JOINED, **more)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "  "}, "The person has no name. Give the name they use."),
        ({"date_of_birth": date(2025, 1, 1)}, "The date of birth 2025-01-01 is later than the day of joining"),
        ({"edition": "cy"}, "“cy” is no edition"),
        ({"photo": "../x.png"}, "“../x.png” is no file name for a photo"),
    ],
)
def test_person_that_cannot_be_is_refused_in_words(wrong, said):
    with pytest.raises(BadInput) as refused:
        somebody(**wrong)
    assert str(refused.value).startswith(said)


PEOPLE = [somebody("Rosa Bell"), somebody("Rosa Blake", "p2"), somebody("Dan Osei", "p3"), somebody("Dan", "p4")]


@pytest.mark.parametrize(("text", "found"), [("p2", "p2"), ("rosa bell", "p1"), ("Rosa Bl", "p2"), ("dan", "p4")])
def test_person_is_found_by_id_then_name_then_beginning(text, found):
    assert best_match(PEOPLE, text).id == found


def test_name_that_could_be_several_lists_them():
    with pytest.raises(BadInput, match="“Rosa” could be Rosa Bell, Rosa Blake. Say the whole name, or the id."):
        best_match(PEOPLE, "Rosa")


def test_people_of_the_same_name_are_told_apart_by_id():
    with pytest.raises(BadInput, match=r"“Dan” could be Dan \(p4\), Dan \(p5\)"):
        best_match([*PEOPLE, somebody("Dan", "p5")], "Dan")


@pytest.mark.parametrize("text", ["Nobody", "", "  "])
def test_name_that_fits_nobody_lists_five(text):
    several = [somebody(f"Person {n}", f"x{n}") for n in range(7)]
    with pytest.raises(NotFound, match="Person 0, Person 1, Person 2, Person 3, Person 4 and 2 more"):
        best_match(several, text)


def test_certificate_holds_on_its_last_day_and_not_after():
    given = Certificate(
        id="c",
        person="p",
        kind="food",
        title="Food",
        first_day=JOINED,
        last_day=date(2026, 11, 23),
        awarded_by="x",
    )
    assert [given.holds(day) for day in (date(2024, 9, 1), JOINED, date(2026, 11, 23), date(2026, 11, 24))] == [
        False,
        True,
        True,
        False,
    ]
    assert given.runs_out_soon(date(2026, 11, 23))
    assert not given.runs_out_soon(date(2026, 8, 25))
