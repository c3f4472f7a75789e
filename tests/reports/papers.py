"""Invented papers, made in this process or, run as a program, in another."""

from __future__ import annotations

import sys
from datetime import time
from hashlib import sha256
from pathlib import Path

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.reports import Figure
from alongside.reports.assemble import Ask, assemble, failing_chapter
from alongside.reports.pdf import make_pdf

PARTS = Path(__file__).parent / "parts"
PHOTO = "/people/rosa/photo"
# A photo of one brown point.
PHOTO_BYTES = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#964" d="M0 0h1v1H0z"/></svg>'
)
FACTS = {"photo": PHOTO, "starts": time(9, 30)}

FIGURES = (
    Figure(
        now=2946,
        before=2610,
        said="2,946",
        sentence="Members worked 2,946 paid hours, 336 more than last quarter.",
        easy="We worked **2,946 hours** and got paid.",
        easy_change="That is **336 hours more** than in spring.",
        picture="clock",
        rank=1,
    ),
    Figure(
        now=96,
        before=96,
        said="96 in 100",
        sentence="We filled 96 of every 100 places.",
        easy="We filled **96** of every **100** places.",
        easy_change="That is **the same** as in spring.",
        picture="calendar",
        rank=2,
    ),
    Figure(
        now=4310,
        before=5120,
        said="£4,310",
        said_before="£5,120",
        sentence="We kept £4,310 after costs.",
        easy="We kept **£4,310**.",
        easy_change="That is **£810 less** than in spring.",
        picture="money",
        rank=3,
    ),
    Figure(
        now=2,
        before=None,
        said="2 courses",
        sentence="We gave 2 courses.",
        easy="We gave **2 courses**.",
        picture="school",
    ),
)


def report_html(edition: Edition) -> str:
    """A report with two chapters, one of which failed."""
    display = Display({"orchard": "orchard_part"})
    view = View("chapter.html", "The orchard", FACTS)
    chapters = [
        ("The orchard", display.render("orchard", view, edition=edition, on_paper=True)),
        ("The mill", failing_chapter("The mill", edition)),
    ]
    period = "July to September 2026"
    return assemble(
        "Report to the trustees",
        "Tideline Together",
        period,
        FIGURES,
        chapters,
        edition,
        lead="A steady summer.",
        ask=Ask(name="Nia"),
    )


def wall_html() -> str:
    """A wall paper of two days."""
    display = Display({"orchard": "orchard_part"})
    view = View("wall.html", "Wall rota", FACTS)
    return display.render("orchard", view, frame="paper", sheet="wall", enterprise="The Orchard")


def letter_html() -> str:
    """A paper of one view."""
    display = Display({"orchard": "orchard_part"})
    view = View("chapter.html", "The orchard", FACTS)
    return display.render("orchard", view, frame="paper", enterprise="The Orchard", subtitle="July")


def paper_html(name: str) -> str:
    """One of the papers by name."""
    if name == "letter":
        return letter_html()
    return wall_html() if name == "wall" else report_html(Edition.EASY if name == "easy" else Edition.STANDARD)


def paper(name: str) -> bytes:
    """The same as a PDF."""
    return make_pdf(paper_html(name), files={PHOTO: PHOTO_BYTES})


if __name__ == "__main__":
    sys.path.insert(0, str(PARTS))
    for wanted in sys.argv[1:]:
        sys.stdout.write(f"{wanted} {sha256(paper(wanted)).hexdigest()}\n")
