"""Who stands, on paper: names, faces and words, each in the same room, in an order drawn for each printing."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.actions.standing import candidacies
from alongside.decisions.pages.facts import asked_facts, for_voter
from alongside.decisions.pages.poster import PART, Poster
from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound, worded
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

ROOMS = (40, 80, 120, 200, 300)
"""Words up to which there is room in a box: the smallest that takes what everybody may write."""


def candidates(visit: Visit) -> Thinking:
    """Make the paper in the edition of the address; it is set with no unit open."""
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("paper of who stands", visit.path["edition"]) from wrong
    made = compose(visit.unit, visit.path["proposal"], edition)
    files = visit.host.photos.handed_over(made.photos)
    return Thinking(partial(made.pdf, files), lambda _, pdf: PdfAnswer(pdf, made.file))


def compose(unit: Unit, proposal: str, edition: Edition) -> Poster:
    """Put the paper together.

    Raises:
        NotFound: where nobody stands.
    """
    seen = looking.look(unit, proposal)
    facts = asked_facts(seen, edition, candidacies(unit, proposal))
    standing = [one for one in facts["choices"] if one.person]
    if not standing:
        raise NotFound("candidates of", seen.proposal.title, worded("decisions", "Nobody stands in it yet."))
    facts["candidates"] = for_voter(seen.proposal, standing, secrets.token_hex(8))
    facts["room"] = next(room for room in ROOMS if seen.proposal.statement_words <= room)
    own = enterprise.the_enterprise(unit)
    html = Display({PART: "alongside.decisions"}).render(
        PART,
        View("candidates_paper.html", Said("{title}", title=facts["title"]), facts),
        frame="paper",
        edition=edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )
    easy = "-easy-read" if edition is Edition.EASY else ""
    photos = tuple(face.photo for face in seen.faces.values() if face.photo)
    named = tuple(option.person for option in seen.proposal.options if option.person)
    return Poster(html=html, file=f"who-stands-{proposal[:8]}{easy}.pdf", named=named, photos=photos)
