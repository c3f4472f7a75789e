"""Opening a page: one unit as the visitor, one right checked, one function of the part, one answer.

What a form changed is kept where its function says ``GoTo`` (or hands over a paper) and undone where it shows a
``View``. Where it
refuses, all is undone too, and the page is shown again with the refusal above it; ``visit.form`` still holds
what was sent.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
from litestar import Response

from alongside.display import View
from alongside.display.refused import refused_said
from alongside.plugin import Page, Paper, Plugin
from alongside.refusal import NotAllowed, NotFound, Refusal
from alongside.store import Actor, Guarded, Unit
from alongside.web import answers, sent
from alongside.web.addresses import BUSINESS, Address
from alongside.web.answering import Opened, Outcome, answer
from alongside.web.around import WAY_IN, Around, around
from alongside.web.asked import Asked
from alongside.web.cookies import (
    SESSION,
    STAYS,
    cookie,
    forgotten,
    notice_cookie,
)
from alongside.web.failing import faulty_page, refused_page
from alongside.web.host import Host
from alongside.web.locked import locked_page
from alongside.web.marks import known_again
from alongside.web.outcomes import Entered, GoTo, Keeping, Left, Noted, PdfAnswer, Thinking, Told
from alongside.web.thinking_room import ROOM
from alongside.web.visit import STRANGER, Business, Visit, Visitor

FRONT_DOOR = Actor.keyboard("the front door")
"""Reads who somebody is, before there is anybody to act."""

BESIDE_THE_FORM = frozenset({400, 409, 422})
"""Refusals that a person can do something about on the same page."""


class _Undone(Exception):
    """A form was shown again: ends the unit, so that nothing of it stays."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        super().__init__("the form holds mistakes")


class _DoneBefore(Exception):
    """The very form was done before: ends the unit before anything is done twice."""

    def __init__(self, went_to: str) -> None:
        self.went_to = went_to
        super().__init__("the form was done before")


def open_page(host: Host, address: Address, asked: Asked) -> Response[bytes]:
    """Answer a request for a page or paper, whatever happens in the part it belongs to."""
    visitor = None
    try:
        asked.check()
        visitor = who_is_here(host, asked)
        if visitor is None and not address.for_anyone:
            return answers.go(WAY_IN, [forgotten(SESSION)])
        if visitor is not None and visitor.locked and not address.for_anyone:
            return locked_page(host, visitor, asked)
        # Not where a page's script asks beside it: the marks of that page stay good.
        if visitor is not None and visitor.turn_due and not (asked.posted and address.for_anyone):
            return _turned(host, address, visitor, asked)
        return _tried(host, address, visitor or STRANGER, asked)
    except Refusal as refused:
        return refused_page(host, visitor, asked, refused)
    except (Exception, SystemExit) as fault:  # a part may raise anything; the others must not notice
        return faulty_page(host, visitor, asked, address, fault)


def _turned(host: Host, address: Address, visitor: Visitor, asked: Asked) -> Response[bytes]:
    """Give the browser another secret first, so that the forms of the page are marked with it."""
    with host.store.unit(FRONT_DOOR) as unit:
        token = host.turned(unit, visitor.session)
    now = attrs.evolve(asked, cookies={**asked.cookies, SESSION: token})
    answered = _tried(host, address, visitor, now)
    if all(one.key != SESSION for one in answered.cookies):  # somebody who leaves has no use for it
        answered.cookies.append(cookie(SESSION, token, seconds=None if visitor.shared else STAYS))
    return answered


def _tried(host: Host, address: Address, visitor: Visitor, asked: Asked) -> Response[bytes]:
    try:
        return answer(host, address, asked, _worked(host, address, visitor, asked))
    except _DoneBefore as done:
        return _led_there(done.went_to)
    except (Refusal, Guarded) as held:
        return _held(host, address, visitor, asked, held)


def _held(
    host: Host, address: Address, visitor: Visitor, asked: Asked, held: Refusal | Guarded
) -> Response[bytes]:
    """Something stood in the way; perhaps the same form was sent twice at once, and the other was faster."""
    if asked.posted:
        with host.store.unit(visitor.actor, writing=False) as unit:
            before = sent.led_to(unit, asked)
        if before:
            return _led_there(before)
    if not asked.posted or not isinstance(held, Refusal) or held.status not in BESIDE_THE_FORM:
        raise held
    return _shown_again(host, address, visitor, asked, held)


def _led_there(went_to: str) -> Response[bytes]:
    return answers.go(went_to, [notice_cookie("web", sent.DONE_BEFORE)])


