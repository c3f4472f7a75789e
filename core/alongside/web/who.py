"""“Who are you?”: until there is sign-in, people say who they are, and nobody has to prove it."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from litestar import Response

from alongside.display import View, pictures
from alongside.faults import noted
from alongside.refusal import BadInput, Refusal
from alongside.web import answers
from alongside.web.around import around, menu
from alongside.web.asked import Asked
from alongside.web.cookies import EDITION, NOTICE, WHO, cookie, forgotten
from alongside.web.failing import plain_page, refused_page
from alongside.web.host import Host
from alongside.web.opening import FRONT_DOOR, who_is_here
from alongside.web.visit import Choice

FOUR = ("member", "manager", "trustee", "steward")
"""The four groups of people, in the order in which a demo offers to look around as one of them."""


def ask_who(host: Host, asked: Asked) -> Response[bytes]:
    """Show everybody there is to choose from."""
    with host.store.unit(FRONT_DOOR, writing=False) as unit:
        here = host.visitor(unit, asked.person) if asked.person else None
        frame = around(host, unit, None, asked)
        choices = tuple(_with_a_face(choice) for choice in host.choices(unit))
    four = sorted((one for one in choices if one.look_as in FOUR), key=lambda one: FOUR.index(one.look_as))
    view = View("who.html", "Who are you?", {"choices": choices, "four": four, "here": here})
    return answers.page(frame.show(host, "web", view), asked)


def _with_a_face(choice: Choice) -> Choice:
    """A picture that does not exist gives way to the first letter: everybody passes through this page."""
    return choice if choice.picture in pictures.NAMES else attrs.evolve(choice, picture=None)


def choose_who(host: Host, asked: Asked) -> Response[bytes]:
    """Remember who somebody says they are; forget what the one before had chosen."""
    person = asked.form().get("person", "")
    with host.store.unit(FRONT_DOOR, writing=False) as unit:
        if person not in {choice.person for choice in host.choices(unit)}:
            raise BadInput("nobody of that name is here", remedy="Choose one of the names on the page.")
    return answers.go("/", [cookie(WHO, person), forgotten(EDITION), forgotten(NOTICE)])


def finish(_: Host, __: Asked) -> Response[bytes]:
    """Forget who was here, for the next person at this computer."""
    return answers.go("/who", [forgotten(WHO), forgotten(EDITION), forgotten(NOTICE)])


def start(host: Host, asked: Asked) -> Response[bytes]:
    """Lead to the first page that the visitor may open."""
    visitor = who_is_here(host, asked)
    if visitor is None:
        return answers.go("/who")
    with host.store.unit(visitor.actor, writing=False) as unit:
        entries = menu(host, unit)
    if entries:
        return answers.go(entries[0].path)
    sentence = "There is no page yet that you may open. Ask a steward."
    return plain_page(host, asked, 403, sentence)


def safely(work: Callable[[Host, Asked], Response[bytes]], host: Host, asked: Asked) -> Response[bytes]:
    """Do one of these, and show what went wrong as on any other page."""
    try:
        asked.check()
        return work(host, asked)
    except Refusal as refused:
        return refused_page(host, None, asked, refused)
    except Exception as fault:
        reference = noted(fault, asked.here)
        return plain_page(host, asked, 500, f"Something failed. The reference is {reference}; the log tells more.")
