"""A toy table, so that the store is tested without any part."""

import attrs
import pytest
import sqlalchemy as sa

from alongside.store import Rows, Store
from alongside.store import columns as c
from alongside.store.audit import ENTRIES


@attrs.frozen(kw_only=True)
class Cup:
    id: str
    owner: str
    colour: str
    version: int = 1


_metadata = sa.MetaData()
CUP = sa.Table("toy_cup", _metadata, c.key(), c.text("owner"), c.text("colour"), c.version())
CUPS = Rows(Cup, CUP, called="cup", about="owner")


@pytest.fixture
def cups(databases, engine_name):
    """A store with nothing but the audit trail and cups."""
    store = Store(databases.empty(engine_name))
    ENTRIES.create(store.engine)
    _metadata.create_all(store.engine)
    yield store
    store.close()


@pytest.fixture
def cup_rows():
    return CUPS


@pytest.fixture
def cup():
    return Cup(id="c1", owner="rosa", colour="green")
