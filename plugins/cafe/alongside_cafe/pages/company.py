"""With whom people work: a member's own page, and that of who plans. What either enters, nobody else reads."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from alongside.api.display import Said, View
from alongside.api.display import Said as _
from alongside.api.people import Face
from alongside.api.values import BadInput
from alongside.api.web import Answer, Fields, GoTo, ManyOf, Person, Visit

from ..actions import pairing
from ..company import Apart


class With(Fields):
    """Whom somebody likes to work with."""

    do = "with"
    people = ManyOf(_("With whom do you like to work?"), needed=False, depends=True)


class Never(Fields):
    """Somebody with whom one never works."""

    do = "never"
    other = Person(_("With whom do you never want to work?"), missing=_("Please choose a person."))


class Pair(Fields):
    """Two people who never work together."""

    do = "never"
    person = Person(_("Who?"), missing=_("Please choose a person."))
    other = Person(_("Never together with whom?"), missing=_("Please choose a person."))


def with_whom(visit: Visit) -> View:
    """Show with whom the visitor likes to work, and, to her alone, with whom never."""
    return _mine(visit, _with(visit), _never(visit))


def _here(visit: Visit) -> Any:
    return visit.business


def _others(visit: Visit) -> Mapping[str, Face]:
    known = pairing.colleagues(visit.unit, _here(visit).id)
    return {who: face for who, face in known.items() if who != visit.actor.id}


def _with(visit: Visit) -> With:
    form = With(visit, {"people": sorted(pairing.whom_i_like(visit.unit, _here(visit).id))})
    form.people.offer(
        Answer(who, face.name, face.picture or "", face="" if face.picture else face.name, photo=face.photo)
        for who, face in _others(visit).items()
    )
    return form


def _never(visit: Visit) -> Never:
    form = Never(visit)
    form.other.offer((who, face.name) for who, face in _others(visit).items())
    return form


def _entered(visit: Visit, *, of: Container[str]) -> list[tuple[str, Said | str, Said | str]]:
    """The pairs that the visitor has entered, of some people, by id and names."""
    return _named(visit, [one for one in pairing.kept_apart(visit.unit, _here(visit).id) if one.person in of])


def _named(visit: Visit, pairs: Iterable[Apart]) -> list[tuple[str, Said | str, Said | str]]:
    known = pairing.colleagues(visit.unit, _here(visit).id)
    called: dict[str, Said | str] = {who: face.name for who, face in known.items()}
    gone = _("somebody who has left")
    return [(one.id, called.get(one.person, gone), called.get(one.other, gone)) for one in pairs]


def _mine(visit: Visit, likes: With, never: Never) -> View:
    facts = {
        "likes": likes,
        "never": never,
        "pairs": _entered(visit, of={visit.actor.id}),
        "helped": visit.actor.helper is not None,
        "rota": visit.link("/rota"),
    }
    return View("with_whom.html", "With whom I work", facts)


def send_with_whom(visit: Visit) -> GoTo | View:
    """Keep whom the visitor likes to work with, or with whom she never does."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what == "back":
        return _together_again(visit, called, "/with-whom")
    return _keep_never(visit) if what == "never" else _keep_likes(visit)


def _keep_likes(visit: Visit) -> GoTo | View:
    form = _with(visit)
    if not form.valid():
        return _mine(visit, form, _never(visit))
    pairing.say_whom_i_like(visit.unit, _here(visit).id, form.people.value)
    return GoTo(visit.link("/with-whom"), _("We know now with whom you like to work."))


def _keep_never(visit: Visit) -> GoTo | View:
    form = _never(visit)
    if not form.valid():
        return _mine(visit, _with(visit), form)
    try:
        pairing.keep_apart(visit.unit, _here(visit).id, visit.actor.id, form.other.value)
    except BadInput as wrong:
        form.refuse(form.other, wrong)
        return _mine(visit, _with(visit), form)
    return GoTo(visit.link("/with-whom"), _("We have kept this. Nobody else can read it."))


def _together_again(visit: Visit, called: str, back: str) -> GoTo:
    pairing.together_again(visit.unit, _here(visit).id, called)
    return GoTo(visit.link(back), _("It is taken away."))


# --- who plans


def pairs(visit: Visit) -> View:
    """Show the pairs that the visitor has entered, and those of who planned before; nobody else's."""
    return _pairs(visit, _pair(visit))


def _pair(visit: Visit) -> Pair:
    everybody = [(who, face.name) for who, face in pairing.colleagues(visit.unit, _here(visit).id).items()]
    form = Pair(visit)
    form.person.offer(everybody)
    form.other.offer(everybody)
    return form


def _pairs(visit: Visit, form: Pair) -> View:
    everybody = set(pairing.colleagues(visit.unit, _here(visit).id)) - {visit.actor.id}
    facts = {
        "form": form,
        "pairs": _entered(visit, of=everybody),
        "from_before": _named(visit, pairing.left_behind(visit.unit, _here(visit).id)),
        "helped": visit.actor.helper is not None,
        "rota": visit.link("/rota"),
    }
    return View("pairs.html", "Who works at other times", facts)


def send_pairs(visit: Visit) -> GoTo | View:
    """Keep a pair, take one over from who planned before, or take one out."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what == "back":
        return _together_again(visit, called, "/pairs")
    if what == "over":
        pairing.take_over(visit.unit, _here(visit).id, called)
        return GoTo(visit.link("/pairs"), _("It stays, and it is yours now."))
    form = _pair(visit)
    if not form.valid():
        return _pairs(visit, form)
    try:
        pairing.keep_apart(visit.unit, _here(visit).id, form.person.value, form.other.value)
    except BadInput as wrong:
        form.refuse(form.other, wrong)
        return _pairs(visit, form)
    return GoTo(visit.link("/pairs"), _("We have kept this. Nobody else can read it."))
