"""The places where every route can be looked at: met on a walk through the demo, or written down with a reason."""

import attrs
import pytest

from alongside.testing.demo import shared_folder
from alongside.testing.pages.mistakes import mistakes_once
from alongside.testing.pages.walking import NOBODY

from .examples import places


@pytest.fixture(scope="session")
def met(crawl, served_house):
    return places(crawl, served_house)


@pytest.fixture(scope="session")
def mistakes(demo, met, tmp_path_factory):
    """Every page that says what is wrong with what was sent to it, on the places that are written down as well."""
    signed_in = [one for one in met.places if not one.person.startswith(NOBODY)]
    with shared_folder(tmp_path_factory, "mistakes") as shared:
        return mistakes_once(shared / "mistakes.json", demo, attrs.evolve(met, places=signed_in))
