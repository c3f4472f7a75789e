"""The page on which the rota goes out into a spreadsheet, and comes in from one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput, monday_of
from alongside.api.web import Day, Fields, File, GoTo, Number, PdfAnswer, Visit

from ..actions import sheets
from ..sheet import Fault
from ..sheet_files import rows_of

MOST_SHOWN = 40
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@attrs.frozen
class SheetAnswer(PdfAnswer):
    """A spreadsheet, answered as a paper is."""

    @property
    def media(self) -> str:
        """What kind of file it is, as browsers are told."""
        return _MEDIA[self.name.rpartition(".")[2]]


class Out(Fields):
    """From which week on, and for how many."""

    first = Day(_("From the week of"), missing=_("Choose the day."))
    weeks = Number(_("How many weeks?"), least=1, most=sheets.MOST_WEEKS)


class In(Fields):
    """A spreadsheet with a rota."""

    do = "in"
    file = File(
        _("File"),
        endings=(".csv", ".xlsx"),
        hint=_("XLSX, of which we read the first sheet, or CSV saved as “CSV UTF-8”."),
    )


def sheet(visit: Visit) -> View:
    """Show what can go out and come in."""
    return _page(visit, _out(visit), In(visit))


def _out(visit: Visit) -> Out:
    return Out(visit, {"first": monday_of(visit.today) + timedelta(days=7), "weeks": 4})


def _page(visit: Visit, out: Out, into: In, faults: tuple[Fault, ...] = ()) -> View:
    shown, more = faults[:MOST_SHOWN], len(faults) - MOST_SHOWN
    facts = {"out": out, "into": into, "faults": shown, "more": max(more, 0), "rota": visit.link("/rota")}
    return View("sheet.html", "The rota in a spreadsheet", facts)


def send_sheet(visit: Visit) -> GoTo | SheetAnswer | View:
    """Hand a file out, or read one into a draft; where anything in it is wrong, nothing is written."""
    if visit.form.get("do") == "in":
        return _bring_in(visit)
    form, business = _out(visit), _here(visit)
    if not form.valid():
        return _page(visit, form, In(visit))
    kind = "csv" if visit.form.get("kind") == "csv" else "xlsx"
    first = monday_of(form.first.value)
    out = sheets.as_file(visit.unit, business.id, business.slug, first, form.weeks.value, kind=kind)
    return SheetAnswer(out.content, out.name)


def _bring_in(visit: Visit) -> GoTo | View:
    form = In(visit)
    if not form.valid():
        return _page(visit, _out(visit), form)
    try:
        brought = sheets.bring_in(
            visit.unit, _here(visit).id, rows_of(form.file.value.content, form.file.value.name)
        )
    except BadInput as wrong:
        form.refuse(form.file, wrong)
        return _page(visit, _out(visit), form)
    if brought.draft is None:
        form.refuse(form.file, _("Nothing was written. Below stands what is wrong, by row and column."))
        return _page(visit, _out(visit), form, brought.faults)
    week: date = brought.draft.first_day
    said = _("{n} places of the sheet are in the draft. Look at it before you publish it.", n=str(brought.places))
    return GoTo(visit.link(f"/rota?week={week}"), said)


def _here(visit: Visit) -> Any:
    return visit.business
