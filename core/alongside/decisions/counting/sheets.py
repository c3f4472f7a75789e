"""Sheets of figures in plain text: a column a stage, as many side by side as fit, the rest below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LONGEST_NAME = 28


def sheet(
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[str]]],
    foot: Sequence[tuple[str, Sequence[str]]],
    width: int,
) -> Iterator[str]:
    """Lines of a sheet: a head for each column, rows with a cell for each, and rows below the line."""
    name = min(max((len(head) for head, _ in [*rows, *foot]), default=8), LONGEST_NAME)
    cell = max((len(text) for _, cells in [*rows, *foot, ("", heads)] for text in cells), default=8) + 2
    together = max(1, (width - name) // cell)
    for first in range(0, len(heads), together):
        columns = slice(first, first + together)
        rule = "─" * (name + cell * len(heads[columns]))
        yield _line("", heads[columns], name, cell)
        yield rule
        yield from (_line(head, cells[columns], name, cell) for head, cells in rows)
        yield rule
        yield from (_line(head, cells[columns], name, cell) for head, cells in foot)
        yield ""


def _line(head: str, cells: Sequence[str], name: int, cell: int) -> str:
    shown = head if len(head) <= name else f"{head[: name - 1]}…"
    return (f"{shown:<{name}}" + "".join(f"{text:>{cell}}" for text in cells)).rstrip()


def titled(title: str, width: int) -> Iterator[str]:
    """A title with a line below it, where there is one."""
    if title:
        yield title
        yield "─" * min(len(title), width)


def many(number: int, thing: str) -> str:
    """So many things, with their plural: “1 seat”, “2 seats”."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
