"""The tiles of decisions: what waits for the visitor, and what was decided of late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from alongside.decisions import saying
from alongside.decisions.actions import looking, objecting
from alongside.decisions.ballot import BallotKind
from alongside.decisions.outcome import Decision
from alongside.display import Edition
from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit

LATELY = timedelta(days=92)
MOST_DECIDED = 3


def to_do(visit: Visit) -> Glance | None:
    """Tell what waits for her; nothing where nothing does. The link leads straight to the vote that ends first."""
    # Her own votes first: the first sentence and the link are about the same one.
    board = sorted(looking.board(visit.unit), key=lambda seen: not seen.waits_for_me)
    notes = [note for seen in board for note in _to_do(visit, seen)][:MOST_NOTES]
    if not notes:
        return None
    first = next((seen for seen in board if seen.waits_for_me), None)
    if first is None:
        return Glance(notes, _("See the decisions"), "/decisions", waits=True)
    return Glance(notes, _("Vote now"), f"/decisions/{first.proposal.id}", waits=True)


def _to_do(visit: Visit, seen: Seen) -> Iterator[Note]:
    title = _title(visit, seen.proposal)
    if seen.waits_for_me:
        yield Note(_("You can vote. **{title}**", title=title), "ballot")
    elif seen.cards_untried and seen.counts:
        yield Note(_("Try the new key cards. **{title}**", title=title), "key")
    elif seen.on_paper and seen.votes_taken and not (seen.own and seen.own.voted):
        yield Note(_("You vote on paper. **{title}**", title=title), "list")
    elif seen.waits_for_count and seen.counts:
        yield Note(_("You can count the votes. **{title}**", title=title), "list")
    elif seen.outcome and seen.outcome.waits and objecting.waits_for(visit.unit, seen.proposal):
        yield Note(_("Look at the objections. **{title}**", title=title), "raised-hand")
    elif seen.review_due and seen.leads:
        yield Note(_("Look at it again: did it happen? **{title}**", title=title), "question")


def decided(visit: Visit) -> Glance | None:
    """Tell what was voted on in three months and what came of it, the newest first; nothing where nothing was."""
    lately = looking.decided_since(visit.unit, visit.unit.now - LATELY)[:MOST_DECIDED]
    notes = [note for one in lately for note in _decided(visit, one)]
    # A pair is not torn apart.
    notes = notes[: MOST_NOTES - 1 if visit.edition is Edition.EASY else MOST_NOTES]
    return Glance(notes, _("Read all decisions"), "/decisions") if notes else None


def _decided(visit: Visit, one: Decision) -> Iterator[Note]:
    """In a line, and in Easy Read in two: what was asked, and what came of it."""
    title, easy = _title(visit, one.proposal), visit.edition is Edition.EASY
    if one.proposal.how.ballot is BallotKind.CONSENT:
        yield from _agreed(title, one, easy=easy)
        return
    choice = saying.verdict(one.proposal, one.outcome).facts.get("easy_choice" if easy else "choice")
    picture = _picture(one.proposal.option(one.outcome.chosen_ones[0]).picture) if choice else "scales"
    if easy:
        yield Note(_("{title}", title=title), "question")
        verdict = saying.verdict(one.proposal, one.outcome)
        chose = _("We chose **{choice}**.", choice=choice)
        yield Note(chose if choice else _(verdict.key, **verdict.facts), picture)
    elif choice:
        yield Note(_("{title} **{choice}**.", title=title, choice=choice), picture)
    else:
        yield Note(_("{title} It was **not decided**.", title=title), picture)


def _agreed(title: str, one: Decision, *, easy: bool) -> Iterator[Note]:
    """A consent chooses nothing: its own words say what came of it, which may be that people look at it."""
    picture = "done" if one.outcome.chosen_ones else "scales"
    if easy:
        yield Note(_("{title}", title=title), "question")
        verdict = saying.verdict(one.proposal, one.outcome)
        yield Note(_(verdict.key, **verdict.facts), picture)
    elif one.outcome.waits:
        yield Note(_("{title} People look at **the objections** first.", title=title), picture)
    elif not one.outcome.conditions_met:
        yield Note(_("{title} It was **not decided**.", title=title), picture)
    elif one.outcome.chosen_ones:
        yield Note(_("{title} It is **agreed**.", title=title), picture)
    else:
        yield Note(_("{title} It is **not agreed**.", title=title), picture)


def _picture(name: str) -> str:
    return name if name in NAMES else "done"


def _title(visit: Visit, proposal: Proposal) -> str:
    title = (proposal.easy_title if visit.edition is Edition.EASY else proposal.title).strip()
    return title if title.endswith(("?", ".", "!")) else f"{title}:"
