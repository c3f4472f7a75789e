"""What a part of Alongside is: descriptions that say what it brings, with everything heavy left for later.

A core part describes itself with ``Part``, a kind of business with ``Plugin`` (the same and an API version).
Names, paths, commands, tables and permissions are written without their prefix; the host adds it. This
module stands on the standard library, attrs and pluggy, so that ``alongside --help`` stays light.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any

import attrs
import pluggy

hook = pluggy.HookimplMarker("alongside")

API_VERSION = (1, 2)

LARGEST_FORM = 1_000_000
"""The most bytes that may be sent to a page, unless it says more."""

LARGEST_OF_ALL = 12_000_000
"""More than this no page takes: all of it is held in memory."""

_NAME = re.compile(r"[a-z][a-z0-9_]{1,30}\Z")
_COMMAND = re.compile(r"[a-z][a-z0-9-]{0,30}\Z")
_LAZY = re.compile(r"[a-z_][a-z0-9_.]*(:[A-Za-z_]\w*)?\Z")


class Misdescribed(ValueError):
    """A description is not as it should be; the sentence names the field and what was found."""

    def __init__(self, kind: str, field: str, found: object, wanted: str) -> None:
        super().__init__(f"{kind}.{field} is {found!r}, but must be {wanted}")


def _text(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise Misdescribed(type(item).__name__, field.name, value, "a text that is not empty")


def _matching(pattern: re.Pattern[str], wanted: str) -> Any:
    def check(item: Any, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, str) or not pattern.match(value):
            raise Misdescribed(type(item).__name__, field.name, value, wanted)

    return check


def _tuple_of(*kinds: type) -> Any:
    """A lone string passes for a tuple of names unless it is looked at."""
    names = " or ".join(kind.__name__ for kind in kinds)

    def check(item: Any, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple) or not all(isinstance(one, kinds) for one in value):
            raise Misdescribed(type(item).__name__, field.name, value, f"a tuple of {names}")

    return check


def _lazy_or_none(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Lazy):
        raise Misdescribed(type(item).__name__, field.name, value, "a Lazy or None")


def _path(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    _text(item, field, value)
    if not str(value).startswith("/"):
        raise Misdescribed(type(item).__name__, field.name, value, "a path that starts with /")


@attrs.frozen
class Lazy:
    """Something in the package, named ``module:attribute`` (or ``module``), imported when it is first needed."""

    target: str = attrs.field(validator=_matching(_LAZY, "“module:attribute” or “module”"))

    def load(self, package: str) -> Any:
        """Import and return what is named, seen from ``package``."""
        module, _, name = self.target.partition(":")
        loaded = import_module(f"{package}.{module}")
        return getattr(loaded, name) if name else loaded


class OpenTo(Enum):
    """Whom a page is open to that asks for no permission. A page that does not say it is not loaded."""

    SIGNED_IN = "everybody who has signed in"
    ANYONE = "anyone, before signing in"


def _needs(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, OpenTo) and not (isinstance(value, str) and value.strip()):
        wanted = "a permission, or OpenTo.SIGNED_IN for what everybody may open who has signed in"
        raise Misdescribed(type(item).__name__, field.name, value, wanted)


def _bytes(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int or not 0 < value <= LARGEST_OF_ALL:
        wanted = f"a number of bytes up to {LARGEST_OF_ALL:,}"
        raise Misdescribed(type(item).__name__, field.name, value, wanted)


@attrs.frozen
class Page:
    """One page: where it is, what it is called, who may open it, and what shows it.

    ``path`` may hold ``{names}``. ``needs`` is a permission without prefix, or ``OpenTo.SIGNED_IN`` for a
    page that everybody may open who has signed in; a plugin has no page that is open to anyone. ``show``
    (and ``send`` for what is posted to it) take a ``Visit``. ``menu`` says whether it stands in the menu; a
    path with names never does. A page that stands ``under`` another one (its path, as that page writes it) is
    not in the menu but named on that page, so that the menu stays short. ``takes_file`` says that its form
    may bring a file (``visit.form.files``), ``largest`` how many bytes may be sent to it in all. ``noted`` is
    for what is so private that its being read is noted: the page is opened in a unit that writes, and calls
    ``unit.note_reading``. ``also(unit, names)``, where there is one, is true for whoever may open it without what
    it ``needs``, by what she is to the very thing that the ``names`` in its address name. Nobody else is let in.
    """

    path: str = attrs.field(validator=_path)
    title: str = attrs.field(validator=_text)
    picture: str = attrs.field(validator=_text)
    needs: str | OpenTo = attrs.field(kw_only=True, validator=_needs)
    show: Lazy = attrs.field(kw_only=True, validator=attrs.validators.instance_of(Lazy))
    send: Lazy | None = attrs.field(default=None, kw_only=True, validator=_lazy_or_none)
    menu: bool = attrs.field(default=True, kw_only=True)
    under: str | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(_path))
    takes_file: bool = attrs.field(default=False, kw_only=True)
    largest: int = attrs.field(default=LARGEST_FORM, kw_only=True, validator=_bytes)
    noted: bool = attrs.field(default=False, kw_only=True)
    also: Lazy | None = attrs.field(default=None, kw_only=True, validator=_lazy_or_none)


@attrs.frozen
class Paper:
    """A PDF that the part can make, opened from a page or written by a command: ``make`` takes a ``Visit``.

    ``also`` is as on a page.
    """

    path: str = attrs.field(validator=_path)
    title: str = attrs.field(validator=_text)
    needs: str | OpenTo = attrs.field(kw_only=True, validator=_needs)
    make: Lazy = attrs.field(kw_only=True, validator=attrs.validators.instance_of(Lazy))
    also: Lazy | None = attrs.field(default=None, kw_only=True, validator=_lazy_or_none)


@attrs.frozen
class Command:
    """One command of the part's group; ``run`` is a function carrying click's options, called with a ``Desk``."""

    name: str = attrs.field(validator=_matching(_COMMAND, "lower-case letters, digits and -"))
    help: str = attrs.field(validator=_text)
    run: Lazy = attrs.field(kw_only=True, validator=attrs.validators.instance_of(Lazy))


@attrs.frozen
class Chapter:
    """A chapter of the report: ``write(unit, period)`` returns a ``View``.

    ``figures(unit, period)``, where there is one, hands the first page its ``Figure`` values.
    """

    title: str = attrs.field(validator=_text)
    write: Lazy = attrs.field(validator=attrs.validators.instance_of(Lazy))
    figures: Lazy | None = attrs.field(default=None, kw_only=True, validator=_lazy_or_none)


@attrs.frozen
class Tile:
    """A tile of the home page of those who run things: a few words on what needs them today, and one link.

    ``show(visit)`` returns a ``Glance``, or ``None`` where there is nothing to tell. A plugin's tile is there once
    for each business of its kind for which the visitor has what it ``needs``. With ``on_week``, what it tells
    stands at the top of the visitor's own week as well, while it waits for her: there a member's visit begins.
    """

    title: str = attrs.field(validator=_text)
    needs: str | OpenTo = attrs.field(kw_only=True, validator=_needs)
    show: Lazy = attrs.field(kw_only=True, validator=attrs.validators.instance_of(Lazy))
    on_week: bool = attrs.field(default=False, kw_only=True, validator=attrs.validators.instance_of(bool))


def _style(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if value not in {"report", "wall"}:
        raise Misdescribed(type(item).__name__, field.name, value, "“report” or “wall”")


@attrs.frozen
class DaySheet:
    """A share of the papers that are made each evening for the day after, so that work goes on without a network.

    ``write(unit, business, day)`` returns one ``View`` for each sheet, none where there is nothing to tell. It is
    called for each business of the plugin's kind, and reads as the daily round, which may everything: the sheets
    go to those who have what it ``needs`` for the business. ``style`` is ``report``, or ``wall`` for a sheet that
    hangs on the wall and has headings of its own.
    """

    title: str = attrs.field(validator=_text)
    write: Lazy = attrs.field(validator=attrs.validators.instance_of(Lazy))
    needs: str = attrs.field(kw_only=True, validator=_text)
    style: str = attrs.field(default="report", kw_only=True, validator=_style)


@attrs.frozen
class Reminder:
    """One kind of reminder, which everybody may switch off for herself.

    ``key`` is what ``remind`` calls it; ``title`` says when it comes, from the side of the one who gets it
    (“The day before I work”).
    """

    key: str = attrs.field(validator=_matching(_NAME, "lower-case letters, digits and _"))
    title: str = attrs.field(validator=_text)
    picture: str = attrs.field(validator=_text)


_OLDEST = 150
"""Older than anybody: up to here a rule for all ages reaches."""


def _number(item: Any, field: attrs.Attribute[Any], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or not value > 0:
        raise Misdescribed(type(item).__name__, field.name, value, "a whole number or a Decimal above nothing")


@attrs.frozen
class StricterRule:
    """A rule to which this kind of business holds more strictly than the law, for its own businesses alone.

    ``rule`` is the id of a dated legal value (``alongside rules why`` tells them), ``value`` what is held to, in
    the rule's own unit: pence for money. Days and ages are included; ``source`` says where it is written down. It
    counts wherever the rule is asked for; one that is looser than the law of its first day leaves the plugin out.
    """

    rule: str = attrs.field(validator=_text)
    value: int | Decimal = attrs.field(validator=_number)
    first_day: date = attrs.field(kw_only=True, validator=attrs.validators.instance_of(date))
    last_day: date | None = attrs.field(
        default=None, kw_only=True, validator=attrs.validators.optional(attrs.validators.instance_of(date))
    )
    age_from: int = attrs.field(default=0, kw_only=True, validator=attrs.validators.instance_of(int))
    age_to: int = attrs.field(default=_OLDEST, kw_only=True, validator=attrs.validators.instance_of(int))
    source: str = attrs.field(kw_only=True, validator=_text)


@attrs.frozen(kw_only=True)
class Part:
    """What a core part is and brings. ``package`` is its import name; permissions carry no prefix."""

    name: str = attrs.field(validator=_matching(_NAME, "lower-case letters, digits and _"))
    title: str = attrs.field(validator=_text)
    picture: str = attrs.field(validator=_text)
    package: str = attrs.field(validator=_text)
    permissions: tuple[str, ...] = attrs.field(default=(), validator=_tuple_of(str))
    pages: tuple[Page, ...] = attrs.field(default=(), validator=_tuple_of(Page))
    papers: tuple[Paper, ...] = attrs.field(default=(), validator=_tuple_of(Paper))
    commands: tuple[Command, ...] = attrs.field(default=(), validator=_tuple_of(Command))
    chapters: tuple[Chapter, ...] = attrs.field(default=(), validator=_tuple_of(Chapter))
    tiles: tuple[Tile, ...] = attrs.field(default=(), validator=_tuple_of(Tile))
    day_sheets: tuple[DaySheet, ...] = attrs.field(default=(), validator=_tuple_of(DaySheet))
    reminders: tuple[Reminder, ...] = attrs.field(default=(), validator=_tuple_of(Reminder))
    stricter_rules: tuple[StricterRule, ...] = attrs.field(default=(), validator=_tuple_of(StricterRule))
    tables: Lazy | None = attrs.field(default=None, validator=_lazy_or_none)
    reactions: Lazy | None = attrs.field(default=None, validator=_lazy_or_none)
    demo: Lazy | None = attrs.field(default=None, validator=_lazy_or_none)

    def __attrs_post_init__(self) -> None:
        """Check what only the whole can tell: nothing named twice, nothing needed that was not declared."""
        for field, names in (
            ("permissions", list(self.permissions)),
            ("pages", [page.path for page in self.pages] + [paper.path for paper in self.papers]),
            ("commands", [command.name for command in self.commands]),
            ("tiles", [tile.title for tile in self.tiles]),
            ("day_sheets", [sheet.title for sheet in self.day_sheets]),
            ("reminders", [reminder.key for reminder in self.reminders]),
        ):
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise Misdescribed(type(self).__name__, field, twice[0], "named once only")
        opened: tuple[Page | Paper | Tile | DaySheet, ...] = (
            *self.pages,
            *self.papers,
            *self.tiles,
            *self.day_sheets,
        )
        for one in opened:
            if isinstance(one.needs, str) and one.needs not in self.permissions:
                wanted = f"one of {', '.join(self.permissions) or 'none'}"
                raise Misdescribed(type(one).__name__, "needs", one.needs, wanted)


@attrs.frozen(kw_only=True)
class Plugin(Part):
    """What a kind of business is: a part with the version of the API it was written for."""

    api: tuple[int, int] = attrs.field(validator=_tuple_of(int))

    def __attrs_post_init__(self) -> None:
        """Check as any part is, and that no page of it is met by somebody who has not signed in."""
        Part.__attrs_post_init__(self)
        opened: tuple[Page | Paper | Tile, ...] = (*self.pages, *self.papers, *self.tiles)
        for one in opened:
            if one.needs is OpenTo.ANYONE:
                raise Misdescribed(type(one).__name__, "needs", one.needs, "a permission, or OpenTo.SIGNED_IN")

    @api.validator
    def _two_numbers(self, _: object, api: tuple[int, ...]) -> None:
        if len(api) != 2:  # a version is (major, minor)
            raise Misdescribed("Plugin", "api", api, "two numbers, such as (1, 0)")
