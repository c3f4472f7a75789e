"""What is made ready beside the pages right after the start."""

import gc
import subprocess
import sys

import pytest

from alongside.house.warming import warm
from alongside.web.addresses import addresses_of


@pytest.fixture
def house(demo, opened):
    yield opened(demo)
    gc.unfreeze()


def test_every_template_of_every_part_is_ready(house):
    warm(house, lambda: False)
    ready = {name for _, name in house.display.environment.cache}
    assert ready == set(house.display.environment.list_templates(extensions=["html"]))
    assert {one.part.name for one in addresses_of(house.parts)} <= {name.partition("/")[0] for name in ready}


A_FIRST_PAGE = """
import sys
from datetime import time
from pathlib import Path

from alongside.display import Edition, Said
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.house.warming import warm
from alongside.store import Actor

house = open_house(Path(sys.argv[1]), core_parts(), find_plugins())
warm(house, lambda: False)
there = set(sys.modules)
with house.store.unit(Actor.keyboard("a test"), writing=False) as unit:
    unit.collect("kept_words")
for part in house.parts:
    house.display.sentences(part.name, [Said("A sentence.")], edition=Edition.EASY)
house.display.environment.globals["clock_face"](time(9))
print(*sorted(set(sys.modules) - there))
"""


def test_first_page_of_all_loads_nothing_any_more(demo):
    told = subprocess.run(
        [sys.executable, "-c", A_FIRST_PAGE, str(demo)], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []


def test_it_stops_between_two_steps_when_told_to(house):
    steps = iter([False, False, True])
    warm(house, lambda: next(steps))
    assert next(steps, None) is None
    assert gc.get_freeze_count() == 0


def test_page_with_a_fault_is_left_to_tell_it_itself(house, tmp_path, monkeypatch):
    broken = tmp_path / "broken.html"
    broken.write_text("{% if %}", encoding="utf-8")
    monkeypatch.setattr(house.display.environment.loader.mapping["web"], "searchpath", [str(tmp_path)])
    warm(house, lambda: False)
    assert all(name != "web/broken.html" for _, name in house.display.environment.cache)
