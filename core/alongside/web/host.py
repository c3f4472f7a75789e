"""What the kit needs of the house, so that it can show pages without knowing any part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from alongside.display import Said
from alongside.display.rendering import Display
from alongside.plugin import Part
from alongside.store import Store, Unit
from alongside.web.door import Door
from alongside.web.visit import Business, Choice, Visitor


class LeftOut(Protocol):
    """A plugin that could not be used, and why, in a sentence."""

    @property
    def name(self) -> str:
        """The plugin's name."""

    @property
    def reason(self) -> str:
        """Why it was left out."""


class Photos(Protocol):
    """The photos of people, by the names and addresses they are kept under."""

    def keep(self, content: bytes) -> str:
        """Keep a photo; return its name."""

    def read(self, name: str) -> bytes | None:
        """Return a photo, ``None`` where there is none of that name."""

    def remove(self, name: str | None) -> None:
        """Take a photo away."""

    def handed_over(self, addresses: Iterable[str | None]) -> Mapping[str, bytes]:
        """Return the photos at these addresses, as a paper needs them; what is not there is left out."""


class Host(Protocol):
    """An enterprise that was opened. ``unit`` is always one that the kit has opened.

    ``display`` knows every part's templates by name, and those of this kit as ``web``. ``parts`` stand in the
    order of the menu; a ``Plugin`` among them has its pages once for each business of its kind. ``notice``
    stands at the foot of every page.
    """

    @property
    def store(self) -> Store:
        """The enterprise's store."""

    @property
    def display(self) -> Display:
        """The templates of all parts."""

    @property
    def parts(self) -> Sequence[Part]:
        """The descriptions of what is in use."""

    @property
    def broken(self) -> Sequence[LeftOut]:
        """The plugins that were left out."""

    @property
    def door(self) -> Door | None:
        """What a browser needs a key for: the first questions; ``None`` once people can sign in."""

    @property
    def photos(self) -> Photos:
        """The photos of people; who may be shown is asked of ``photo``."""

    @property
    def notice(self) -> str:
        """A sentence for every page, such as “This is a demo.”; may be empty."""

    def visitor(self, unit: Unit, token: str) -> Visitor | None:
        """Return who is in the session with this secret; ``None`` where there is none."""

    def photo(self, unit: Unit, name: str) -> bytes | None:
        """Return a photo of somebody who agreed to be shown; ``None`` where there is none of that name."""

    def must_clean(self) -> object:
        """Note that what is erased has to go out of papers and files too; called inside the erasing unit."""

    def clean(self) -> None:
        """Take what was erased out of papers and files; called with no unit open.

        Raises:
            NotCleanYet: where somebody reads for too long; the daily round does it then.
        """

    def seen(self, visitor: Visitor) -> None:
        """Write down that somebody is there now, in a unit of its own."""

    def turned(self, unit: Unit, session: str) -> str:
        """Give a session another secret, and return it."""

    @property
    def is_demo(self) -> bool:
        """True if its people are invented, and anybody may look around as one of them."""

    @property
    def can_mail(self) -> bool:
        """True if mail can be sent from here at all."""

    def mail(self, unit: Unit, person: str, part: str, subject: Said, sentences: Sequence[Said]) -> None:
        """Send a person a mail at once, which is kept nowhere: it holds what nobody else may read.

        It goes on by itself; whether it arrives is not known.
        """

    def choices(self, unit: Unit) -> Sequence[Choice]:
        """Return all as whom anybody may look around: those of a demo, and nobody elsewhere."""

    def to_ask(self, unit: Unit) -> Choice | None:
        """Return whom people ask who have a question; ``None`` while there is nobody."""

    def businesses(self, unit: Unit) -> Sequence[Business]:
        """Return every business of every kind."""

    def business(self, unit: Unit, kind: str, slug: str) -> Business | None:
        """Return the business of that kind and address, or ``None``."""

    def enterprise(self, unit: Unit) -> str:
        """Return the enterprise's name."""

    def zone(self, unit: Unit) -> str:
        """Return the time zone its clocks show."""

    def words(self, unit: Unit) -> Mapping[str, str]:
        """Return the enterprise's own words."""

    def today(self, unit: Unit) -> date:
        """Return the day it is there."""
