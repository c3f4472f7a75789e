"""Proposing on a page: first what kind of question it is, then one calm form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import attrs

from alongside.decisions import offers
from alongside.decisions.actions import proposing
from alongside.decisions.ballot import BallotKind
from alongside.decisions.pages.sending import closing_in, day_in
from alongside.decisions.proposal import NO, YES, Option
from alongside.decisions.vote_rule import RULES
from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.refusal import BadInput, NotFound
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit

READING_DAYS, VOTING_DAYS = 7, 7
"""What the form suggests: a week to read, and a week to vote."""

ROWS = 6
"""Choices that the form has room for."""


PICTURES = (
    *("ballot", "calendar", "sun", "moon", "home", "shop", "door", "cup", "bread", "lunch", "cake", "apple"),
    *("music", "microphone", "paint", "book", "graduation", "bus", "bicycle", "plant", "football", "money"),
    *("people", "party", "sofa", "tools"),
)
"""What choices are drawn by: things that members decide about."""


@attrs.frozen
class Kind:
    """A kind of question: its name in the address, its rule, and whether its choices have to be written."""

    name: str
    rule: str
    writes_choices: bool


KINDS = {
    kind.name: kind
    for kind in (
        Kind("yes-or-no", "majority", writes_choices=False),
        Kind("one-of-several", "majority", writes_choices=True),
        Kind("tick", "approval", writes_choices=True),
        Kind("election", "scottish-stv", writes_choices=False),
    )
}


def kinds(visit: Visit) -> View:
    """Show the kinds of question there are."""
    visit.unit.need("decisions.propose")
    return View("kinds.html", "Propose something", {})


def form(visit: Visit) -> View:
    """Show the form for one kind of question, filled with what is usual."""
    visit.unit.need("decisions.propose")
    kind = _kind(visit)
    closes = visit.today + timedelta(days=READING_DAYS + VOTING_DAYS)
    usual = {
        "reading_days": str(READING_DAYS),
        "closes": f"{closes}",
        "quorum": str(offers.usual_quorum(visit.unit)),
        "seats": "1",
        "rule": kind.rule,
    }
    facts = {
        "kind": kind,
        "ballot": RULES[kind.rule].ballot.value,
        "rows": range(1, ROWS + 1),
        "pictures": PICTURES,
        "sent": {**usual, **visit.form},
        "here": visit.link(f"/decisions/new/{kind.name}"),
    }
    return View("asking.html", "Propose something", facts)


def send(visit: Visit) -> GoTo:
    """Put the proposal on record, and lead to its page."""
    kind, sent = _kind(visit), visit.form
    rule = sent.get("rule") or kind.rule
    if rule not in RULES or RULES[rule].ballot is not RULES[kind.rule].ballot:
        raise BadInput(f"“{rule}” is no rule for this question", remedy="Choose one of those on the page.")
    closes = closing_in(visit)
    if closes is None:
        raise BadInput("there is no last day to vote", remedy="Give the day on which the vote closes.")
    made = proposing.propose(
        visit.unit,
        sent.get("title", ""),
        sent.get("why", ""),
        easy_title=sent.get("easy_title", ""),
        easy_why=sent.get("easy_why", ""),
        options=tuple(_options(visit, kind)),
        closes=closes,
        quorum=_number(visit, "quorum", "how many must take part"),
        review=day_in(visit, "review"),
        rule=rule,
        seats=_number(visit, "seats", "how many are chosen") if RULES[rule].fills_places else 1,
        reading_days=_number(visit, "reading_days", "how many days members have to read"),
    )
    return GoTo(visit.link(f"/decisions/{made.id}"), _("It is proposed. Everybody can read it."))


def _kind(visit: Visit) -> Kind:
    name = visit.path["kind"]
    if name not in KINDS:
        raise NotFound("kind of question", name)
    return KINDS[name]


def _options(visit: Visit, kind: Kind) -> Iterator[Option]:
    if not kind.writes_choices:
        yield from () if RULES[kind.rule].ballot is BallotKind.RANKS else (YES, NO)
        return
    for row in range(1, ROWS + 1):
        words, picture = visit.form.get(f"option-{row}", "").strip(), visit.form.get(f"picture-{row}", "")
        if words:
            known = picture if picture in NAMES else "ballot"
            yield Option(key=f"option{row}", words=words, easy_words=words, picture=known)


def _number(visit: Visit, field: str, meaning: str) -> int:
    text = visit.form.get(field, "").strip()
    if not text.isdecimal() or len(text) > 7:
        raise BadInput(f"“{text[:40]}” does not say {meaning}", remedy="Write a whole number.")
    return int(text)
