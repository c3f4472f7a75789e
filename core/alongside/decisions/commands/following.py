"""Commands after the count: what was decided and happens next, whether it did, and the poster."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY

if TYPE_CHECKING:
    from alongside.cli import Desk

HAPPENED = ("yes", "partly", "not-yet", "will-not")
EDITIONS = ("en", "en@easy")


@click.argument("next_words", metavar="NEXT")
@click.argument("decided")
@click.argument("proposal")
@click.option("--easy-decided", default="", help="What was decided, in Easy Read.")
@click.option("--easy-next", default="", help="What happens next, in Easy Read.")
@click.option("--review", type=DAY, default=None, help="The day to look at it again.")
def outcome(
    desk: Desk,
    proposal: str,
    decided: str,
    next_words: str,
    easy_decided: str,
    easy_next: str,
    review: date | None,
) -> None:
    """Write down what was DECIDED, and what happens NEXT and who does it."""
    from alongside.decisions import offers
    from alongside.decisions.actions import following_up

    easy = {"easy_decided": easy_decided, "easy_next": easy_next}
    with desk.unit() as unit:
        asked = offers.find_proposal(unit, proposal)
        told = following_up.state_outcome(unit, asked.id, decided, next_words, **easy, review=review)
    desk.answer({"id": asked.id, "decided": told.decided, "next": told.next}, f"{told.decided} {told.next}")


@click.argument("words")
@click.argument("happened", type=click.Choice(HAPPENED))
@click.argument("proposal")
@click.option("--again", type=DAY, default=None, help="The day to look again, if not all of it has happened.")
def review(desk: Desk, proposal: str, happened: str, words: str, again: date | None) -> None:
    """Note whether what was decided has HAPPENED: yes, partly, not-yet or will-not; and how or why in WORDS."""
    from alongside.decisions import offers, saying
    from alongside.decisions.actions import following_up
    from alongside.decisions.following import Happened

    which = Happened(happened.replace("-", "_"))
    with desk.unit() as unit:
        asked = offers.find_proposal(unit, proposal)
        noted = following_up.look_back(unit, asked.id, which, words, again=again)
    found = {"id": asked.id, "happened": which.value, "again": f"{noted.again}" if noted.again else None}
    desk.answer(found, f"{asked.title} {saying.happened(which).plain} {noted.words}")


@click.argument("proposal")
@click.option("--edition", type=click.Choice(EDITIONS), default="en", show_default=True, help="Or en@easy.")
def poster(desk: Desk, proposal: str, edition: str) -> None:
    """Write the poster of an outcome (PDF), and keep it among the papers."""
    from alongside.decisions import offers
    from alongside.decisions.pages.poster import compose
    from alongside.display import Edition

    with desk.unit(writing=False) as unit:
        made = compose(unit, offers.find_proposal(unit, proposal).id, Edition(edition))
    path = desk.file_paper(made.file, made.pdf(desk.photos.handed_over(made.photos)), made.named)
    desk.answer({"paper": str(path)}, f"The poster is {path}.")
