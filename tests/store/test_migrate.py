"""Migrations: lines of their own, nothing half done, and guards and references that outlive a change of table."""

import re
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.store import Store, migrate
from alongside.store.audit import ENTRIES
from alongside.store.migrate import Line, NewerThanThis, OutOfPlace

SHELF = """
op.create_table("core_shelf", sa.Column("id", sa.Text, primary_key=True), sa.Column("wood", sa.Text))
op.create_table("core_cup", sa.Column("id", sa.Text, primary_key=True),
                sa.Column("shelf", sa.Text, sa.ForeignKey("core_shelf.id", name="core_cup_shelf_fk")))
"""
WIDER = """
with op.batch_alter_table("core_shelf") as shelf:
    shelf.alter_column("wood", nullable=False)
"""
TEA = 'op.create_table("tea_leaf", sa.Column("id", sa.Text, primary_key=True))'
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {before}


def upgrade():
"""
NO_OAK = """CREATE TRIGGER IF NOT EXISTS core_no_oak BEFORE INSERT ON core_shelf
    WHEN NEW.wood = 'oak' BEGIN SELECT RAISE(ABORT, 'no oak'); END"""


@pytest.fixture
def bare(databases, engine_name):
    store = Store(databases.empty(engine_name))
    yield store
    store.close()


@pytest.fixture
def line(tmp_path):
    """Write a line's steps to files and return the line."""

    def written(name, *steps, guards=()):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for place, step in enumerate(steps, start=1):
            before = f'"{place - 1:04}"' if place > 1 else None
            body = "".join(f"    {text}\n" for text in step.strip().splitlines())
            head = STEP.format(number=f"{place:04}", before=before)
            (folder / f"{place:04}_step.py").write_text(head + body)
        return Line(name=name, folders=(folder,), guards=guards)

    return written


def tables(store):
    return set(sa.inspect(store.engine).get_table_names())


def run(store, *statements):
    with store.engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def test_lines_move_once_and_keep_versions_apart(bare, line):
    lines = [line("core", SHELF), line("tea", TEA)]
    assert migrate.migrate(bare, lines) == ["core", "tea"]
    assert migrate.migrate(bare, lines) == []
    assert {"alembic_version", "alembic_version_tea", "core_shelf", "tea_leaf"} <= tables(bare)


def test_core_moves_on_when_a_plugin_was_taken_away(bare, line):
    migrate.migrate(bare, [line("core", SHELF), line("tea", TEA)])
    assert migrate.migrate(bare, [line("core", SHELF, WIDER)]) == ["core"]
    assert migrate.migrate(bare, [line("core", SHELF, WIDER), line("tea", TEA)]) == []


def test_database_of_a_later_version_is_refused_in_words(bare, line):
    migrate.migrate(bare, [line("core", SHELF, WIDER)])
    older = line("earlier", SHELF)
    known = Line(name="core", folders=older.folders)
    with pytest.raises(NewerThanThis, match="“core” is at step 0002 there, and the last step known here is 0001"):
        migrate.migrate(bare, [known])


def test_plugin_table_under_a_strange_name_is_named_and_undone(bare, line):
    lines = [line("core", SHELF), line("tea", TEA.replace("tea_leaf", "people_leaf"))]
    with pytest.raises(OutOfPlace, match="“tea” made people_leaf; its tables must begin with “tea_”"):
        migrate.migrate(bare, lines)
    assert tables(bare) == {"alembic_version", "core_shelf", "core_cup"}


def test_step_that_raises_leaves_nothing_half_done(bare, line):
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(bare, [line("core", SHELF + "1 / 0")])
    assert tables(bare) == set()
    assert migrate.migrate(bare, [line("core", SHELF)]) == ["core"]


