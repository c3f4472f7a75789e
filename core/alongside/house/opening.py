"""Opens an enterprise: its settings, its store with everything that is installed, and who acts in it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.house.finding import Found, LeftOut
from alongside.house.lines import lines
from alongside.house.papers import file_paper
from alongside.house.preparing import prepare
from alongside.house.reacting import Reactions
from alongside.house.settings import Settings, read_settings
from alongside.instants import LONDON, at, local
from alongside.people import offers as people
from alongside.photos.folder import PhotoFolder
from alongside.plugin import Part, Plugin
from alongside.refusal import BadInput, NotFound
from alongside.rulepacks.offers import Promise
from alongside.store import Actor, Store
from alongside.store.migrate import Line


class House:
    """One enterprise, opened: its parts, the plugins in use, those left out, and its store."""

    def __init__(
        self,
        settings: Settings,
        core: Sequence[Part],
        found: Found,
        *,
        clock: Callable[[], datetime] | None = None,
        ids: Callable[[], str] | None = None,
    ) -> None:
        self.settings = settings
        self.home = settings.home
        self.core = tuple(core)
        self.plugins: tuple[Plugin, ...] = found.plugins
        self.photos = PhotoFolder(settings.home / "photos")
        self.left_out: tuple[LeftOut, ...] = found.left_out
        self.reactions = Reactions(self.parts)
        self.store = Store(
            settings.url,
            dispatch=self.reactions,
            rights=partial(enterprise.rights_of, permissions_by_part=self.permissions),
            clock=clock or self._clock,
            **({"ids": ids} if ids else {}),
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """The core's parts, then the plugins."""
        return (*self.core, *self.plugins)

    @property
    def permissions(self) -> dict[str, tuple[str, ...]]:
        """What can be permitted, by part, without prefix."""
        return {part.name: part.permissions for part in self.parts}

    @cached_property
    def display(self) -> Display:
        """What turns views into pages and papers."""
        return Display({**{part.name: part.package for part in self.parts}})

    @cached_property
    def lines(self) -> list[Line]:
        """The migrations of everything in use."""
        return lines(self.core, self.plugins)

    def actor(self, name: str | None) -> Actor:
        """Return the person named, or the folder's steward, or the keyboard where there is none yet."""
        with self.reading() as unit:
            chosen = people.find_person(unit, name).id if name else enterprise.steward(unit)
            if chosen is None:
                return Actor.keyboard()
            return Actor.person(chosen, people.names_of(unit, [chosen])[chosen])

    def zone(self) -> str:
        """Return the enterprise's time zone; London before it has been set up."""
        with self.reading() as unit:
            found = enterprise.find_enterprise(unit)
            return found.zone if found else LONDON

    def today(self) -> date:
        """Return the day it is for this enterprise; in a demo it is always the same."""
        return self.settings.demo_today or local(self.store.clock(), self.zone()).date()

    def promises(self) -> tuple[Promise, ...]:
        """Return what this enterprise has promised beyond the law, in all its businesses."""
        with self.reading() as unit:
            return enterprise.promises(unit)

    def business(self, kind: str, slug: str | None) -> Business:
        """Return the business named, or the one of its kind.

        Raises:
            NotFound: where there is none of that name.
            BadInput: where its plugin is switched off, or there are several and none was named.
        """
        with self.reading() as unit:
            if kind in enterprise.switched_off(unit):
                raise BadInput(
                    f"“{kind}” is switched off", remedy=f"Switch it on: alongside enterprise plugin-on {kind}"
                )
            if slug:
                return enterprise.business_by_slug(unit, kind, slug)
            of_kind = enterprise.businesses(unit, kind)
        if not of_kind:
            raise NotFound(
                "business of the kind", kind, f"Add one: alongside enterprise business-add NAME --kind {kind}"
            )
        if len(of_kind) > 1:
            names = ", ".join(one.slug for one in of_kind)
            raise BadInput(
                f"there are {len(of_kind)} businesses of this kind ({names})", remedy="Say --business NAME."
            )
        return of_kind[0]

    def reading(self) -> Any:
        """Open a unit in which the house itself looks something up."""
        return self.store.unit(Actor.keyboard("the house"), writing=False)

    def clean(self) -> None:
        """Take papers that name an erased person away, and what was deleted out of the database's files.

        A mark in the folder says that this has to be done, until it has been.

        Raises:
            NotCleanYet: where somebody reads for too long; the daily round does it, or whoever opens it next.
        """
        mark = self.must_clean()
        with self.store.unit(Actor.keyboard("the house")) as unit:
            for paper in enterprise.papers_to_remove(unit):
                (self.home / "papers" / paper.file).unlink(missing_ok=True)
                enterprise.forget_paper(unit, paper)
        self.store.clean()
        with self.store.turn_to_write():
            # Another mark is of somebody who has erased more since, and whose cleaning is still to come.
            if self.unclean.exists() and self.unclean.read_text("utf-8") == mark:
                self.unclean.unlink(missing_ok=True)

    def must_clean(self) -> str:
        """Leave the mark that files have to be cleaned, and return what is written in it.

        Left inside the unit that erases, it is there from the moment on at which there is something to clean.
        """
        mark = secrets.token_hex(8)
        self.unclean.write_text(mark, "utf-8")
        return mark

    @property
    def unclean(self) -> Path:
        """The mark of an erasing whose last step is still to do."""
        return self.home / ".unclean"

    def file_paper(self, actor: Actor, name: str, content: bytes, named: Iterable[str]) -> Path:
        """Keep a paper in the enterprise's folder, and note whose names stand in it."""
        return file_paper(self.store, self.home, actor, name, content, named)

    def _clock(self) -> datetime:
        if self.settings.demo_today is None:
            return now()
        return at(self.settings.demo_today, datetime.now().time(), LONDON)  # noqa: DTZ005 - a demo has its own day

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def now() -> datetime:
    """Return the instant it is, where an enterprise is no demo."""
    return datetime.now(UTC)


def open_house(home: Path | None, core: Sequence[Part], found: Found) -> House:
    """Open the enterprise in a folder and bring it up to date.

    Raises:
        BadInput: where no folder is named or it holds no enterprise.
    """
    if home is None:
        remedy = "Name it by --home FOLDER or ALONGSIDE_HOME, or make one to look at: alongside demo FOLDER"
        raise BadInput("the enterprise's folder was not named", remedy=remedy)
    settings = read_settings(home)
    _refuse_hollow_demo(settings)
    house = House(settings, core, found)
    try:
        prepare(house)
    except BaseException:
        house.close()
        raise
    return house


def _refuse_hollow_demo(settings: Settings) -> None:
    """Otherwise the database would be made anew, and the demo would hold nobody."""
    file = settings.home / "alongside.db"
    if settings.demo_today and not settings.database and not (file.is_file() and file.stat().st_size):
        remedy = f"Build it anew: alongside demo {settings.home}"
        raise BadInput(f"the demo in {settings.home} has lost its database", remedy=remedy)


def morning(day: date) -> datetime:
    """Return eight o'clock on a day in London: when a demo is built."""
    return at(day, time(8), LONDON)
