"""Answering: what a part's function handed back becomes what the browser is sent, cookies and all."""

from __future__ import annotations

from typing import Any

import attrs
from litestar import Response
from litestar.datastructures import Cookie

from alongside.display import View
from alongside.web import answers
from alongside.web.addresses import Address
from alongside.web.around import Around, mistakes_of
from alongside.web.asked import Asked
from alongside.web.cookies import (
    CARD,
    DRAFT,
    FOR_NOW,
    NOTICE,
    SESSION,
    cookie,
    draft_cookie,
    forgotten,
    notice_cookie,
)
from alongside.web.host import Host
from alongside.web.outcomes import (
    CalendarAnswer,
    Entered,
    GoTo,
    Keeping,
    Left,
    Noted,
    PassedOn,
    PdfAnswer,
    Thinking,
    Told,
)
from alongside.web.playing import PlayedAnswer, played

Outcome = View | GoTo | PdfAnswer | Thinking | Noted | Told


@attrs.frozen
class Opened:
    """What a part's function answered, and what stands round it."""

    outcome: Outcome
    around: Around


def _kept(part: str, outcome: GoTo, secret: str) -> list[Cookie]:
    """The cookies that go with the way on; what the one before had chosen for now goes with her."""
    of_the_one_before = (*FOR_NOW, NOTICE, DRAFT, CARD)
    kept = [forgotten(name) for name in of_the_one_before] if isinstance(outcome, Entered | Left) else []
    kept += [draft_cookie(outcome.draft, secret)] if outcome.draft is not None else []
    if isinstance(outcome, Keeping):
        kept += [cookie(one.name, one.text, seconds=one.seconds if one.text else 0) for one in outcome.keeps]
    if isinstance(outcome, Entered):
        kept.append(cookie(SESSION, outcome.token, seconds=outcome.seconds))
    if isinstance(outcome, Left):
        kept.append(forgotten(SESSION))
    return [*kept, notice_cookie(part, outcome.notice)] if outcome.notice else kept


def answer(host: Host, address: Address, asked: Asked, opened: Opened) -> Response[bytes]:
    """Turn what came of a page into what the browser is sent."""
    outcome, part = opened.outcome, address.part.name
    if isinstance(outcome, GoTo):
        lead = answers.pass_on if isinstance(outcome, PassedOn) else answers.go
        return lead(outcome.path, _kept(part, outcome, asked.secret))
    if isinstance(outcome, CalendarAnswer) and outcome.tag:
        return answers.calendar(outcome, asked)
    if isinstance(outcome, PlayedAnswer) and not asked.posted:
        return played(outcome, asked)
    if isinstance(outcome, PdfAnswer):
        return answers.pdf(outcome, saved=asked.posted)
    if isinstance(outcome, Told):
        return answers.told(outcome)
    status = 422 if asked.posted else 200
    if isinstance(outcome, Noted):
        status, outcome = outcome.status, outcome.view
    if not isinstance(outcome, View):
        raise TypeError(f"{address.path} answered with {type(outcome).__name__}, but must with a View or a GoTo")
    more: dict[str, Any] = {"mistakes": mistakes_of(outcome)} if asked.posted else {}
    html = opened.around.show(host, part, outcome, **more)
    return answers.page(html, asked, status=status)
