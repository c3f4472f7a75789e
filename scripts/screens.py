"""Pictures of the main pages as people see them, in both editions and two widths, to be looked at; with an index.

Called by `make screens`, with the folder of a demo, one for the pictures, and perhaps `index` for the index alone.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from alongside.house.settings import read_settings
from alongside.testing.pages.chromium import chromium
from alongside.testing.pages.looking import Eyes
from alongside.testing.pages.serving import served

WIDTHS = (360, 1280)
OF_MEMBERS = (
    "/week",
    "/me",
    "/seeing",
    "/news",
    "/news/reminders",
    "/hours",
    "/decisions",
    "/decisions/talk",
    "/decisions/decided",
    "/decisions/new",
    "/decisions/practice/majority",
    "/decisions/practice/scottish-stv",
    "/cafe/tideline-cafe/rota",
    "/cafe/tideline-cafe/availability",
    "/studio/tideline-sound/book",
    "/studio/tideline-sound/mine",
    "/training/tideline-learning/courses",
    "/training/tideline-learning/learning",
)
PAGES = {
    "member": OF_MEMBERS,
    "manager": ("/today", "/people", "/placements", "/cafe/tideline-cafe/rota", "/studio/tideline-sound/day"),
    "trustee": ("/today", "/reports", "/decisions/decided"),
    "steward": ("/today", "/enterprise", "/plugins", "/backups", "/messages", "/cards", "/devices", "/tomorrow"),
}
LOOKS = ("dark", "forced")


def main(home: Path, folder: Path) -> None:
    """Draw every page; members' first pages in the other colours too."""
    look_as = read_settings(home).look_as
    with served(home) as serving, chromium() as browser:
        for group, paths in PAGES.items():
            eyes = Eyes.open(browser, serving.address).come_in(look_as[group])
            for path in paths:
                draw(eyes, folder / group, path)
            eyes.close()


def draw(eyes: Eyes, folder: Path, path: str) -> None:
    """Draw one page in every edition and width."""
    folder.mkdir(parents=True, exist_ok=True)
    name = path.strip("/").replace("/", "-")
    for edition in ("easy", "standard"):
        eyes.page.goto(f"{path}?edition={edition}")
        for width in WIDTHS:
            eyes.page.set_viewport_size({"width": width, "height": 800})
            eyes.page.screenshot(path=folder / f"{name}-{edition}-{width}.png", full_page=True)
        if path == "/week":
            in_other_colours(eyes, folder, f"{name}-{edition}")


def in_other_colours(eyes: Eyes, folder: Path, name: str) -> None:
    """Draw the page that stands there in the dark, and in somebody's own colours."""
    eyes.page.set_viewport_size({"width": 360, "height": 800})
    eyes.page.emulate_media(color_scheme="dark")
    eyes.page.screenshot(path=folder / f"{name}-360-dark.png", full_page=True)
    eyes.page.emulate_media(color_scheme="dark", forced_colors="active")
    eyes.page.screenshot(path=folder / f"{name}-360-forced.png", full_page=True)
    eyes.page.emulate_media(color_scheme="light", forced_colors="none")


def index(folder: Path) -> None:
    """Write one page that shows all the pictures, each under its folder."""
    lines = ["<!doctype html><html lang=en><meta charset=utf-8><title>Screens</title><h1>Screens</h1>"]
    for one in sorted({picture.parent for picture in folder.rglob("*.png")}):
        lines.append(f"<h2>{escape(str(one.relative_to(folder)))}</h2>")
        for picture in sorted(one.glob("*.png")):
            where = escape(str(picture.relative_to(folder)))
            lines.append(f'<a href="{where}"><img src="{where}" alt="{where}" height=420 loading=lazy></a>')
    (folder / "index.html").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:3]]
    if sys.argv[3:] != ["index"]:
        main(*given)
    index(given[1])