def _shown_again(
    host: Host, address: Address, visitor: Visitor, asked: Asked, refused: Refusal
) -> Response[bytes]:
    """Show the page the form stands on, as it is now, with what was refused above it; in a unit of its own."""
    opened = _worked(host, address, visitor, attrs.evolve(asked, posted=False))
    if not isinstance(opened.outcome, View):
        raise refused
    html = opened.around.show(host, address.part.name, opened.outcome, mistakes=(("", refused_said(refused)),))
    return answers.page(html, asked, status=refused.status)


def who_is_here(host: Host, asked: Asked) -> Visitor | None:
    """Return who is in the browser's session, or ``None`` where it is in none that goes on."""
    with host.store.unit(FRONT_DOOR, writing=False) as unit:
        visitor = host.visitor(unit, asked.session)
    if visitor and visitor.unnoted:
        host.seen(visitor)
    return visitor


def _worked(host: Host, address: Address, visitor: Visitor, asked: Asked) -> Opened:
    """Do what was asked; where a form sets off slow work, think with no unit open and settle it in a second."""
    opened = _in_a_unit(host, address, visitor, asked, _function(address, asked))
    if not isinstance(opened.outcome, Thinking):
        return opened
    settle = opened.outcome.settle
    with ROOM.turn():
        thought = opened.outcome.think()
    return _in_a_unit(host, address, visitor, asked, lambda visit: settle(visit, thought))


def _in_a_unit(
    host: Host, address: Address, visitor: Visitor, asked: Asked, function: Callable[[Visit], Outcome]
) -> Opened:
    try:
        with host.store.unit(visitor.actor, writing=asked.posted or _noted(address)) as unit:
            # Gathered first: where a constraint held in the form's work, PostgreSQL answers nothing more.
            frame = around(host, unit, visitor, asked)
            if asked.posted and (before := sent.led_to(unit, asked)):
                raise _DoneBefore(before)
            visit = _visit(host, unit, address, visitor, asked, frame)
            opened = Opened(function(visit), frame)
            _undo_mistakes(asked, opened)
            _note(unit, asked, opened)
            return opened
    except _Undone as undone:
        return undone.opened


def _noted(address: Address) -> bool:
    return isinstance(address.page, Page) and address.page.noted


def _note(unit: Unit, asked: Asked, opened: Opened) -> None:
    """Note a form as done; coming in, leaving and what a browser keeps may be done twice: a cookie must arrive.

    So nothing is kept here of a form that a vote is chosen by, nor of one that sends it or practises it.
    """
    outcome = opened.outcome
    if not asked.posted or isinstance(outcome, Left) or (isinstance(outcome, Keeping) and not _once(outcome)):
        return
    if isinstance(outcome, GoTo) and outcome.draft is None:
        sent.note(unit, asked, outcome.path)
    if isinstance(outcome, PdfAnswer) and outcome.again:
        sent.note(unit, asked, outcome.again)


def _once(outcome: Keeping) -> bool:
    return isinstance(outcome, Entered) and outcome.once


def _undo_mistakes(asked: Asked, opened: Opened) -> None:
    if asked.posted and not isinstance(opened.outcome, GoTo | Noted | PdfAnswer | Told):
        raise _Undone(opened)


def _function(address: Address, asked: Asked) -> Callable[[Visit], Outcome]:
    page = address.page
    lazy = page.make if isinstance(page, Paper) else page.send if asked.posted and page.send else page.show
    function: Callable[[Visit], Outcome] = lazy.load(address.part.package)
    return function


def _visit(host: Host, unit: Unit, address: Address, visitor: Visitor, asked: Asked, frame: Around) -> Visit:
    names = address.named(asked.places)
    business = _business(host, unit, address, names.pop(BUSINESS, ""))
    if not (address.may_open(unit, business.id if business else None) or address.opens_also(unit, names)):
        raise NotAllowed(visitor.name, address.permission or "")
    return Visit(
        host=host,
        unit=unit,
        visitor=visitor,
        part=address.part.name,
        edition=frame.edition,
        look=frame.look,
        zone=frame.zone,
        today=host.today(unit),
        business=business,
        path=names,
        query=asked.query,
        kept={} if isinstance(address.part, Plugin) else asked.kept,
        origin=asked.origin,
        sender=asked.sender,
        browser=known_again(asked.browser),
        mark=asked.mark if asked.posted else "",
        form=asked.form(with_files=isinstance(address.page, Page) and address.page.takes_file),
        draft=asked.draft,
    )


def _business(host: Host, unit: Unit, address: Address, slug: str) -> Business | None:
    if not address.of_business:
        return None
    found = host.business(unit, address.part.name, slug)
    if found is None:
        raise NotFound("business", slug)
    return found
