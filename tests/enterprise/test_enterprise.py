from datetime import date
from functools import partial

import pytest

from alongside.display.texts import OWN_WORDS
from alongside.enterprise import actions, commands, offers
from alongside.enterprise.business import Business, slug_of
from alongside.enterprise.enterprise import TERMS, Enterprise
from alongside.enterprise.roles import Role
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor

PERMISSIONS = {"enterprise": ("see", "change"), "people": ("see",), "cafe": ("see", "plan")}
TODAY = date(2026, 11, 23)


@pytest.fixture
def group(store, keyboard):
    """A steward called nia, a member called dan, and a café; rights are read from roles."""
    store.rights = partial(offers.rights_of, permissions_by_part=PERMISSIONS)
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        for person in ("nia", "dan"):
            unit.add(PEOPLE, Person(id=person, name=person.capitalize(), joined=TODAY))
        offers.note_plugin(unit, "cafe")
        offers.add_business(unit, "Tideline Café", "cafe", opened=TODAY)
        offers.give_role(unit, "nia", "steward")
        offers.give_role(unit, "dan", "member")
    return store


def acting(store, person):
    return store.unit(Actor.person(person, person.capitalize()))


def test_terms_are_those_that_texts_ask_for():
    assert set(TERMS) == set(OWN_WORDS)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "the enterprise has no name"),
        ({"name": "A", "zone": "Mars/Base"}, "“Mars/Base” is no time zone"),
        ({"name": "A", "words": {"boss": "lead"}}, "“boss” is no term with a word of your own"),
    ],
)
def test_enterprise_that_cannot_be_is_refused(wrong, said):
    with pytest.raises(BadInput, match=said):
        Enterprise(**wrong)


def test_slug_is_made_from_the_name_and_is_never_taken():
    assert slug_of("Tideline Café") == "tideline-cafe"
    assert slug_of("Tideline Café!", {"tideline-cafe", "tideline-cafe-2"}) == "tideline-cafe-3"
    assert slug_of("喫茶店") == "business"


def test_business_closed_before_it_opened_is_refused():
    with pytest.raises(BadInput, match="the business closes on 2026-11-22, before it opened on 2026-11-23"):
        Business(id="b", slug="b", name="B", opened=TODAY, closed=date(2026, 11, 22))


def test_member_sees_the_enterprise_and_changes_nothing(group):
    with acting(group, "dan") as unit:
        assert actions.look(unit).enterprise.name == "Tideline Together"
        for change in (
            partial(actions.choose_words, unit, {"member": "friend"}),
            partial(actions.open_business, unit, "Mine", ""),
            partial(actions.close_business, unit, "tideline-cafe", TODAY),
            partial(actions.switch_plugin, unit, "cafe", on=False),
            partial(actions.give_role, unit, "dan", Role.STEWARD),
            partial(actions.end_role, unit, "nia", Role.STEWARD),
        ):
            with pytest.raises(NotAllowed):
                change()


def test_word_chosen_is_kept_and_an_empty_one_goes_back(group):
    with acting(group, "nia") as unit:
        actions.choose_words(unit, {"member": " friend ", "supporter": ""})
        assert offers.words(unit) == {"member": "friend"}
        actions.choose_words(unit, {"member": ""})
        assert offers.words(unit) == {}


def test_role_gives_rights_from_today_and_nothing_once_ended(group):
    with acting(group, "nia") as unit:
        actions.give_role(unit, "dan", Role.MANAGER, "tideline-cafe")
    with acting(group, "dan") as unit:
        (cafe,) = offers.businesses(unit, "cafe")
        assert (unit.may("cafe.plan", cafe.id), unit.may("cafe.plan")) == (True, False)
    with acting(group, "nia") as unit:
        actions.end_role(unit, "dan", Role.MANAGER, "tideline-cafe")
    with acting(group, "dan") as unit:
        assert not unit.may("cafe.plan", cafe.id)
        assert offers.people_with(unit, "manager", cafe.id) == []


def test_role_given_twice_is_one(group):
    with acting(group, "nia") as unit:
        assert actions.give_role(unit, "dan", Role.TELLER) == actions.give_role(unit, "dan", Role.TELLER)
        assert offers.people_with(unit, Role.TELLER) == ["dan"]


def test_last_steward_stays_and_the_first_is_the_folders(group):
    with acting(group, "nia") as unit:
        with pytest.raises(BadInput, match="this is the last steward"):
            actions.end_role(unit, "nia", Role.STEWARD)
        offers.give_role(unit, "dan", Role.STEWARD, first_day=date(2026, 1, 1))
        assert offers.steward(unit) == "dan"
        actions.end_role(unit, "dan", Role.STEWARD)
        assert offers.steward(unit) == "nia"


