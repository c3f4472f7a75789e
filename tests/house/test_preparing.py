"""Opening an enterprise: one plugin that cannot do what it missed keeps nobody out."""

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import Found, find_plugins
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor

FORGETS = """
from alongside.api import Lazy, Plugin, hook

@hook
def alongside_plugin():
    return Plugin(name="kiosk", title="The kiosk", picture="shop", package=__name__, api=(1, 0),
                  reactions=Lazy("reactions"))
"""
CANNOT = """
from alongside.api import hook

@hook
def person_erased(unit, person):
    raise ZeroDivisionError("it cannot")
"""


def test_plugin_that_cannot_do_what_it_missed_keeps_its_duty_and_the_rest_opens(
    home, tmp_path, monkeypatch, capsys
):
    package = tmp_path / "plugins" / "kiosk"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(FORGETS)
    (package / "reactions.py").write_text(CANNOT)
    monkeypatch.syspath_prepend(str(package.parent))
    write_settings(home)
    house = open_house(home, core_parts(), Found((), ()))
    with house.store.unit(Actor.keyboard()) as unit:
        people.add_person(unit, Person(id="rosa", name="Rosa", joined=date(2026, 1, 5)))
        enterprise.add_duty(unit, "kiosk", "person_erased", "rosa")
    house.close()
    again = open_house(home, core_parts(), find_plugins({"kiosk": "kiosk"}))
    assert [plugin.name for plugin in again.plugins] == ["kiosk"]
    with again.reading() as unit:
        assert [duty.plugin for duty in enterprise.open_duties(unit)] == ["kiosk"]
    again.close()
    assert "“kiosk” could not do what it had missed" in capsys.readouterr().err
