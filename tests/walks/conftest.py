"""One served copy of the demo for the walks of a test process."""

import shutil

import pytest

from alongside.testing.pages.serving import served

from .place import Place


@pytest.fixture(scope="module")
def place(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("walks") / "demo"
    shutil.copytree(demo, home)
    with served(home) as serving:
        found = Place(home, serving.address)
        yield found
        found.house.close()
