"""The pages of the first questions. Each answer is kept at once; going back shows it as it was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from alongside.display import Said as _
from alongside.display import View
from alongside.display.texts import OWN_WORDS
from alongside.enterprise import offers as enterprise
from alongside.enterprise.enterprise import TERMS
from alongside.enterprise.pages.asking import NO_KIND, OwnWords, kinds_of
from alongside.house.beginning import Beginning, NewBusiness, begin
from alongside.house.first_run import asking
from alongside.house.first_run.draft import STEPS, Draft
from alongside.house.first_run.places import USUAL, city_of, zone_of_this_computer
from alongside.people.person import Person
from alongside.refusal import BadInput, NotFound
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.web import Entered, GoTo

if TYPE_CHECKING:
    from alongside.house.first_run.hosting import FirstHosting
    from alongside.web import Visit
    from alongside.web.forms import Fields

TITLES = {
    "name": "What is your group called?",
    "place": "Where is your group?",
    "words": "Which words do you use?",
    "businesses": "What do you run together?",
    "steward": "Who looks after Alongside first?",
    "check": "Is this right?",
}
_CHECK = "check"


def welcome(visit: Visit) -> View:
    """Say what will be asked, and offer to begin or to go on."""
    draft = _host(visit).draft.read()
    facts = {"next": f"/first/{draft.next_step}", "begun": bool(draft.answered)}
    return View("first_welcome.html", "Welcome to Alongside", facts)


def show(visit: Visit) -> View | GoTo:
    """Ask one question, with the answer that was given before; the last page shows all answers."""
    step, draft = _step(visit), _host(visit).draft.read()
    if enterprise.find_enterprise(visit.unit) is not None:
        return GoTo("/")  # somebody else was faster
    if step == _CHECK and draft.next_step != _CHECK:
        return GoTo(f"/first/{draft.next_step}")
    if step == _CHECK:
        return _check_view(draft.answers, visit)
    form = _FORMS[step](visit, draft)
    return _businesses_view(visit, form) if isinstance(form, asking.Business) else _view(step, form)


def send(visit: Visit) -> View | GoTo:
    """Keep an answer and go on to the next question; the last one puts all in place."""
    step = _step(visit)
    if enterprise.find_enterprise(visit.unit) is not None:
        return GoTo("/")  # an answer kept now would lie in the folder for ever
    return _put_in_place(visit) if step == _CHECK else _SENT[step](visit)


def _host(visit: Visit) -> FirstHosting:
    return cast("FirstHosting", visit.host)


def _step(visit: Visit) -> str:
    step = visit.path["step"]
    if step not in TITLES:
        raise NotFound("question", step)
    return step


def _view(step: str, form: Fields | None, **facts: Any) -> View:
    place = (*STEPS, _CHECK).index(step)
    shared = {
        "form": form,
        "back": f"/first/{STEPS[place - 1]}" if place else "/",
        "number": place + 1,
        "of": len(STEPS) + 1,
    }
    return View(f"first_{step}.html", TITLES[step], {**facts, **shared})


def _kept(visit: Visit, step: str, **changes: Any) -> GoTo:
    """Keep an answer, and go to the next question; from the last page one comes back there at once."""
    after = _host(visit).draft.change(lambda draft: draft.with_answer(step, **changes))
    following = (*STEPS, _CHECK)[STEPS.index(step) + 1]
    if after.next_step == _CHECK:
        return GoTo(f"/first/{_CHECK}")
    return GoTo(f"/first/{following}")


# --- the name


def _name(visit: Visit, draft: Draft) -> asking.Name:
    return asking.Name(visit, draft.answers)


def _send_name(visit: Visit) -> View | GoTo:
    form = asking.Name(visit)
    if not form.valid():
        return _view("name", form)
    return _kept(visit, "name", name=form.name.value)


# --- the place


def _place(visit: Visit, draft: Draft) -> asking.Place:
    chosen = draft.answers.zone if "place" in draft.answered else zone_of_this_computer()
    form = asking.Place(visit, {"zone": chosen})
    offered = [(zone, city_of(zone)) for zone in dict.fromkeys((chosen, zone_of_this_computer(), *USUAL))]
    form.zone.offer([*offered, (asking.OTHER, _("Another city"))])
    return form


def _send_place(visit: Visit) -> View | GoTo:
    form = _place(visit, _host(visit).draft.read())
    return _kept(visit, "place", zone=form.chosen) if form.valid() else _view("place", form)


# --- our words


def _words(visit: Visit, draft: Draft) -> OwnWords:
    return OwnWords(visit, {**OWN_WORDS, **draft.answers.words})


def _send_words(visit: Visit) -> View | GoTo:
    form = OwnWords(visit)
    if not form.valid():
        return _view("words", form)
    said = {term: form[term].value for term in TERMS}
    return _kept(
        visit, "words", words={term: word for term, word in said.items() if word not in {"", OWN_WORDS[term]}}
    )


# --- our businesses


def _business(visit: Visit, _draft: Draft) -> asking.Business:
    form = asking.Business(visit)
    form.kind.offer(kinds_of(_host(visit).plugins))
    return form


def _businesses_view(visit: Visit, form: asking.Business) -> View:
    return _view("businesses", form, businesses=_listed(visit, _host(visit).draft.read().answers))


def _listed(visit: Visit, answers: Beginning) -> list[tuple[str, str]]:
    """The businesses so far, by name, with the picture of their kind."""
    pictures = {one.key: one.picture for one in kinds_of(_host(visit).plugins)}
    return [(one.name, pictures.get(one.kind or NO_KIND, "shop")) for one in answers.businesses]


def _send_businesses(visit: Visit) -> View | GoTo:
    what, _colon, number = visit.form.get("do", "").partition(":")
    if what == "remove":
        return _without(visit, number)
    draft, adds = _host(visit).draft.read(), visit.form.get("then") == "add"
    form = _business(visit, draft)
    if draft.answers.businesses and not adds and not visit.form.get("name", "").strip():
        return _kept(visit, "businesses")
    if not form.valid():
        return _businesses_view(visit, form)
    # A name that was written and not yet added is not lost by going on.
    kind = form.kind.value
    new = NewBusiness(form.name.value, "" if kind == NO_KIND else kind)
    _host(visit).draft.change(lambda draft: _with_business(draft, new))
    return GoTo("/first/businesses") if adds else _kept(visit, "businesses")


def _with_business(draft: Draft, new: NewBusiness) -> Draft:
    return draft.with_changes(businesses=(*draft.answers.businesses, new))


def _without(visit: Visit, number: str) -> GoTo:
    def change(draft: Draft) -> Draft:
        left = tuple(one for place, one in enumerate(draft.answers.businesses) if str(place) != number)
        return draft.with_changes(businesses=left)

    _host(visit).draft.change(change)
    return GoTo("/first/businesses")


# --- the first steward


def _steward(visit: Visit, draft: Draft) -> asking.Steward:
    return asking.Steward(visit, draft.answers)


def _send_steward(visit: Visit) -> View | GoTo:
    form = asking.Steward(visit)
    if not form.valid():
        return _view("steward", form)
    name, email = form.steward.value, form.email.data or ""
    try:
        Person(id="new", name=name, joined=visit.today)
    except BadInput as wrong:
        form.refuse(form.steward, wrong)
        return _view("steward", form)
    return _kept(visit, "steward", steward=name, email=email)


# --- all of it


def _check_view(answers: Beginning, visit: Visit) -> View:
    businesses = _listed(visit, answers)
    return _view(_CHECK, None, answers=answers, city=city_of(answers.zone), businesses=businesses)


def _put_in_place(visit: Visit) -> GoTo:
    draft = _host(visit).draft.read()
    if draft.next_step != _CHECK:
        return GoTo(f"/first/{draft.next_step}")
    steward = begin(visit.unit, draft.answers, _host(visit).plugins)
    done = _("Your group is set up. This is what comes next.")
    if steward is None:
        return GoTo("/first-steps", done)
    return Entered("/first-steps", done, token=sign_in.begin(visit.unit, steward, Way.SET_UP))


_FORMS: Mapping[str, Callable[[Visit, Draft], Fields]] = {
    "name": _name,
    "place": _place,
    "words": _words,
    "businesses": _business,
    "steward": _steward,
}
_SENT: Mapping[str, Callable[[Visit], View | GoTo]] = {
    "name": _send_name,
    "place": _send_place,
    "words": _send_words,
    "businesses": _send_businesses,
    "steward": _send_steward,
}


def over(_visit: Visit) -> GoTo:
    """Lead on whoever still has one of the first questions open when all are answered."""
    return GoTo("/", _("The first questions are answered. Your group is set up."))
