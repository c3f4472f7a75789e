"""The list of what volunteers are to get back, for whoever pays it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from alongside.volunteering.expense import Expense

COLUMNS = ("name", "day", "cost", "what", "receipt_seen", "amount")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(expenses: Iterable[Expense], names: Mapping[str, str]) -> str:
    """Return agreed expenses as CSV; no cell is one that a spreadsheet works out."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in expenses:
        receipt = "yes" if one.receipt else "no"
        amount = f"{one.amount // 100}.{one.amount % 100:02d}"
        table.writerow((_safe(names[one.person]), one.day, one.cost.value, _safe(one.words), receipt, amount))
    return written.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