def test_role_nobody_gave_cannot_be_ended(group):
    with acting(group, "nia") as unit, pytest.raises(BadInput, match="this person is not teller"):
        actions.end_role(unit, "dan", Role.TELLER)


def test_business_of_a_kind_that_nobody_runs_is_refused(group):
    with acting(group, "nia") as unit:
        actions.open_business(unit, "Catering", "")
        with pytest.raises(BadInput, match="no plugin here runs “bakery”. Kinds: cafe."):
            actions.open_business(unit, "Bread", "bakery")


def test_business_closed_is_gone_the_day_after_and_stays_on_record(group):
    with acting(group, "nia") as unit:
        actions.close_business(unit, "tideline-cafe", TODAY)
        assert [one.slug for one in offers.businesses(unit)] == ["tideline-cafe"]
        offers.close_business(unit, offers.business_by_slug(unit, "cafe", "tideline-cafe"), TODAY)
    with group.unit(Actor.keyboard()) as unit:
        unit.now = unit.now.replace(day=24)
        assert offers.businesses(unit) == []
        assert [one.closed for one in offers.all_businesses(unit)] == [TODAY]
        with pytest.raises(NotFound, match="There is no business “tideline-cafe”. There is none yet."):
            offers.business_by_slug(unit, None, "tideline-cafe")


def test_plugin_switched_off_says_since_when(group):
    with acting(group, "nia") as unit:
        actions.switch_plugin(unit, "cafe", on=False)
        (row,) = offers.plugins(unit)
        assert (row.switched_on, row.since) == (False, unit.now)
        with pytest.raises(NotFound, match="There is no plugin “studio”. There are: cafe."):
            actions.switch_plugin(unit, "studio", on=True)


def test_paper_of_the_same_name_replaces_the_one_before(group, keyboard):
    with group.unit(keyboard) as unit:
        offers.note_paper(unit, "wall.pdf", "old", ["nia"])
        offers.note_paper(unit, "wall.pdf", "new", ["dan", "dan"])
        assert offers.papers_naming(unit, "nia") == []
        (paper,) = offers.papers_naming(unit, "dan")
        assert (paper.digest, paper.names) == ("new", ("dan",))
        offers.mark_papers(unit, "dan")
        for marked in offers.papers_to_remove(unit):
            offers.forget_paper(unit, marked)
        assert offers.papers_to_remove(unit) == []


def test_paper_outside_its_folder_is_refused(group, keyboard):
    with group.unit(keyboard) as unit, pytest.raises(BadInput, match="“../wall.pdf” is no name for a paper"):
        offers.note_paper(unit, "../wall.pdf", "x", [])


class Opened:
    """An enterprise's folder, as a desk sees it."""

    def __init__(self, store):
        self.store = store

    def actor(self, name):
        return Actor.person(name, name.capitalize()) if name else Actor.keyboard()

    def zone(self):
        return "Europe/London"

    def today(self):
        return date(2026, 11, 23)


def test_commands_say_what_they_did(group, capsys):
    from alongside.cli import Desk

    desk = Desk(lambda: Opened(group))
    commands.role_give(desk, "dan", "manager", "tideline-cafe")
    commands.business_add(desk, "Tideline Catering", "", "shop", None)
    commands.plugin_off(desk, "cafe")
    commands.words_set(desk, "supporter", "helper")
    commands.show(desk)
    assert capsys.readouterr().out.splitlines() == [
        "Dan is manager of tideline-cafe since 2026-11-23.",
        "Tideline Catering is open, as “tideline-catering”.",
        "cafe is switched off.",
        "We say “helper” for supporter.",
        "Tideline Together (Europe/London)",
        "",
        "Businesses",
        "  Tideline Café (tideline-cafe, cafe), open since 2026-11-23",
        "  Tideline Catering (tideline-catering, no plugin), open since 2026-11-23",
        "",
        "Plugins",
        "  cafe: off",
        "",
        "Roles, and how many hold them",
        "  steward: 1",
        "  manager of Tideline Café: 1",
        "  member: 1",
    ]


def test_business_with_an_unknown_picture_is_refused(group):
    from alongside.cli import Desk

    with pytest.raises(BadInput, match="there is no picture “dragon”"):
        commands.business_add(Desk(lambda: Opened(group)), "Lair", "", "dragon", None)


def test_businesses_stand_by_name_whatever_the_case_of_its_letters(store, keyboard):
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline")
        for name in ("Zinnia", "apple cart", "Bakery"):
            offers.add_business(unit, name)
        for found in (offers.businesses(unit), offers.all_businesses(unit)):
            assert [one.name for one in found] == ["apple cart", "Bakery", "Zinnia"]
