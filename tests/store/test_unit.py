import threading
import traceback

import attrs
import pytest
import sqlalchemy as sa

from alongside.refusal import NotAllowed, NotFound, SomebodyWasFaster
from alongside.store import Actor, Guarded, Store


def trail(store):
    with store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT action, kind, row, change FROM store_audit ORDER BY number"))
        return [tuple(row) for row in rows]


def test_value_added_comes_back_the_same(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        unit.add(cup_rows, cup)
    with cups.unit(keyboard, writing=False) as unit:
        assert unit.get(cup_rows, "c1") == cup


def test_unit_that_raises_leaves_neither_row_nor_trail(cups, cup_rows, cup, keyboard):
    with pytest.raises(ZeroDivisionError), cups.unit(keyboard) as unit:
        unit.add(cup_rows, cup)
        1 / 0  # noqa: B018 - anything that raises
    with cups.unit(keyboard, writing=False) as unit:
        assert unit.find(cup_rows) == []
    assert trail(cups) == []


def test_change_records_what_was_and_what_is(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        unit.change(cup_rows, unit.add(cup_rows, cup), colour="blue")
    assert trail(cups)[1] == ("changed", "toy_cup", "c1", '{"colour": ["green", "blue"], "version": [1, 2]}')


def test_change_of_an_old_version_is_refused_in_words(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        unit.change(cup_rows, unit.add(cup_rows, cup), colour="blue")
    with (
        pytest.raises(SomebodyWasFaster, match="Somebody else has just changed this cup"),
        cups.unit(keyboard) as unit,
    ):
        unit.change(cup_rows, cup, colour="red")


def test_fault_of_the_database_tells_no_value(cups, cup_rows, cup, keyboard):
    private = "@".join(("nia", "quill.example"))  # in pieces: a traceback shows lines of code
    other = attrs.evolve(cup, owner=private)
    with pytest.raises(Guarded) as held, cups.unit(keyboard) as unit:
        unit.add(cup_rows, cup)
        unit.add(cup_rows, other)
    with pytest.raises(sa.exc.SQLAlchemyError) as broken, cups.unit(keyboard) as unit:
        unit.question(sa.select(sa.func.no_such_function(private)))
    for fault in (held.value, broken.value):
        assert private not in "".join(traceback.format_exception(fault))


def test_missing_row_is_named(cups, cup_rows, keyboard):
    with pytest.raises(NotFound, match="There is no cup “c9”"), cups.unit(keyboard, writing=False) as unit:
        unit.get(cup_rows, "c9")


def test_person_without_rights_is_refused_and_her_own_row_is_not(databases, engine_name):
    rights = {"b1": frozenset({"cafe.plan"})}
    store = Store(databases.empty(engine_name), rights=lambda _: rights)
    with store.unit(Actor.person("rosa", "Rosa"), writing=False) as unit:
        unit.need("cafe.plan", "b1")
        unit.need("people.see", own="rosa")
        with pytest.raises(NotAllowed, match="Rosa may not do this: it needs “cafe.plan”"):
            unit.need("cafe.plan", "b2")
        with pytest.raises(NotAllowed):
            unit.need("cafe.plan")
    store.close()


def test_second_unit_in_one_thread_is_refused_rather_than_waiting_for_ever(cups, keyboard):
    with cups.unit(keyboard), pytest.raises(RuntimeError, match="open already"), cups.unit(keyboard):
        pass


def test_failing_question_kept_apart_leaves_the_rest_of_the_unit_usable(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        unit.add(cup_rows, cup)
        with pytest.raises(sa.exc.DBAPIError), unit.apart():
            unit.question(sa.select(sa.column("nothing")).select_from(sa.table("nowhere")))
        assert unit.get(cup_rows, "c1") == cup


def test_reading_unit_cannot_write(cups, cup_rows, cup, keyboard):
    with pytest.raises(RuntimeError, match="opened for reading"), cups.unit(keyboard, writing=False) as unit:
        unit.add(cup_rows, cup)


def test_writers_in_many_threads_all_get_their_turn(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        unit.add(cup_rows, cup)

    def paint():
        with cups.unit(keyboard) as unit:
            unit.lock(cup_rows, ["c1"])
            unit.change(cup_rows, unit.get(cup_rows, "c1"), colour="blue")

    threads = [threading.Thread(target=paint) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with cups.unit(keyboard, writing=False) as unit:
        assert unit.get(cup_rows, "c1").version == 9
    assert cups.verify().sealed == 9
