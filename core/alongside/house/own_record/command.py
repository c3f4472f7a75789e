"""``alongside people export PERSON FILE``: what is kept of a person, for a request by letter."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from alongside.display import Edition
from alongside.house.own_record import actions
from alongside.house.own_record.papers import papers
from alongside.house.own_record.told import as_data
from alongside.people import offers as people
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House
    from alongside.store import Unit


def export(desk: Desk, person: str, file: Path) -> None:
    """Write the file, which nobody but its owner may read; that it was written stands in the trail with it.

    A long record in Easy Read is several papers: ``sam.pdf`` is then ``sam-1-of-3.pdf`` and so on.

    Raises:
        BadInput: where there is something of that name already, or it cannot be written.
    """
    _refuse_there([file])
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        made = _content(desk, unit, who.id, file)
        _refuse_there(made)
        _write_all(made)
    where = [str(one.resolve()) for one in made]
    desk.answer(
        {"person": who.id, "file": where[0], "files": where},
        f"What is kept of {who.name} is in {', '.join(where)}. "
        "You alone may read it; hand it over, then delete it.",
    )


def _refuse_there(files: Iterable[Path]) -> None:
    for file in files:
        if file.exists() or file.is_symlink():
            raise BadInput(f"there is a file {file} already", remedy="Name another one: nothing is written over.")


def _content(desk: Desk, unit: Unit, person: str, file: Path) -> dict[Path, bytes]:
    """What goes into each file."""
    house, as_paper = cast("House", desk.opened), file.suffix.lower() == ".pdf"
    record = actions.hand_over(unit, person, "paper" if as_paper else "data")
    if not as_paper:
        return {file: as_data(record, house.parts, house.display, desk.today)}
    made = papers(unit, record, house.parts, house.display, Edition(record.person.edition), desk.today)
    return {file.with_stem(file.stem + one.suffix): one.make() for one in made}


def _write_all(made: Mapping[Path, bytes]) -> None:
    """Write several files, or none of them."""
    done: list[Path] = []
    try:
        for file, content in made.items():
            _write(file, content)
            done.append(file)
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise


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
