"""How a message is told: in the reader's edition, in the words of the part that wrote it and of the enterprise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
from markupsafe import Markup

from alongside.display import Edition, Said, View
from alongside.display.pictures import NAMES
from alongside.display.texts import Misspoken
from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.wording import said
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.display.rendering import Display
    from alongside.messages.message import Message
    from alongside.people.person import Person
    from alongside.store import Unit

PART = "messages"


@attrs.frozen(kw_only=True)
class Line:
    """One sentence that can be worded, of one part, and the picture beside it."""

    part: str
    said: Said
    picture: str = "envelope"


@attrs.frozen(kw_only=True)
class Told:
    """A message that can be worded: its title and its lines."""

    message: Message
    title: Line
    lines: tuple[Line, ...]


@attrs.frozen(kw_only=True)
class Voice:
    """Who speaks: the enterprise, its own words and its zone, on which day, and whom one may ask."""

    display: Display
    enterprise: str
    words: Mapping[str, str]
    zone: str
    today: date
    ask: str

    def tell(self, message: Message, edition: Edition) -> Told:
        """Return a message with its facts in the words of an edition."""
        word = partial(self._line, message.part, edition)
        return Told(message=message, title=word(message.title), lines=tuple(word(one) for one in message.lines))

    def _line(self, part: str, edition: Edition, sentence: Sentence) -> Line:
        picture = sentence.picture if sentence.picture in NAMES else "envelope"
        return Line(part=part, said=said(sentence, edition, self.zone, self.today), picture=picture)

    def can_tell(self, message: Message, edition: Edition) -> bool:
        """True if it can be worded: its part is here, and none of its sentences lacks a fact."""
        try:
            self.plain(self.tell(message, edition), edition)
        except (KeyError, Misspoken):
            return False
        return True

    def plain(self, told: Told, edition: Edition) -> list[str]:
        """Return the title and the lines without markup."""
        sentences = [told.title.said, *(line.said for line in told.lines)]
        return self.display.sentences(told.message.part, sentences, edition=edition, words=self.words)

    def own(self, edition: Edition, *sentences: Said) -> list[str]:
        """Return sentences of this part, without markup."""
        return self.display.sentences(PART, sentences, edition=edition, words=self.words)

    def show(self, template: str, edition: Edition, *, on_paper: bool = False, **facts: Any) -> Markup:
        """Return one of this part's templates as HTML, without a frame."""
        view = View(
            template, "Messages", {"enterprise": self.enterprise, "today": self.today, "ask": self.ask, **facts}
        )
        html = self.display.render(
            PART, view, edition=edition, words=self.words, zone=self.zone, on_paper=on_paper
        )
        return Markup(html)  # noqa: S704 - rendered with escaping


def voice(unit: Unit, display: Display, today: date) -> Voice:
    """Return the voice of the enterprise; who looks after it is the one to ask."""
    own, steward = enterprise.the_enterprise(unit), enterprise.steward(unit)
    ask = people.names_of(unit, [steward])[steward] if steward else ""
    return Voice(display=display, enterprise=own.name, words=dict(own.words), zone=own.zone, today=today, ask=ask)


def edition_of(person: Person) -> Edition:
    """Return the edition a person chose."""
    return Edition(person.edition)


def all_told(speaks: Voice, messages: Sequence[Message], edition: Edition) -> tuple[Told, ...]:
    """Return those messages that can be worded, each with its facts in words."""
    return tuple(speaks.tell(one, edition) for one in messages if speaks.can_tell(one, edition))
