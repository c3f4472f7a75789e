"""The daily round of an enterprise: every part has its own, one that fails is named, nobody is told twice."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import date
from pathlib import Path

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house import daily, doctor
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import Settings
from alongside.jobs.once import of_day
from alongside.store import Actor
from alongside.testing.tables import all_lines

DAY = date(2026, 11, 23)
DESCRIBED = """
from alongside.api import Lazy, Plugin, hook

@hook
def alongside_plugin():
    return Plugin(name="{name}", title="The {name}", picture="shop", package=__name__, api=(1, 1),
                  reactions=Lazy("reactions"))
"""
COUNTS = """
from alongside.api import hook

TOLD = []

@hook
def daily_round(unit, day):
    TOLD.append((unit.actor.kind.value, str(day)))
"""
FAILS = COUNTS + "    raise ValueError('Rosa Fenn')\n"
NOT_LOADED = "1 / 0\n"


@pytest.fixture
def plugins(tmp_path, monkeypatch):
    """A function that puts plugins with those reactions on the path; it returns what was found of them."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))

    def put(**reactions):
        for name, source in reactions.items():
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(DESCRIBED.format(name=name))
            (folder / name / "reactions.py").write_text(source)
            made.append(name)
        return find_plugins({name: name for name in reactions})

    made = []
    yield put
    for name in made:  # another test may have a plugin of that name
        for module in (name, f"{name}.reactions"):
            sys.modules.pop(module, None)


@pytest.fixture
def house(databases, engine_name, tmp_path):
    """A function that opens an enterprise with those plugins; it is always the same day there."""
    opened = []
    url = databases.fresh(engine_name, all_lines())

    def open_it(found, set_up=True):
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        opened.append(House(Settings(home, url, DAY), core_parts(), found))
        prepare(opened[-1])
        with opened[-1].store.unit(Actor.keyboard()) as unit:
            if set_up:
                enterprise.set_up(unit, "Tideline Together")
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()


def told(name):
    return list(sys.modules[f"{name}.reactions"].TOLD)


def told_nobody(name):
    module = sys.modules.get(f"{name}.reactions")
    return module is None or module.TOLD == []


def by_name(house):
    return {came.who: came for came in daily.go_round(house)}


def test_everybody_is_told_once_and_one_that_fails_keeps_nobody_from_it(house, plugins):
    opened = house(plugins(stall=FAILS, allotment=COUNTS, perch=NOT_LOADED))
    came = by_name(opened)
    assert (came["allotment"].right, came["stall"].right, came["perch"].right) == (True, False, False)
    assert told("allotment") == told("stall") == [("daily_round", "2026-11-23")]
    again = by_name(opened)
    assert "allotment" not in again
    assert told("allotment") == [("daily_round", "2026-11-23")]
    assert len(told("stall")) == 2


def test_one_that_failed_stands_in_doctor_until_it_has_gone_well(house, plugins):
    opened = house(plugins(stall=FAILS))
    reference = by_name(opened)["stall"].words.rsplit(" ", 1)[1].rstrip(".")
    wrong = [finding.words for finding in doctor.examine_house(opened) if finding.right is False]
    assert any("“stall” failed on 23 November 2026" in words and reference in words for words in wrong)
    assert not any("Rosa" in words for words in wrong)
    sys.modules["stall.reactions"].daily_round.__code__ = (lambda unit, day: (unit, day)).__code__
    assert by_name(opened)["stall"].right
    said = [finding.words for finding in doctor.examine_house(opened)]
    assert "The daily round of today is done." in said


def test_doctor_says_that_no_round_has_been_done(house, plugins):
    notes = [finding.words for finding in doctor.examine_house(house(plugins())) if finding.right is None]
    assert any(words.startswith("The daily round has not been done yet.") for words in notes)


def test_plugin_that_is_switched_off_is_not_told(house, plugins):
    opened = house(plugins(allotment=COUNTS))
    with opened.store.unit(Actor.keyboard()) as unit:
        enterprise.note_plugin(unit, "allotment")
        enterprise.switch_plugin(unit, "allotment", on=False)
    assert "allotment" not in by_name(opened)


def test_enterprise_that_is_not_set_up_has_no_round(house, plugins):
    assert by_name(house(plugins(allotment=COUNTS), set_up=False)) == {}
    assert told_nobody("allotment")


def test_round_that_is_to_stop_stops_between_two_parts(house, plugins):
    opened = house(plugins(allotment=COUNTS, stall=COUNTS))
    assert len(list(daily.go_round(opened, lambda: True))) == 1


def test_command_says_who_did_what_and_does_nothing_twice(own_demo, command):
    first, second = (command("daily", "--json", home=own_demo) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    facts = json.loads(first.stdout)
    assert (facts["day"], facts["right"]) == ("2026-11-23", True)
    assert json.loads(second.stdout)["done"] == []
    assert "has been done before" in command("daily", home=own_demo).stdout


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_serving_does_the_round_beside_the_pages_and_ctrl_c_ends_both(own_demo, opened):
    (own_demo / "settings.toml").write_text("")  # no demo any more: its round of today is still to do
    port = free_port()
    program = [Path(sys.executable).with_name("alongside"), "--home", own_demo, "serve", "--port", str(port)]
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert f"http://127.0.0.1:{port}" in serving.stderr.readline()
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with browser.open(f"http://127.0.0.1:{port}/") as page:
                assert page.status == 200
            house = opened(own_demo)
            wanted = set(house.reactions.names("daily_round"))
            until = time.monotonic() + 60
            while not wanted <= done_in(house) and time.monotonic() < until:
                time.sleep(0.2)
            assert wanted <= done_in(house)
            serving.send_signal(signal.SIGINT)
            rest = serving.communicate(timeout=30)[1]
        finally:
            serving.kill()
    assert serving.returncode == 0
    assert not re.search(r"Traceback|Error", rest)


def done_in(house):
    today = house.today()
    with house.reading() as unit:
        return {name for name, one in of_day(unit, today).items() if not one.fault}


def test_doctor_names_a_yearly_rule_sixty_days_before_its_new_value_is_due(house, plugins, monkeypatch):
    opened = house(plugins())
    said = {}
    for day in (date(2027, 1, 30), date(2027, 1, 31)):
        monkeypatch.setattr(type(opened), "today", lambda _, day=day: day)
        said[day] = [one.words for one in doctor.examine_house(opened) if "(“uk.minimum-wage”)" in one.words]
    assert said[date(2027, 1, 30)] == []
    (sentence,) = said[date(2027, 1, 31)]
    assert sentence.startswith(
        "The minimum wage (“uk.minimum-wage”) changes on 1 April 2027, and its new value is not"
    )
