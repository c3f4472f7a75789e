"""“Who are you?” in a demo: anybody may look around as one of its invented people."""

from __future__ import annotations

import attrs

from alongside.display import View, pictures
from alongside.refusal import BadInput, worded
from alongside.sign_in.actions.leaving import leave
from alongside.sign_in.actions.looking_around import look_around_as
from alongside.web import Choice, Entered, Visit

FOUR = ("member", "manager", "trustee", "steward")
"""The four groups of people, in the order in which a demo offers to look around as one of them."""


def who(visit: Visit) -> View:
    """Show everybody there is to choose from."""
    choices = tuple(_with_a_face(choice) for choice in visit.host.choices(visit.unit))
    four = sorted((one for one in choices if one.look_as in FOUR), key=lambda one: FOUR.index(one.look_as))
    here = visit.visitor if visit.visitor.session else None
    return View("who.html", "Who are you?", {"choices": choices, "four": four, "here": here})


def _with_a_face(choice: Choice) -> Choice:
    """A picture that does not exist gives way to the first letter: everybody passes through this page."""
    return choice if choice.picture in pictures.NAMES else attrs.evolve(choice, picture=None)


def choose(visit: Visit) -> Entered:
    """Let somebody look around as the one they chose; whoever was here before has left."""
    person = visit.form.get("person", "")
    if person not in {choice.person for choice in visit.host.choices(visit.unit)}:
        raise BadInput(worded("sign_in", "Nobody of that name is here. Choose one of the names on the page."))
    if visit.visitor.session:
        leave(visit.unit, visit.visitor.session)
    return Entered("/", token=look_around_as(visit.unit, person))
