"""The desk a command sits at: who acts, the enterprise it is about, and how to answer.

Progress goes to standard error, answers to standard output; with ``--json`` the answer is JSON and stands
there alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from alongside.cli.stepping_back import step_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from alongside.rulepacks.offers import Promise
    from alongside.store import Actor, Store, Unit

T = TypeVar("T")


class Photos(Protocol):
    """The photos of people who agreed to be shown."""

    def handed_over(self, addresses: Iterable[str | None]) -> Mapping[str, bytes]:
        """Return the photos at these addresses, as a paper needs them; what is not there is left out."""


class Opened(Protocol):
    """What a desk needs of an enterprise that was opened; the house is one."""

    home: Path
    store: Store

    @property
    def photos(self) -> Photos:
        """The photos of people."""

    def actor(self, name: str | None) -> Actor:
        """Return who acts: the person named, or the folder's steward."""

    def zone(self) -> str:
        """Return the enterprise's time zone."""

    def today(self) -> date:
        """Return the day it is for this enterprise."""

    def promises(self) -> tuple[Promise, ...]:
        """Return what this enterprise has promised beyond the law."""

    def business(self, kind: str, slug: str | None) -> Any:
        """Return the business named, or the one of its kind if there is one."""

    def must_clean(self) -> object:
        """Note that papers and database files have to be cleaned; called inside the erasing unit."""

    def clean(self) -> None:
        """Take what was erased out of papers and database files."""

    def file_paper(self, actor: Actor, name: str, content: bytes, named: Iterable[str]) -> Path:
        """Keep a paper in the enterprise's folder, and note whose names stand in it."""


class Desk:
    """What a command gets: opened lazily, so that a command without an enterprise needs none."""

    def __init__(
        self,
        opener: Callable[[], Opened],
        *,
        kind: str = "",
        acting: str | None = None,
        business: str | None = None,
        as_json: bool = False,
        named: bool = True,
    ) -> None:
        self._opener = opener
        self._named = named
        self._kind = kind
        self._acting = acting
        self._business = business
        self.as_json = as_json

    @cached_property
    def opened(self) -> Opened:
        """The enterprise, opened when it is first needed."""
        return self._opener()

    @cached_property
    def actor(self) -> Actor:
        """Who acts."""
        return self.opened.actor(self._acting)

    @property
    def home(self) -> Path:
        """The enterprise's folder."""
        return self.opened.home

    @property
    def photos(self) -> Photos:
        """The photos of people, for a paper on which they are shown."""
        return self.opened.photos

    @cached_property
    def zone(self) -> str:
        """The enterprise's time zone."""
        return self.opened.zone()

    @cached_property
    def today(self) -> date:
        """The day it is for this enterprise; a demo has its own. Where none is named, this computer's."""
        return self.opened.today() if self._named else date.today()  # noqa: DTZ011 - of the one who asks

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What this enterprise has promised beyond the law; nothing where none is named."""
        return self.opened.promises() if self._named else ()

    @contextmanager
    def unit(self, *, writing: bool = True) -> Iterator[Unit]:
        """Open a unit of work as the one who acts."""
        _ = self.zone, self.today  # looked up before: a command may need them inside, where no other unit opens
        with self.opened.store.unit(self.actor, writing=writing) as unit:
            yield unit

    def business(self) -> Any:
        """Return the business that the command is about: ``--business``, or the one there is."""
        return self.opened.business(self._kind, self._business)

    @contextmanager
    def erasing(self) -> Iterator[Unit]:
        """Open a unit that erases; afterwards, what it erased is taken out of papers and database files too.

        Raises:
            NotCleanYet: where all is done but that last step, because somebody reads for too long.
        """
        with self.unit() as unit:
            yield unit
            # Inside the unit: from the moment on at which something is gone, no crash forgets its traces.
            self.opened.must_clean()
        self.clean()

    def clean(self) -> None:
        """Take what was erased out of papers and database files; ``erasing`` does so by itself."""
        self.opened.clean()

    def file_paper(self, name: str, content: bytes, named: Iterable[str]) -> Path:
        """Keep a paper in the enterprise's folder; ``named`` are the people whose names stand in it."""
        return self.opened.file_paper(self.actor, name, content, named)

    # --- answering

    def say(self, text: str) -> None:
        """Tell how the work goes on."""
        click.echo(text, err=True)

    def step_back(self) -> None:
        """Let whoever waits for a page of this machine go first: what comes now takes its time."""
        step_back()

    def answer(self, facts: Mapping[str, Any] | Sequence[Mapping[str, Any]], text: str) -> None:
        """Give the answer: ``text`` for people, ``facts`` alone (of one thing or of several) with ``--json``."""
        if self.as_json:
            click.echo(json.dumps(facts, ensure_ascii=False, indent=1, default=str))
        else:
            click.echo(text)

    def table(self, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Show rows under their headers; with ``--json`` a list of objects."""
        lines = [[str(cell) for cell in row] for row in rows]
        if self.as_json:
            self.answer({"title": title, "rows": [dict(zip(headers, row, strict=True)) for row in lines]}, "")
            return
        from alongside.cli.showing import table_text  # rich takes its time to load

        click.echo(table_text(title, headers, lines))

    def progress(self, items: Sequence[T], what: str) -> Iterator[T]:
        """Yield the items, telling how far the work is."""
        from alongside.cli.showing import counted  # the same

        yield from counted(items, what)
