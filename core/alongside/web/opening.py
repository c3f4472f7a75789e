"""Opening a page: one unit as the visitor, one right checked, one function of the part, one answer.

What a form changed is kept where its function says ``GoTo`` and undone where it shows a ``View``. Where it
refuses, all is undone too, and the page is shown again with the refusal above it; ``visit.form`` still holds
what was sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from litestar import Response

from alongside.display import View
from alongside.plugin import Page, Paper
from alongside.refusal import NotAllowed, NotFound, Refusal
from alongside.store import Actor, Unit
from alongside.web import answers
from alongside.web.addresses import BUSINESS, Address
from alongside.web.around import Around, around, mistakes_of
from alongside.web.asked import Asked
from alongside.web.cookies import WHO, cookie, forgotten, notice_cookie
from alongside.web.failing import faulty_page, refused_page
from alongside.web.host import Host
from alongside.web.visit import Business, GoTo, PdfAnswer, Thinking, Visit, Visitor

FRONT_DOOR = Actor.keyboard("the front door")
"""Reads who somebody is, before there is anybody to act."""

BESIDE_THE_FORM = frozenset({400, 409, 422})
"""Refusals that a person can do something about on the same page."""

Outcome = View | GoTo | PdfAnswer | Thinking


@attrs.frozen
class Opened:
    """What a part's function answered, and what stands round it."""

    outcome: Outcome
    around: Around


class _Undone(Exception):
    """A form was shown again: ends the unit, so that nothing of it stays."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        super().__init__("the form holds mistakes")


def open_page(host: Host, address: Address, asked: Asked) -> Response[bytes]:
    """Answer a request for a page or paper, whatever happens in the part it belongs to."""
    visitor = None
    try:
        asked.check()
        visitor = who_is_here(host, asked)
        if visitor is None:
            return answers.go("/who", [forgotten(WHO)])
        return _tried(host, address, visitor, asked)
    except Refusal as refused:
        return refused_page(host, visitor, asked, refused)
    except (Exception, SystemExit) as fault:  # a part may raise anything; the others must not notice
        return faulty_page(host, visitor, asked, address, fault)


def _tried(host: Host, address: Address, visitor: Visitor, asked: Asked) -> Response[bytes]:
    try:
        return _answer(host, address, asked, _worked(host, address, visitor, asked))
    except Refusal as refused:
        if not asked.posted or refused.status not in BESIDE_THE_FORM:
            raise
        return _shown_again(host, address, visitor, asked, refused)


def _shown_again(
    host: Host, address: Address, visitor: Visitor, asked: Asked, refused: Refusal
) -> Response[bytes]:
    """Show the page the form stands on, as it is now, with what was refused above it; in a unit of its own."""
    opened = _worked(host, address, visitor, attrs.evolve(asked, posted=False))
    if not isinstance(opened.outcome, View):
        raise refused
    html = opened.around.show(host, address.part.name, opened.outcome, mistakes=(("", refused.sentence),))
    return answers.page(html, asked, status=refused.status)


def who_is_here(host: Host, asked: Asked) -> Visitor | None:
    """Return who said “this is me”, or ``None`` where nobody did or nobody is called so."""
    with host.store.unit(FRONT_DOOR, writing=False) as unit:
        return host.visitor(unit, asked.person or "")


def _worked(host: Host, address: Address, visitor: Visitor, asked: Asked) -> Opened:
    """Do what was asked; where a form sets off slow work, think with no unit open and settle it in a second."""
    opened = _in_a_unit(host, address, visitor, asked, _function(address, asked))
    if not isinstance(opened.outcome, Thinking):
        return opened
    thought, settle = opened.outcome.think(), opened.outcome.settle
    return _in_a_unit(host, address, visitor, asked, lambda visit: settle(visit, thought))


def _in_a_unit(
    host: Host, address: Address, visitor: Visitor, asked: Asked, function: Callable[[Visit], Outcome]
) -> Opened:
    try:
        with host.store.unit(visitor.actor, writing=asked.posted) as unit:
            # Gathered first: where a constraint held in the form's work, PostgreSQL answers nothing more.
            frame = around(host, unit, visitor, asked)
            visit = _visit(host, unit, address, visitor, asked, frame)
            opened = Opened(function(visit), frame)
            _undo_mistakes(asked, opened)
            return opened
    except _Undone as undone:
        return undone.opened


def _undo_mistakes(asked: Asked, opened: Opened) -> None:
    if asked.posted and not isinstance(opened.outcome, GoTo):
        raise _Undone(opened)


def _function(address: Address, asked: Asked) -> Callable[[Visit], Outcome]:
    page = address.page
    lazy = page.make if isinstance(page, Paper) else page.send if asked.posted and page.send else page.show
    function: Callable[[Visit], Outcome] = lazy.load(address.part.package)
    return function


def _visit(host: Host, unit: Unit, address: Address, visitor: Visitor, asked: Asked, frame: Around) -> Visit:
    names = address.named(asked.places)
    business = _business(host, unit, address, names.pop(BUSINESS, ""))
    if not address.may_open(unit, business.id if business else None):
        raise NotAllowed(visitor.name, address.permission or "")
    return Visit(
        host=host,
        unit=unit,
        visitor=visitor,
        part=address.part.name,
        edition=frame.edition,
        zone=frame.zone,
        today=host.today(unit),
        business=business,
        path=names,
        query=asked.query,
        form=asked.form(with_files=isinstance(address.page, Page) and address.page.takes_file),
    )


def _business(host: Host, unit: Unit, address: Address, slug: str) -> Business | None:
    if not address.of_business:
        return None
    found = host.business(unit, address.part.name, slug)
    if found is None:
        raise NotFound("business", slug)
    return found


def _answer(host: Host, address: Address, asked: Asked, opened: Opened) -> Response[bytes]:
    outcome, part = opened.outcome, address.part.name
    if isinstance(outcome, GoTo):
        kept = [notice_cookie(part, outcome.notice)] if outcome.notice else []
        kept += [cookie(WHO, outcome.here)] if outcome.here else []
        return answers.go(outcome.path, kept)
    if isinstance(outcome, PdfAnswer):
        return answers.pdf(outcome)
    if not isinstance(outcome, View):
        raise TypeError(f"{address.path} answered with {type(outcome).__name__}, but must with a View or a GoTo")
    more: dict[str, Any] = {"mistakes": mistakes_of(outcome)} if asked.posted else {}
    html = opened.around.show(host, part, outcome, **more)
    return answers.page(html, asked, status=422 if asked.posted else 200)
