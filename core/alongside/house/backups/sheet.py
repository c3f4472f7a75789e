"""The key sheet: one page to print once and keep in a safe place."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.display import Edition, View
from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import OpeningKey, new_key
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.refusal import BadInput
from alongside.reports.pdf import make_pdf

if TYPE_CHECKING:
    from alongside.house.opening import House


WHAT_TO_DO = (
    "Print it, keep it in a safe place away from this computer, then delete the file.\n"
    "Nobody can print it again: this computer does not keep what stands on it."
)
"""What is said wherever a sheet was written to a file."""


def html(house: House, key: OpeningKey, day: date) -> str:
    """Return the sheet as a document; it is read once, so it is written in Easy Read for everybody."""
    with house.reading() as unit:
        own = enterprise.find_enterprise(unit)
    facts = {"groups": key.groups, "name": key.name, "day": day, "enterprise": own.name if own else "Alongside"}
    view = View("sheet.html", "Keep this in a safe place", facts)
    return house.display.render(
        "backup", view, frame="paper", edition=Edition.EASY, enterprise=facts["enterprise"]
    )


def pdf(house: House, key: OpeningKey, day: date) -> bytes:
    """Set the sheet."""
    return make_pdf(html(house, key, day))


def write(file: Path, content: bytes) -> None:
    """Write the sheet for nobody else to read; never over another file, which might be the sheet in use.

    Raises:
        BadInput: where there is a file of that name.
    """
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as there:
        raise BadInput(f"{file} is there already", remedy="Name a file that does not exist yet.") from there
    with os.fdopen(opened, "wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())


def make_sheet(house: House, file: Path, day: date) -> SealingKey:
    """Make a key, write its sheet, and seal for it from now on. The key itself is on the sheet and nowhere else.

    Raises:
        BadInput: where there is a file of that name; the key that was there stays then.
    """
    key = new_key()
    write(file, pdf(house, key, day))
    sealing = SealingKey(name=key.name, public=key.public, made=day)
    keep_key(house.home, sealing)
    return sealing
