"""The text of a file that somebody hands in: UTF-8, and its lines as a spreadsheet saves them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from alongside.refusal import BadInput

LARGEST_FILE = 900_000
"""The most bytes of a file of people: some eight thousand rows."""


def text_of(content: bytes, file: str) -> str:
    """Return the text of a file, with or without the mark that some programs put before it.

    Raises:
        BadInput: where it is too large or no UTF-8.
    """
    if len(content) > LARGEST_FILE:
        found = f"the file has {len(content):,} bytes; the most is {LARGEST_FILE:,}"
        raise BadInput(found, where=file, remedy="Divide it into two.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeError:
        text = "\0"
    # No text holds a zero character; UTF-16 is full of them.
    if "\0" in text:
        raise BadInput("this is not text in UTF-8", where=file, remedy="Save it again and choose “CSV UTF-8”.")
    return text


def lines_of(text: str) -> Iterator[list[str]]:
    """Return the rows of cells of a text divided by commas."""
    return csv.reader(StringIO(text, newline=""), strict=True)
