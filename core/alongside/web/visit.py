"""A visit: what a page is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

import attrs

from alongside.display import Edition
from alongside.display.look import Look
from alongside.store import Actor, Unit
from alongside.web.multipart import Sent

if TYPE_CHECKING:
    from alongside.web.host import Host


class Business(Protocol):
    """What the kit needs to know of a business; the value that ``enterprise`` keeps is one."""

    @property
    def id(self) -> str:
        """Its id, by which rights are given."""

    @property
    def slug(self) -> str:
        """Its name in addresses."""

    @property
    def name(self) -> str:
        """Its name as people say it."""

    @property
    def kind(self) -> str:
        """The plugin that runs it."""


@attrs.frozen
class Form(Mapping[str, str]):
    """What was sent, by the name of the field; the last one counts where a name stands twice.

    ``files`` are those that were sent, on a page that takes one.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, Sent] = attrs.field(factory=dict, kw_only=True)

    def __getitem__(self, name: str) -> str:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self.pairs))

    def __len__(self) -> int:
        return len(dict(self.pairs))

    def every(self, name: str) -> tuple[str, ...]:
        """All that was ticked or chosen under one name."""
        return tuple(value for found, value in self.pairs if found == name)


@attrs.frozen
class Helper:
    """Who sits beside the visitor and helps: their id and name, the address of their photo, and their picture."""

    person: str
    name: str
    photo: str | None = attrs.field(default=None, kw_only=True)
    picture: str | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Visitor:
    """Who is here: as actor, by the name they use, in the edition and the look they chose.

    ``photo`` is the address of their photo, ``picture`` the one they chose to stand in its place. ``helper``
    came in together with them. ``shared`` says that others use this device after them; it locks itself
    after so many minutes (0 is never) without anybody. ``session`` is the id of the session; empty for somebody
    who has not signed in. Their browser is to be given another secret where ``turn_due``. Of one that is
    ``locked`` nothing else is known than how they see things, until a card opens it. ``unnoted`` says that it is
    time to write down that somebody is there.
    """

    actor: Actor
    name: str
    edition: Edition = attrs.field(default=Edition.STANDARD, kw_only=True)
    look: Look = attrs.field(factory=Look, kw_only=True)
    photo: str | None = attrs.field(default=None, kw_only=True)
    picture: str | None = attrs.field(default=None, kw_only=True)
    helper: Helper | None = attrs.field(default=None, kw_only=True)
    shared: bool = attrs.field(default=False, kw_only=True)
    locks_after: int = attrs.field(default=0, kw_only=True)
    locked: bool = attrs.field(default=False, kw_only=True)
    unnoted: bool = attrs.field(default=False, kw_only=True)
    session: str = attrs.field(default="", kw_only=True)
    turn_due: bool = attrs.field(default=False, kw_only=True)


STRANGER = Visitor(Actor.stranger(), "")
"""Somebody who has not signed in."""


@attrs.frozen
class Choice:
    """One of those to choose from on the page “Who are you?”: the person's id, name and face.

    ``look_as`` is one of ``member``, ``manager``, ``trustee``, ``steward`` where a demo offers this person as
    the one to look around as; empty for everybody else.
    """

    person: str
    name: str
    photo: str | None = attrs.field(default=None, kw_only=True)
    picture: str | None = attrs.field(default=None, kw_only=True)
    look_as: str = attrs.field(default="", kw_only=True)


@attrs.frozen(kw_only=True)
class Visit:
    """Somebody opens a page or sends a form.

    ``unit`` was opened as the visitor: for reading where a page is shown, for writing where a form was sent.
    ``path`` holds what stands in the place of the address's ``{names}``. ``business`` is there on the pages
    of a plugin. ``form`` is empty where a page is opened, except where it is shown again after a refusal.
    ``kept`` is what this browser keeps for the core; a plugin's pages find nothing there.
    ``browser`` stands for the browser that asks, so that it is known again and its secret is not told; ``origin``
    is that of our pages in it (``https://cafe.local``), ``sender`` the network address it asks from.
    ``draft`` is what this browser keeps of a page before (``GoTo.draft``), empty where it keeps nothing.
    ``mark`` is that of the form that was sent.
    ``host`` is the house: what stands above the parts (reports) asks it for all of them.
    """

    host: Host
    unit: Unit
    visitor: Visitor
    part: str
    edition: Edition
    look: Look = attrs.field(factory=Look)
    zone: str
    today: date
    business: Business | None = None
    path: Mapping[str, str] = attrs.field(factory=dict)
    query: Form = attrs.field(factory=Form)
    form: Form = attrs.field(factory=Form)
    kept: Mapping[str, str] = attrs.field(factory=dict)
    origin: str = ""
    sender: str = ""
    browser: str = ""
    draft: str = attrs.field(default="", repr=False)
    mark: str = ""

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self.visitor.actor

    def link(self, path: str) -> str:
        """The whole address of one of the part's own pages, for this business."""
        return f"/{self.part}/{self.business.slug}{path}" if self.business else path
