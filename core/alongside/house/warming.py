"""Warming: what the first visitor of each page would wait for is done right after the start, beside the pages."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import time as time_of_day
from itertools import chain
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING

from jinja2 import Environment
from jinja2.exceptions import TemplateError

from alongside.display import Edition
from alongside.display.clock import face
from alongside.display.texts import catalogue
from alongside.jobs.background import Background
from alongside.plugin import Page
from alongside.web.addresses import addresses_of

if TYPE_CHECKING:
    from alongside.display.rendering import Display
    from alongside.house.opening import House
    from alongside.jobs.background import Stopped
    from alongside.plugin import Part

SOON = 0.5
"""Seconds after the start: the first page, which a browser asks for at once, goes first."""

PAUSE = 0.02
"""Seconds between two steps, so that a page that is asked for meanwhile waits for one of them alone."""


def warming(house: House) -> Background:
    """Return the work of making every page ready, once, while they are served."""
    return Background(lambda stopped: warm(house, stopped, pause=PAUSE), soon=SOON, every=TIMEOUT_MAX)


def warm(house: House, stopped: Stopped, *, pause: float = 0.0) -> None:
    """Load what shows each page, what parts do at events and all wordings, and make every template ready.

    One after the other, until told to stop. Then what stays for as long as the program runs is taken out of what
    Python looks through for things that are not needed any more: each look through all of it made some page wait
    for a twentieth of a second.
    """
    # What the first page of all would wait for, whichever it is, comes first.
    of_any_page = chain(house.reactions.loading(), _worded(house.display), _drawn())
    for _ in chain(of_any_page, _loaded(house.parts), _compiled(house.display.environment)):
        if stopped():
            return
        time.sleep(pause)
    gc.collect()
    gc.freeze()


def _worded(display: Display) -> Iterator[str]:
    """Read the wordings of each part in each edition."""
    for package in dict.fromkeys(display.parts.values()):
        for edition in Edition:
            with suppress(Exception):  # the same
                catalogue(package, edition.value)
            yield f"{package}: {edition.value}"


def _drawn() -> Iterator[str]:
    """Draw a clock: its numerals are the outlines of a typeface, which takes a while to open."""
    face(time_of_day())
    yield "a clock"


def _loaded(parts: Iterable[Part]) -> Iterator[str]:
    """Load what shows each page; papers wait until one is made, as what prints them is large."""
    for one in addresses_of(parts):
        if isinstance(one.page, Page):
            with suppress(Exception, SystemExit):  # what is wrong with it is told by the page itself
                one.page.show.load(one.part.package)
            yield one.path


def _compiled(templates: Environment) -> Iterator[str]:
    """Make each template ready to be shown."""
    for name in templates.list_templates(extensions=["html"]):
        with suppress(TemplateError):  # the same
            templates.get_template(name)
        yield name
