"""Files of ballots: found, read as text, and told apart by their endings."""

from __future__ import annotations

from pathlib import Path

from alongside.refusal import BadInput, NotFound


def text_of(path: Path) -> str:
    """Return what stands in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it cannot be read, or is not UTF-8 text; the sentence names file and line.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("file", str(path), "Look at the name, or give the whole path.") from None
    except OSError as trouble:
        raise BadInput(f"this cannot be read ({trouble.strerror})", where=str(path)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        row = content.count(b"\n", 0, trouble.start) + 1
        found = f"the byte {content[trouble.start]:#04x} is not UTF-8 text"
        raise BadInput(found, where=f"{path}, line {row}", remedy="Save the file as UTF-8.") from None
