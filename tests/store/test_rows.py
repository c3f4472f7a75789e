"""Values go into the database and come back the same, on both databases."""

from datetime import UTC, date, datetime, time
from enum import Enum

import attrs
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.store import Rows, Store
from alongside.store import columns as c


class Wood(Enum):
    ASH = "ash"
    ELM = "elm"


@attrs.frozen
class Hour:
    weekday: int
    opens: time
    closes: time | None = None


@attrs.frozen(kw_only=True)
class Wish:
    day: date
    woods: frozenset[Wood]
    hours: tuple[Hour, ...]
    said: str | None = None


@attrs.frozen(kw_only=True)
class Drawer:
    id: str
    label: str
    wood: Wood
    spare_wood: Wood | None
    many: int
    price: int
    made: date
    mended: date | None
    opens: time
    checked: datetime
    lost: datetime | None
    locked: bool
    wishes: tuple[Wish, ...]
    first_wish: Wish | None
    names: frozenset[str]
    by_name: dict[str, int]
    version: int = 1


_metadata = sa.MetaData()
DRAWER = sa.Table(
    "toy_drawer",
    _metadata,
    c.key(),
    c.text("label"),
    c.text("wood"),
    c.text("spare_wood", nullable=True),
    c.whole("many"),
    c.pence("price"),
    c.day("made"),
    c.day("mended", nullable=True),
    c.clock("opens"),
    c.instant("checked"),
    c.instant("lost", nullable=True),
    c.yes("locked"),
    c.json("wishes"),
    c.json("first_wish", nullable=True),
    c.json("names"),
    c.json("by_name"),
    c.version(),
)
DRAWERS = Rows(Drawer, DRAWER, called="drawer")

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
WHOLE = st.integers(-(2**31), 2**31 - 1)
WOODS = st.sampled_from(Wood)
INSTANTS = st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - bounds are naive
HOURS = st.builds(Hour, st.integers(0, 6), st.times(), st.none() | st.times())
WISHES = st.builds(
    Wish,
    day=st.dates(),
    woods=st.frozensets(WOODS),
    hours=st.lists(HOURS, max_size=3).map(tuple),
    said=st.none() | TEXT,
)
VALUES = st.builds(
    Drawer,
    id=st.uuids().map(str),
    label=TEXT,
    wood=WOODS,
    spare_wood=st.none() | WOODS,
    many=WHOLE,
    price=WHOLE,
    made=st.dates(),
    mended=st.none() | st.dates(),
    opens=st.times(),
    checked=INSTANTS,
    lost=st.none() | INSTANTS,
    locked=st.booleans(),
    wishes=st.lists(WISHES, max_size=2).map(tuple),
    first_wish=st.none() | WISHES,
    names=st.frozensets(TEXT, max_size=3),
    by_name=st.dictionaries(TEXT, WHOLE, max_size=3),
    version=st.integers(1, 9),
)


@pytest.fixture
def drawers(databases, engine_name):
    store = Store(databases.empty(engine_name))
    _metadata.create_all(store.engine)
    yield store
    store.close()


def written_and_read(store, value):
    """Return what the database makes of a value; it is not kept."""
    with store.engine.connect() as connection:
        connection.execute(sa.insert(DRAWER).values(DRAWERS.to_row(value)))
        return DRAWERS.from_row(connection.execute(sa.select(DRAWER)).mappings().one())


# What is written is undone each time, so one database serves every example.
ONE_DATABASE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(ONE_DATABASE, max_examples=80)
@given(value=VALUES)
def test_value_of_every_kind_of_column_comes_back_the_same(drawers, value):
    again = written_and_read(drawers, value)
    # An hour that clocks jumped over equals nothing in another zone, so UTC is what is compared.
    lost = value.lost and value.lost.astimezone(UTC)
    assert again == attrs.evolve(value, checked=value.checked.astimezone(UTC), lost=lost)
    assert again.checked.tzinfo is UTC
    assert {field.name: type(getattr(again, field.name)) for field in attrs.fields(Drawer)} == {
        field.name: type(getattr(value, field.name)) for field in attrs.fields(Drawer)
    }


@settings(max_examples=40, deadline=None)
@given(value=VALUES)
def test_equal_sets_are_equal_in_the_row(value):
    turned = attrs.evolve(value, names=frozenset(sorted(value.names, reverse=True)))
    assert repr(DRAWERS.to_row(turned)["names"]) == repr(DRAWERS.to_row(value)["names"])


@settings(ONE_DATABASE, max_examples=5)
@given(value=VALUES)
def test_naive_datetime_is_refused_before_it_is_written(drawers, value):
    naive = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - the very thing that is refused
    with pytest.raises(sa.exc.StatementError, match="has no time zone, so it names no instant"):
        written_and_read(drawers, attrs.evolve(value, checked=naive))


def test_rows_about_a_column_that_is_not_there_are_refused():
    with pytest.raises(ValueError, match="toy_drawer has no column 'owner' that could say whose row it is"):
        Rows(Drawer, DRAWER, called="drawer", about="owner")
