"""One figure of the page “How it went”: now beside before, with the sentence that says it."""

from __future__ import annotations

import attrs

from alongside.display.texts import plain


def _words(_figure: object, field: attrs.Attribute[str], value: str) -> None:
    if not value.strip():
        raise ValueError(f"Figure.{field.name} is empty, but must say something")


@attrs.frozen(kw_only=True)
class Figure:
    """A figure that trustees and members are told first.

    ``now`` and ``before`` are plain numbers in one unit, for the bars (``before`` is ``None`` where nothing
    was counted). ``said`` is the figure as it stands in large type, ``said_before`` the one before it;
    ``sentence`` says it in one standard sentence, ``easy`` and ``easy_change`` in Easy Read, with ``**stars**``
    round the one fact. ``picture`` names what stands beside it; figures of low ``rank`` come first.
    """

    now: float
    before: float | None
    said: str = attrs.field(validator=_words)
    sentence: str = attrs.field(validator=_words)
    easy: str = attrs.field(validator=_words)
    easy_change: str = ""
    picture: str = "chart"
    rank: int = 100
    said_before: str = ""

    @property
    def number(self) -> str:
        """The figure without what follows it: ``96`` of ``96 in 100``."""
        return self.said.split()[0]

    @property
    def rest(self) -> str:
        """What follows the number: ``in 100``; empty where nothing does."""
        return " ".join(self.said.split()[1:])

    @property
    def before_said(self) -> str:
        """The earlier figure in words: as given, else the number itself."""
        if self.said_before or self.before is None:
            return self.said_before
        return f"{self.before:,.0f}" if float(self.before).is_integer() else f"{self.before:,}"

    @property
    def spoken(self) -> str:
        """What the bars say to somebody who hears them."""
        before = f", {self.before_said} before" if self.before is not None else ""
        return plain(f"{self.said} now{before}.")


def first_five(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The five figures the first page has room for, by rank; of equal rank, in the order given."""
    return tuple(sorted(figures, key=lambda figure: figure.rank)[:5])
