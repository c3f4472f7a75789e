"""Noting who stands: what tellers write down for somebody who has told them so, and cannot come to the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from alongside.decisions.actions import standing
from alongside.decisions.actions.standing import Words
from alongside.decisions.ballot import BallotKind
from alongside.decisions.candidacy import EASY_WORDS, SENTENCE_WORDS, check_easy_words, check_words
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.roll import Help, Helped
from alongside.display import Said as _
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.web.forms import Answer, Fields, LongText, OneOf, Person

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit


class NoteStands(Fields):
    """Who has told a teller that she stands, what she says, and who helped her to say it."""

    do = "note_stands"
    person = Person(_("Who wants to stand?"))
    words = LongText(
        _("What do they want to do? In their own words"),
        longest=MOST_WORDS,
        hint=_(
            "At most {most} words, the same for all. The first sentence stands on the ballot: at most {first}."
        ),
        needed=False,
    )
    easy_words = LongText(
        _("The same in easy words"),
        longest=MOST_WORDS,
        hint=_("At most {easy} words, in sentences of at most {first}."),
        needed=False,
    )
    helper = Person(_("Who helped with the words?"), none=_("Nobody"), needed=False, depends=True)
    help = OneOf(
        _("How did they help?"),
        (
            Answer(Help.READ_ALOUD.value, _("Reading aloud"), "speech"),
            Answer(Help.WRITING.value, _("Writing what was said"), "list"),
            Answer(Help.INTERPRETER.value, _("Signs, or another language"), "people"),
        ),
        needed=False,
        depends=True,
    )


class NoteStandsDown(Fields):
    """Who has told a teller, before the vote, that she does not want to stand any more."""

    do = "note_stands_down"
    person = Person(_("Who does not want to stand any more?"))


class NoteWithdraws(Fields):
    """Who has told a teller, while the vote is open, that she withdraws."""

    do = "note_withdraws"
    person = Person(_("Who withdraws?"))
    why = LongText(_("Why? Everybody can read it."), longest=MOST_WORDS, rows=2, needed=False)


def forms(visit: Visit, seen: Seen) -> Iterator[Fields]:
    """The forms of tellers, as far as they are of use now."""
    if not seen.counts or not seen.proposal.elects:
        return
    if seen.before_the_vote:
        yield _stands(visit, seen.proposal)
        if (form := _of_those_who_stand(visit, NoteStandsDown, seen.proposal.id)).person.answers:
            yield form
    if seen.votes_taken and seen.proposal.how.ballot is BallotKind.RANKS:
        yield _of_those_who_stand(visit, NoteWithdraws, seen.proposal.id)


def _stands(visit: Visit, asked: Proposal) -> NoteStands:
    most = asked.statement_words
    form = NoteStands(visit, facts={"most": most, "easy": min(most, EASY_WORDS), "first": SENTENCE_WORDS})
    form.person.offer(_by_name(visit, standing.could_be_noted(visit.unit, asked.id)))
    form.helper.offer(_by_name(visit, [one.id for one in people.can_support(visit.unit)]))
    return form


Noting = type[NoteStandsDown] | type[NoteWithdraws]


def _of_those_who_stand(visit: Visit, kind: Noting, proposal: str) -> NoteStandsDown | NoteWithdraws:
    form = kind(visit)
    form.person.offer(_by_name(visit, standing.stand_now(visit.unit, proposal)))
    return form


def _by_name(visit: Visit, ids: list[str]) -> list[tuple[str, str]]:
    return sorted(people.names_of(visit.unit, ids).items(), key=lambda one: one[1].casefold())


def _note_stands(visit: Visit, proposal: str) -> _ | Fields:
    visit.unit.need("decisions.count")
    asked = standing.before_the_vote(visit.unit, proposal)
    form = _stands(visit, asked)
    if form.valid():
        _check(form, asked.statement_words)
    if form.errors:
        return form
    who, how = form.helper.value, form.help.value
    helped = Helped(helper=who or None, how=Help(how) if how else None) if who or how else None
    said = Words(words=form.words.value, easy_words=form.easy_words.value, helped=helped)
    standing.stand(visit.unit, proposal, said, person=form.person.value)
    return _("It is noted, and stands on record. They are told.")


def _check(form: NoteStands, most: int) -> None:
    for field, check in ((form.words, check_words), (form.easy_words, check_easy_words)):
        try:
            check(field.value, most)
        except BadInput as refused:
            form.refuse(field, refused)


def _note_stands_down(visit: Visit, proposal: str) -> _ | Fields:
    visit.unit.need("decisions.count")
    form = _of_those_who_stand(visit, NoteStandsDown, proposal)
    if not form.valid():
        return form
    standing.stand_down(visit.unit, proposal, person=form.person.value)
    return _("It is noted, and stands on record.")


def _note_withdraws(visit: Visit, proposal: str) -> _ | Fields:
    visit.unit.need("decisions.count")
    form = NoteWithdraws(visit)
    form.person.offer(_by_name(visit, standing.stand_now(visit.unit, proposal)))
    if not form.valid():
        return form
    standing.withdraw(visit.unit, proposal, form.why.value, person=form.person.value)
    return _("It is noted. Everybody on the roll is told.")


ACTS: Mapping[str, Callable[[Visit, str], _ | Fields]] = {
    "note_stands": _note_stands,
    "note_stands_down": _note_stands_down,
    "note_withdraws": _note_withdraws,
}
