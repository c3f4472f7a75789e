from datetime import UTC, datetime, time

import attrs
import pytest
import sqlalchemy as sa

from alongside.store.audit import ENTRIES


@pytest.fixture
def painted(cups, cup_rows, cup, keyboard):
    """A cup that was added and painted three times: four entries in the chain."""
    with cups.unit(keyboard) as unit:
        latest = unit.add(cup_rows, cup)
    for colour in ("blue", "red", "white"):
        with cups.unit(keyboard) as unit:
            latest = unit.change(cup_rows, latest, colour=colour)
    return cups


def meddle(store, statement):
    with store.engine.begin() as connection:
        connection.execute(sa.text(statement))


def test_untouched_chain_holds(painted):
    verdict = painted.verify()
    assert (verdict.holds, verdict.sealed, verdict.waiting) == (True, 4, 0)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE store_audit SET change = '{}' WHERE position = 2", "The words of entry 2"),
        ("UPDATE store_audit SET actor = 'somebody' WHERE position = 3", "The facts of entry 3"),
        ("DELETE FROM store_audit WHERE position = 2", "Before entry 3"),
        ("UPDATE store_audit SET seal = 'x', change = '{}' WHERE position = 1", "The facts of entry 1"),
        ("UPDATE store_audit SET salt = '', change = 'another' WHERE position = 2", "The words of entry 2"),
    ],
)
def test_meddling_is_named_by_its_place(painted, statement, said):
    meddle(painted, statement)
    verdict = painted.verify()
    assert not verdict.holds
    assert verdict.faults[0].startswith(said)


def test_words_about_nobody_that_were_taken_out_are_missed(cups, cup_rows, cup, keyboard):
    about_nobody = attrs.evolve(cup_rows, about=None)
    with cups.unit(keyboard) as unit:
        unit.add(about_nobody, cup)
    meddle(cups, "UPDATE store_audit SET salt = '', change = ''")
    assert cups.verify().faults[0].startswith("The words of entry 1")


@pytest.mark.parametrize(("quiet", "times"), [(True, [time(0)]), (False, [time(19, 4, 5)])])
def test_quiet_row_leaves_the_day_and_neither_time_nor_words(cups, cup_rows, cup, keyboard, quiet, times):
    cups.clock = lambda: datetime(2026, 11, 23, 19, 4, 5, tzinfo=UTC)
    with cups.unit(keyboard) as unit:
        unit.add(attrs.evolve(cup_rows, quiet=quiet), cup)
    with cups.engine.connect() as connection:
        entries = connection.execute(sa.select(ENTRIES)).all()
    assert [entry.at.time() for entry in entries] == times
    assert ["green" in entry.change for entry in entries] == [not quiet]
    assert cups.verify().holds


def test_cut_end_shows_where_its_head_was_noted_and_not_otherwise(painted):
    noted = painted.verify().head
    assert painted.verify(noted).holds
    meddle(painted, "DELETE FROM store_audit WHERE position = 4")
    assert painted.verify().holds  # the control: nothing inside can tell
    assert painted.verify(noted).faults == (
        "The head that was noted is not in the trail: its end was cut off or written anew.",
    )


def test_forgetting_takes_the_words_and_leaves_the_chain(painted, keyboard):
    with painted.unit(keyboard) as unit:
        assert unit.forget("rosa") == 4
    assert painted.verify().holds
    with painted.engine.connect() as connection:
        words = connection.execute(sa.text("SELECT change FROM store_audit")).scalars().all()
    assert words == ["", "", "", ""]


def test_entry_left_unsealed_by_a_crash_is_sealed_by_the_next_unit(painted, cup_rows, keyboard):
    meddle(painted, "UPDATE store_audit SET position = NULL, chain = NULL WHERE position = 4")
    assert painted.verify().waiting == 1
    with painted.unit(keyboard) as unit:
        unit.change(cup_rows, unit.get(cup_rows, "c1"), colour="black")
    verdict = painted.verify()
    assert (verdict.holds, verdict.sealed, verdict.waiting) == (True, 5, 0)
