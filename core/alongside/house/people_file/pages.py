"""The pages by which people are put on record: one by hand, or many from a list, by the same check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.house.people_file.command import HEADERS, row_of
from alongside.house.people_file.joining import COLUMNS, Plan
from alongside.house.people_file.putting import look_through, put_on_record
from alongside.house.people_file.sheet import Line, Sheet, read_sheet
from alongside.people.person import Format
from alongside.refusal import BadInput
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit

_ROLES = (Role.MEMBER, Role.SUPPORTER, Role.TRUSTEE, Role.STEWARD)
_AS_IT_STANDS = {column: column for column in COLUMNS}
_EASY = "easy read"

# --- one person, by hand


def by_hand(visit: Visit) -> View:
    """Ask about one person."""
    return _form(visit, {"roles": Role.MEMBER.value, "format": Format.SCREEN.value}, {})


def send_by_hand(visit: Visit) -> GoTo | View:
    """Put her on record as a row of a file would, or say beside each field what is wrong."""
    cells = _cells(visit)
    plan, written = put_on_record(visit.unit, Sheet((Line(1, cells),), _AS_IT_STANDS))
    if plan.faults:
        return _form(visit, cells, {fault.column: _capital(fault.sentence) for fault in plan.faults})
    said = _("{name} is on record. You can add the next person.", name=plan.people[0].name)
    return GoTo("/people/new" if written else "/people", said)


def _cells(visit: Visit) -> dict[str, str]:
    form = visit.form
    cells = {column: " ".join(form.get(column, "").split()) for column in COLUMNS}
    easy = f"{_EASY} " if form.get("edition") == "en@easy" else ""
    return {
        **{column: text for column, text in cells.items() if text},
        "roles": ";".join(form.every("roles")),
        "format": easy + cells["format"].replace("_", " "),
    }


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _form(visit: Visit, cells: Mapping[str, str], mistakes: Mapping[str, str]) -> View:
    told = cells.get("format", "")
    places = enterprise.businesses(visit.unit)
    facts = {
        "cells": {column: cells.get(column, "") for column in COLUMNS},
        "roles": [role.value for role in _ROLES],
        "chosen": cells.get("roles", "").split(";"),
        "managed": [(f"{Role.MANAGER.value}:{one.slug}", one.name) for one in places],
        "businesses": [(one.slug, one.name) for one in places],
        "format": told.removeprefix(_EASY).strip().replace(" ", "_") or Format.SCREEN.value,
        "edition": "en@easy" if told.startswith(_EASY) else "en",
        "mistakes": mistakes,
    }
    return View("person_new.html", "Add a person", facts)


# --- many, from a list


def from_file(_visit: Visit) -> View:
    """Ask for a file, or for its text."""
    return _asking("", None, {})


def send_file(visit: Visit) -> GoTo | View:
    """Show what the list would do and what is wrong with it; put all on record once that was seen and wanted."""
    content, name = _content(visit)
    if not content.strip():
        return _asking("", None, {"file": _("Choose a file, or write the list below.")})
    try:
        sheet = read_sheet(content, name)
    except BadInput as wrong:
        return _asking(_shown(content), None, {"text" if name == _LIST else "file": wrong.sentence})
    if visit.form.get("do") != "write":
        return _asking(_shown(content), look_through(visit.unit, sheet), {})
    plan, written = put_on_record(visit.unit, sheet)
    if plan.faults:
        return _asking(_shown(content), plan, {})
    return GoTo("/people", _people_said(len(written)))


_LIST = "the list"


def _people_said(number: int) -> _:
    if number == 1:
        return _("One person is on record now.")
    return _("{number} people are on record now.", number=f"{number:,}")


def _content(visit: Visit) -> tuple[bytes, str]:
    """A file that was chosen counts for more than the text beside it."""
    sent = visit.form.files.get("file")
    if sent is not None:
        return sent.content, sent.name
    return visit.form.get("text", "").encode(), _LIST


def _shown(content: bytes) -> str:
    """The text to be put right on the page; none where it is no text."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _asking(text: str, plan: Plan | None, mistakes: Mapping[str, Any]) -> View:
    facts = {
        "text": text,
        "columns": ",".join(COLUMNS),
        "mistakes": mistakes,
        "plan": plan,
        "headers": HEADERS,
        "rows": _rows(plan),
    }
    return View("people_file.html", "Bring in a list", facts)


def _rows(plan: Plan | None) -> Sequence[tuple[str, ...]]:
    return (
        [(name, told, roles, work) for _row, name, told, roles, work in map(row_of, plan.people)] if plan else []
    )
