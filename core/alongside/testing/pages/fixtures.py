"""Fixtures for tests of pages: the demo, a real browser, and the gate that every registered page goes through."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alongside.testing.demo import build_once, noon, shared_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alongside.house.opening import House
    from alongside.testing.pages.answered import Answered
    from alongside.testing.pages.crawling import Crawl
    from alongside.testing.pages.gate import Gate
    from alongside.testing.pages.serving import Served


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo that nobody changes. Test processes share it: the first to come builds it."""
    with shared_folder(tmp_path_factory, "demo") as shared:
        return build_once(shared / "demo")


# Not for the whole run: while it is open no test of the same process can run a loop of its own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real browser; without one the test is not run."""
    from alongside.testing.pages.chromium import chromium as opened

    with opened() as browser:
        yield browser


@pytest.fixture(scope="session")
def served_house(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A copy of the demo, opened here beside the program that serves it."""
    from alongside.house.core import core_parts
    from alongside.house.finding import find_plugins
    from alongside.house.opening import open_house

    home = tmp_path_factory.mktemp("served") / "demo"
    shutil.copytree(demo, home)
    house = open_house(home, core_parts(), find_plugins())
    house.store.clock = noon  # as for the program that serves it
    yield house
    house.close()


@pytest.fixture(scope="session")
def served_demo(served_house: House) -> Iterator[Served]:
    """The copy of the demo as the program itself serves it."""
    from alongside.testing.pages.serving import served

    with served(served_house.home) as serving:
        yield serving


@pytest.fixture(scope="module")
def served_own_demo(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the demo of a module's own, served; its tests may change what is in it."""
    from alongside.testing.pages.serving import served

    home = tmp_path_factory.mktemp("served") / "demo"
    shutil.copytree(demo, home)
    with served(home) as serving:
        yield serving


@pytest.fixture(scope="session")
def demo_people(demo: Path) -> Mapping[str, str]:
    """The ids of those whom the demo offers to look around as: member, manager, trustee and steward."""
    from alongside.house.settings import read_settings

    return read_settings(demo).look_as


@pytest.fixture(scope="session")
def crawl(served_house: House, served_demo: Served, tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """Where each route of the demo was met, and by whom. Test processes share what the first has met."""
    from alongside.testing.pages.gate import crawl_once

    with shared_folder(tmp_path_factory, "crawl") as shared:
        return crawl_once(shared / "crawl.json", served_house, served_demo.address)


@pytest.fixture(scope="session")
def mistakes(demo: Path, crawl: Crawl, tmp_path_factory: pytest.TempPathFactory) -> list[Answered]:
    """Every page that says what is wrong with what was sent to it. Test processes share them."""
    from alongside.testing.pages.mistakes import mistakes_once

    with shared_folder(tmp_path_factory, "mistakes") as shared:
        return mistakes_once(shared / "mistakes.json", demo, crawl)


@pytest.fixture(scope="module")
def gate(chromium: Browser, served_house: House, served_demo: Served, crawl: Crawl) -> Iterator[Gate]:
    """The gate, open for a module."""
    from alongside.testing.pages.gate import Gate

    opened = Gate(chromium, served_demo.address, crawl, served_house.settings.look_as["member"])
    yield opened
    opened.close()
