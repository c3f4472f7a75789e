"""Served copies of the demo for the walks of a test process: as a demo, and as an enterprise that is none."""

import pytest

from alongside.testing.demo import copy_demo
from alongside.testing.pages.serving import served

from .at_home import home_place
from .place import demo_place


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("walks") / "demo"
    copy_demo(demo, home)
    with served(home) as serving, demo_place(home, serving.address) as found:
        yield found


@pytest.fixture(scope="module")
def at_home(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("walks") / "home"
    copy_demo(demo, home)
    with home_place(home) as found:
        yield found


@pytest.fixture
def place_of(request):
    """A function that says where a walk is walked; each place is served once it is asked for."""
    return lambda walk: request.getfixturevalue("at_home" if walk.at_home else "place")
