from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import Period
from alongside.people import actions, offers
from alongside.people.certificate import Certificate
from alongside.people.person import Format, Person
from alongside.people.skill import Skill
from alongside.people.small_groups import shown_groups
from alongside.people.summing_up import CertificateCount, SkillCount, sum_up
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor


def acting(hall, who):
    return hall.store.unit(Actor.person(who, "somebody"))


def test_person_sees_herself_and_nobody_else(hall):
    with acting(hall, hall.rosa) as unit:
        seen = actions.look_at_person(unit, hall.rosa)
        assert [held.role for held in seen.roles] == ["member"]
        assert [skill.words for skill in seen.skills] == ["Bakes like her aunt Quillfeather"]
        for look in (lambda: actions.look_at_person(unit, hall.steward), lambda: actions.look_at_everybody(unit)):
            with pytest.raises(NotAllowed):
                look()


def test_person_chooses_for_herself_and_for_nobody_else(hall):
    chosen = {"preferred_format": Format.AUDIO, "picture": "star"}
    with acting(hall, hall.rosa) as unit:
        actions.change_own_choices(unit, hall.rosa, **chosen)
        with pytest.raises(NotAllowed):
            actions.change_own_choices(unit, hall.steward, **chosen)
    with acting(hall, hall.rosa) as unit:
        person = offers.person(unit, hall.rosa)
    assert (person.preferred_format, person.picture) == (Format.AUDIO, "star")


def test_nobody_gives_herself_a_skill_or_a_certificate(hall):
    with acting(hall, hall.rosa) as unit:
        with pytest.raises(NotAllowed):
            actions.add_skill(unit, hall.rosa, "key_holder", "Opens up")
        with pytest.raises(NotAllowed):
            actions.award(unit, hall.rosa, "first_aid")


def test_skill_said_again_replaces_its_words_and_says_who_said_so(hall):
    with acting(hall, hall.steward) as unit:
        actions.add_skill(unit, hall.rosa, "kitchen", "Cooks with care")
        (skill,) = offers.full_skills_of(unit, [hall.rosa])[hall.rosa]
    assert (skill.words, skill.said_by, skill.since) == ("Cooks with care", hall.steward, date(2026, 11, 23))


class Hearing:
    """A dispatch that keeps what was told."""

    def __init__(self):
        self.told = []

    def tell(self, _unit, event, facts):
        self.told.append((event, facts))
        return ()


def test_certificate_given_is_told_and_found(hall):
    hall.store.dispatch = hearing = Hearing()
    with acting(hall, hall.steward) as unit:
        new = actions.award(unit, hall.rosa, "first_aid", last_day=date(2029, 11, 22), by="St Elmo")
        assert offers.certificates_of(unit, [hall.rosa, hall.steward])[hall.rosa][1] == new
    assert hearing.told == [("certificate_issued", {"certificate": new})]
    assert (new.title, new.first_day) == ("First aid", date(2026, 11, 23))


def test_person_added_is_on_record_from_today(hall):
    with acting(hall, hall.steward) as unit:
        new = actions.add_person(unit, " Ben Hartley ", preferred_format=Format.EMAIL)
        assert offers.find_person(unit, "ben") == new
    assert (new.name, new.joined) == ("Ben Hartley", date(2026, 11, 23))


def test_skill_of_nobody_is_refused(hall):
    with acting(hall, hall.steward) as unit, pytest.raises(NotFound, match="There is no person “nobody”"):
        actions.add_skill(unit, "nobody", "till", "Gives change")


def test_names_that_were_read_are_noted_for_papers_but_not_for_counting(hall, keyboard):
    with hall.store.unit(keyboard, writing=False) as unit:
        offers.for_counting(unit)
        assert unit.named == set()
        offers.names_of(unit, [hall.rosa])
        assert unit.named == {hall.rosa}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(min_value=0, max_value=40)))
def test_no_union_of_shown_groups_tells_of_fewer_than_ten(counts):
    total = sum(counts.values())
    shown = list(shown_groups(counts).items())
    for chosen in range(1, 2 ** len(shown)):
        inside = sum(people for place, (_, people) in enumerate(shown) if chosen >> place & 1)
        assert inside >= 10
        assert total - inside == 0 or total - inside >= 10


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"screen": 40, "letter": 15, "audio": 5}, {"screen": 40}),
        ({"screen": 40, "letter": 15, "audio": 5, "call": 6}, {"screen": 40, "letter": 15}),
        ({"screen": 30, "letter": 9}, {}),
        ({"screen": 30}, {}),
        ({"screen": 10, "letter": 10}, {"screen": 10, "letter": 10}),
        ({}, {}),
    ],
)
def test_group_is_shown_where_subtraction_tells_of_nobody(counts, shown):
    assert shown_groups(counts) == shown


def test_summary_counts_a_quarter_and_hides_the_words_of_one():
    quarter = Period.quarter(date(2026, 11, 23))
    people = [Person(id=f"p{n}", name="Somebody", joined=date(2026, 9 + n % 2, 30)) for n in range(4)]
    later = Person(id="late", name="Somebody", joined=date(2027, 1, 1))
    skill = Skill(id="s1", person="p1", key="till", words="Gives change", since=date(2026, 1, 1))
    skills = [
        skill,
        attrs.evolve(skill, id="s2", person="p2"),
        attrs.evolve(skill, id="s3", key="key_holder", words="Hers"),
    ]
    given_now = Certificate(
        id="c1",
        person="p1",
        kind="food",
        title="Food",
        first_day=date(2026, 10, 1),
        last_day=date(2027, 2, 1),
        awarded_by="training",
    )
    old = attrs.evolve(given_now, id="c2", first_day=date(2024, 1, 1), last_day=date(2028, 1, 1))
    over = attrs.evolve(given_now, id="c3", first_day=date(2023, 1, 1), last_day=date(2026, 12, 30))
    summary = sum_up(quarter, [*people, later], skills, [given_now, old, over])
    assert (summary.people, summary.joined, summary.given, summary.formats) == (4, 2, 1, ())
    assert summary.skills == (SkillCount(words="Gives change", people=2), SkillCount(words="Key holder", people=1))
    assert summary.certificates == (CertificateCount(title="Food", holding=2, running_out=1),)


def test_name_that_could_be_two_is_refused_and_lists_them(hall):
    with acting(hall, hall.steward) as unit:
        actions.add_person(unit, "Nia Bell")
        with pytest.raises(BadInput, match="“nia” could be Nia Bell, Nia Castell"):
            offers.find_person(unit, "nia")
