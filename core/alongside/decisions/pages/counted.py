"""The story of a vote as a paper, for whoever would rather hold it: the sentences of the page, and its figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from alongside.decisions import saying, story
from alongside.decisions.actions import looking
from alongside.decisions.explaining.paper import Row, paper
from alongside.decisions.explaining.stories import Explained
from alongside.display import Edition, Said
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound, worded
from alongside.reports.pdf import make_pdf
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.decisions.explaining.claim import Told
    from alongside.decisions.proposal import Proposal
    from alongside.store import Unit
    from alongside.web import Visit


def counted(visit: Visit) -> Thinking:
    """Make the paper in the edition of the address; it is set with no unit open."""
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("story", visit.path["edition"]) from wrong
    html = compose(visit.unit, visit.path["proposal"], edition)
    easy = "-easy-read" if edition is Edition.EASY else ""
    file = f"counted-{visit.path['proposal'][:8]}{easy}.pdf"
    return Thinking(partial(make_pdf, html), lambda _, pdf: PdfAnswer(pdf, file))


def compose(unit: Unit, proposal: str, edition: Edition) -> str:
    """Put the paper together, as a whole document.

    Raises:
        NotFound: where nothing was voted on yet, or so few voted that the numbers stay private.
    """
    seen = looking.look(unit, proposal)
    asked, outcome = seen.proposal, seen.outcome
    told = story.told(asked, outcome) if outcome else ()
    if outcome is None or not told:
        found = worded("decisions", "It is there once enough votes are counted.")
        raise NotFound("story of", asked.title, found)
    easy = edition is Edition.EASY
    how = saying.how(asked)
    return paper(
        story.contest(asked, outcome, title=asked.easy_title if easy else asked.title),
        Explained(tuple(_called(asked, one, easy=easy) for one in told), story.cells(asked, outcome)),
        edition,
        how=(Row("scales", Said(how.key, **how.facts)),),
        lot=outcome.lot,
        # Votes from before closing records were counted without the checker.
        checked=outcome.closing is not None,
        enterprise=enterprise.the_enterprise(unit).name,
    )


def _called(asked: Proposal, one: Told, *, easy: bool) -> Told:
    """The sentence with what choices are called in the edition."""
    keys = {name: key for key, name in asked.names.items()}
    options = [asked.option(keys[name]) for name in one.claim.of if name in keys]
    words = [option.easy_words if easy else option.words for option in options]
    return attrs.evolve(one, label=saying.joined(words))
