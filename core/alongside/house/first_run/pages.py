"""The pages of the first questions. Each answer is kept at once; going back shows it as it was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.display.texts import OWN_WORDS
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import LONGEST_NAME
from alongside.enterprise.enterprise import TERMS, Enterprise
from alongside.house.beginning import Beginning, NewBusiness, begin
from alongside.house.first_run.draft import STEPS, Draft
from alongside.house.first_run.places import USUAL, city_of, zone_of, zone_of_this_computer, zones
from alongside.house.people_file import cells
from alongside.people.person import Person
from alongside.refusal import BadInput, NotFound
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.web import Entered, GoTo

if TYPE_CHECKING:
    from alongside.house.first_run.hosting import FirstHosting
    from alongside.web import Visit

Facts = dict[str, Any]
Mistakes = Mapping[str, Any]

TITLES = {
    "name": "What is your group called?",
    "place": "Where is your group?",
    "words": "Which words do you use?",
    "businesses": "What do you run together?",
    "steward": "Who looks after Alongside first?",
    "check": "Is this right?",
}
_CHECK = "check"
OTHER = "other"
NO_KIND = "none"
"""What the form sends for a business that no plugin runs; a radio button without a value could not be missed."""


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
    return _view(step, _FACTS[step](visit, draft.answers), {})


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


def _view(step: str, facts: Facts, mistakes: Mistakes) -> View:
    place = (*STEPS, _CHECK).index(step)
    shared = {
        "back": f"/first/{STEPS[place - 1]}" if place else "/",
        "number": place + 1,
        "of": len(STEPS) + 1,
        "mistakes": mistakes,
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


def _name_facts(_visit: Visit, answers: Beginning) -> Facts:
    return {"name": answers.name}


def _send_name(visit: Visit) -> View | GoTo:
    name = " ".join(visit.form.get("name", "").split())
    mistakes: dict[str, Any] = {}
    if not name:
        mistakes["name"] = _("Write the name of your group.")
    elif len(name) > LONGEST_NAME or not name.isprintable():
        mistakes["name"] = _("Write a shorter name, in letters.")
    if mistakes:
        return _view("name", {"name": name}, mistakes)
    return _kept(visit, "name", name=name)


# --- the place


def _place_facts(visit: Visit, answers: Beginning) -> Facts:
    asked = "place" in _host(visit).draft.read().answered
    return _places(answers.zone if asked else zone_of_this_computer(), "")


def _places(chosen: str, written: str) -> Facts:
    offered = dict.fromkeys((chosen, zone_of_this_computer(), *USUAL))
    return {
        "zone": chosen,
        "zones": [(zone, city_of(zone)) for zone in offered if zone and zone != OTHER],
        "city": written,
    }


def _send_place(visit: Visit) -> View | GoTo:
    chosen, written = visit.form.get("zone", ""), visit.form.get("city", "")
    zone = zone_of(written) if chosen == OTHER or written.strip() else chosen if chosen in zones() else None
    if zone is not None:
        return _kept(visit, "place", zone=zone)
    if written.strip() or chosen == OTHER:
        said = {"city": _("We do not know the clocks of this city. Write a larger one near it.")}
        return _view("place", _places(OTHER, written), said)
    return _view("place", _places("", written), {"zone": _("Choose a city, or write yours.")})


# --- our words


def _words_facts(_visit: Visit, answers: Beginning) -> Facts:
    return {"terms": TERMS, "words": {**OWN_WORDS, **answers.words}}


def _send_words(visit: Visit) -> View | GoTo:
    said = {term: " ".join(visit.form.get(term, "").split()) for term in TERMS}
    own = {term: word for term, word in said.items() if word and word != OWN_WORDS[term]}
    mistakes = {}
    for term, word in own.items():
        try:
            Enterprise(name="any", words={term: word})
        except BadInput as wrong:
            mistakes[term] = wrong.sentence
    if mistakes:
        return _view("words", {"terms": TERMS, "words": said}, mistakes)
    return _kept(visit, "words", words=own)


# --- our businesses


def _businesses_facts(visit: Visit, answers: Beginning) -> Facts:
    kinds = [
        (plugin.name, plugin.title, plugin.picture if plugin.picture in NAMES else "shop")
        for plugin in _host(visit).plugins
    ]
    pictures = {name: picture for name, _title, picture in kinds}
    listed = [(one.name, pictures.get(one.kind, "shop")) for one in answers.businesses]
    return {"businesses": listed, "kinds": kinds, "name": "", "kind": ""}


def _send_businesses(visit: Visit) -> View | GoTo:
    what, _colon, number = visit.form.get("do", "next").partition(":")
    if what == "remove":
        return _without(visit, number)
    name, kind = " ".join(visit.form.get("name", "").split()), visit.form.get("kind", "")
    there = _host(visit).draft.read().answers.businesses
    mistakes = _business_mistakes(visit, name, kind, wanted=what == "add" or bool(name) or not there)
    if mistakes:
        facts = {**_businesses_facts(visit, _host(visit).draft.read().answers), "name": name, "kind": kind}
        return _view("businesses", facts, mistakes)
    if name:
        # A name that was written and not yet added is not lost by going on.
        _host(visit).draft.change(
            lambda draft: _with_business(draft, NewBusiness(name, "" if kind == NO_KIND else kind))
        )
    return GoTo("/first/businesses") if what == "add" else _kept(visit, "businesses")


def _with_business(draft: Draft, new: NewBusiness) -> Draft:
    return draft.with_changes(businesses=(*draft.answers.businesses, new))


def _without(visit: Visit, number: str) -> GoTo:
    def change(draft: Draft) -> Draft:
        left = tuple(one for place, one in enumerate(draft.answers.businesses) if str(place) != number)
        return draft.with_changes(businesses=left)

    _host(visit).draft.change(change)
    return GoTo("/first/businesses")


def _business_mistakes(visit: Visit, name: str, kind: str, *, wanted: bool) -> dict[str, Any]:
    mistakes: dict[str, Any] = {}
    if wanted and not name:
        mistakes["name"] = _("Write the name of a business.")
    elif len(name) > LONGEST_NAME or not name.isprintable():
        mistakes["name"] = _("Write a shorter name, in letters.")
    if name and kind not in {NO_KIND, *(plugin.name for plugin in _host(visit).plugins)}:
        mistakes["kind"] = _("Choose what kind of business it is.")
    return mistakes


# --- the first steward


def _steward_facts(_visit: Visit, answers: Beginning) -> Facts:
    return {"steward": answers.steward, "email": answers.email}


def _send_steward(visit: Visit) -> View | GoTo:
    name = " ".join(visit.form.get("steward", "").split())
    email = visit.form.get("email", "").strip()
    mistakes: dict[str, Any] = {}
    if not name:
        mistakes["steward"] = _("Write the name of one person.")
    for field, check in (
        ("steward", lambda: _person(visit, name)),
        ("email", lambda: email and cells.email(email)),
    ):
        try:
            check()
        except BadInput as wrong:
            mistakes.setdefault(field, wrong.sentence)
    if mistakes:
        return _view("steward", {"steward": name, "email": email}, mistakes)
    return _kept(visit, "steward", steward=name, email=email)


def _person(visit: Visit, name: str) -> Person:
    return Person(id="new", name=name, joined=visit.today)


# --- all of it


def _check_facts(visit: Visit, answers: Beginning) -> Facts:
    return {
        "answers": answers,
        "city": city_of(answers.zone),
        "businesses": _businesses_facts(visit, answers)["businesses"],
    }


def _put_in_place(visit: Visit) -> GoTo:
    draft = _host(visit).draft.read()
    if draft.next_step != _CHECK:
        return GoTo(f"/first/{draft.next_step}")
    steward = begin(visit.unit, draft.answers, _host(visit).plugins)
    done = _("Your group is set up. This is what comes next.")
    if steward is None:
        return GoTo("/first-steps", done)
    return Entered("/first-steps", done, token=sign_in.begin(visit.unit, steward, Way.SET_UP))


_FACTS: Mapping[str, Callable[[Visit, Beginning], Facts]] = {
    "name": _name_facts,
    "place": _place_facts,
    "words": _words_facts,
    "businesses": _businesses_facts,
    "steward": _steward_facts,
    "check": _check_facts,
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
