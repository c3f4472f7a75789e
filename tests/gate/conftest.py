"""The places where every route can be looked at: met on a walk through the demo, or written down with a reason."""

import pytest

from .examples import places


@pytest.fixture(scope="session")
def met(crawl, served_house):
    return places(crawl, served_house)
