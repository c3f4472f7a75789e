"""Proposing on a page: first what kind of question it is, then one calm form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import attrs

from alongside.decisions import offers
from alongside.decisions.actions import looking, proposing
from alongside.decisions.ballot import BallotKind
from alongside.decisions.candidacy import LEAST_WORDS, STATEMENT_WORDS
from alongside.decisions.candidacy import MOST_WORDS as MOST_STATEMENT_WORDS
from alongside.decisions.condition import ASKED_OF, YesShare
from alongside.decisions.electorate import ALL_MEMBERS, Who
from alongside.decisions.level import Level
from alongside.decisions.pages import deciding
from alongside.decisions.pages.asking_choices import LETTER, Choice, options
from alongside.decisions.pages.asking_choices import choices as choices_of
from alongside.decisions.proposal import LONGEST_READING, LONGEST_TITLE
from alongside.decisions.quorum import MOST_PEOPLE
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.to_spend import MOST_MONEY
from alongside.decisions.vote_rule import RULES
from alongside.display import Said as _
from alongside.display import View
from alongside.instants import at
from alongside.refusal import NotFound
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, Line, LongText, ManyOf, Money, Number, OneOf

if TYPE_CHECKING:
    from alongside.decisions.vote_rule import VoteRule
    from alongside.web import Visit

READING_DAYS, VOTING_DAYS = 7, 7
"""What the form suggests: a week to read, and a week to vote."""

EVENING = time(20)
"""When a vote closes on its last day: after the café has closed and people are home."""

NO_SHARE = "none"
"""The answer where the quorum is the only condition."""


@attrs.frozen
class Kind:
    """A kind of question: its name in the address, its rule, and whether its choices have to be written."""

    name: str
    rule: str
    writes_choices: bool

    @property
    def how(self) -> VoteRule:
        """The rule by which the vote is held, where no other is chosen."""
        return RULES[self.rule]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("yes-or-no", "majority", writes_choices=False),
        Kind("one-of-several", "majority", writes_choices=True),
        Kind("agree", "consent", writes_choices=False),
        Kind("tick", "approval", writes_choices=True),
        Kind("money", "equal-shares-budget", writes_choices=True),
        Kind("points", "score", writes_choices=True),
        Kind("election", "scottish-stv", writes_choices=False),
    )
}


class Ask(Fields):
    """What is asked, and the days and numbers of its vote."""

    title = Line(
        _("The question"),
        longest=LONGEST_TITLE,
        hint=_("One sentence, with a question mark."),
        missing=_("Write your question."),
    )
    why = LongText(_("Why you ask"), longest=MOST_WORDS, rows=3, missing=_("Write why you ask."))
    easy_title = Line(
        _("The question in Easy Read"), longest=LONGEST_TITLE, hint=_("Short words, at most 12."), needed=False
    )
    easy_why = LongText(_("Why you ask, in Easy Read"), longest=MOST_WORDS, rows=2, needed=False)
    decides = OneOf(_("Who decides"), needed=False, depends=True)
    panel = ManyOf(_("Who is on the panel"), needed=False, depends=True)
    rule = OneOf(
        _("How much is needed"),
        (
            ("majority", _("More than half of the votes")),
            ("two-thirds", _("Two thirds of the votes")),
            ("three-quarters", _("Three quarters of the votes")),
        ),
        needed=False,
        depends=True,
    )
    budget = Money(
        _("How much there is to spend"), least=1, most=MOST_MONEY, missing=_("Write how much there is.")
    )
    seats = Number(_("How many are chosen"), least=1, most=20)
    level = OneOf(
        _("Who sees the votes"),
        (
            ("private", _("Nobody: the vote is private")),
            ("locked", _("Nobody, and the key is on three cards: a locked box")),
            ("open", _("All members: after the count, names and choices can be read")),
        ),
        needed=False,
        depends=True,
    )
    help_limit = Number(
        _("How many people one helper may help"),
        least=1,
        most=MOST_PEOPLE,
        hint=_("Leave it empty for as many as ask."),
        needed=False,
    )
    statement_words = Number(
        _("How many words each who stands may write"),
        least=LEAST_WORDS,
        most=MOST_STATEMENT_WORDS,
        needed=False,
        depends=True,
    )
    reading_days = Number(_("Days to read and ask before the vote"), most=LONGEST_READING)
    closes = Day(_("Last day to vote"), missing=_("Choose the last day to vote."))
    quorum = Number(
        _("How many must take part"),
        least=1,
        most=MOST_PEOPLE,
        hint=_("Leave it empty for more than half of those who decide. Of all members that is {n}."),
        needed=False,
        depends=True,
    )
    yes_share = OneOf(
        _("How many of all who may vote must be for it"),
        (
            (NO_SHARE, _("As many as the votes say")),
            (YesShare.QUARTER.value, _("At least a quarter of all who may vote")),
            (YesShare.THIRD.value, _("At least a third of all who may vote")),
            (YesShare.HALF.value, _("At least half of all who may vote")),
            (YesShare.TWO_THIRDS.value, _("At least two thirds of all who may vote")),
        ),
        needed=False,
        depends=True,
    )
    review = Day(_("Look at it again on"), needed=False)


def kinds(visit: Visit) -> View:
    """Show the kinds of question there are."""
    visit.unit.need("decisions.propose")
    return View("kinds.html", "Propose something", {})


def form(visit: Visit) -> View:
    """Show the form for one kind of question, filled with what is usual."""
    visit.unit.need("decisions.propose")
    kind = _kind(visit)
    return _asking(visit, kind, _ask(visit, kind), choices_of(visit, kind))


def send(visit: Visit) -> GoTo | View:
    """Put the proposal on record, and lead to its page; or say beside each field what is wrong."""
    kind = _kind(visit)
    asked, choices = _ask(visit, kind), choices_of(visit, kind)
    # Each is looked at, so that all that is wrong is said at once.
    fine = all([asked.valid(), *(one.valid() for one in choices)])
    electorate = deciding.electorate(asked)
    if not fine or electorate is None:
        return _asking(visit, kind, asked, choices)
    made = proposing.propose(
        visit.unit,
        asked.title.value,
        asked.why.value,
        easy_title=asked.easy_title.value,
        easy_why=asked.easy_why.value,
        options=tuple(options(kind, choices)),
        closes=evening(visit, asked.closes),
        quorum=asked.quorum.data,
        review=asked.review.data,
        rule=(asked.rule.value if "rule" in asked else "") or kind.rule,
        seats=asked.seats.value if "seats" in asked else 1,
        reading_days=asked.reading_days.value,
        help_limit=asked.help_limit.data,
        statement_words=(asked.statement_words.data if "statement_words" in asked else 0) or STATEMENT_WORDS,
        budget=asked.budget.data if "budget" in asked else None,
        level=Level(asked.level.value or Level.PRIVATE.value),
        electorate=electorate,
        yes_share=_yes_share(asked),
    )
    return GoTo(visit.link(f"/decisions/{made.id}"), _("It is proposed. Everybody can read it."))


def _yes_share(asked: Ask) -> YesShare | None:
    chosen = asked.yes_share.value if "yes_share" in asked else NO_SHARE
    return YesShare(chosen) if chosen not in {"", NO_SHARE} else None


def evening(visit: Visit, day: Day) -> datetime:
    """Return the evening of a last day to vote."""
    return at(day.value, EVENING, visit.zone)


def _kind(visit: Visit) -> Kind:
    name = visit.path["kind"]
    if name not in KINDS:
        raise NotFound("kind of question", name)
    return KINDS[name]


def _ask(visit: Visit, kind: Kind) -> Ask:
    usual = {
        "rule": kind.rule,
        "seats": 1,
        "level": Level.PRIVATE,
        "statement_words": STATEMENT_WORDS,
        "reading_days": READING_DAYS,
        "closes": visit.today + timedelta(days=READING_DAYS + VOTING_DAYS),
        "decides": Who.MEMBERS,
        "yes_share": NO_SHARE,
        **_asked_before(visit),
    }
    half = len(offers.those_of(visit.unit, ALL_MEMBERS)) // 2 + 1
    asked = Ask(visit, usual, facts={"n": half})
    deciding.offer(visit, asked.decides, asked.panel)
    # One answer of several can be held by any share; wherever places are filled, it is asked how many.
    if kind.how.ballot is not BallotKind.ONE:
        del asked.rule
    if not kind.how.fills_places:
        del asked.seats
    if kind.how.ballot is not BallotKind.RANKS:
        del asked.statement_words
    if not kind.how.spends:
        del asked.budget
    if kind.how.ballot not in ASKED_OF:
        del asked.yes_share
    return asked


def _asked_before(visit: Visit) -> dict[str, object]:
    """What a proposal begins with that is asked again: its words, who decides, and how; ``again`` names it."""
    if not (again := visit.query.get("again", "")):
        return {}
    asked = looking.look(visit.unit, again).proposal
    as_it_was = ("title", "why", "easy_title", "easy_why", "level", "help_limit")
    facts = {name: getattr(asked, name) for name in as_it_was}
    return facts | {"yes_share": asked.yes_share or NO_SHARE} | deciding.before(visit, asked)


def _asking(visit: Visit, kind: Kind, asked: Ask, choices: Sequence[Choice]) -> View:
    facts = {
        "kind": kind,
        "ballot": kind.how.ballot.value,
        "form": asked,
        "choices": choices,
        "letter": LETTER,
        "here": visit.link(f"/decisions/new/{kind.name}"),
    }
    return View("asking.html", "Propose something", facts)
