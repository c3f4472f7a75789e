"""What a page answered when it was asked without a browser; a browser is shown it afterwards, as it was.

So states that take many steps, or change what is kept, are reached once and quickly, and looked at in any cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from alongside.testing.browsing import Browser
from alongside.testing.pages.cells import EDITIONS
from alongside.web.cookies import EDITION


@attrs.frozen
class Said:
    """A status and a page's HTML."""

    status: int
    html: str


@attrs.frozen
class Answered:
    """One state of a route, in both editions: ``person`` is who asked, ``member`` is true of members' pages."""

    route: str
    state: str
    path: str
    person: str
    standard: Said
    easy: Said
    member: bool = True

    def in_edition(self, edition: str) -> Said:
        """The answer in one edition."""
        return self.easy if edition == "easy" else self.standard

    def __str__(self) -> str:
        return f"{self.route} {self.state}"


def asked_for(browser: Browser, path: str, form: Mapping[str, str] | None = None) -> tuple[Said, Said]:
    """Open a page, or send a form to it, in both editions."""
    standard, easy = (_asked(browser, path, one, form) for one in EDITIONS)
    return standard, easy


def _asked(browser: Browser, path: str, edition: str, form: Mapping[str, str] | None) -> Said:
    # As if chosen on the page before: what a form leads to is in that edition too.
    browser.keep(EDITION, edition)
    answer = browser.get(path) if form is None else browser.post(path, data=dict(form))
    return Said(answer.status_code, answer.text)


def written(file: Path, every: Iterable[Answered]) -> None:
    """Write down what was answered, for other test processes."""
    file.write_text(json.dumps([attrs.asdict(one) for one in every]), encoding="utf-8")


def read(file: Path) -> list[Answered]:
    """Read what was written down."""
    return [_read(one) for one in json.loads(file.read_text(encoding="utf-8"))]


def _read(facts: dict[str, object]) -> Answered:
    said = {edition: Said(**facts.pop(edition)) for edition in EDITIONS}  # type: ignore[arg-type] # as it was written
    return Answered(**facts, **said)  # type: ignore[arg-type] # the same
