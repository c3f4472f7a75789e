"""Plugins come and go, and some are broken: everything else keeps working, and nothing is lost."""

import textwrap

import pytest

from alongside.display import Edition
from alongside.house.doctor import examine_house
from alongside.house.finding import Found, LeftOut, find_plugins
from alongside.house.hosting import Hosting
from alongside.house.reporting import write_report
from alongside.instants import Period
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"

BROKEN = """
from alongside.api import Chapter, Lazy, Page, Plugin, hook

@hook
def alongside_plugin():
    return Plugin(
        name="harbourstall", title="The kiosk", picture="shop", package=__name__, api=(1, 0), permissions=("see",),
        pages=(Page("/stock", "Stock", "shop", needs="see", show=Lazy("rooms:stock")),),
        chapters=(Chapter("The kiosk", Lazy("rooms:write")),),
    )
"""
ROOMS = """
def stock(visit):
    raise ZeroDivisionError("no stock")

def write(unit, period):
    raise KeyError("no period")
"""


@pytest.fixture
def kiosk(tmp_path, monkeypatch):
    """A plugin whose page and chapter raise."""
    folder = tmp_path / "plugins" / "harbourstall"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(textwrap.dedent(BROKEN))
    (folder / "rooms.py").write_text(textwrap.dedent(ROOMS))
    monkeypatch.syspath_prepend(str(folder.parent))
    return "harbourstall"


def installed(*names):
    return {plugin.name: plugin.package for plugin in find_plugins().plugins if plugin.name in names}


def report_html(house, edition=Edition.STANDARD):
    with house.store.unit(Actor.keyboard(), writing=False) as unit:
        period = Period(house.today().replace(month=9, day=1), house.today())
        return write_report(unit, house.parts, house.display, period, edition).html


def steward_of(house):
    return house.actor(None).id


def visiting(house):
    client = Browser(build(Hosting(house)), address=ADDRESS)
    client.headers["origin"] = ADDRESS
    client.come_in_as(house.store, steward_of(house))
    return client


def words_of_doctor(house):
    return [finding.words for finding in examine_house(house)]


def test_without_the_cafe_everything_else_runs_and_its_data_stays(own_demo, opened):
    with_cafe = opened(own_demo)
    cafe = with_cafe.business("cafe", None)
    rows = count(with_cafe, "cafe_assignment")
    house = opened(own_demo, Found(find_plugins(installed("studio", "training")).plugins, ()))
    assert "The plugin “cafe” is not installed; its data is kept until it comes back." in words_of_doctor(house)
    with visiting(house) as client:
        assert client.get("/people").status_code == 200
        assert client.get(f"/business/{cafe.slug}").status_code == 200
        assert client.get(f"/cafe/{cafe.slug}/rota").status_code == 404
    assert "The café" not in report_html(house)
    assert count(house, "cafe_assignment") == rows > 0
    assert "places" in report_html(opened(own_demo))


def test_page_and_chapter_that_raise_are_named_and_break_nothing_else(own_demo, opened, kiosk):
    found = find_plugins({**installed("cafe", "studio", "training"), kiosk: kiosk})
    house = opened(own_demo, found)
    with house.store.unit(Actor.keyboard()) as unit:
        from alongside.enterprise import offers as enterprise

        business = enterprise.add_business(unit, "Harbour Kiosk", kiosk)
    with visiting(house) as client:
        failed = client.get(f"/{kiosk}/{business.slug}/stock")
        assert failed.status_code == 500
        assert "The kiosk" in failed.text
        assert "ZeroDivisionError" not in failed.text
        assert client.get("/people").status_code == 200
    html = report_html(house)
    assert "The kiosk" in html
    assert "KeyError" not in html
    assert "Work" in html


def test_description_that_raises_is_named_and_left_out(own_demo, opened, tmp_path, monkeypatch):
    folder = tmp_path / "plugins" / "wharf"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError('half written')\n")
    monkeypatch.syspath_prepend(str(folder.parent))
    house = opened(own_demo, find_plugins({**installed("cafe"), "wharf": "wharf"}))
    assert [one.name for one in house.left_out] == ["wharf"]
    assert any("“wharf” is left out" in words and "half written" in words for words in words_of_doctor(house))
    with visiting(house) as client:
        page = client.get("/enterprise")
        assert page.status_code == 200
        assert "wharf" in page.text


def test_safe_start_leaves_every_plugin_out(demo, command):
    done = command("--safe", "doctor", home=demo)
    assert "“cafe” is not installed" in done.stdout
    assert done.returncode == 1


def test_second_cafe_is_a_row_and_keeps_apart(own_demo, opened):
    from alongside.enterprise import offers as enterprise

    house = opened(own_demo)
    with house.store.unit(Actor.keyboard()) as unit:
        second = enterprise.add_business(unit, "Pier Café", "cafe")
        first = enterprise.businesses(unit, "cafe")[0]
    with visiting(house) as client:
        here = client.get(f"/cafe/{second.slug}/rota")
        assert here.status_code == 200
        assert "Pier Café" in here.text
        assert client.get(f"/cafe/{first.slug}/rota").status_code == 200


def count(house, table):
    import sqlalchemy as sa

    with house.reading() as unit:
        return unit.question(sa.select(sa.func.count()).select_from(sa.table(table)))[0][0]


def test_left_out_plugins_are_told_with_their_reason():
    found = find_plugins({"nowhere": "no_such_module_here"})
    assert found.plugins == ()
    assert found.left_out == (
        LeftOut("nowhere", "It could not be loaded: ModuleNotFoundError: No module named 'no_such_module_here'."),
    )


@pytest.mark.proof
def test_plugin_that_is_switched_off_is_met_nowhere_and_comes_back_whole(own_demo, opened, command):
    house = opened(own_demo)
    cafe = house.business("cafe", None)
    assert command("enterprise", "plugin-off", "cafe", home=own_demo).returncode == 0
    with visiting(house) as client:
        assert client.get(f"/cafe/{cafe.slug}/rota").status_code == 404
        assert f"/cafe/{cafe.slug}" not in client.get("/people").text
    assert "Places that stayed open" not in report_html(house)
    refused = command("cafe", "rota", "--from", "2026-11-30", home=own_demo)
    assert (refused.returncode, "“cafe” is switched off" in refused.stderr) == (2, True)
    assert command("enterprise", "plugin-on", "cafe", home=own_demo).returncode == 0
    with visiting(house) as client:
        assert client.get(f"/cafe/{cafe.slug}/rota").status_code == 200
