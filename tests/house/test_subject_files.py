"""Subject files say what is true, so they import nothing that stores, shows or acts."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = [
    "enterprise",
    "people",
    "sign_in",
    "diary",
    "placements",
    "checks",
    "volunteering",
    "pay",
    "benefits",
    "decisions",
]
PLUGINS = ["cafe", "studio", "training"]
ROOMS = {
    "__init__",
    "tables",
    "offers",
    "actions",
    "pages",
    "commands",
    "chapter",
    "tiles",
    "day_sheets",
    "demo",
    "reactions",
    "described",  # what a description names, where it is too much for one file
    "paper",  # lays something out to be printed, as pages do for a screen
    "kept_words",  # what a person is shown of her record: words, as pages have
    "migrations",
}
LEAVES = {
    "alongside.__version__",
    "alongside.addresses",
    "alongside.instants",
    "alongside.money",
    "alongside.refusal",
    "alongside.rulepacks",
    "alongside.typed_groups",
}
OF_KITS = {"alongside.messages.address", "alongside.messages.message"}
"""What a kit says is true, in files that store, show and send nothing either."""
OF_OTHERS = {"Crypto.Protocol.SecretSharing", "argon2", "attrs", "numpy", "pyotp"}
"""Libraries that only work something out; numpy is asked for large files alone, and counts nothing differently."""
TO_PARTS = {*sys.stdlib_module_names} | LEAVES | OF_KITS | OF_OTHERS


def values_of_parts() -> set[str]:
    """Modules in which a part says what is true; those that stand above it may use its values."""
    core = ROOT / "core/alongside"
    return {
        ".".join(("alongside", *file.relative_to(core).with_suffix("").parts))
        for part in PARTS
        for file in subject_files(core / part)
    }


def subject_files(package: Path) -> list[Path]:
    files = (file for file in package.rglob("*.py") if file.name != "__init__.py")
    return sorted(file for file in files if ROOMS.isdisjoint(file.relative_to(package).with_suffix("").parts))


def imported(source: str) -> Iterator[str]:
    """Full names of what is imported, wherever in the file: `from a.b import c` gives `a.b.c`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def within(name: str, allowed: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in allowed)


def strangers(source: str, own: str, lent: set[str]) -> list[str]:
    """Imports that a subject file of the package `own` may not have; `lent` is what it may use beside its own."""
    rooms = {f"{own}.{room}" for room in ROOMS}
    return [name for name in imported(source) if within(name, rooms) or not within(name, {own} | lent)]


@pytest.mark.parametrize("part", PARTS)
def test_subject_files_of_a_part_import_values_alone(part: str) -> None:
    package = ROOT / "core/alongside" / part
    files = subject_files(package)
    assert files
    lent = TO_PARTS | values_of_parts()
    found = {file.name: strangers(file.read_text("utf-8"), f"alongside.{part}", lent) for file in files}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_subject_files_of_a_plugin_see_the_values_of_the_api_alone(plugin: str) -> None:
    own, lent = f"alongside_{plugin}", {"alongside.api.values"}
    files = subject_files(ROOT / "plugins" / plugin / own)
    found = {file.name: strangers(file.read_text("utf-8"), own, lent) for file in files}
    ours = {name: [what for what in names if what.startswith("alongside")] for name, names in found.items()}
    assert {name: names for name, names in ours.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    ["import sqlalchemy", "from alongside.diary.tables import CLAIMS", "from alongside.people import offers"],
)
def test_subject_file_that_reaches_for_more_is_found_out(line: str) -> None:
    assert strangers(f"def late() -> None:\n    {line}\n", "alongside.diary", TO_PARTS)