def test_change_of_table_keeps_rows_that_refer_to_it_and_guards(bare, line):
    guards = (NO_OAK,) if bare.is_sqlite else ()
    migrate.migrate(bare, [line("core", SHELF, guards=guards)])
    run(bare, "INSERT INTO core_shelf VALUES ('s1', 'ash')", "INSERT INTO core_cup VALUES ('c1', 's1')")
    migrate.migrate(bare, [line("core", SHELF, WIDER, guards=guards)])
    with bare.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT id, shelf FROM core_cup")).all() == [("c1", "s1")]
    with pytest.raises(sa.exc.IntegrityError, match="(?i)foreign key"):
        run(bare, "DELETE FROM core_shelf")
    if bare.is_sqlite:
        with pytest.raises(sa.exc.IntegrityError, match="no oak"):
            run(bare, "INSERT INTO core_shelf VALUES ('s2', 'oak')")


def test_step_that_leaves_a_row_without_its_reference_is_undone(databases, line):
    store = Store(databases.empty("sqlite"))
    migrate.migrate(store, [line("core", SHELF)])
    run(store, "INSERT INTO core_shelf VALUES ('s1', 'ash')", "INSERT INTO core_cup VALUES ('c1', 's1')")
    with pytest.raises(RuntimeError, match="1 rows refer to rows that are gone"):
        migrate.migrate(store, [line("core", SHELF, 'op.execute("DELETE FROM core_shelf")')])
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT id FROM core_shelf")).all() == [("s1",)]
    store.close()


def test_change_of_table_with_references_watched_fails(databases, line, monkeypatch):
    """The control: in a transaction like any other, SQLite will not have a table dropped that rows refer to."""

    @contextmanager
    def watched(store):
        with store.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    store = Store(databases.empty("sqlite"))
    migrate.migrate(store, [line("core", SHELF)])
    run(store, "INSERT INTO core_shelf VALUES ('s1', 'ash')", "INSERT INTO core_cup VALUES ('c1', 's1')")
    monkeypatch.setattr(migrate, "changing", watched)
    with pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY constraint failed"):
        migrate.migrate(store, [line("core", SHELF, WIDER)])
    store.close()


def test_change_of_table_without_guards_made_again_loses_them(databases, line):
    """The control: what SQLite does to a trigger when its table is made anew."""
    store = Store(databases.empty("sqlite"))
    migrate.migrate(store, [line("core", SHELF, guards=(NO_OAK,))])
    migrate.migrate(store, [line("core", SHELF, WIDER)])
    run(store, "INSERT INTO core_shelf VALUES ('s2', 'oak')")
    store.close()


def test_trail_as_migrated_is_the_trail_as_described(store):
    with store.engine.connect() as connection:
        alone = sa.MetaData(naming_convention=ENTRIES.metadata.naming_convention)
        ENTRIES.to_metadata(alone)
        names = {"include_name": lambda name, kind, _: kind != "table" or name == ENTRIES.name}
        context = MigrationContext.configure(connection, opts={"compare_type": True, **names})
        assert compare_metadata(context, alone) == []
        assert sa.inspect(connection).get_pk_constraint(ENTRIES.name)["name"] == "store_audit_pk"


def test_steps_of_our_own_parts_follow_each_other_in_the_order_of_their_numbers():
    """How far a database has come is told by a number: a step out of its turn would be looked for ever after."""
    from alongside.testing.tables import all_lines

    for one in all_lines():
        files = sorted(
            (path for folder in one.folders for path in folder.glob("[0-9]*_*.py")), key=lambda path: path.name
        )
        named = [path.name.partition("_")[0] for path in files]
        texts = [path.read_text(encoding="utf-8") for path in files]
        assert [re.search(r'^revision = "(\d+)"', text, re.M)[1] for text in texts] == named
        before = [re.search(r'^down_revision = (?:"(\d+)"|None)', text, re.M)[1] for text in texts]
        assert before == [None, *named[:-1]], one.name


def test_guards_of_our_own_parts_stand_in_a_migrated_database(databases):
    from alongside.testing.tables import all_lines

    lines = all_lines()
    wanted = {guard.split()[5] for one in lines for guard in one.guards}
    store = Store(databases.fresh("sqlite", lines))
    with store.engine.connect() as connection:
        found = set(connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars())
    store.close()
    assert wanted
    assert wanted <= found
