"""The stand-alone recount script of a bundle, put together from the pieces in ``scripts``.

A piece is taken function by function: what the rule and the reader of the ballots need goes into the script, and
nothing else. What comes out is one file that imports Python's own modules alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import attrs

from alongside.decisions.counting.ballots import Kind

_PIECES = files(__package__) / "scripts"
_OURS = f"{__package__}.scripts."

READERS: Mapping[Kind, str] = {
    Kind.RANKS: "orders",
    Kind.TICKS: "ticks",
    Kind.SCORES: "scores",
    Kind.CHOICES: "answers",
    Kind.PROJECTS: "projects",
}
"""The piece that reads each kind of ballots."""

_SEVERAL = {"two-thirds": "majority", "three-quarters": "majority"}
"""Rules that are told in the piece of another."""

_HEAD = '''"""Count the ballots of this bundle again: python3 recount.py (needs Python 3.10 or newer alone).

{about}
"""
'''

_FOOT = """
if __name__ == "__main__":
    sys.exit({look})
"""


@attrs.frozen
class _Piece:
    """One file of ``scripts``: what it defines, as text, and from where it has the other names that it uses."""

    about: str
    defined: Mapping[str, str]
    uses: Mapping[str, tuple[str, ...]]
    ours: Mapping[str, str]
    python: Mapping[str, str]


def recount(rule: str, kind: Kind) -> str:
    """Return the script that counts ballots of a kind by a rule, whole."""
    name = _SEVERAL.get(rule, rule.replace("-", "_"))
    return _script(name, "look(read, count)", (READERS[kind], "read"), (name, "count"), ("checking", "look"))


def totals_only() -> str:
    """Return the script of a bundle without ballots: it looks at totals, and says that it cannot count again."""
    return _script("totals", "look_at_totals()", ("totals", "look_at_totals"))


def _script(about: str, look: str, *wanted: tuple[str, str]) -> str:
    found: dict[str, str] = {}
    imports = {"import sys"}
    for piece, name in wanted:
        _gather(piece, name, found, imports)
    head = _HEAD.format(about=_piece(about).about.replace("\n\n", "\n")) + _imported(imports)
    return "\n\n".join([head, *found.values()]) + f"\n{_FOOT.format(look=look)}"


def _gather(name: str, wanted: str, found: dict[str, str], imports: set[str]) -> None:
    """Put a definition into the script, those that it needs before it."""
    piece = _piece(name)
    if wanted in found:
        return
    found[wanted] = ""  # who calls whom may go round in a circle
    for used in piece.uses[wanted]:
        if used in piece.defined:
            _gather(name, used, found, imports)
        elif used in piece.ours:
            _gather(piece.ours[used], used, found, imports)
        elif used in piece.python:
            imports.add(piece.python[used])
    found[wanted] = found.pop(wanted) or piece.defined[wanted]


@cache
def _piece(name: str) -> _Piece:
    text = (_PIECES / f"{name}.py").read_text("utf-8")
    tree = ast.parse(text)
    defined, uses, ours, python = (
        dict[str, str](),
        dict[str, tuple[str, ...]](),
        dict[str, str](),
        dict[str, str](),
    )
    for at, node in enumerate(tree.body):
        if isinstance(node, ast.Import):
            python |= {alias.name: f"import {alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            whence = str(node.module)
            for alias in node.names:
                if whence.startswith(_OURS):
                    ours[alias.name] = whence.removeprefix(_OURS)
                else:
                    python[alias.name] = f"from {whence} import {alias.name}"
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign):
            called, after = _called(node), tree.body[at + 1 : at + 2]
            lines = text.splitlines()[node.lineno - 1 : (*_said_of(after), node)[0].end_lineno]
            # Short enough to be read at one sitting: no line is empty inside a definition.
            defined[called] = "\n".join(line for line in lines if line.strip())
            uses[called] = tuple(dict.fromkeys(_names(node)))
    return _Piece(str(ast.get_docstring(tree)), defined, uses, ours, python)


def _called(node: ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) -> str:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


def _said_of(after: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The text below a constant that tells what it is."""
    for node in after:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node


def _names(node: ast.AST) -> Iterator[str]:
    yield from (one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def _imported(imports: set[str]) -> str:
    """The imports, those of one module on one line."""
    plain = sorted(one.removeprefix("import ") for one in imports if one.startswith("import "))
    names: dict[str, list[str]] = {}
    for one in sorted(one for one in imports if one.startswith("from ")):
        _, module, _, name = one.split()
        names.setdefault(module, []).append(name)
    lines = (f"from {module} import {', '.join(each)}" for module, each in names.items())
    return "\n".join([f"import {', '.join(plain)}", *lines])
