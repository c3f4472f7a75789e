"""Tables and progress in a terminal, by rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

T = TypeVar("T")


def table_text(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table as text, as wide as the terminal lets it be; numbers stand to the right."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, title_style="bold")
    for place, header in enumerate(headers):
        numeric = bool(rows) and all(_is_number(row[place]) for row in rows)
        table.add_column(header, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(width=None if Console().is_terminal else 110)
    with console.capture() as captured:
        console.print(table)
    return captured.get().rstrip()


def _is_number(cell: str) -> bool:
    return cell.lstrip("£-").replace(",", "").replace(".", "").replace(":", "").isdigit()


def counted(items: Sequence[T], what: str) -> Iterator[T]:
    """Yield the items and show on standard error how many are done; a plain line where nobody watches."""
    console = Console(stderr=True)
    if console.is_terminal:
        yield from track(items, description=what, console=console, transient=True)
        return
    yield from items
    console.print(f"{what}: {len(items)} done", highlight=False)
