"""Many want one hour at the same moment. The control shows that the attack works where the guard is away."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from alongside.diary import offers
from alongside.diary.claim import Purpose, Taken, Wish
from alongside.diary.tables import CLAIM, CLAIMS
from alongside.testing.fixtures import NOON

HOUR = timedelta(hours=1)
RACERS = 12


def race(racers, run):
    """Run all at once; return what each came to, a value or what it raised."""
    start = threading.Barrier(racers, timeout=30)

    def one(number):
        start.wait()
        try:
            return run(number)
        except (Taken, sa.exc.DBAPIError) as lost:
            return lost

    with ThreadPoolExecutor(racers) as pool:
        return list(pool.map(one, range(racers)))


def overlaps(store):
    """How many pairs of active claims share time of one resource."""
    one, other = CLAIM.alias(), CLAIM.alias()
    same = (one.c.resource == other.c.resource) & (one.c.id < other.c.id) & one.c.active & other.c.active
    meet = (one.c.starts < other.c.ends) & (other.c.starts < one.c.ends)
    with store.engine.connect() as connection:
        return connection.execute(
            sa.select(sa.func.count()).select_from(one.join(other, same & meet))
        ).scalar_one()


@pytest.mark.parametrize("wanted", ["room", "rosa", "both"])
def test_of_twelve_who_want_one_hour_exactly_one_gets_it(store, keyboard, room, rosa, wanted):
    resources = {"room": [room], "rosa": [rosa], "both": [room, rosa]}[wanted]

    def run(number):
        starts = NOON + timedelta(minutes=5 * number)  # each overlaps all the others
        turned = resources if number % 2 else resources[::-1]
        wishes = [
            Wish(resource=one, starts=starts, ends=starts + HOUR, purpose=Purpose.WORK, label="") for one in turned
        ]
        with store.unit(keyboard) as unit:
            return offers.claim_all(unit, wishes)

    came_to = race(RACERS, run)
    assert [type(one) for one in came_to].count(list) == 1
    assert [type(one) for one in came_to].count(Taken) == RACERS - 1
    with store.unit(keyboard, writing=False) as unit:
        assert len(unit.find(CLAIMS, CLAIM.c.active)) == len(resources)


def look_then_insert(store, room, racers):
    """What a careless program does: look, and write afterwards. All look before any writes."""
    looked = threading.Barrier(racers, timeout=30)

    def run(number):
        with store.engine.connect() as plain, plain.begin():
            there = sa.select(sa.func.count()).where(
                CLAIM.c.active, CLAIM.c.starts < NOON + HOUR, CLAIM.c.ends > NOON
            )
            assert plain.execute(there).scalar_one() == 0
        looked.wait()
        with store.engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                connection.execute(sa.insert(CLAIM).values(_row(room, number)))
        return number

    return race(racers, run)


# Four are enough past the unit: on PostgreSQL each pair that meets there may wait a second to be told apart.
@pytest.mark.parametrize("racers", [4])
def test_database_itself_lets_one_of_many_careless_writers_through(store, room, racers):
    came_to = look_then_insert(store, room, racers)
    assert [isinstance(one, int) for one in came_to].count(True) == 1
    assert overlaps(store) == 0


@pytest.mark.parametrize("racers", [4])
def test_control_without_the_guard_the_same_writers_overlap(store, room, racers):
    _take_guard_away(store)
    came_to = look_then_insert(store, room, racers)
    assert came_to == list(range(racers))
    assert overlaps(store) == racers * (racers - 1) // 2


def _take_guard_away(store):
    statements = ["ALTER TABLE diary_claim DROP CONSTRAINT diary_claim_overlap"]
    if store.is_sqlite:
        statements = ["DROP TRIGGER diary_claim_insert_guard", "DROP TRIGGER diary_claim_update_guard"]
    with store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            for statement in statements:
                connection.exec_driver_sql(statement)


def _row(room, number):
    return {
        "id": f"c{number}",
        "resource": room,
        "purpose": "work",
        "label": "",
        "starts": NOON,
        "ends": NOON + HOUR,
        "zone": "Europe/London",
        "source": "",
        "active": True,
        "version": 1,
    }
