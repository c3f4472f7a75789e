"""The page of paper ballots, for tellers: who has one, which came, and the batches they are entered in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import batches, looking, papers
from alongside.decisions.actions.batches import DoesNotAddUp
from alongside.decisions.actions.holding import must_not_stand
from alongside.decisions.electorate import FEW
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.paper_ballot import MOST_PAPERS, letters_of
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.tables import ROLL
from alongside.display import Said as _
from alongside.display import View
from alongside.display.refused import refused_said
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, Number, Person

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.batch import Batch
    from alongside.decisions.roll import RollLine
    from alongside.web import Visit


class Give(Fields):
    """Who is given a paper ballot."""

    do = "give"
    person = Person(_("Who gets a paper ballot?"))


class Enter(Fields):
    """A batch of papers, entered the first time."""

    do = "enter"
    papers = Number(_("How many papers lie in the batch?"), least=1, most=MOST_PAPERS)
    lines = LongText(
        _("The papers, a line each"),
        rows=8,
        hint=_("Write the letters beside the choices, such as “A”. Write “-” if nothing is chosen."),
        missing=_("Write a line for each paper."),
    )


class Check(Fields):
    """The same batch, entered again by somebody else."""

    do = "check"
    lines = LongText(
        _("The papers once more, in the same order"), rows=8, missing=_("Write a line for each paper.")
    )


class TakeAway(Fields):
    """Why a batch is entered anew."""

    do = "away"
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


def page(visit: Visit) -> View:
    """Show the papers of a vote."""
    return _view(visit)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    visit.unit.need("decisions.count")
    seen = looking.look(visit.unit, visit.path["proposal"])
    must_not_stand(visit.unit, seen.proposal)
    every = batches.batches_of(visit.unit, seen.proposal.id)
    with_paper = papers.on_paper(visit.unit, seen.proposal.id)
    forms = {form.act: form for form in _forms(visit, seen, every)}
    facts: dict[str, Any] = asked_facts(seen, visit.edition) | {
        "here": _path(visit, "/papers"),
        "decision": _path(visit),
        "is_open": seen.proposal.state is ProposalState.OPEN,
        "with_paper": _named(visit, with_paper),
        "batches": every,
        "mine": [one.number for one in every if one.entered_by == visit.actor.id],
        "adds_up": _adds_up(every, with_paper),
        "few_papers": _are_few(seen, with_paper),
        "letters": letters_of(seen.proposal),
        "ballot": seen.proposal.how.ballot.value,
        "forms": forms | ({wrong.act: wrong} if wrong else {}),
    }
    return View("papers.html", "Paper ballots", facts)


def _adds_up(every: Sequence[Batch], lines: Sequence[RollLine]) -> _ | None:
    """The sentence that says why they do not; None where they do."""
    try:
        batches.must_match(every, lines)
    except DoesNotAddUp as wrong:
        return refused_said(wrong)
    return None


def _are_few(seen: Seen, lines: Sequence[RollLine]) -> bool:
    """True if whoever enters the papers may guess whose they are: of those given out, then of those that came."""
    papers_there = lines if seen.votes_taken else [line for line in lines if line.voted]
    return seen.proposal.state is ProposalState.OPEN and len(papers_there) < FEW


def _named(visit: Visit, lines: Sequence[RollLine]) -> list[tuple[RollLine, str]]:
    names = people.names_of(visit.unit, [line.person for line in lines if line.person])
    found = [(line, names.get(line.person or "", people.A_MEMBER)) for line in lines]
    return sorted(found, key=lambda one: one[1])


def _forms(visit: Visit, seen: Seen, every: Sequence[Batch]) -> Iterator[Fields]:
    if seen.proposal.state is not ProposalState.OPEN or seen.proposal.level is Level.OPEN:
        return
    if seen.votes_taken:
        yield _with_people(visit, Give(visit))
        return
    yield Enter(visit)
    for one in every:
        if one.again is None:
            yield Check(visit, which=str(one.number))
        yield TakeAway(visit, which=str(one.number))


def _with_people(visit: Visit, form: Give) -> Give:
    """Offer those on the roll who have neither voted nor a paper."""
    table = ROLL.table
    asked = table.c.proposal == visit.path["proposal"]
    free = visit.unit.find(ROLL, asked, ~table.c.voted, ~table.c.paper, table.c.person.is_not(None))
    names = people.names_of(visit.unit, [str(line.person) for line in free])
    by_name = sorted(names.items(), key=lambda one: one[1])
    form.person.offer(by_name)
    return form


def send(visit: Visit) -> GoTo | View:
    """Do what the form of the page asks for; one that is wrong is shown again in its place.

    The draft goes each time, so that nothing is kept of a form that holds ballots.
    """
    visit.unit.need("decisions.count")
    act, _colon, which = visit.form.get("do", "").partition(":")
    if act not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=act))
    done = _ACTS[act](visit, which)
    return _view(visit, done) if isinstance(done, Fields) else GoTo(_path(visit, "/papers"), done, draft="")


def _give(visit: Visit, _which: str) -> _ | Fields:
    form = _with_people(visit, Give(visit))
    if not form.valid():
        return form
    papers.give(visit.unit, visit.path["proposal"], form.person.value)
    return _("It is noted who has a paper ballot.")


def _came(visit: Visit, which: str) -> _:
    papers.came(visit.unit, visit.path["proposal"], which)
    return _("It is noted that the paper is in the box.")


def _back(visit: Visit, which: str) -> _:
    papers.take_back(visit.unit, visit.path["proposal"], which)
    return _("The paper is back. A vote on a screen is possible again.")


def _not_come(visit: Visit, which: str) -> _:
    papers.did_not_come(visit.unit, visit.path["proposal"], which)
    return _("The mark is off the roll again.")


def _enter(visit: Visit, _which: str) -> _ | Fields:
    form = Enter(visit)
    if not form.valid():
        return form
    made = batches.enter(visit.unit, visit.path["proposal"], form.papers.value, form.lines.value)
    return _("Batch {n} is entered and sealed. Now somebody else enters it again.", n=made.number)


def _check(visit: Visit, which: str) -> _ | Fields:
    form = Check(visit, which=which)
    if not form.valid():
        return form
    batches.check(visit.unit, visit.path["proposal"], _number(which), form.lines.value)
    return _("Batch {n} is entered twice.", n=which)


def _away(visit: Visit, which: str) -> _ | Fields:
    form = TakeAway(visit, which=which)
    if not form.valid():
        return form
    batches.take_away(visit.unit, visit.path["proposal"], _number(which), form.why.value)
    return _("The batch is away. Enter its papers anew.")


def _number(which: str) -> int:
    return int(which) if which.isdecimal() and len(which) < 7 else 0


_ACTS: Mapping[str, Callable[[Visit, str], _ | Fields]] = {
    "give": _give,
    "came": _came,
    "back": _back,
    "not_come": _not_come,
    "enter": _enter,
    "check": _check,
    "away": _away,
}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
