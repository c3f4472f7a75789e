"""Who stands: what each says in the same room, and standing oneself, being put forward, and standing down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking, speaking, standing
from alongside.decisions.actions.standing import Words, candidacies
from alongside.decisions.ballot import BallotKind
from alongside.decisions.candidacy import (
    EASY_WORDS,
    SENTENCE_WORDS,
    Candidacy,
    CandidacyState,
    check_easy_words,
    check_words,
)
from alongside.decisions.pages import noting
from alongside.decisions.pages.facts import asked_facts, for_voter
from alongside.decisions.pages.speaking import Speak
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.roll import Help, Helped
from alongside.decisions.sound_file import LONGEST, NotASound
from alongside.display import Edition, View
from alongside.display import Said as _
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, LongText, OneOf, Person

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit

NOBODY, SOMEBODY = "nobody", "somebody"
"""The answers to who helped, where nobody did, or nobody whom she has chosen as her supporter."""


class Stand(Fields):
    """What somebody who stands says she would do, in both editions, and who helped her to say it."""

    do = "stand"
    words = LongText(
        _("What do you want to do?"),
        longest=MOST_WORDS,
        hint=_(
            "At most {most} words, the same for all. The first sentence stands on the ballot: at most {first}."
        ),
        needed=False,
    )
    easy_words = LongText(
        _("What do you want to do, in easy words?"),
        longest=MOST_WORDS,
        hint=_("At most {easy} words, in sentences of at most {first}."),
        needed=False,
    )
    helper = OneOf(_("Did somebody help you with these words?"), needed=False, depends=True)
    help = OneOf(
        _("How did they help?"),
        (
            Answer(Help.READ_ALOUD.value, _("Reading to me"), "speech"),
            Answer(Help.WRITING.value, _("Writing what I said"), "list"),
            Answer(Help.INTERPRETER.value, _("Signs, or another language"), "people"),
        ),
        needed=False,
        depends=True,
    )


class Write(Stand):
    """The same, by somebody who stands already."""

    do = "write"


class PutForward(Fields):
    """Whom somebody would like to see elected."""

    do = "put_forward"
    person = Person(_("Who could stand?"))


class Withdraw(Fields):
    """Why somebody withdraws, if she likes to say so."""

    do = "withdraw"
    why = LongText(_("Why? Everybody can read it."), longest=MOST_WORDS, rows=2, needed=False)


def may_stand(visit: Visit, seen: Seen) -> bool:
    """True if whoever looks can put her name on the ballot, or take it off."""
    return seen.proposal.elects and seen.before_the_vote and visit.unit.may("decisions.propose")


def page(visit: Visit) -> View:
    """Show who stands, each in the same room and in the reader's own order, and what she can do herself."""
    return _view(visit)


def send(visit: Visit) -> GoTo | View:
    """Do what the form of the page asks for; one that is wrong is shown again in its place."""
    act = visit.form.get("do", "")
    if act not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=act))
    done = _ACTS[act](visit, visit.path["proposal"])
    return _view(visit, done) if isinstance(done, Fields) else GoTo(_path(visit, "/standing"), done)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    seen = looking.look(visit.unit, visit.path["proposal"])
    asked = seen.proposal
    facts = asked_facts(seen, visit.edition, candidacies(visit.unit, asked.id))
    mine = standing.own(visit.unit, asked.id)
    forms = {form.act: form for form in _forms(visit, seen, mine)}
    facts |= {
        "candidates": for_voter(asked, [one for one in facts["choices"] if one.person], visit.actor.id),
        "mine": mine,
        "heard": speaking.recorded(visit.unit, asked.id),
        "may_stand": may_stand(visit, seen),
        "forms": forms | ({wrong.act: wrong} if wrong else {}),
        "here": _path(visit, "/standing"),
        "decision": _path(visit),
        **_names(visit, asked, mine),
    }
    return View("standing.html", "Who stands", facts)


def _names(visit: Visit, asked: Proposal, mine: Candidacy | None) -> dict[str, Any]:
    """Whom the reader has put forward, who put her forward, and who helped her."""
    waiting = standing.asked_by_me(visit.unit, asked.id)
    others = [one for one in (mine.put_forward_by, mine.helper) if one] if mine else []
    names = people.names_of(visit.unit, [*waiting, *others])
    return {
        "waiting": sorted(names[one] for one in waiting if one in names),
        "by": names.get(mine.put_forward_by or "", people.A_MEMBER) if mine else "",
        "helper": names.get(mine.helper or "", "") if mine else "",
    }


def _forms(visit: Visit, seen: Seen, mine: Candidacy | None) -> Iterator[Fields]:
    """The forms that this visitor may fill in."""
    yield from noting.forms(visit, seen)
    stands = mine is not None and mine.state is CandidacyState.STANDS
    if stands and seen.votes_taken and seen.proposal.how.ballot is BallotKind.RANKS:
        yield Withdraw(visit)
    if not may_stand(visit, seen):
        return
    yield _form(visit, seen.proposal, Write if stands else Stand, mine)
    if stands:
        yield _speak_form(visit)
    form = PutForward(visit)
    names = people.names_of(visit.unit, standing.could_be_asked(visit.unit, seen.proposal.id))
    by_name = sorted(names.items(), key=lambda one: one[1])
    form.person.offer(by_name)
    if by_name:
        yield form


