"""Texts by edition: each sentence is its own key, in standard English; a catalogue gives other wordings.

A part keeps ``locale/<edition>.po`` beside its templates. A sentence without a wording is said in standard
English; ``missing.py`` counts those. ``{names}`` in a sentence are filled with facts and with the
enterprise's own words. ``**two stars**`` mark the one fact in a sentence that stands out.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
from markupsafe import Markup, escape

# Terms that members may replace by their own, with what is said until they have.
OWN_WORDS: Mapping[str, str] = {
    "supporter": "supporter",
    "supporters": "supporters",
    "member": "member",
    "members": "members",
    "learning_disability": "learning disability",
    "learning_disabilities": "learning disabilities",
}

_NAME = re.compile(r"\{(\w+)\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class Misspoken(LookupError):
    """A sentence asks for a name that it was not given."""

    def __init__(self, sentence: str, name: str) -> None:
        super().__init__(
            f"“{sentence}” needs {{{name}}}, which is neither a fact nor one of the enterprise's words"
        )


@attrs.frozen
class Why:
    """What a refusal rests on: rows of a picture and a sentence, and the page that tells all of it."""

    rows: tuple[tuple[str, Said], ...]
    path: str


@attrs.frozen(init=False)
class Said:
    """A sentence with its facts, to be worded later, when the edition is known.

    ``part`` is whose catalogue words it; where there is none, that of the part which shows it. A day or a moment
    among the facts is worded by the edition (``display.sentences``). What a rule forbids carries ``why``.
    """

    key: str
    facts: Mapping[str, Any]
    part: str = ""
    why: Why | None = None

    def __init__(self, key: str, /, **facts: Any) -> None:
        self.__attrs_init__(key, facts)

    def of(self, part: str) -> Said:
        """Return the same sentence, worded by the catalogue of ``part`` whoever shows it."""
        return self._with(part, self.why)

    def because(self, why: Why | None) -> Said:
        """Return the same sentence with what it rests on."""
        return self._with(self.part, why)

    def _with(self, part: str, why: Why | None) -> Said:
        said = Said.__new__(Said)
        said.__attrs_init__(self.key, self.facts, part, why)
        return said

    def __str__(self) -> str:
        return fill(self.key, {**OWN_WORDS, **self.facts})


def folder_of(package: str) -> Path:
    """The folder a package stands in, without importing it.

    Raises:
        ModuleNotFoundError: if there is no such package.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"No package named {package!r}", name=package)
    return Path(found.submodule_search_locations[0])


@cache
def catalogue(package: str, edition: str) -> gettext.NullTranslations:
    """The package's wordings for an edition; an empty catalogue where it keeps no file for it."""
    path = folder_of(package) / "locale" / f"{edition}.po"
    if not path.exists():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def wording(package: str, edition: str, key: str) -> str:
    """The edition's wording of a sentence, unfilled; the sentence itself where there is none."""
    return catalogue(package, edition).gettext(key)


def wording_many(package: str, edition: str, one: str, many: str, n: int) -> str:
    """The same for a sentence with a number in it: ``one`` for a single thing, ``many`` for others."""
    return catalogue(package, edition).ngettext(one, many, n)


def fill(sentence: str, facts: Mapping[str, Any]) -> str:
    """Put facts in the place of ``{names}``. A ``Markup`` sentence gets its facts escaped.

    Raises:
        Misspoken: where a name is not among the facts.
    """

    def fact(found: re.Match[str]) -> str:
        if found[1] not in facts:
            raise Misspoken(sentence, found[1])
        return str(escape(facts[found[1]]) if isinstance(sentence, Markup) else facts[found[1]])

    return type(sentence)(_NAME.sub(fact, sentence))


def bold(sentence: str) -> Markup:
    """Show ``**stars**`` as strong words; everything else is escaped."""
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(sentence))))  # noqa: S704 - escaped just before


def plain(sentence: str) -> str:
    """Leave the stars out, for a title or a spoken text."""
    return _BOLD.sub(r"\1", sentence)
