"""A real browser: any Chromium or Chrome that is installed; without one the tests that ask for it are not run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium_path() -> str | None:
    """Return the program: the one named by ``ALONGSIDE_CHROMIUM``, else the first that is installed."""
    named = os.environ.get("ALONGSIDE_CHROMIUM")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser that ends with the block.

    Without one, the test is skipped and says so; where ``CI`` is set it fails, as nobody reads what was skipped.
    """
    program = chromium_path()
    if program is None:
        _not_run("no Chromium or Chrome is installed here. ALONGSIDE_CHROMIUM may name one.")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _not_run("playwright is not installed here.")
    with sync_playwright() as playwright:
        # Without a sandbox: a container's user may not make one, and the pages are our own.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def _not_run(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"not run, but it must be where CI is set: {why}")
    pytest.skip(f"not run: {why}")