def _form(visit: Visit, asked: Proposal, kind: type[Stand], mine: Candidacy | None) -> Stand:
    before: dict[str, Any] = {"helper": NOBODY}
    if mine:
        before |= {"words": mine.words, "easy_words": mine.easy_words, "help": mine.help}
        before["helper"] = (mine.helper or SOMEBODY) if mine.helped else NOBODY
    most = asked.statement_words
    facts = {"most": most, "easy": min(most, EASY_WORDS), "first": SENTENCE_WORDS}
    form = kind(visit, before, facts=facts)
    if visit.edition is Edition.EASY:
        del form.words  # one thing is asked; whoever reads the other edition reads these words
    if visit.visitor.helper:
        del form.helper  # it is known who is beside her
    else:
        faces = people.faces_of(visit.unit, people.supporters_of(visit.unit, visit.actor.id)).values()
        named = [Answer(one.person, one.name, face=one.name, photo=one.photo) for one in faces]
        nobody = Answer(NOBODY, _("Nobody helped me"), "person")
        form.helper.offer([nobody, *named, Answer(SOMEBODY, _("Somebody else"), "handshake")])
    return form


def _speak_form(visit: Visit) -> Speak:
    return Speak(visit, facts={"seconds": LONGEST})


def _speak(visit: Visit, proposal: str) -> _ | Fields:
    form = _speak_form(visit)
    if not form.valid():
        return form
    try:
        speaking.speak(visit.unit, proposal, form.sound.value.content)
    except NotASound as refused:
        form.refuse(form.sound, refused)
        return form
    return _("Everybody can hear you now.")


def _be_silent(visit: Visit, proposal: str) -> _:
    speaking.be_silent(visit.unit, proposal)
    return _("Your recording is gone.")


def _written(visit: Visit, proposal: str, kind: type[Stand]) -> Words | Stand:
    """What was written; the form with its mistakes where that cannot be."""
    asked, mine = looking.look(visit.unit, proposal).proposal, standing.own(visit.unit, proposal)
    form = _form(visit, asked, kind, mine)
    if form.valid():
        for name, check in (("words", check_words), ("easy_words", check_easy_words)):
            _check(form, name, check, asked.statement_words)
    if form.errors:
        return form
    kept = mine.words if mine else ""
    words = form.words.value if "words" in form else kept
    return Words(words=words, easy_words=form.easy_words.value, helped=_helped(form))


def _check(form: Stand, name: str, check: Callable[[str, int], None], most: int) -> None:
    if name not in form:
        return
    field = form[name]
    try:
        check(field.value, most)
    except BadInput as refused:
        form.refuse(field, refused)


def _helped(form: Stand) -> Helped | None:
    who = form.helper.value if "helper" in form else SOMEBODY
    if who in {"", NOBODY}:
        return None
    return Helped(helper=None if who == SOMEBODY else who, how=Help(form.help.value) if form.help.value else None)


def _stand(visit: Visit, proposal: str) -> _ | Fields:
    words = _written(visit, proposal, Stand)
    if isinstance(words, Fields):
        return words
    standing.stand(visit.unit, proposal, words)
    return _("You stand. Your name is on the ballot.")


def _write(visit: Visit, proposal: str) -> _ | Fields:
    words = _written(visit, proposal, Write)
    if isinstance(words, Fields):
        return words
    standing.write(visit.unit, proposal, words)
    return _("Everybody can read your words now.")


def _say_no(visit: Visit, proposal: str) -> _:
    standing.say_no(visit.unit, proposal)
    return _("You do not stand. Nobody is told.")


def _stand_down(visit: Visit, proposal: str) -> _:
    standing.stand_down(visit.unit, proposal)
    return _("You do not stand any more.")


def _withdraw(visit: Visit, proposal: str) -> _ | Fields:
    form = Withdraw(visit)
    if not form.valid():
        return form
    standing.withdraw(visit.unit, proposal, form.why.value)
    return _("You have withdrawn. Everybody is told.")


def _put_forward(visit: Visit, proposal: str) -> _ | Fields:
    form = PutForward(visit)
    names = people.names_of(visit.unit, standing.could_be_asked(visit.unit, proposal))
    form.person.offer(names.items())
    if not form.valid():
        return form
    standing.put_forward(visit.unit, proposal, form.person.value)
    return _("We have asked. The name is on the ballot after a yes.")


_ACTS: Mapping[str, Callable[[Visit, str], _ | Fields]] = {
    "stand": _stand,
    "write": _write,
    "say_no": _say_no,
    "stand_down": _stand_down,
    "speak": _speak,
    "be_silent": _be_silent,
    "withdraw": _withdraw,
    "put_forward": _put_forward,
    **noting.ACTS,
}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
