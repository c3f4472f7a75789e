"""Home: a member lands on her week, those who run something on tiles; a tile that fails is told."""

import textwrap

import pytest
import sqlalchemy as sa

from alongside.display import Edition, Said
from alongside.enterprise.roles import Role
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.home import pages
from alongside.house.hosting import Hosting
from alongside.house.opening import open_house
from alongside.people import offers as people
from alongside.plugin import Lazy, OpenTo, Part, Tile
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.gathering import gather, waiting
from alongside.web.glance import Glance, Note
from alongside.web.visit import Visit, Visitor

WHO = {"steward": "Nia Castell", "manager": "Marcus Bell", "member": "Sam Whitlock", "trustee": "Sunita Rao"}
SEEN = {
    "steward": {"Your day", "The rota", "The studio", "Courses", "Decisions", "What we decided", "News for you"}
    | {"Messages", "Reports", "What has changed", "Backups", "Tomorrow on paper", "What we promise"}
    | {"Is this a job?", "Who is ready", "Days off"},
    "manager": {"Your day", "The rota", "The studio", "Decisions", "What we decided", "News for you"}
    | {"Tomorrow on paper", "Is this a job?", "Who is ready", "Days off"},
    "trustee": {"What we decided", "Reports", "What has changed"},
}
MOST_QUERIES = {"steward": 121, "manager": 80, "trustee": 38}


@pytest.fixture(scope="module")
def house(demo):
    house = open_house(demo, core_parts(), find_plugins())
    yield house
    house.close()


def visited(house, name, do, *, edition=Edition.STANDARD, extra=()):
    """Do something as a person, on the page that shows her tiles."""
    with house.reading() as unit:
        person = people.find_person(unit, name)
    host = Hosting(house)
    host.parts = (*host.parts, *extra)
    with house.store.unit(Actor.person(person.id, person.name), writing=False) as unit:
        visit = Visit(
            host=host,
            unit=unit,
            visitor=Visitor(unit.actor, person.name),
            part="home",
            edition=edition,
            zone="Europe/London",
            today=house.today(),
        )
        return do(visit)


@pytest.mark.parametrize(("group", "path"), [("member", "/week"), ("steward", "/today"), ("trustee", "/today")])
def test_everybody_lands_where_her_day_begins(house, group, path):
    assert visited(house, WHO[group], pages.land) == GoTo(path)


@pytest.mark.parametrize("group", SEEN)
def test_each_sees_the_tiles_of_what_she_runs_and_no_others(house, group):
    shown = visited(house, WHO[group], gather)
    assert {one.title for one in shown} <= SEEN[group]
    assert {one.title for one in shown} >= SEEN[group] - {"Your day", "Decisions", "News for you", "Messages"}
    assert all(one.glance for one in shown)


def test_managers_see_their_own_businesses_alone(house):
    of_marcus = {one.business for one in visited(house, "Marcus Bell", gather)}
    of_dev = {one.business for one in visited(house, "Dev Chaudhary", gather)}
    assert of_marcus == {"", "Tideline Café", "Tideline Sound"}
    assert of_dev == {"", "Tideline Learning"}


def test_own_day_comes_first_then_what_waits_then_the_rest(house):
    ranks = [one.rank for one in visited(house, WHO["steward"], gather)]
    assert ranks == sorted(ranks)
    assert set(ranks) >= {1, 2}


def test_a_vote_waits_on_the_week_before_what_a_business_asks(house, monkeypatch):
    asks = Glance([Note(Said("Can you come?"), "open")], Said("Say yes or no"), "/asked", waits=True)
    monkeypatch.setattr("alongside_cafe.tiles.asked", lambda _visit: asks)
    titles = [one.title for one in visited(house, WHO["member"], waiting)]
    assert (titles[0], titles[-1]) == ("Decisions", "What I am asked")


@pytest.mark.parametrize("group", SEEN)
def test_page_asks_the_database_few_things(house, group):
    asked = []

    def note(*facts):
        asked.append(facts[2])

    sa.event.listen(house.store.engine, "before_cursor_execute", note)
    try:
        visited(house, WHO[group], gather)
    finally:
        sa.event.remove(house.store.engine, "before_cursor_execute", note)
    assert len(asked) <= MOST_QUERIES[group]


@pytest.mark.parametrize("group", SEEN)
def test_easy_read_of_the_page_reads_easily(house, group):
    def shown(visit):
        html = house.display.render("home", pages.today(visit), edition=Edition.EASY)
        return easy_read_faults(html)

    assert visited(house, WHO[group], shown, edition=Edition.EASY) == []


# --- tiles that are not as they should be


TOY = """
    from alongside.display import Said as _
    from alongside.web.glance import Glance, Note

    def raises(visit):
        visit.unit.question("no query at all")

    def strange(visit):
        return "Three loaves are open."

    def forbidden(visit):
        raise AssertionError("somebody without the permission was shown it")

    def right(visit):
        return Glance([Note(_("**{n}** loaves.", n="3"), "no such picture")], _("See them"), "/loaves")
"""


@pytest.fixture
def toy(tmp_path, monkeypatch):
    package = tmp_path / "toy_tiles"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "tiles.py").write_text(textwrap.dedent(TOY))
    monkeypatch.syspath_prepend(tmp_path)
    names = {
        "raises": OpenTo.SIGNED_IN,
        "strange": OpenTo.SIGNED_IN,
        "forbidden": "bake",
        "right": OpenTo.SIGNED_IN,
    }
    tiles = tuple(Tile(name, needs=needs, show=Lazy(f"tiles:{name}")) for name, needs in names.items())
    return Part(name="toy", title="Toys", picture="bread", package="toy_tiles", permissions=("bake",), tiles=tiles)


def test_tile_that_fails_is_a_sentence_and_the_others_stand(house, toy, monkeypatch, caplog):
    def page(visit):
        return house.display.render("home", pages.today(visit))

    monkeypatch.setitem(house.display.parts, "toy", "toy_tiles")
    shown = {one.title: one for one in visited(house, "Marcus Bell", gather, extra=(toy,))}
    assert shown["raises"].glance is None
    assert shown["strange"].glance is None
    assert shown["raises"].reference in caplog.text
    assert "forbidden" not in shown
    assert shown["right"].glance == Glance(
        [Note(Said("**{n}** loaves.", n="3"), "no such picture")], Said("See them"), "/loaves"
    )
    html = visited(house, "Marcus Bell", page, extra=(toy,))
    assert html.count("This part of “Toys” could not be shown.") == 2
    for words in ("<strong>3</strong> loaves.", "Tideline Café", 'href="/loaves"'):
        assert words in html


@pytest.mark.parametrize("notes", [0, 6])
def test_glance_has_a_few_sentences(notes):
    with pytest.raises(ValueError, match="from 1 to 5"):
        Glance([Note(Said("One."))] * notes, Said("See"), "/x")


def test_who_runs_something_may_see_the_page_and_members_may_not():
    from alongside.enterprise.roles import ALLOWANCES

    may = {role for role, allowed in ALLOWANCES.items() if {"home.see", "*"} & set(allowed.everywhere)}
    assert may == {Role.STEWARD, Role.MANAGER, Role.TRUSTEE}
