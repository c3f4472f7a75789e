"""Asking for help is quick: nothing heavy is loaded for it."""

import subprocess
import sys

import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "litestar",
    "weasyprint",
    "openpyxl",
    "ortools",
    "numpy",
    "cattrs",
    "jinja2",
    "babel",
    "rich",
}
# The program's own ending, with a look at what was loaded by then.
PROGRAM = """
import atexit, sys
atexit.register(lambda: print("LOADED", *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr))
sys.argv = ["alongside", *sys.argv[1:]]
from alongside.house.main import main
main()
"""


def asked(*arguments):
    """Run the command line in a process of its own; return the exit code, what it said, and what was loaded."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, timeout=30)
    said, _, loaded = ended.stderr.rpartition("LOADED ")
    return ended.returncode, ended.stdout, said, set(loaded.split())


def groups():
    from alongside.house.core import core_parts
    from alongside.house.finding import find_plugins

    return [part.name for part in (*core_parts(), *find_plugins().plugins) if part.commands]


@pytest.mark.parametrize("arguments", [("--help",), ("decisions", "count", "--help"), ("bakrey",)])
def test_help_loads_nothing_heavy(arguments):
    code, said, wrong, loaded = asked(*arguments)
    unknown = arguments == ("bakrey",)
    assert (code, ("There is no command" if unknown else "Usage: alongside") in said + wrong) == (
        2 * unknown,
        True,
    )
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_help_of_every_group_loads_nothing_heavy():
    script = (
        "import sys\nfrom alongside.cli.ending import run\nfrom alongside.house.main import alongside\n"
        "print([run(alongside, [group, '--help']) for group in sys.argv[1:]])\n"
        "print('LOADED', *sys.modules, sep=chr(10))"
    )
    ended = subprocess.run([sys.executable, "-c", script, *groups()], capture_output=True, text=True, timeout=30)
    said, _, loaded = ended.stdout.partition("LOADED")
    assert ended.stderr == ""
    assert said.splitlines()[-1] == str([0 for _ in groups()])
    assert "decisions" in groups()
    assert {name.split(".")[0] for name in loaded.split()} & HEAVY == set()


def test_a_command_that_is_not_light_is_seen_by_these_tests():
    """The control: what shows a table loads what shows tables."""
    ended = subprocess.run(
        [sys.executable, "-c", "import sys, alongside.cli.showing; print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert {name.split(".")[0] for name in ended.stdout.split()} & HEAVY == {"rich"}


def test_safe_start_leaves_plugins_out():
    assert "cafe" in asked("--help")[1]
    assert "cafe" not in asked("--safe", "--help")[1]
