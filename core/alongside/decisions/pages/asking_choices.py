"""The choices of a proposal on the form that asks for it: a few words each, with a picture and what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from alongside.decisions.ballot import BallotKind
from alongside.decisions.proposal import ANSWERS, LONGEST_TITLE, NO, YES, Option
from alongside.decisions.to_spend import MOST_MONEY
from alongside.display import Said as _
from alongside.web.forms import Answer, Fields, Line, Money, OneOf

if TYPE_CHECKING:
    from alongside.decisions.pages.asking import Kind
    from alongside.web import Visit

ROWS, NEEDED_ROWS = 6, 2
"""Choices that the form has room for, and how many of them there have to be."""

LETTER = "letter"
"""The picture of a choice that is to have none: its letter stands for it."""

PICTURES = (
    *("calendar", "sun", "moon", "home", "shop", "door", "cup", "bread", "lunch", "cake", "apple"),
    *("music", "microphone", "paint", "book", "graduation", "bus", "bicycle", "plant", "football", "money"),
    *("people", "party", "sofa", "tools"),
)
"""What choices are drawn by: things that members decide about."""


class Choice(Fields):
    """One choice, in a few words, with the picture that stands beside them everywhere."""

    words = Line(_("Choice {n}"), longest=LONGEST_TITLE, missing=_("Write choice {n}."))
    cost = Money(_("What choice {n} costs"), most=MOST_MONEY, missing=_("Write what choice {n} costs."))
    picture = OneOf(
        _("Picture for choice {n}"),
        [Answer(name, name) for name in (LETTER, *PICTURES)],
        needed=False,
        depends=True,
    )


def choices(visit: Visit, kind: Kind) -> list[Choice]:
    """Return the rows for choices; none for a question whose choices are not written."""
    rows = range(1, ROWS + 1) if kind.writes_choices else ()
    return [_choice(visit, row, spends=kind.how.spends) for row in rows]


def _choice(visit: Visit, row: int, *, spends: bool) -> Choice:
    one = Choice(visit, {"picture": LETTER}, prefix=f"choice{row}-", facts={"n": row})
    one.words.needed = row <= NEEDED_ROWS
    one.cost.needed = spends and (row <= NEEDED_ROWS or bool(one.words.shown))
    if not spends:
        del one.cost
    return one


def options(kind: Kind, rows: Sequence[Choice]) -> Iterator[Option]:
    """Yield the options that were written, or those that such a question always has."""
    if not kind.writes_choices:
        yield from _USUAL[kind.how.ballot]
    for row, one in enumerate(rows, 1):
        words, picture = one.words.value, one.picture.value
        if words:
            yield Option(
                key=f"option{row}",
                words=words,
                easy_words=words,
                picture="" if picture in {LETTER, ""} else picture,
                cost=one.cost.data if "cost" in one else None,
            )


_USUAL: Mapping[BallotKind, tuple[Option, ...]] = {
    BallotKind.ONE: (YES, NO),
    BallotKind.CONSENT: ANSWERS,
    BallotKind.RANKS: (),
}
"""The choices where they are not written: people put themselves on the ballot of an election."""
