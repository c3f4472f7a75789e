import pytest
import sqlalchemy as sa


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
    ],
)
def test_meddling_is_named_by_its_place(painted, statement, said):
    meddle(painted, statement)
    verdict = painted.verify()
    assert not verdict.holds
    assert verdict.faults[0].startswith(said)


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
