"""The base of all refusals: something was asked for that cannot be, and the person is told why.

A refusal is one clear sentence: what is wrong, where, and what to do. Edges translate it: the command line
prints it and ends with exit code 2, a page shows it beside the form. Nothing else that goes wrong is shown
to people in its own words.
"""

from __future__ import annotations

_LONGEST = 200
"""Of what was typed, as much as a sentence repeats."""


class Refusal(Exception):
    """What was asked for cannot be done; ``str()`` of it is the sentence people read."""

    status = 400

    @property
    def sentence(self) -> str:
        """The sentence people read."""
        return str(self)


class NotAllowed(Refusal):
    """The one who acts has no right to do this."""

    status = 403

    def __init__(self, actor: str, permission: str, where: str = "") -> None:
        self.permission = permission
        place = f" for {where}" if where else ""
        super().__init__(f"{actor} may not do this{place}: it needs “{permission}”. Ask a steward to give it.")


class NotWithAHelper(Refusal):
    """What somebody changes by herself alone, and not in a visit in which she is helped."""

    status = 403

    def __init__(self) -> None:
        super().__init__("This stays as it is while somebody helps you. Come in by yourself to change it.")


class NotFound(Refusal):
    """What was named does not exist (or may not be seen, which is told in the same words)."""

    status = 404

    def __init__(self, what: str, name: str, hint: str = "") -> None:
        said = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        super().__init__(f"There is no {what} “{said}”.{' ' + hint if hint else ''}")


class SomebodyWasFaster(Refusal):
    """The row was changed by somebody else since it was read."""

    status = 409

    def __init__(self, what: str) -> None:
        super().__init__(f"Somebody else has just changed this {what}. Look at it again, then try once more.")


class BadInput(Refusal):
    """A file, row, date, name or option is not as it should be.

    Args:
        found: what is wrong, as a clause without a full stop.
        where: the file, row and column it stands in, or empty.
        remedy: what to do about it, as a sentence.
    """

    def __init__(self, found: str, *, where: str = "", remedy: str = "") -> None:
        self.where = where
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{found}.{' ' + remedy if remedy else ''}")

    @property
    def sentence(self) -> str:
        """The sentence people read; a file's name at its beginning stays as it is written."""
        text = str(self)
        return text if self.where else text[:1].upper() + text[1:]
