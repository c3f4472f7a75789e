"""The base of all refusals: something was asked for that cannot be, and the person is told why.

A refusal is one clear sentence: what is wrong, where, and what to do. Edges translate it: the command line
prints it and ends with exit code 2, a page shows it beside the form. Nothing else that goes wrong is shown
to people in its own words.

One that a page may show carries how it is worded: a key and facts, as every text that people read. So whoever
reads Easy Read is refused in Easy Read, while ``str()`` of it stays the key in standard English, filled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

import attrs

_LONGEST = 200
"""Of what was typed, as much as a sentence repeats."""

_NAME = re.compile(r"\{(\w+)\}")

Fact = str | int | date | datetime
"""A fact of a sentence. The edition words days and moments; a moment is as the clocks of its place show it."""


@attrs.frozen
class Worded:
    """A sentence to be worded by the catalogue of ``part``, once it is known who reads it.

    A moment called ``starts`` is said by ``{starts}`` as day and time, by ``{starts_day}`` and ``{starts_time}``
    as one of them.
    """

    part: str
    key: str
    facts: Mapping[str, Fact] = attrs.field(factory=dict)

    def __str__(self) -> str:
        said = _standard(self.facts)
        # What is no fact stays as it is: it is a word of the enterprise's own, which is not known here.
        return _NAME.sub(lambda found: said.get(found[1], found[0]), self.key)


def worded(part: str, key: str, /, **facts: Fact) -> Worded:
    """Return a sentence of ``part`` with its facts, for a refusal that people read on pages."""
    return Worded(part, key, facts)


class Audience(Enum):
    """Who reads a reason: the same “no” is not for everybody to know the why of."""

    PERSON = "person"  # she whom it is about
    MANAGER = "manager"  # who plans there
    COLLEAGUES = "colleagues"  # everybody else


@attrs.frozen(kw_only=True)
class ToEach:
    """One reason in a sentence for each audience, so that what is private reaches the person alone.

    Health, benefits, age and adjustments stand in ``person`` at the most; what ``colleagues`` read names no cause.
    A refusal is raised with the one sentence of whoever acts, never with all of them::

        raise NotPossible(reason.to(unit.audience(person, "cafe.plan", business)))
    """

    person: Worded
    manager: Worded
    colleagues: Worded

    def to(self, audience: Audience) -> Worded:
        """Return the sentence that an audience may read."""
        each = {
            Audience.PERSON: self.person,
            Audience.MANAGER: self.manager,
            Audience.COLLEAGUES: self.colleagues,
        }
        return each[audience]


def _standard(facts: Mapping[str, Fact]) -> dict[str, str]:
    """Facts in standard English, as the command line prints them."""
    said: dict[str, str] = {}
    for name, fact in facts.items():
        day = f"{fact:%A} {fact.day} {fact:%B}" if isinstance(fact, date) else ""
        said[name] = day or str(fact)
        if isinstance(fact, datetime):
            said |= {name: f"{day}, {fact:%H:%M}", f"{name}_day": day, f"{name}_time": f"{fact:%H:%M}"}
    return said


class Refusal(Exception):
    """What was asked for cannot be done; ``str()`` of it is the sentence people read.

    ``said`` is one sentence or several; only those that are ``worded`` can be read in every edition.
    """

    status = 400

    def __init__(self, *said: Worded | str) -> None:
        self.said = said
        super().__init__(*said)

    def __str__(self) -> str:
        return " ".join(str(one) for one in self.said)

    @property
    def sentence(self) -> str:
        """The sentence people read, in standard English."""
        return str(self)


class NotAllowed(Refusal):
    """The one who acts has no right to do this."""

    status = 403

    def __init__(self, actor: str, permission: str, where: str = "") -> None:
        self.permission = permission
        super().__init__(
            worded(
                "display",
                "{actor} may not do this{place}: it needs “{permission}”. Ask a steward to give it.",
                actor=actor,
                place=f" for {where}" if where else "",
                permission=permission,
            )
        )


class NotWithAHelper(Refusal):
    """What somebody changes by herself alone, and not in a visit in which she is helped."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            worded("display", "This stays as it is while somebody helps you. Come in by yourself to change it.")
        )


class OnlyAlone(Refusal):
    """What somebody looks at by herself alone; it is told in the same words whatever there is to see."""

    status = 403

    def __init__(self) -> None:
        super().__init__(worded("display", "This page is for you alone. Come in by yourself to open it."))


class NotFound(Refusal):
    """What was named does not exist (or may not be seen, which is told in the same words).

    A ``hint`` that is not worded is told in standard English alone.
    """

    status = 404

    def __init__(self, what: str, name: str, hint: str | Worded = "") -> None:
        said = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        plain, more = (f" {hint}", []) if isinstance(hint, str) and hint else ("", [hint] if hint else [])
        super().__init__(
            worded("display", "There is no {what} “{name}”.{more}", what=what, name=said, more=plain), *more
        )


class SomebodyWasFaster(Refusal):
    """The row was changed by somebody else since it was read."""

    status = 409

    def __init__(self, what: str) -> None:
        super().__init__(
            worded(
                "display",
                "Somebody else has just changed this {what}. Look at it again, then try once more.",
                what=what,
            )
        )


class BadInput(Refusal):
    """A file, row, date, name or option is not as it should be.

    Args:
        found: what is wrong, as a clause without a full stop; or the whole refusal, where it is worded.
        where: the file, row and column it stands in, or empty.
        remedy: what to do about it, as a sentence.
    """

    def __init__(self, found: str | Worded, *, where: str = "", remedy: str = "") -> None:
        self.where = where
        place = f"{where}: " if where else ""
        whole = found if isinstance(found, Worded) else f"{found}.{' ' + remedy if remedy else ''}"
        super().__init__(f"{place}{whole}" if place else whole)

    @property
    def sentence(self) -> str:
        """The sentence people read; a file's name at its beginning stays as it is written."""
        text = str(self)
        return text if self.where else text[:1].upper() + text[1:]
