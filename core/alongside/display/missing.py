"""Which texts have no wording yet in an edition, counted part by part for ``alongside texts``.

A sentence needs a wording in Easy Read if it can be seen there: it stands in Python code, or in a template
that serves both editions. A template of its own for Easy Read is worded already, and so its sentences, and
those of the standard template beside it, are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from alongside.display.texts import folder_of
from alongside.display.view import Edition

_KEYWORDS = {"_": None, "Said": None, "Sentence": None, "Reminder": (2,), "say_many": (1, 2), "worded": (2,)}
_OPTIONS = {"trimmed": "false"}

_SAYS_FOR_THE_FLOOR = "alongside.display"
"""Whose catalogue words the refusals of the leaves: these are no part, and keep no catalogue."""

Key = str | tuple[str, ...]


@attrs.frozen(kw_only=True)
class Missing:
    """What a part lacks in an edition: how many sentences it ``used``, and the ``keys`` without a wording."""

    part: str
    edition: Edition
    used: int
    keys: tuple[str, ...]


def missing_texts(parts: Mapping[str, str], edition: Edition = Edition.EASY) -> tuple[Missing, ...]:
    """Count for each part (name to package) the sentences that fall back to standard English."""
    return tuple(_missing(part, package, edition) for part, package in sorted(parts.items()))


def _missing(part: str, package: str, edition: Edition) -> Missing:
    folder = folder_of(package)
    floor = _keys_of(folder.parent.glob("*.py")) if package == _SAYS_FOR_THE_FLOOR else ()
    used = sorted({*used_keys(folder), *floor}, key=str)
    worded = set() if edition is Edition.STANDARD else worded_keys(folder / "locale" / f"{edition.value}.po")
    # In standard English each sentence is its own wording.
    lacking = [] if edition is Edition.STANDARD else [key for key in used if key not in worded]
    return Missing(
        part=part,
        edition=edition,
        used=len(used),
        keys=tuple(key if isinstance(key, str) else key[0] for key in lacking),
    )


def used_keys(folder: Path) -> Iterator[Key]:
    """Every sentence of a package that both editions show; a pair where it counts something."""
    # A part may live inside another's package, as backups do in the house: its sentences are its own.
    others = {catalogues.parent for catalogues in folder.glob("*/**/locale")}
    for path in sorted(folder.rglob("*.py")):
        if "tests" not in path.relative_to(folder).parts and others.isdisjoint(path.parents):
            yield from _keys(path, "python")
    for path in sorted((folder / "templates").rglob("*.html")):
        if not path.name.endswith(".easy.html") and not path.with_suffix(".easy.html").exists():
            yield from _keys(path, "jinja2.ext:babel_extract")


def _keys_of(files: Iterable[Path]) -> Iterator[Key]:
    for path in sorted(files):
        yield from _keys(path, "python")


def _keys(path: Path, method: str) -> Iterator[Key]:
    from babel.messages.extract import extract

    with path.open("rb") as file:
        for found in extract(method, file, _KEYWORDS, options=_OPTIONS):
            yield found[1]


def worded_keys(path: Path) -> set[Key]:
    """Every sentence that a catalogue words; none where there is no file."""
    from babel.messages.pofile import read_po

    if not path.exists():
        return set()
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id and not message.fuzzy]
    return {_key(message.id) for message in messages if _complete(message.string)}


def _key(found: str | tuple[str, ...] | list[str]) -> Key:
    return found if isinstance(found, str) else tuple(found)


def _complete(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(string) if isinstance(string, (list, tuple)) else bool(string)
