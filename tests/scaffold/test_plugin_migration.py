"""The next step of a plugin: written as a person would, and run on both databases over rows that are there."""

import subprocess
import sys
from datetime import date

import pytest
import sqlalchemy as sa

from alongside.cli.ending import run
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.lines import lines
from alongside.house.main import alongside
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.plugin import Lazy
from alongside.refusal import BadInput
from alongside.scaffold.differences import differences
from alongside.scaffold.loading import load, target_of
from alongside.scaffold.migrating import write_migration
from alongside.store import Actor, Store
from alongside.store.migrate import migrate
from alongside.testing.fixtures import NOON

COLUMNS = """    c.text("zone"),
    c.text("place", nullable=True),
    c.whole("helpers"),
    c.reference("tool", "{name}_tool", nullable=True),
"""
TABLE = """
TOOL = table(
    "{name}_tool",
    c.key(),
    c.business(),
    c.text("called"),
    c.pence("price", nullable=True),
    c.version(),
    UniqueConstraint("business", "called"),
)
"""
STEP = '''"""Tasks have a place and a tool."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "orchard_tool",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("called", sa.Text, nullable=False),
        sa.Column("price", sa.Integer, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="orchard_tool_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="orchard_tool_business_fk"),
        sa.UniqueConstraint("business", "called", name="orchard_tool_business_called_key"),
    )
    with op.batch_alter_table("orchard_task") as batch:
        batch.add_column(sa.Column("place", sa.Text, nullable=True))
        # Rows that are there already get this value; give them another if that is truer.
        batch.add_column(sa.Column("helpers", sa.Integer, nullable=False, server_default="0"))
        batch.add_column(sa.Column("tool", sa.Text, nullable=True))
        batch.create_foreign_key("orchard_task_tool_fk", "orchard_tool", ["tool"], ["id"])
'''


@pytest.fixture
def changed(written, forget):
    """A function that writes a plugin and changes its tables; steps are written from what was changed."""

    def change(name, *pairs):
        forget()
        folder = written(name)
        tables = folder / f"alongside_{name}" / "tables.py"
        text = tables.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        tables.write_text(text, encoding="utf-8")
        return folder

    return change


def grown(name):
    """The changes that give every task a place, helpers and a tool."""
    return (
        ('    c.text("zone"),\n', COLUMNS.format(name=name)),
        ("TASK = table(\n", f"{TABLE.format(name=name).strip()}\n\nTASK = table(\n"),
        (
            "from alongside.api.store import Rows",
            "from sqlalchemy import UniqueConstraint\n\nfrom alongside.api.store import Rows",
        ),
    )


def test_step_is_written_as_a_person_would_have_written_it(changed):
    folder = changed("orchard", *grown("orchard"))
    made = write_migration("orchard", "tasks have a place and a tool", folder)
    assert made.file == folder / "alongside_orchard/migrations/0002_tasks_have_a_place_and_a_tool.py"
    assert made.file.read_text(encoding="utf-8") == STEP
    assert made.loses == ()
    assert write_migration("orchard", "again", folder).file is None
    for look in (("format", "--check"), ("check",)):
        done = subprocess.run([sys.executable, "-m", "ruff", *look, "--no-cache", str(made.file)], check=False)
        assert done.returncode == 0


@pytest.fixture
def old_rows(databases, engine_name, changed, forget):
    """A store on each database in which a plugin at its first step has kept a task."""
    folder = changed("boatyard")
    with target_of("boatyard", folder) as target:
        plugin = load("boatyard", target).plugin
        store = Store(databases.empty(engine_name), clock=lambda: NOON)
        migrate(store, lines(core_parts(), [plugin]))
    with store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        business = enterprise.add_business(unit, "Boats", "boatyard").id
        new = Person(id="rosa", name="Rosa Delgado", date_of_birth=date(1990, 1, 1), joined=date(2024, 1, 1))
        person = people.add_person(unit, new).id
        Lazy("offers:add").load(plugin.package)(unit, business, person, "Scrape the hull", NOON, 60)
    forget()
    yield store
    store.close()


def test_rows_that_are_there_are_kept_when_the_step_is_run(old_rows, changed, forget, tmp_path):
    folder = tmp_path / "alongside-boatyard"
    tables = folder / "alongside_boatyard" / "tables.py"
    text = tables.read_text(encoding="utf-8")
    for old, new in grown("boatyard"):
        text = text.replace(old, new)
    tables.write_text(text, encoding="utf-8")
    write_migration("boatyard", "tasks have a place and a tool", folder)
    with target_of("boatyard", folder) as target:
        plugin = load("boatyard", target).plugin
        assert migrate(old_rows, lines(core_parts(), [plugin])) == ["boatyard"]
        assert differences(old_rows, plugin) == []
    with old_rows.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT what, person, place, helpers, tool FROM boatyard_task")).all()
    assert rows == [("Scrape the hull", "rosa", None, 0, None)]


def test_first_step_of_a_plugin_without_any_is_written_too(changed):
    folder = changed("kiln")
    (first,) = (folder / "alongside_kiln" / "migrations").iterdir()
    before = first.read_text(encoding="utf-8")
    first.unlink()
    made = write_migration("kiln", "tasks", folder)
    assert made.file.name == "0001_tasks.py"
    said = made.file.read_text(encoding="utf-8")
    assert "down_revision = None\n" in said
    assert [line for line in before.splitlines() if "sa.Column" in line] == [
        line for line in said.splitlines() if "sa.Column" in line
    ]


def test_column_that_goes_is_said_aloud(changed, capsys):
    folder = changed("smithy", ('    c.text("what"),\n', ""))
    assert run(alongside, ["plugin", "migration", "smithy", "nobody reads it", "--in", str(folder)]) == 0
    assert "It takes out smithy_task.what, with all that is in it." in capsys.readouterr().out
    text = (folder / "alongside_smithy/migrations/0002_nobody_reads_it.py").read_text(encoding="utf-8")
    assert text.endswith(
        '    with op.batch_alter_table("smithy_task") as batch:\n        batch.drop_column("what")\n'
    )
    assert "import sqlalchemy" not in text


REFUSED = {
    "bakehouse": (
        ('"bakehouse_task"', '"task"'),
        "tables.py: the table “task” must begin with “bakehouse_”. Call it “bakehouse_task”.",
    ),
    "dairy": (
        ('    c.text("zone"),', '    c.text("zone"),\n    c.day("until"),'),
        "dairy_task.until: may not be empty, and the rows that are there have nothing in it. Let it be empty:",
    ),
    "forge": (
        ('    c.text("what"),', '    c.whole("what"),'),
        "forge_task.what: changes from sa.Text to sa.Integer. Add a new column beside it",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_change_that_is_not_to_be_guessed_is_refused_and_leaves_no_file(changed, name):
    change, sentence = REFUSED[name]
    folder = changed(name, change)
    with pytest.raises(BadInput) as refused:
        write_migration(name, "more", folder)
    assert sentence in refused.value.sentence
    assert len(list((folder / f"alongside_{name}" / "migrations").glob("*.py"))) == 1


def test_step_that_is_not_said_is_refused(changed):
    folder = changed("mill")
    for what in ("", "…", 'say "why"', "x" * 91):
        with pytest.raises(BadInput, match="it is not said what the step does"):
            write_migration("mill", what, folder)
