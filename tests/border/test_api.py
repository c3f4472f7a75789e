"""What plugins may import is a promise: every signature is written down in ``api.txt`` beside this test.

A change there needs a new ``API_VERSION``. Write the file anew with ``ALONGSIDE_WRITE_SNAPSHOT=1``.
"""

import ast
import importlib
import inspect
import os
import pkgutil
from enum import Enum
from pathlib import Path

import alongside.api

SNAPSHOT = Path(__file__).with_name("api.txt")
ROOT = Path(__file__).parents[2]


def signatures():
    lines = [f"version {'.'.join(map(str, alongside.api.API_VERSION))}"]
    names = sorted(name for _, name, _ in pkgutil.iter_modules(alongside.api.__path__))
    for module in [alongside.api, *(importlib.import_module(f"alongside.api.{name}") for name in names)]:
        lines += ["", f"[{module.__name__}]"]
        for name in sorted(module.__all__):
            lines += describe(name, getattr(module, name))
    return "\n".join(lines) + "\n"


def describe(name, item):
    if inspect.isclass(item) and issubclass(item, Enum):
        return [f"{name}: {', '.join(member.name for member in item)}"]
    if hasattr(item, "__supertype__"):
        return [f"{name}: a kind of {item.__supertype__.__name__}"]
    if inspect.isclass(item):
        methods = [
            f"  .{inner}{signature(value)}"
            for inner, value in sorted(vars(item).items())
            if not inner.startswith("_") and inspect.isfunction(value)
        ]
        return [f"class {name}{signature(item)}", *methods]
    if callable(item) and not inspect.ismodule(item):
        return [f"{name}{signature(item)}"]
    return [f"{name}: {type(item).__name__}"]


def signature(item):
    try:
        return str(inspect.signature(item)).replace("'", "")
    except ValueError:
        return ""


def test_signatures_of_the_api_are_those_written_down():
    now = signatures()
    if os.environ.get("ALONGSIDE_WRITE_SNAPSHOT"):
        SNAPSHOT.write_text(now, encoding="utf-8")
    assert now == SNAPSHOT.read_text(encoding="utf-8")


def ours(path):
    """The modules of ours that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from [node.module] if node.module != "alongside" else [f"alongside.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def outside_the_api(folder, allowed=("alongside.api",)):
    found = set()
    for path in folder.rglob("*.py"):
        names = {name for name in ours(path) if name == "alongside" or name.startswith("alongside.")}
        found |= {name for name in names if not any((name + ".").startswith(one + ".") for one in allowed)}
    return found


def test_plugins_import_nothing_of_ours_but_the_api():
    for plugin in sorted((ROOT / "plugins").iterdir()):
        assert outside_the_api(plugin / f"alongside_{plugin.name}") == set()


def test_a_plugin_that_reaches_past_the_api_is_seen(tmp_path):
    (tmp_path / "pages.py").write_text("from alongside.store.unit import Unit\nfrom alongside import money\n")
    assert outside_the_api(tmp_path) == {"alongside.store.unit", "alongside.money"}
