"""The stewards' page of backups: how they stand, a copy now, and the key sheet once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from alongside.display import Said as _
from alongside.display import View
from alongside.house.backups import sheet
from alongside.house.backups.key import OpeningKey, new_key, read_key
from alongside.house.backups.making import Made
from alongside.house.backups.nightly import copies, is_old, make_here
from alongside.house.backups.notes import SealingKey, find_key, keep_key, key_of, notes_of
from alongside.house.demo_backup import sheet_in
from alongside.refusal import BadInput
from alongside.web import GoTo, PdfAnswer, Thinking, Visit
from alongside.web.forms import Fields, Read

if TYPE_CHECKING:
    from alongside.house.hosting import Hosting
    from alongside.house.opening import House


class Try(Fields):
    """The key, as it was typed from its sheet."""

    do = "try"
    key = Read(
        _("Try the sheet"),
        read_key,
        wrong=_("{not_this_key}"),
        hint=_("Type its 8 groups. Capitals and spaces do not matter."),
    )


def backups(visit: Visit) -> View:
    """Show how backups stand."""
    visit.unit.need("backup.see")
    return _page(visit, Try(visit))


def send_backups(visit: Visit) -> GoTo | View | Thinking:
    """Make a copy now, make the key sheet, or try the key that was typed."""
    visit.unit.need("backup.make")
    house = _house(visit)
    match visit.form.get("do"):
        case "copy":
            key_of(house.home)
            return Thinking(lambda: make_here(house), _copied)
        case "sheet":
            if find_key(house.home):
                raise BadInput("the key sheet was made already", remedy="It cannot be printed twice.")
            return Thinking(lambda: _new_sheet(house), _sheet_made)
        case "try":
            return _tried(visit, house)
        case _:
            raise BadInput("the form did not say what to do", remedy="Press one of the buttons.")


def _page(visit: Visit, form: Try) -> View:
    house = _house(visit)
    notes, key = notes_of(house.home), find_key(house.home)
    facts: dict[str, Any] = {
        "key": key,
        "demo_sheet": sheet_in(house.home) if house.settings.demo_today else None,
        "notes": notes,
        "old": is_old(notes, house.store.clock()),
        "copies": copies(house.settings.backups_folder),
        "folder": str(house.settings.backups_folder),
        "kept": house.settings.copies_kept,
        "may": visit.unit.may("backup.make"),
        "form": form,
    }
    return View("backups.html", "Backups", facts)


def _copied(_visit: Visit, _made: Made) -> GoTo:
    return GoTo("/backups", _("The copy is made. It was opened again and is good."))


def _new_sheet(house: House) -> tuple[OpeningKey, bytes]:
    key = new_key()
    return key, sheet.pdf(house, key, house.today())


def _sheet_made(visit: Visit, made: tuple[OpeningKey, bytes]) -> PdfAnswer:
    key, pdf = made
    keep_key(_house(visit).home, SealingKey(name=key.name, public=key.public, made=visit.today))
    return PdfAnswer(pdf, f"key-sheet-{key.name}.pdf")


def _tried(visit: Visit, house: House) -> GoTo | View:
    known, form = key_of(house.home), Try(visit)
    if not form.valid():
        return _page(visit, form)
    typed = form.key.value
    if typed.public != known.public:
        found = f"this is the sheet called {typed.name}, and it does not open our backups"
        wrong = BadInput(found, remedy=f"Look for the sheet called {known.name}.")
        form.refuse(form.key, _("{not_this_key}", not_this_key=wrong.sentence))
        return _page(visit, form)
    keep_key(house.home, attrs.evolve(known, tried=visit.today))
    return GoTo("/backups", _("Yes, this sheet opens our backups."))


def _house(visit: Visit) -> House:
    return cast("Hosting", visit.host).house
