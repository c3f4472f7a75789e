"""``alongside people export PERSON FILE``: what is kept of a person, for a request by letter."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from alongside.display import Edition
from alongside.house.own_record import actions
from alongside.house.own_record.papers import paper
from alongside.house.own_record.told import as_data
from alongside.people import offers as people
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House
    from alongside.store import Unit


def export(desk: Desk, person: str, file: Path) -> None:
    """Write the file, which nobody but its owner may read; that it was written stands in the trail with it.

    Raises:
        BadInput: where there is something of that name already, or it cannot be written.
    """
    if file.exists() or file.is_symlink():
        raise BadInput(f"there is a file {file} already", remedy="Name another one: nothing is written over.")
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        _write(file, _content(desk, unit, who.id, as_paper=file.suffix.lower() == ".pdf"))
    where = file.resolve()
    desk.answer(
        {"person": who.id, "file": str(where)},
        f"What is kept of {who.name} is in {where}. You alone may read it; hand it over, then delete it.",
    )


def _content(desk: Desk, unit: Unit, person: str, *, as_paper: bool) -> bytes:
    house = cast("House", desk.opened)
    record = actions.hand_over(unit, person, "paper" if as_paper else "data")
    if as_paper:
        edition = Edition(record.person.edition)
        return paper(unit, record, house.parts, house.display, edition, desk.today)()
    return as_data(record, house.parts, house.display, desk.today)


def _write(file: Path, content: bytes) -> None:
    """Write a new file whole or not at all, readable by its owner alone from its first byte on."""
    try:
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as wrong:
        words = f"{file} cannot be written ({wrong.strerror})"
        raise BadInput(words, remedy="Name a new file in a folder of yours.") from wrong
    try:
        with os.fdopen(made, "wb") as there:
            there.write(content)
    except BaseException:
        with suppress(OSError):
            file.unlink()
        raise
