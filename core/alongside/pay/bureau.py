"""The list for the payroll bureau: a line for each amount of a run, as CSV. Tax is worked out by the bureau.

The columns are described in docs/paying.md. A text that a spreadsheet would take for a formula is written with an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from alongside.pay.advice import Advice, Run
from alongside.pay.line import Line
from alongside.refusal import BadInput

COLUMNS = (
    "reference",
    "name",
    "period_first",
    "period_last",
    "what",
    "business",
    "about_first",
    "about_last",
    "minutes",
    "hours",
    "days",
    "rate",
    "amount",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(run: Run, people: Iterable[tuple[str, Advice]], places: Mapping[str, str]) -> str:
    """Return an agreed run as CSV: names with their advices; ``places`` are the names of businesses by id.

    Raises:
        BadInput: for a draft, whose numbers may change.
    """
    if not run.agreed:
        raise BadInput("this pay run is a draft, and its numbers may change", remedy="Agree it first.")
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for name, advice in people:
        table.writerows(_rows(run, name, advice, places))
    return written.getvalue()


def _rows(run: Run, name: str, advice: Advice, places: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for line in advice.lines:
        yield (
            safe(advice.reference),
            safe(name),
            run.first_day.isoformat(),
            run.last_day.isoformat(),
            line.what.value,
            safe(places.get(line.business or "", "")),
            line.about.isoformat() if line.about else "",
            line.until.isoformat() if line.until else "",
            *_amounts(line),
        )


def _amounts(line: Line) -> tuple[str, ...]:
    hours = f"{line.minutes / 60:.4f}" if line.minutes else ""
    minutes = str(line.minutes) if line.minutes else ""
    days = str(line.days) if line.days else ""
    return minutes, hours, days, plain(line.rate) if line.rate is not None else "", plain(line.pence)


def plain(pence: int) -> str:
    """Write an amount as a number of pounds: ``1234.50``."""
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def safe(text: str) -> str:
    """Return a text that no spreadsheet works out as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def file_name(run: Run) -> str:
    """Return what the list of a run is called."""
    return f"pay-{run.first_day}-to-{run.last_day}.csv"
