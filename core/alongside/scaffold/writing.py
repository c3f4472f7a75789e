"""Writes a new plugin from the files in ``template/``: a whole distribution in the one shape, or nothing.

In a file ``«name»`` and the other words in such quotes are filled in, in a file's own name ``NAME`` is; the
ending ``.txt`` keeps the files from being taken for code of ours.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import attrs

from alongside import __version__
from alongside.plugin import API_VERSION
from alongside.refusal import BadInput

TEMPLATE = Path(__file__).parent / "template"


@attrs.frozen
class Written:
    """A new plugin: its folder, how many files there are, and how many lines of Python."""

    folder: Path
    files: int
    lines: int


def write_plugin(name: str, where: Path) -> Written:
    """Write the plugin into a new folder in ``where``; what was begun and not finished does not stay.

    Raises:
        BadInput: where ``where`` is no folder, or there is something of the new one's name.
    """
    folder = where / f"alongside-{_dashed(name)}"
    if not where.is_dir():
        raise BadInput(f"there is no folder {where}", remedy="Make it first, or name another by --in FOLDER.")
    if folder.exists():
        remedy = "Nothing in it was touched. Move it away, or name another place by --in FOLDER."
        raise BadInput(f"{folder} is there already", remedy=remedy)
    unfinished = where / f".{folder.name}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        texts = plugin_files(name)
        for path, text in texts.items():
            file = unfinished / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    python = [text for path, text in texts.items() if path.endswith(".py")]
    return Written(folder, len(texts), sum(text.count("\n") for text in python))


def plugin_files(name: str) -> dict[str, str]:
    """Return the text of every file of a new plugin, by its path in the distribution."""
    words = _words(name)
    return {
        str(path.relative_to(TEMPLATE)).replace("NAME", name).removesuffix(".txt"): _filled(path, words)
        for path in sorted(TEMPLATE.rglob("*.txt"))
    }


def _words(name: str) -> dict[str, str]:
    return {
        "name": name,
        "Title": name.replace("_", " ").capitalize(),
        "dashed": _dashed(name),
        "api": str(API_VERSION),
        "version": __version__,
    }


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _filled(path: Path, words: Mapping[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for word, filling in words.items():
        text = text.replace(f"«{word}»", filling)
    return text
